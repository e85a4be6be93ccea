import { writeTemplate } from '../../exchange/write/write-template.ts';
import { type ExportStamp, stampRows } from '../../exchange/write/written-appendix.ts';
import type { ScoreChoice, WrittenTemplate } from '../../exchange/write/written-template.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Assessment } from '../../model/assessment.ts';
import { heldText } from '../../model/criterion.ts';
import { dayWords } from '../../model/day-words.ts';
import type { Framework, Level } from '../../model/framework.ts';
import { levelName } from '../../model/framework-names.ts';
import type { Organisation } from '../../model/organisation.ts';
import { comparePeriods, isPeriod, nextPeriod } from '../../model/period.ts';
import type { Pack } from '../../pack/pack.ts';
import { theOnlyFramework } from '../workspace/the-only-framework.ts';
import { version } from '../workspace/version.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { appendixSections } from './appendix-sections.ts';
import type { ExportedFile } from './exported-file.ts';
import { mediaTypes } from './media-types.ts';

/** Which form is wanted. */
export interface TemplateRequest {
  /** That of the period where it is held, that of the organisation, or the only one, unless said. */
  readonly framework?: string | undefined;
  /** With it, last year's scores and comments stand in the form. */
  readonly organisation?: string | undefined;
  /** The period to be scored; for an organisation that which is open, or the one after the latest, unless said. */
  readonly period?: string | undefined;
  readonly format: 'xlsx' | 'docx';
}

/**
 * A form in which a return is entered, and that is imported again. What is held of its period already stands in it.
 * @throws Problem UNKNOWN_ORGANISATION, UNKNOWN_FRAMEWORK, BAD_VALUE for what is no period; those of the pack
 */
export async function template(workspace: Workspace, request: TemplateRequest): Promise<ExportedFile> {
  const { format } = request;
  const start = startOf(workspace, request);
  const content = await writeTemplate(templateContent(workspace, start), format);
  const { organisation, pack, period } = start;
  const parts = [organisation?.id ?? pack.id, 'template', ...(period === null ? [] : [period])];
  return { name: `${parts.join('-')}.${format}`, mediaType: mediaTypes[format], content };
}

interface Start {
  readonly organisation: Organisation | null;
  readonly pack: Pack;
  readonly period: string | null;
  /** What is held of the period already. */
  readonly now: Assessment | null;
  readonly earlier: Assessment | null;
}

function startOf(workspace: Workspace, { organisation: id, framework, period }: TemplateRequest): Start {
  const { records } = workspace;
  if (period !== undefined && !isPeriod(period))
    throw new Problem('BAD_VALUE', {
      place: 'period',
      seen: period,
      allowed: 'a year such as 2024, or 2024-25 for one that runs over two',
      repair: 'Write the period in that form.',
    });
  if (id === undefined) {
    const pack = workspace.pack(framework ?? theOnlyFramework(workspace.frameworks()));
    return { organisation: null, pack, period: period ?? null, now: null, earlier: null };
  }
  return records.reading(() => {
    const organisation = records.organisation(id);
    const all = records.assessments(id);
    const begun = all.find((each) => each.period === period)?.framework;
    const pack = workspace.pack(framework ?? begun ?? organisation.framework);
    const held = all.filter((each) => each.framework === pack.id);
    const latest = held.at(-1);
    const next = latest === undefined ? null : latest.closed ? nextPeriod(latest.period) : latest.period;
    const own = period ?? next;
    const before = own === null ? undefined : held.findLast((each) => comparePeriods(each.period, own) < 0);
    const read = (which: string | undefined) => (which === undefined ? null : records.assessment(id, which));
    return {
      organisation,
      pack,
      period: own,
      now: read(held.find((each) => each.period === own)?.period),
      earlier: read(before?.period),
    };
  });
}

function templateContent(
  workspace: Workspace,
  { organisation, pack, period, now, earlier }: Start,
): WrittenTemplate {
  const { framework, criteria } = pack;
  const made = workspace.effects.now().toISOString().slice(0, 10);
  const stamp: ExportStamp = {
    kind: 'template',
    organisation: organisation?.id ?? null,
    framework: framework.id,
    periods: period === null ? [] : [period],
    version: version(),
  };
  const levels = framework.levels.toSorted((a, b) => a.level - b.level);
  const sections = appendixSections(framework, earlier === null ? [now] : [earlier, now], new Map());
  const inOrder = sections.flatMap(({ objectives }) => objectives);
  const whose = organisation?.name ?? framework.name;
  return {
    form: {
      stamp,
      title: `${whose}: scores to be filled in${period === null ? '' : ` for ${period}`}`,
      made,
      opening: organisation?.example ? [`${organisation.example}.`] : [],
      periods: earlier === null ? [period] : [earlier.period, period],
      targetPeriod: null,
      levels,
      sections,
      about: [
        ...stampRows(stamp),
        ['Made on', dayWords(made)],
        ...(organisation === null ? [] : [['Name', organisation.name] as const]),
        ['Standard', `${framework.name}. ${framework.source}`],
        ['Satisfactory', `${levelName(framework, framework.satisfactory)} and above`],
      ],
      definitions: [],
    },
    instructions: instructions(pack.framework, period, earlier?.period ?? null, organisation?.id ?? null),
    choices: choices(levels),
    objectives: inOrder.map(({ number, name }) => ({
      number,
      name,
      levels: levels.map(({ level, name: title }) => ({
        title: `${level} ${title}`,
        text: heldText(framework, criteria, number, level),
      })),
    })),
  };
}

function instructions(
  { levels, satisfactory }: Framework,
  period: string | null,
  earlier: string | null,
  organisation: string | null,
): readonly string[] {
  const year = period === null ? '' : `${period} `;
  const options = [
    organisation === null ? ' --organisation ID' : '',
    period === null ? ' --period YEAR' : ` --period ${period}`,
  ].join('');
  const high = levels.some(({ level }) => level < satisfactory) ? satisfactory : satisfactory + 1;
  const low = high - 1;
  return [
    `For each objective choose a score in the column “${year}Score”, and write what it rests on, and what is to be done, into “${year}Comments and Action”.`,
    `A score such as ${low}/${high} says that level ${low} is achieved and level ${high} is being worked towards. NA is for what does not apply: write why beside it. An empty score is an objective that is not scored yet.`,
    'Begin what is to be done with “Action:”.',
    ...(earlier === null
      ? []
      : [`The columns of ${earlier} are there to compare with; they need no change.`]),
    `When it is filled in: headroom import FILE${options} --dry-run shows what would change; without --dry-run it is kept.`,
  ];
}

/** Every score that can be given, lowest first, and that it does not apply. */
function choices(levels: readonly Level[]): readonly ScoreChoice[] {
  return [
    ...levels.flatMap(({ level, name }, at) => {
      const next = levels[at + 1];
      return [
        { label: String(level), meaning: name },
        ...(next === undefined
          ? []
          : [
              {
                label: `${level}/${next.level}`,
                meaning: `${name} is achieved, ${next.name} is being worked towards`,
              },
            ]),
      ];
    }),
    { label: 'NA', meaning: 'Not applicable: say why in the comment' },
  ];
}
