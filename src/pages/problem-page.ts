import { type Problem, problemCatalogue } from '../kernel/problem.ts';
import type { PageName } from './frame/links.ts';
import type { PageContext } from './frame/page-context.ts';
import { bareFrame, problemFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { problemSteps } from './parts/problem-steps.ts';

/** A place to go on to. */
export interface ProblemLink {
  readonly text: string;
  readonly href: string;
}

/** Where a problem is told. */
export interface ProblemPlace {
  /** Null where it is of no organisation, or the asker may not know of it. */
  readonly context: PageContext | null;
  /** The page that was asked for; null for none that there is. */
  readonly active: PageName | null;
  /** The parts of the address that are at fault, such as `group=all`; empty where it is another thing. */
  readonly inAddress: readonly string[];
  /** What was typed into a form that cannot be shown again. */
  readonly typed: readonly { readonly name: string; readonly value: string }[];
  /** Where to go on, nearest first. */
  readonly links: readonly ProblemLink[];
}

const nowhere: ProblemPlace = {
  ...{ context: null, active: null, inAddress: [], typed: [] },
  links: [{ text: 'Go to the start page', href: '/' }],
};

/** The page that says why a request could not be carried out, what would be right, and where to go on. */
export function problemPage(problem: Problem, place: ProblemPlace = nowhere): string {
  const { code, detail } = problem;
  const { context, active, inAddress, typed, links } = place;
  const steps = problemSteps(problem, context?.organisation.id ?? null);
  const title = inAddress.length > 0 ? 'Part of this address cannot be used' : problemCatalogue[code].title;
  const name = steps?.title ?? title;
  const parts = [
    { name: 'File', value: detail.file },
    ...(inAddress.length > 0
      ? [{ name: 'In the address', value: inAddress.join(', ') }]
      : [
          { name: 'Where', value: detail.place },
          { name: 'What was found', value: detail.seen },
        ]),
    { name: 'What would be right', value: detail.allowed },
  ].filter(({ value }) => value !== undefined && value !== '');
  return renderTemplate('problem.njk', {
    frame: context === null ? bareFrame(name) : problemFrame(context, active, name),
    page: {
      ...(steps ?? {
        title,
        parts,
        repair: inAddress.length > 0 ? asksFor(inAddress.length) : detail.repair,
      }),
      ...{ code, typed, links },
    },
  });
}

function asksFor(parts: number): string {
  return `The address asks for something that this page does not have. All but ${parts === 1 ? 'this part' : 'these parts'} can stay.`;
}
