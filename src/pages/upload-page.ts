import { changedParts } from '../app/import/changed-parts.ts';
import type { ImportedPeriod, ImportReport } from '../app/import/import-report.ts';
import type { UploadNote } from '../app/upload/upload-note.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { type Problem, problemCatalogue } from '../kernel/problem.ts';
import { serverLinks } from './frame/links.ts';
import type { PageContext } from './frame/page-context.ts';
import { bareFrame, pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { plainView } from './frame/view-state.ts';
import { type ImportForm, type RefusedImport, settingFields } from './import-page.ts';
import { findingView } from './parts/finding-view.ts';
import { countWords } from './parts/words.ts';

/** What importing a file that waits would change, with what stands for it in the form that says yes. */
export interface ShownUpload {
  readonly report: ImportReport;
  readonly shown: string;
  /** Whether the organisation is not there yet. */
  readonly added: boolean;
  /** The name of the standard. */
  readonly framework: string;
}

/** What the page of a file that waits shows; one of `shown`, `problem` and the note's `done` says how it stands. */
export interface UploadState {
  readonly form: ImportForm;
  /** Where the page is; its forms are sent there. */
  readonly action: string;
  /** Where another file is chosen. */
  readonly again: string;
  readonly shown: ShownUpload | null;
  /** Why the file cannot be imported, with what was found in it. */
  readonly problem: { readonly problem: Problem; readonly findings: readonly Diagnostic[] } | null;
  /** A form of the page that could not be carried out. */
  readonly refused: RefusedImport | null;
}

/** The page of a file that was sent: what it would change, why it is refused, or what was imported. */
export function uploadPage(context: PageContext | null, note: UploadNote, state: UploadState): string {
  const { shown, problem, refused, form, action, again } = state;
  const wrong = problem !== null || refused !== null;
  const name = `${wrong ? 'Error: ' : ''}${note.done === null ? 'Import' : 'Imported'} ${note.name}`;
  const { organisation, period = '', framework = '', name: full = '' } = note.settings;
  const held = form.organisations.some(({ id }) => id === organisation);
  const values = refused?.values ?? {
    ...{ period, framework, name: full },
    whose: held ? (organisation ?? '') : organisation === undefined ? '' : 'new',
    id: held ? '' : (organisation ?? ''),
  };
  const fields = settingFields(form, { ...{ field: null, message: '' }, ...refused, values });
  return renderTemplate('upload.njk', {
    frame: context === null ? bareFrame(name) : pageFrame(context, 'import', name),
    page: {
      ...{ action, again, file: note.name },
      error: refused === null ? null : { message: refused.message, href: `#${refused.field ?? 'confirm'}` },
      by: {
        ...{ id: 'by', name: 'by', value: refused?.values['by'] ?? '' },
        error: refused?.field === 'by' ? refused.message : null,
      },
      done: note.done === null ? null : doneView(note.done),
      refused: problem === null ? null : problemView(problem),
      shown: shown === null ? null : shownView(context, note.settings, shown),
      fields,
      fresh: context === null,
      whose: context === null && form.organisations.length > 0,
      standards: form.frameworks.length > 1,
      changing: problem !== null || (refused !== null && refused.field !== 'by' && refused.field !== null),
    },
  });
}

function shownView(
  context: PageContext | null,
  { name }: UploadNote['settings'],
  { report, shown, added, framework }: ShownUpload,
) {
  const { organisation: id } = report;
  const findings = report.findings.map(findingView);
  return {
    shown,
    organisation: context?.organisation.name ?? (name === undefined ? id : `${name} (${id})`),
    added,
    framework,
    title: report.title,
    corrections:
      report.corrections.file === null
        ? null
        : `${countWords(report.corrections.count, 'place')} in the text is mended by known corrections.`,
    unchanged: report.outcome === 'unchanged',
    periods: report.periods.map(periodView),
    moves: report.moves.map(
      ({ from, to, n, higher, lower, same }) =>
        `From ${from} to ${to}, of ${n} scored in both: ${higher} higher, ${lower} lower, ${same} the same.`,
    ),
    warnings: findings.filter(({ severity }) => severity !== 'note'),
    notes: findings.filter(({ severity }) => severity === 'note'),
  };
}

function periodView(one: ImportedPeriod) {
  const { period, outcome, n, notApplicable, notScored, counts, satisfactory, closed } = one;
  const objectives = countWords(one.changed.length, 'objective');
  const apart = [
    ...(notApplicable === 0 ? [] : [`${notApplicable} not applicable`]),
    ...(notScored === 0 ? [] : [`${notScored} not scored`]),
  ];
  return {
    period,
    outcome,
    title: {
      new: `${period} is new`,
      unchanged: `${period} stays as it is`,
      changed: `${period}: ${objectives} would change`,
    }[outcome],
    scores: `${n} scored${apart.length === 0 ? '' : `, ${apart.join(', ')}`}`,
    counts: counts.map(({ label, count }) => `${count} at ${label}`).join(', '),
    satisfactory: `${satisfactory.count} of ${n} at ${satisfactory.level} or above`,
    open: !closed,
    differences:
      outcome === 'changed'
        ? one.differences.map(({ objective, name, before, after }) => {
            const [old, now] = [scoreWords(before), scoreWords(after)];
            return {
              ...{ objective, name, old, now },
              same: old === now,
              words: changedParts(before?.text ?? '', after?.text ?? ''),
            };
          })
        : [],
  };
}

function scoreWords(row: ImportedPeriod['differences'][number]['before']): string {
  if (row === null) return 'no row';
  if (row.state === 'scored') return row.score.label;
  return row.state === 'not-scored' ? 'not scored' : 'not applicable';
}

function problemView({ problem, findings }: NonNullable<UploadState['problem']>) {
  const { place, seen, allowed, repair } = problem.detail;
  const listed = findings.map(findingView);
  if (problem.code === 'USAGE' && seen !== undefined)
    return {
      ...{ code: problem.code, findings: [], parts: [], say: true },
      title: usageWords(place, seen, allowed),
    };
  return {
    say: false,
    title: problemCatalogue[problem.code].title,
    code: problem.code,
    parts:
      listed.length > 0
        ? []
        : [
            { name: 'Place', value: place },
            { name: 'Seen', value: seen },
            { name: 'Allowed', value: allowed },
            { name: 'What to do', value: repair },
          ].filter(({ value }) => value !== undefined && value !== ''),
    findings: listed,
  };
}

/** What the file leaves open, and where to say it. */
function usageWords(place: string | undefined, seen: string, allowed: string | undefined): string {
  if (place === 'organisation') return 'The file does not say whose it is. Say so below';
  if (place === 'period') return `The file has no ${seen}. Its periods: ${allowed ?? 'none'}`;
  return 'The file has scores without a year. Say below of which period they are';
}

function doneView({ organisation, periods, by }: NonNullable<UploadNote['done']>) {
  const links = serverLinks(organisation, plainView);
  const open = periods.filter(({ closed }) => !closed);
  return {
    by,
    periods: periods.map(({ period, outcome, changed, n, closed, notScored }) => {
      const what = {
        new: `new, with ${countWords(n, 'scored objective')}`,
        unchanged: 'as it was',
        changed: `${countWords(changed, 'objective')} changed`,
      }[outcome];
      const rest = closed ? '' : `; it is open${notScored === 0 ? '' : `, ${notScored} not scored yet`}`;
      return { period, what: `${what}${rest}.` };
    }),
    next: [
      ...open.map(({ period }) => ({
        href: `${links.page('assessments')}/${period}`,
        text: `Go on with ${period}`,
        what: 'enter what is missing, and close it: advice rests on closed years only.',
      })),
      {
        href: links.page('overview'),
        text: 'Overview',
        what: 'what the scores say, what is capped, and targets for the next year.',
      },
      {
        href: links.page('review'),
        text: 'Review',
        what: 'what was read from the comments, to confirm or to correct.',
      },
      {
        href: links.page('challenges'),
        text: 'Challenge list',
        what: 'places that do not sit together, as questions.',
      },
    ],
  };
}
