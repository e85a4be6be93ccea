import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { shorten } from '../../kernel/shorten.ts';
import type { DocumentHeading, DocumentTable, FormatFinding } from './document-table.ts';
import { headedRows } from './headed-rows.ts';
import { joinPieces } from './line.ts';

/** Of one kind of finding, the most that are said each by itself. */
const mostOfOneKind = 50;

/** What the reader of a format noticed, as a diagnostic. */
export function formatFinding({ code, place, seen }: FormatFinding, file: string): Diagnostic {
  return diagnose(code, { file, place, seen, allowed: '', repair: formatRepairs[code] });
}

const formatRepairs: Readonly<Record<FormatFinding['code'], string>> = {
  'document/formula':
    'The value kept beside each was taken; check that the file was saved after its last change.',
  'document/formula-empty':
    'It counts as empty; open the file in a spreadsheet, save it, and import it again.',
  'document/not-followed': 'It is left out; put what belongs to an objective into its row.',
  'document/tracked-changes': 'It was read as if all were accepted.',
  'document/sheet-hidden': 'It is left out; show the sheet if it holds scores.',
  'document/encoding': 'Check names and quotation marks, or save the file as UTF-8.',
};

/** A warning that a table is left out. */
export function tableUnread({ name, rows }: DocumentTable, file: string): Diagnostic {
  const first = rows.flat().find(({ text }) => text.trim() !== '');
  return diagnose('document/table-unread', {
    file,
    place: first?.address ?? name,
    seen: JSON.stringify(shorten(joinPieces([first?.text ?? '']))),
    allowed: '',
    repair: 'It has no heading of objectives and scores, and is left out.',
  });
}

/** Text after the title that stands in no table: one finding for all of it. */
export function outsideText(
  [, first, ...more]: readonly DocumentHeading[],
  file: string,
): readonly Diagnostic[] {
  if (first === undefined) return [];
  const last = more.at(-1);
  return [
    diagnose('document/text-outside-table', {
      file,
      place:
        last === undefined ? first.address : `${first.address} to ${last.address}, ${more.length + 1} in all`,
      seen: JSON.stringify(shorten(joinPieces([first.heading]))),
      allowed: '',
      repair: 'It is left out; if it belongs to a cell, put it there.',
    }),
  ];
}

/** Errors where the rows of a table are of more than one organisation or framework. */
export function conflicts(tables: readonly DocumentTable[], file: string): readonly Diagnostic[] {
  return tables.flatMap((table) => {
    const { heading: columns, rows } = headedRows(table);
    return ['organisation', 'framework'].flatMap((heading) => {
      const at = columns.findIndex(({ text }) => joinPieces([text]).toLowerCase() === heading);
      const values = [...new Set(rows.map((row) => row[at]?.text.trim() ?? ''))].filter(
        (text) => text !== '',
      );
      if (at === -1 || values.length < 2) return [];
      const other = rows.find((row) => row[at]?.text.trim() === values[1]);
      return [
        diagnose('document/stamp-conflict', {
          file,
          place: other?.[at]?.address ?? '',
          seen: values.slice(0, 5).join(', '),
          allowed: `one ${heading}`,
          repair: 'Split the file.',
        }),
      ];
    });
  });
}

/** The findings with at most so many of one kind, and how many more there are. */
export function few(found: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1);
  const said = new Map<string, number>();
  const kept = found.filter(({ code }) => {
    said.set(code, (said.get(code) ?? 0) + 1);
    return (said.get(code) ?? 0) <= mostOfOneKind;
  });
  const more = [...counts].filter(([, count]) => count > mostOfOneKind);
  return [
    ...kept,
    ...more.map(([code, count]) => ({
      code,
      severity: found.find((one) => one.code === code)?.severity ?? 'warning',
      file,
      place: 'elsewhere',
      seen: `${count - mostOfOneKind} more of these`,
      allowed: '',
      repair: 'Mend those above first.',
    })),
  ];
}
