import { appendixWord } from './appendix-word.ts';
import { aboutSheet, appendixSheet } from './appendix-workbook.ts';
import { type SheetChoice, workbookBytes } from './workbook.ts';
import { stampDescription } from './written-appendix.ts';
import { levelText, type ObjectiveLevels, type WrittenTemplate } from './written-template.ts';

/**
 * A form as the bytes of a file. Excel: instructions, the scores with a list of levels to choose from and a note that
 * explains them for each objective, the levels, their words, and what the form is. Word: the tables of an appendix with
 * empty cells.
 */
export async function writeTemplate(template: WrittenTemplate, format: 'xlsx' | 'docx'): Promise<Uint8Array> {
  const { form, instructions, choices, objectives } = template;
  if (format === 'docx')
    return appendixWord({
      ...form,
      opening: [...form.opening, ...instructions],
      definitions: choices.map(({ label, meaning }) => ({ term: label, text: meaning })),
    });
  const { scoreColumns, ...scores } = appendixSheet(form, 'Scores');
  const column = scoreColumns.at(-1) ?? 0;
  return workbookBytes({
    title: form.title,
    description: stampDescription(form.stamp),
    made: form.made,
    sheets: [
      {
        name: 'Instructions',
        columns: [{ width: 6, kind: 'score' }, { width: 110 }],
        rows: [
          ['Step', form.title],
          ...[...form.opening, ...instructions].map((text, at) => [String(at + 1), text]),
        ],
      },
      {
        ...scores,
        choices: objectives.map((objective, at) => choiceOf(objective, at + 1, column, template)),
      },
      {
        name: 'Levels',
        columns: [{ width: 12, kind: 'score' }, { width: 80 }],
        rows: [['To choose', 'What it means'], ...choices.map(({ label, meaning }) => [label, meaning])],
      },
      {
        name: 'Words',
        columns: [
          { width: 5, kind: 'score' },
          { width: 24 },
          ...(objectives[0]?.levels ?? []).map(() => ({ width: 36 })),
        ],
        rows: [
          ['#', 'Objective', ...(objectives[0]?.levels ?? []).map(({ title }) => title)],
          ...objectives.map(({ number, name, levels }) => [
            String(number),
            name,
            ...levels.map(({ text }) => levelText(text)),
          ]),
        ],
        frozen: 2,
      },
      aboutSheet(form.about),
    ],
  });
}

/** @param row that of the objective in the sheet of scores, from 1 */
function choiceOf(
  { number, name, levels }: ObjectiveLevels,
  row: number,
  column: number,
  { choices }: Pick<WrittenTemplate, 'choices'>,
): SheetChoice {
  return {
    row,
    column,
    from: { sheet: 'Levels', column: 0, count: choices.length },
    title: `${number} ${name}`,
    message: `${levels.map(({ title }) => title).join(', ')}. The list says what each choice means; the note of this cell has the words of each level.`,
    note: levels.map(({ title, text }) => `${title}: ${levelText(text)}`).join('\n'),
  };
}
