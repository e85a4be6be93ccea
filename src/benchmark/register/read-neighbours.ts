import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { NeighboursForm } from '../../model/register-form.ts';
import { columnOf } from './column-of.ts';
import type { NeighbourList } from './neighbour-list.ts';
import type { RegisterTable } from './register-table.ts';

/** The neighbours of areas, in the order of their list, with what is wrong with it. */
export interface ReadNeighbours {
  readonly areas: readonly NeighbourList[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The neighbours of a table in a form. An area may have fewer than there are columns, at the end of its row. A row
 * without area, an area twice, a neighbour twice or of itself, and an empty cell between neighbours are errors.
 */
export function readNeighbours(table: RegisterTable, form: NeighboursForm): ReadNeighbours {
  const { file } = table;
  const diagnostics: Diagnostic[] = [];
  const wrong = (place: string, seen: string, allowed: string) =>
    diagnostics.push(
      diagnose('register/neighbour-wrong', {
        file,
        place,
        seen,
        allowed,
        repair: 'Take the file anew from where it is published, or correct the row.',
      }),
    );
  const areaOf = columnOf(table, form.columns.area);
  const places = form.columns.places.map((heading) => ({ heading, cell: columnOf(table, heading) }));
  const first = new Map<string, string>();
  const areas = table.rows.flatMap((row): readonly NeighbourList[] => {
    const { place } = row;
    const area = areaOf(row);
    if (area === null) {
      const where = `${place}, ${form.columns.area}`;
      const repair = 'Fill it in, or remove the row.';
      diagnostics.push(
        diagnose('register/value-missing', {
          file,
          place: where,
          seen: 'nothing',
          allowed: 'a code',
          repair,
        }),
      );
      return [];
    }
    const before = first.get(area);
    if (before !== undefined) {
      const repair = 'Keep the row that is right.';
      const where = `${place}, ${form.columns.area}`;
      const seen = `${area}, as in ${before}`;
      diagnostics.push(
        diagnose('register/code-twice', { file, place: where, seen, allowed: 'each code once', repair }),
      );
    }
    first.set(area, place);
    const cells = places.map(({ heading, cell }) => ({ heading, neighbour: cell(row) }));
    const last = cells.findLastIndex(({ neighbour }) => neighbour !== null);
    const neighbours: string[] = [];
    for (const { heading, neighbour } of cells.slice(0, last + 1)) {
      const where = `${place}, ${heading}`;
      if (neighbour === null) wrong(where, 'nothing', 'a code, since one follows');
      else if (neighbour === area) wrong(where, `${area} itself`, 'another area');
      else if (neighbours.includes(neighbour)) wrong(where, `${neighbour} twice`, 'each neighbour once');
      else neighbours.push(neighbour);
    }
    return [{ area, neighbours }];
  });
  return { areas, diagnostics };
}
