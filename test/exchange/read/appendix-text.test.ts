import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../../src/exchange/read/document-reading.ts';
import { describeDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { midpoint } from '../../../src/model/score.ts';
import { framework, readMedway } from './medway.ts';

const reading = readMedway();

function rows(period: string) {
  const assessment = reading.assessments.find((one) => one.period === period);
  if (assessment === undefined) throw new Error(`no ${period}`);
  return assessment.rows;
}

function scores(period: string) {
  return rows(period).flatMap((row) => (row.state === 'scored' ? [row.score] : []));
}

function counts(period: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { label } of scores(period)) found[label] = (found[label] ?? 0) + 1;
  return found;
}

function textOf(objective: number, period: string): string {
  return rows(period).find((row) => row.objective === objective)?.text ?? '';
}

function objective(number: number, of: DocumentReading = reading) {
  return of.objectives.find((one) => one.number === number);
}

describe('the appendix as a whole', () => {
  it('has the framework’s sections and objectives, in order, under the same headings', () => {
    expect(reading.sections.map(({ id }) => id)).toEqual(framework.sections.map(({ id }) => id));
    expect(reading.objectives.map(({ number, section }) => [number, section])).toEqual(
      framework.objectives.map(({ number, section }) => [number, section]),
    );
    expect([reading.sections.length, reading.objectives.length]).toEqual([11, 59]);
  });

  it('has 59 scores for each of two years', () => {
    expect(reading.assessments.map(({ period, organisation }) => [period, organisation])).toEqual([
      ['2022', 'medway'],
      ['2023', 'medway'],
    ]);
    expect(counts('2022')).toEqual({ '2': 8, '2/3': 1, '3': 47, '4': 3 });
    expect(counts('2023')).toEqual({ '2/3': 2, '3': 39, '4': 18 });
  });

  it('has 50 and 57 objectives at 3 or above, means of 2.907 and 3.288, 24 rises and no fall', () => {
    const satisfactory = (period: string) => scores(period).filter(({ achieved }) => achieved >= 3).length;
    const mean = (period: string) =>
      scores(period).reduce((sum, score) => sum + midpoint(score), 0) / scores(period).length;
    const later = scores('2023').map(midpoint);
    const change = scores('2022').map((score, index) => (later[index] ?? 0) - midpoint(score));
    expect([satisfactory('2022'), satisfactory('2023')]).toEqual([50, 57]);
    expect([mean('2022').toFixed(3), mean('2023').toFixed(3)]).toEqual(['2.907', '3.288']);
    expect(change.filter((by) => by > 0).length).toBe(24);
    expect(change.filter((by) => by < 0).length).toBe(0);
  });

  it('keeps the title and the note under the last heading', () => {
    expect(reading.title).toBe('Appendix 1 – Complete Objectives List with updates');
    expect(reading.sections.flatMap(({ id, notes }) => notes.map((note) => [id, note]))).toEqual([
      [
        'enablers',
        'This subsection encapsulates specific, cross-cutting issues and therefore the individual scoring criteria has been included for each.',
      ],
    ]);
  });
});

describe('single cells', () => {
  it('are joined so that quotes have the offsets of the stored text', () => {
    expect(textOf(4, '2023').slice(183, 251)).toBe(
      "A '5' can only be achieved by representation on joint Council boards",
    );
  });

  it('run on over blank lines and pages', () => {
    expect(textOf(2, '2023')).toContain('enhance this objective. Specifically, are there any');
    expect(textOf(57, '2023')).toContain(
      'In addition, all of the procurement and contract management information',
    );
    expect(textOf(15, '2023')).toContain('collaborative contracting with others in the sector');
  });

  it('are put together where a row was split over lines: names, descriptions and comments of 10 and 41', () => {
    expect(objective(10)).toMatchObject({
      name: 'Staff development for partnership working',
      description: 'The extent to which staff development encompasses the benefits of partnership working.',
    });
    expect(textOf(10, '2023')).toBe(
      "This objective scored '3' (mature) – defined as - Training programmes cover 'soft skills' of partnership working as well as council processes. Commentary: The difficulty of progressing this further is the ability to dedicate resources to external needs that may never substantiate. No further action.",
    );
    expect(objective(41)).toMatchObject({
      name: 'Policy and scope (SMEs)',
      description:
        'The extent to which small business engagement is included in commissioning and procurement policies.',
    });
  });

  it('are given back to the objective they belong to: the tail of 31 that stood in 32', () => {
    expect(textOf(31, '2023')).toMatch(/how they are delivered via action #34\.$/);
    expect(textOf(32, '2023')).toMatch(/^Social Value has been included in the introductory training/);
  });

  it('keep what the authors wrote, mistakes and all', () => {
    expect(objective(48)?.description).toContain('VSCE engagement');
    expect(textOf(24, '2022')).toMatch(
      /this would be the responsible of the relevant service areas to adopt\.$/,
    );
    expect(textOf(28, '2023')).toContain('defined as -Basic checks made');
  });
});

describe('principles and criteria grids', () => {
  it('are mended where page breaks damaged them', () => {
    const principle = (section: string, level: number) =>
      reading.sections.find(({ id }) => id === section)?.principles.find((one) => one.level === level)?.text;
    expect(principle('working-with-partners', 1)).toBe(
      'There are teams but they work in isolation from commercial and procurement advisers.',
    );
    expect(principle('managing-strategic-risk', 4)).toBe(
      'All vulnerable areas identified and policies and plans in place and shared ownership, transparency and reporting with appropriate contractors.',
    );
  });

  it('are five levels for each of the four enablers', () => {
    expect(reading.criteria.map(({ objective, level }) => `${objective}/${level}`).join(' ')).toBe(
      [56, 57, 58, 59].flatMap((one) => [1, 2, 3, 4, 5].map((level) => `${one}/${level}`)).join(' '),
    );
    expect(
      reading.criteria
        .filter(({ objective }) => objective === 59)
        .map(({ text }) => text)
        .slice(3),
    ).toEqual([
      'Senior leaders recognise the importance of procurement and contract management, and promote as a way of leading and managing organisational change.',
      'Procurement and contract management are key drivers of organisational change and are embedded at all levels in the organisation. Lessons learned shared with other organisations at regional and national level.',
    ]);
  });
});

it('reports where the source disagrees with itself, and changes nothing', () => {
  const found = reading.diagnostics.filter(({ code }) => code !== 'document/correction-applied');
  expect(found.map(describeDiagnostic).join('\n')).toMatchInlineSnapshot(`
    "warning: The source gives one objective two names (appendix-1.txt, line 244, objective 57). Seen: "Exploiting digital technology" above its criteria (line 185), "Exploring digital technology" in its row. Both are kept; the name in the row is used.
    warning: A score stands beside a different agreed standard (appendix-1.txt, line 76, objective 18, 2022). Seen: score 2/3 beside "NA, achieved baseline of '3' as agreed November 2021.". Both are kept; the score counts."
  `);
  expect(rows('2022').find((row) => row.objective === 18)).toMatchObject({ score: { label: '2/3' } });
  expect(objective(57)?.name).toBe('Exploring digital technology');
});
