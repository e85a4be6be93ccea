import { type Static, Type } from 'typebox';
import { Problem } from '../../kernel/problem.ts';
import type { Frozen } from '../../kernel/schema.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { advise } from '../advice/advise.ts';
import { readingCountsSentence } from '../advice/reading-counts-sentence.ts';
import { choosePanel } from '../benchmark/choose-panel.ts';
import { listDashboards, peerDashboards } from '../charts/chart.ts';
import type { ViewOf } from '../workspace/view-of.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { exportFormats } from './export-file.ts';
import { suggestedTargets } from './suggested-targets.ts';

const closed = { additionalProperties: false };

/** All that can be taken out of one organisation's workspace, by kind. */
export const ExportList = Type.Object(
  {
    organisation: Type.String(),
    basedOn: Type.String(),
    period: Type.String(),
    groups: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          /** What it holds. */
          holds: Type.String(),
          /** Whom it is made for. */
          readers: Type.Union([
            Type.Literal('publication'),
            Type.Literal('officers'),
            Type.Literal('programs'),
          ]),
          /** What is left out of it, or stands in it unconfirmed, with how many. */
          leftOut: Type.String(),
          files: Type.Array(
            Type.Object(
              {
                title: Type.String(),
                /** Such as `appendix.docx`, `levels.svg`, or `rule-book.docx`. */
                file: Type.String(),
                /** Which address has it. */
                from: Type.Union([Type.Literal('export'), Type.Literal('charts'), Type.Literal('rules')]),
                period: Type.Union([Type.String(), Type.Null()]),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ExportList = Frozen<Static<typeof ExportList>>;

type Group = ExportList['groups'][number];

const formats: Readonly<Record<string, string>> = {
  docx: 'Word (DOCX)',
  xlsx: 'Excel (XLSX)',
  csv: 'CSV',
  json: 'JSON',
};

/** What can be taken out, each with what it holds, for whom, and how many reasons are left out of it. @throws Problem as `advise` does */
export async function exportList(workspace: Workspace, view: ViewOf): Promise<ExportList> {
  const { advice } = await advise(workspace, view);
  const { organisation, basedOn, period, readings } = advice;
  const scored = advice.objectives.filter(({ state }) => state === 'scored').length;
  const { leftOut } = suggestedTargets(advice);
  const standing = readingCountsSentence(readings);
  const others = await peerDashboards(workspace);
  const compared = hasOthers(workspace, organisation);
  const dashboards = (await listDashboards(workspace)).filter(({ id }) => compared || !others.includes(id));
  const files = (what: keyof typeof exportFormats, of: string) =>
    exportFormats[what].map((format) => exported(formats[format] ?? format, `${what}.${format}`, of));
  const groups: readonly Group[] = [
    {
      id: 'appendix',
      title: `Appendix for ${basedOn}`,
      holds: `Every objective with scores, comments and actions of ${basedOn} and the return before, and the targets for ${period}: for a committee. It can be imported again, and changes nothing.`,
      readers: 'publication',
      leftOut:
        leftOut === 0
          ? 'No reason is left out.'
          : `For ${countedNoun(leftOut, 'target')} of ${scored} the reason is left out, because nobody has confirmed what it rests on; the file says so. As CSV it has scores and comments alone.`,
      files: files('appendix', basedOn),
    },
    {
      id: 'report',
      title: `Report for ${period} in one file`,
      holds:
        'Overview, what is capped, targets, the plan and trends, with the charts: one page for any browser, which needs no connection.',
      readers: 'officers',
      leftOut: `Nothing is left out but internal notes and evidence. ${standing} Each reason says how far it was looked at.`,
      files: [exported('Web page (HTML)', 'report.html', period)],
    },
    {
      id: 'plan',
      title: `Plan for ${period}`,
      holds: 'The targets that were chosen, with owner, action, due date, officer-days and who agreed them.',
      readers: 'publication',
      leftOut: 'Evidence and notes for officers are left out.',
      files: files('plan', period),
    },
    {
      id: 'advice',
      title: `Advice for ${period}`,
      holds: 'Every ceiling and target with its reasons and the words that they rest on.',
      readers: 'officers',
      leftOut: `Nothing is left out. ${standing} Each reason says how far it was looked at.`,
      files: files('advice', period),
    },
    {
      id: 'template',
      title: `Form for ${period}`,
      holds: `To enter the ${period} scores in, beside those of ${basedOn}. It is imported when it is filled in.`,
      readers: 'officers',
      leftOut: 'It has no ceilings and no targets.',
      files: [
        exported('Excel (XLSX)', 'template.xlsx', period),
        exported('Word (DOCX)', 'template.docx', period),
      ],
    },
    {
      id: 'rule-book',
      title: 'Rule book',
      holds: 'Every rule in plain English, with what it rests on and which objectives it touches at present.',
      readers: 'publication',
      leftOut: 'It has no comments.',
      files: [{ title: 'Word (DOCX)', file: 'rule-book.docx', from: 'rules', period: null }],
    },
    ...dashboards.map(({ id, question }): Group => {
      const name = `chart-${id}`;
      return {
        id: name,
        title: question,
        holds: 'The picture, and its figures as a table.',
        readers: 'officers',
        leftOut: 'It has no comments. Reasons are counted in it, confirmed or not.',
        files: ['svg', 'png', 'csv', 'json'].map((format) => ({
          ...{ title: format.toUpperCase(), file: `${id}.${format}`, from: 'charts' as const },
          period: period,
        })),
      };
    }),
  ];
  return { organisation, basedOn, period, groups };
}

/** Whether there is a panel to compare an organisation with, which need not be named. */
function hasOthers(workspace: Workspace, id: string): boolean {
  try {
    choosePanel(workspace, workspace.records.organisation(id), null);
    return true;
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}

function exported(title: string, file: string, period: string): Group['files'][number] {
  return { title, file, from: 'export', period };
}
