import { type Diagnostic, type DiagnosticCode, diagnose } from '../../kernel/diagnostics.ts';
import type { OrganisationsForm } from '../../model/register-form.ts';
import { columnOf } from './column-of.ts';
import type { RegisterTable } from './register-table.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import { successionRing } from './succession-ring.ts';

/** The organisations of a list, in its order, with what is wrong with it. */
export interface ReadOrganisations {
  readonly organisations: readonly RegisteredOrganisation[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Placed {
  readonly place: string;
  readonly one: RegisteredOrganisation;
}

/**
 * The organisations of a table in a form. A row without code or name, a code or the code of an area that stands there
 * twice, a day that is none, an end before its beginning, and successions that go round are errors; a successor that
 * the list lacks is a warning, and left out. An area that the form knows to have another code now gets it, and keeps the
 * earlier one as a former one; a list that has the new code already stays as it is.
 */
export function readOrganisations(table: RegisterTable, form: OrganisationsForm): ReadOrganisations {
  const { file } = table;
  const diagnostics: Diagnostic[] = [];
  const say = (code: DiagnosticCode, place: string, seen: string, allowed: string, repair: string) =>
    diagnostics.push(diagnose(code, { file, place, seen, allowed, repair }));
  const placed = recoded(rowsOf(table, form, say), form);
  for (const [field, heading] of [
    ['organisation', form.columns.code],
    ['areaCode', form.columns.areaCode ?? ''],
  ] as const) {
    const first = new Map<string, string>();
    for (const { place, one } of placed) {
      const code = one[field];
      if (code === null) continue;
      const before = first.get(code.toLowerCase());
      if (before === undefined) first.set(code.toLowerCase(), place);
      else
        say(
          'register/code-twice',
          `${place}, ${heading}`,
          `${code}, as in ${before}`,
          'each code once',
          'Keep the row that is right.',
        );
    }
  }
  const known = new Set(placed.map(({ one }) => one.organisation));
  const organisations = placed.map(({ place, one }) => {
    const strangers = one.successors.filter((code) => !known.has(code) || code === one.organisation);
    for (const code of strangers)
      say(
        'register/code-unknown',
        `${place}, ${form.columns.successors ?? ''}`,
        code,
        'the code of another row',
        'It is left out; a fuller list may have it.',
      );
    return { ...one, successors: one.successors.filter((code) => !strangers.includes(code)) };
  });
  const ring = successionRing(organisations);
  if (ring !== null)
    say(
      'register/value-wrong',
      form.columns.successors ?? '',
      ring.join(' to '),
      'successors that lead to an end',
      'Correct who took the place of whom.',
    );
  return { organisations, diagnostics };
}

function rowsOf(
  table: RegisterTable,
  { columns, separator }: OrganisationsForm,
  say: (code: DiagnosticCode, place: string, seen: string, allowed: string, repair: string) => void,
): readonly Placed[] {
  const cell = Object.fromEntries(
    Object.entries(columns).map(([field, heading]) => [field, columnOf(table, heading)]),
  );
  return table.rows.flatMap((row): readonly Placed[] => {
    const { place } = row;
    const value = (field: keyof typeof columns) => cell[field]?.(row) ?? null;
    const list = (field: keyof typeof columns) => [
      ...new Set(
        (value(field) ?? '')
          .split(separator)
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ];
    const day = (field: 'started' | 'ended') => {
      const written = value(field);
      if (written === null || isDay(written)) return written;
      const where = `${place}, ${columns[field] ?? ''}`;
      say('register/value-wrong', where, written, 'a day as YYYY-MM-DD, or nothing', 'Correct the day.');
      return null;
    };
    const code = value('code');
    const name = value('name');
    for (const [heading, given] of [
      [columns.code, code],
      [columns.name, name],
    ] as const)
      if (given === null)
        say(
          'register/value-missing',
          `${place}, ${heading}`,
          'nothing',
          'a text',
          'Fill it in, or remove the row.',
        );
    const [started, ended] = [day('started'), day('ended')];
    if (started !== null && ended !== null && ended < started) {
      const where = `${place}, ${columns.ended ?? ''}`;
      say('register/value-wrong', where, ended, `${started} or later`, 'Correct the day.');
    }
    if (code === null || name === null) return [];
    const one = {
      ...{ organisation: code, name, started, ended },
      shortName: value('shortName'),
      slug: value('slug'),
      areaCode: value('areaCode'),
      formerAreaCodes: list('formerAreaCodes'),
      alternativeNames: list('alternativeNames'),
      type: value('typeName') ?? value('type'),
      region: value('region'),
      nation: value('nation'),
      successors: list('successors'),
    };
    return [{ place, one }];
  });
}

function recoded(placed: readonly Placed[], { recodedAreas = [] }: OrganisationsForm): readonly Placed[] {
  const held = new Set(placed.map(({ one }) => one.areaCode));
  return placed.map(({ place, one }) => {
    const change = recodedAreas.find(({ from, to }) => from === one.areaCode && !held.has(to));
    if (change === undefined) return { place, one };
    const formerAreaCodes = [change.from, ...one.formerAreaCodes];
    return { place, one: { ...one, areaCode: change.to, formerAreaCodes } };
  });
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}
