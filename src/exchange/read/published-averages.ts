import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { shorten } from '../../kernel/shorten.ts';
import type { Framework } from '../../model/framework.ts';
import { bottomLevel, topLevel } from '../../model/framework.ts';
import { isPeriod } from '../../model/period.ts';
import type { PublishedAverage } from '../../model/published-average.ts';
import { csvParts } from './csv-parts.ts';
import { decodeDocument } from './decode-document.ts';
import { FileFault, faultProblem } from './file-fault.ts';

/** The columns of published averages, in the order in which they are written. */
export const publishedColumns = ['about', 'figure', 'n', 'period', 'source'] as const;
type Column = (typeof publishedColumns)[number];

/** What a file of published averages says; the averages are those of its rows without a finding. */
export interface PublishedReading {
  readonly averages: readonly PublishedAverage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands in the column `about` for all of a framework. */
const whole = 'whole';

/**
 * Reads published averages from CSV: a row each, with the columns `about` (`whole`, the id or name of a section, or the
 * number of an objective), `figure`, `n` (may be empty), `period` and `source`, in any order; empty rows are passed over.
 * @param file as the user named it
 * @throws Problem FILE_NOT_TEXT, FILE_EMPTY, FILE_DAMAGED, FILE_TOO_LARGE
 */
export function publishedAverages(bytes: Uint8Array, file: string, framework: Framework): PublishedReading {
  const [head = [], ...rows] = cellsOf(bytes, file);
  const columns = head.map((cell) => cell.trim().toLowerCase());
  const known = publishedColumns.every((name) => columns.filter((each) => each === name).length === 1);
  if (!known || columns.length !== publishedColumns.length) {
    const found = diagnose('published/columns', {
      file,
      place: 'first row',
      line: 1,
      seen: shorten(columns.join(', ')),
      allowed: publishedColumns.join(', '),
      repair: 'Give each of these columns once, and no other.',
    });
    return { averages: [], diagnostics: [found] };
  }
  const averages: PublishedAverage[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
    const { average, faults } = averageOf(cell, framework);
    const line = index + 2;
    for (const { column, allowed } of faults)
      diagnostics.push(
        diagnose('published/value', {
          file,
          place: `column ${column}`,
          line,
          seen: cell(column) === '' ? 'nothing' : shorten(cell(column)),
          allowed,
          repair: 'Write what is allowed there.',
        }),
      );
    if (average !== null) averages.push(average);
  }
  return { averages, diagnostics };
}

function cellsOf(bytes: Uint8Array, file: string): readonly (readonly string[])[] {
  try {
    const { parts } = csvParts(decodeDocument(bytes).text);
    return parts.flatMap((part) =>
      'rows' in part ? part.rows.map((row) => row.map(({ text }) => text)) : [],
    );
  } catch (thrown) {
    throw thrown instanceof FileFault ? faultProblem(thrown, file) : thrown;
  }
}

interface Fault {
  readonly column: Column;
  readonly allowed: string;
}

function averageOf(cell: (column: Column) => string, framework: Framework) {
  const [low, high] = [bottomLevel(framework), topLevel(framework)];
  const about = aboutOf(cell('about'), framework);
  const figure = /^\d{1,4}(\.\d{1,6})?$/.test(cell('figure')) ? Number(cell('figure')) : null;
  const n = /^[1-9]\d{0,8}$/.test(cell('n')) ? Number(cell('n')) : null;
  const period = cell('period').replace('/', '-');
  const source = cell('source');
  const faults: readonly Fault[] = [
    ...(about === null
      ? [{ column: 'about' as const, allowed: `${whole}, a section, or the number of an objective` }]
      : []),
    ...(figure === null || figure < low || figure > high
      ? [{ column: 'figure' as const, allowed: `an average from ${low} to ${high}, such as ${low}.5` }]
      : []),
    ...(n === null && cell('n') !== ''
      ? [{ column: 'n' as const, allowed: 'a whole number from 1, or nothing' }]
      : []),
    ...(isPeriod(period) ? [] : [{ column: 'period' as const, allowed: 'a year such as 2023, or 2023-24' }]),
    ...(source === '' || source.length > 300
      ? [{ column: 'source' as const, allowed: 'who published it and where, in up to 300 characters' }]
      : []),
  ];
  const average =
    faults.length > 0 || about === null || figure === null ? null : { ...about, figure, n, period, source };
  return { average, faults };
}

function aboutOf(
  written: string,
  { sections, objectives }: Framework,
): Pick<PublishedAverage, 'section' | 'objective'> | null {
  const key = written.toLowerCase();
  if (key === whole) return { section: null, objective: null };
  const section = sections.find(({ id, name }) => id === key || name.toLowerCase() === key);
  if (section !== undefined) return { section: section.id, objective: null };
  const objective = objectives.find(({ number }) => `${number}` === key.replace(/^#/, ''));
  return objective === undefined ? null : { section: null, objective: objective.number };
}
