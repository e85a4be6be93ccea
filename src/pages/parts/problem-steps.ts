import { Type } from 'typebox';
import type { Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { serverLinks } from '../frame/links.ts';
import { plainView } from '../frame/view-state.ts';

/** One thing that can be done next, with the place where it is done. */
interface Step {
  readonly text: string;
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** A page that says what to do next in place of what is wrong. */
export interface ProblemSteps {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly Step[];
}

const Begun = Type.Object({ organisation: Type.String(), open: Type.Array(Type.String()) });

/** What to do where an organisation has no closed assessment yet; null for any other problem. */
export function problemSteps({ detail: { data } }: Problem): ProblemSteps | null {
  if (!matches(Begun, data)) return null;
  const { organisation, open } = data;
  const links = serverLinks(organisation, plainView);
  const assessments = links.page('assessments');
  const latest = open.at(-1);
  const form = links.exported('template.xlsx');
  return {
    title: 'Nothing to show yet',
    lead:
      latest === undefined
        ? 'This page rests on a closed assessment, and there is none yet. There are three ways to begin:'
        : `This page rests on a closed assessment. ${latest} is open: enter what is missing and close it, or begin in another way.`,
    steps: [
      latest === undefined
        ? step('Enter an assessment here, row by row.', { text: 'Open a year', href: assessments })
        : step('Enter it row by row, then close it.', {
            text: `Go on with ${latest}`,
            href: `${assessments}/${latest}`,
          }),
      ...(form === null
        ? []
        : [
            step('Fill a form in elsewhere, and import it.', {
              text: 'Download the template (XLSX)',
              href: latest === undefined ? form : `${form}?${new URLSearchParams({ period: latest })}`,
            }),
          ]),
      step('Send a document that you have, and see what it would change before anything is kept.', {
        text: 'Import a file',
        href: links.page('import'),
      }),
    ],
  };
}

function step(text: string, link: Step['link']): Step {
  return { text, link };
}
