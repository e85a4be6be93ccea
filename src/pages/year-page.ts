import type { PlannedInYear, YearObjective, YearReport } from '../app/year/year-report.ts';
import type { AssessmentRow } from '../model/assessment.ts';
import { dayWords } from '../model/day-words.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { levelWords, stanceWords } from './parts/words.ts';
import { type RefusedYear, yearFields } from './year-form.ts';

/** What a form did, by its name in the address. */
export const yearKept = {
  opened: 'The assessment is open.',
  closed: 'The assessment is closed. Advice for the next period may rest on it.',
  reopened: 'The assessment is open again.',
  standard: 'The agreed standard is recorded.',
  saved: 'Saved.',
  undone: 'The last change is taken back.',
} as const;

/** How far an entry is, in words. */
export const entryWords: Readonly<Record<YearObjective['state'], string>> = {
  done: 'Done',
  started: 'Started, no score',
  'to-do': 'To do',
};

/** The assessment of a period: how far it is, every objective under its section, and the forms to close or reopen it. */
export function yearPage(
  context: PageContext,
  report: YearReport,
  { kept, by }: { readonly kept: keyof typeof yearKept | null; readonly by: string },
  refused: RefusedYear | null = null,
): string {
  const { framework, links } = context;
  const { period, closed, opened, says, counts, standard, objectives, basedOn } = report;
  const address = `${links.page('assessments')}/${period}`;
  const field = yearFields(refused);
  const carried = by === '' ? '' : `?${new URLSearchParams({ by })}`;
  const next = objectives.find(({ state }) => state !== 'done');
  return renderTemplate('year.njk', {
    frame: pageFrame(context, 'assessments', `${refused === null ? '' : 'Error: '}Assessment ${period}`),
    page: {
      ...{ period, closed, says, counts, basedOn },
      planned: objectives.some(({ planned }) => planned !== null),
      list: links.page('assessments'),
      action: address,
      discard: `${address}/discard${carried}`,
      forms: closed ? [] : formLinks(links, period),
      imports: links.page('import'),
      opened: opened === null ? null : `Opened by ${opened.by} on ${dayWords(opened.at.slice(0, 10))}.`,
      kept: kept === null ? null : yearKept[kept],
      error: refused === null ? null : { message: refused.message, href: refused.href },
      next:
        next === undefined || closed
          ? null
          : { name: `${next.objective} ${next.name}`, href: `${address}/${next.objective}${carried}` },
      sections: framework.sections.flatMap(({ id, name }) => {
        const own = objectives.filter(({ section }) => section === id);
        const done = own.filter(({ state }) => state === 'done').length;
        if (own.length === 0) return [];
        return [
          {
            name,
            progress: `${done} of ${own.length}`,
            objectives: own.map((one) => ({
              number: one.objective,
              name: one.name,
              href: `${address}/${one.objective}${carried}`,
              last: one.last === null ? '' : scoreWords(one.last.row),
              target:
                one.target === null
                  ? ''
                  : `${one.target.level}, ${stanceWords[one.target.stance].name.toLowerCase()}`,
              planned: one.planned === null ? '' : plannedWords(one.planned),
              now: scoreWords(one.entry.row),
              state: one.state,
              stateWords: entryWords[one.state],
            })),
          },
        ];
      }),
      close: { by: field('close', 'by', by), incomplete: field('close', 'incomplete', '') },
      reopen: { reason: field('reopen', 'reason', ''), by: field('reopen', 'by', by) },
      standard: {
        open: refused?.form === 'standard',
        levels: [
          { value: 'none', text: 'None' },
          ...framework.levels
            .toSorted((a, b) => a.level - b.level)
            .map(({ level }) => ({ value: String(level), text: levelWords(framework, level) })),
        ].map((one) => ({
          ...one,
          selected: one.value === field('standard', 'level', String(standard?.level ?? 'none')).value,
        })),
        level: field('standard', 'level', ''),
        agreed: field('standard', 'agreed', standard?.agreed ?? ''),
        by: field('standard', 'by', by),
      },
    },
  });
}

/** A target of the plan in few words: "3, agreed", and once it is scored whether it is reached. */
function plannedWords({ target, state, reached }: PlannedInYear): string {
  return [String(target), state, ...(reached === null ? [] : [reached ? 'reached' : 'not reached yet'])].join(
    ', ',
  );
}

/** The addresses of forms to fill in; none where there is no server to make them. */
function formLinks(
  { exported }: PageContext['links'],
  period: string,
): readonly { readonly name: string; readonly href: string }[] {
  return (['xlsx', 'docx'] as const).flatMap((format) => {
    const address = exported(`template.${format}`);
    const name = format === 'xlsx' ? 'Form for Excel (XLSX)' : 'Form for Word (DOCX)';
    return address === null ? [] : [{ name, href: `${address}?${new URLSearchParams({ period })}` }];
  });
}

/** A row's score in a word: "2/3", "not applicable"; nothing where it is not scored. */
export function scoreWords(row: AssessmentRow): string {
  return row.state === 'scored' ? row.score.label : row.state === 'not-applicable' ? 'Not applicable' : '';
}
