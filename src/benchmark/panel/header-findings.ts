import { basename } from 'node:path';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import {
  commentWords,
  neededColumns,
  type PanelColumn,
  panelColumns,
  passedColumn,
} from './panel-columns.ts';
import { columnKey } from './read-header.ts';
import { visibleText } from './visible-text.ts';

/** Which column of a panel each column of a file is; null for one that is passed over. */
export interface NamedColumns {
  readonly columns: readonly (PanelColumn | null)[];
  readonly findings: readonly Diagnostic[];
}

/** Names the columns of a file; finds those that a panel does not have, that stand there twice, and that are missing. */
export function namedColumns(file: string, row: number, written: readonly string[]): NamedColumns {
  const keys = written.map(columnKey);
  const columns = keys.map((key) => panelColumns.find((column) => column === key) ?? null);
  const at = { file: basename(file), line: row };
  const findings = keys.flatMap((key, index): readonly Diagnostic[] => {
    const seen = visibleText(written[index] ?? '');
    const place = `column ${index + 1}`;
    if (key !== '' && keys.indexOf(key) < index && isKnown(key))
      return [
        diagnose('panel/column-twice', {
          ...at,
          place,
          seen,
          allowed: 'each column once',
          repair: 'Take one of the two away.',
        }),
      ];
    if (isKnown(key)) return [];
    if (key.split('_').some((word) => commentWords.includes(word)))
      return [
        diagnose('panel/column-comment', {
          ...at,
          place,
          seen,
          allowed: known,
          repair: 'Comments stay at home: take the column away.',
        }),
      ];
    return [
      diagnose('panel/column-unknown', {
        ...at,
        place,
        seen: seen === '' ? 'a column without a name' : seen,
        allowed: known,
        repair: 'Take the column away, or give it one of these names.',
      }),
    ];
  });
  const missing = neededColumns
    .filter((column) => !keys.includes(column))
    .map((column) =>
      diagnose('panel/column-missing', {
        ...at,
        place: `column ${column}`,
        seen: visibleText(written.join(', ')),
        allowed: `${neededColumns.join(', ')}, and more`,
        repair: `Add the column ${column}, with its name in the first row.`,
      }),
    );
  return { columns, findings: [...findings, ...missing] };
}

const known = [...panelColumns, passedColumn].join(', ');

function isKnown(key: string): boolean {
  return key === passedColumn || panelColumns.some((column) => column === key);
}
