import type { Overview } from '../app/overview-data.ts';
import type { Links } from './links.ts';

/** A kind of file to take away, in the forms that it has. */
export interface FileGroup {
  readonly title: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly href: string }[];
}

/** The files that can be taken from an overview; null where there is no server to make them. */
export function fileLinks(
  { exported }: Pick<Links, 'exported'>,
  { basedOn, period }: Pick<Overview, 'basedOn' | 'period'>,
): readonly FileGroup[] | null {
  const file = (name: string, path: string, of: string) => {
    const address = exported(path);
    return address === null ? [] : [{ name, href: `${address}?${new URLSearchParams({ period: of })}` }];
  };
  const groups = [
    {
      title: `Appendix for ${basedOn}`,
      text: `Every objective with scores, comments and actions, and targets for ${period}, for a committee. Reasons that nobody has confirmed are left out, and counted.`,
      files: [
        ...file('Appendix for Word (DOCX)', 'appendix.docx', basedOn),
        ...file('Appendix for Excel (XLSX)', 'appendix.xlsx', basedOn),
        ...file('Scores and comments (CSV)', 'appendix.csv', basedOn),
      ],
    },
    {
      title: `Form for ${period}`,
      text: `To enter the ${period} scores in, beside those of ${basedOn}. It is imported when it is filled in.`,
      files: [
        ...file('Form for Excel (XLSX)', 'template.xlsx', period),
        ...file('Form for Word (DOCX)', 'template.docx', period),
      ],
    },
    {
      title: `Advice for ${period}`,
      text: 'Every ceiling and target with its reason, and how far each reason was looked at. For work inside the organisation.',
      files: [
        ...file('Advice for Excel (XLSX)', 'advice.xlsx', period),
        ...file('Advice (CSV)', 'advice.csv', period),
        ...file('Advice for programs (JSON)', 'advice.json', period),
      ],
    },
    {
      title: `Plan for ${period}`,
      text: 'The targets that were chosen, with owner, action, due date and officer-days. Internal notes and evidence are left out.',
      files: [
        ...file('Plan for Excel (XLSX)', 'plan.xlsx', period),
        ...file('Plan (CSV)', 'plan.csv', period),
      ],
    },
  ];
  return groups.every(({ files }) => files.length === 0) ? null : groups;
}
