import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { comparePeriods } from '../../model/period.ts';
import { joinPieces, type Line } from './line.ts';

/** What a column of an objective table holds. */
type Role = 'number' | 'name' | 'description' | `score ${string}` | `text ${string}`;

/** Where the columns of an objective table are; a column that the table lacks is absent. */
export interface ObjectiveColumns {
  readonly line: number;
  readonly width: number;
  readonly at: ReadonlyMap<string, number>;
  /** Periods with a score column, oldest first. */
  readonly periods: readonly string[];
}

const plainRoles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['#', 'number'],
  ['objective', 'name'],
  ['description', 'description'],
]);

/** Whether a line is the heading of an objective table: it names "#", "Objective" and at least one period's score. */
export function isObjectiveHeading(line: Line): boolean {
  const roles = line.cells.map(roleOf);
  return (
    roles.includes('number') && roles.includes('name') && roles.some((role) => role?.startsWith('score'))
  );
}

/** The columns of a heading line, in any order; a column that is unknown or there twice is a diagnostic. */
export function objectiveColumns(
  line: Line,
  file: string,
): { readonly columns: ObjectiveColumns; readonly diagnostics: readonly Diagnostic[] } {
  const at = new Map<string, number>();
  const periods: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, cell] of line.cells.entries()) {
    const role = roleOf(cell);
    const detail = { file, place: `line ${line.number}, column ${index + 1}`, seen: cell };
    if (role === null) {
      if (cell !== '') diagnostics.push(diagnose('document/column-unknown', { ...detail, ...unknownColumn }));
    } else if (at.has(role)) {
      diagnostics.push(diagnose('document/column-twice', { ...detail, ...twoColumns }));
    } else {
      at.set(role, index);
      if (role.startsWith('score ')) periods.push(role.slice('score '.length));
    }
  }
  periods.sort(comparePeriods);
  return { columns: { line: line.number, width: line.cells.length, at, periods }, diagnostics };
}

const unknownColumn = {
  allowed: '#, Objective, Description, "2023 Score", "2023 Comments and Action"',
  repair: 'Its text is left out; rename the column if it should be read.',
};

const twoColumns = { allowed: 'each column once', repair: 'Keep one of the two.' };

function roleOf(cell: string): Role | null {
  const heading = joinPieces([cell]).toLowerCase();
  const plain = plainRoles.get(heading);
  if (plain !== undefined) return plain;
  const match = /^(\d{4})(?:[-/–](\d{2}))? (score|comments? and actions?)$/.exec(heading);
  if (match === null) return null;
  const period = match[2] === undefined ? match[1] : `${match[1]}-${match[2]}`;
  return match[3] === 'score' ? `score ${period}` : `text ${period}`;
}
