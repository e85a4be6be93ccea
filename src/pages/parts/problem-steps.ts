import { type Static, Type } from 'typebox';
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

/**
 * What to do where an organisation has no closed assessment yet, or a single one where two are compared; null for any
 * other problem.
 * @param organisation the one that the page is of; null for none
 */
export function problemSteps(
  { code, detail: { data, seen } }: Problem,
  organisation: string | null,
): ProblemSteps | null {
  if (!matches(Begun, data))
    return code === 'TOO_FEW_PERIODS' && organisation !== null ? oneReturn(organisation, seen ?? '') : null;
  return begun(data);
}

/** Where two returns are compared, and one is held. */
function oneReturn(organisation: string, held: string): ProblemSteps {
  const links = serverLinks(organisation, plainView);
  return {
    title: 'One return is not enough yet',
    lead: `This page compares two returns${held === '' ? '' : `, and ${held} is the only one that is closed`}. There are two ways to another:`,
    steps: [
      step('Enter it here, row by row, beside the one that is held.', {
        text: 'Open the next year',
        href: links.page('assessments'),
      }),
      step('Send a document of an earlier or a later year, and see what it would change first.', {
        text: 'Import a file',
        href: links.page('import'),
      }),
      step('What one return says by itself.', { text: 'Overview', href: links.page('overview') }),
    ],
  };
}

function begun({ organisation, open }: Static<typeof Begun>): ProblemSteps {
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
