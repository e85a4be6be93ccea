import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAppendix } from '../../src/exchange/read/appendix-text.ts';
import { readCorrections } from '../../src/exchange/read/corrections.ts';
import { matches, mismatches } from '../../src/kernel/schema.ts';
import { readTextFile } from '../../src/kernel/text-file.ts';
import { CriteriaFile, heldText } from '../../src/model/criterion.ts';
import { Framework } from '../../src/model/framework.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pack = `${root}rules/lga-nps-2018`;
const document = 'data/sources/medway/appendix-1.txt';

function parsed(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readFramework(): Framework {
  const content = parsed(`${pack}/framework.json`);
  if (!matches(Framework, content)) throw new Error(JSON.stringify(mismatches(Framework, content)));
  return content;
}

function readCriteria(file: string): CriteriaFile {
  const content = parsed(`${pack}/criteria/${file}`);
  if (!matches(CriteriaFile, content)) throw new Error(JSON.stringify(mismatches(CriteriaFile, content)));
  return content;
}

const framework = readFramework();
const files = readdirSync(`${pack}/criteria`).sort();
const sections = files.map(readCriteria);
const criteria = sections.flatMap((section) => section.criteria);
const reading = readAppendix(readTextFile(`${root}${document}`), {
  framework,
  organisation: 'medway',
  file: document,
  corrections: readCorrections(`${root}data/sources/medway/corrections.json`),
});

describe('the framework', () => {
  it('has five levels, the third of which is satisfactory', () => {
    expect(framework.levels.map(({ level, name }) => `${level} ${name}`)).toEqual([
      '1 Minimum',
      '2 Developing',
      '3 Mature',
      '4 Leader',
      '5 Innovator',
    ]);
    expect(framework.satisfactory).toBe(3);
  });

  it('says of sections and principles what the appendix says', () => {
    expect(framework.sections).toEqual(
      reading.sections.map(({ id, name, principles }) => ({ id, name, principles })),
    );
    expect(framework.sections.map(({ principles }) => principles.length)).toEqual([
      ...Array.from({ length: 10 }, () => 5),
      0,
    ]);
  });

  it('says of objectives what the appendix says', () => {
    expect(framework.objectives).toEqual(reading.objectives.map(({ place, ...objective }) => objective));
    expect(framework.objectives.map(({ number }) => number)).toEqual(
      Array.from({ length: 59 }, (_, at) => at + 1),
    );
  });
});

describe('the criteria', () => {
  it('stand in one file for each section, in order of objective and level', () => {
    expect(files).toEqual(framework.sections.map(({ id }) => `${id}.json`).sort());
    for (const [at, { section, criteria: cells }] of sections.entries()) {
      expect(`${section}.json`).toBe(files[at]);
      const home = new Set(
        framework.objectives.filter((one) => one.section === section).map(({ number }) => number),
      );
      const keys = cells.map(({ objective, level }) => objective * 10 + level);
      expect(cells.every(({ objective }) => home.has(objective))).toBe(true);
      expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    }
  });

  it('are 61 of 295 cells: 20 in full, 41 as quoted', () => {
    const held = framework.objectives.flatMap(({ number }) =>
      framework.levels.map(({ level }) => heldText(framework, criteria, number, level).held),
    );
    const count = (kind: string) => held.filter((one) => one === kind).length;
    expect([held.length, criteria.length]).toEqual([295, 61]);
    expect([count('full'), count('as-quoted'), count('principle'), count('none')]).toEqual([20, 41, 234, 0]);
  });

  it('are each in the appendix, word for word, where they say', () => {
    for (const { objective, level, held, text, source } of criteria) {
      expect(source.document).toBe(document);
      if (held === 'full') {
        expect(source.period).toBeNull();
        expect(reading.criteria.find((one) => one.objective === objective && one.level === level)?.text).toBe(
          text,
        );
      } else {
        const assessment = reading.assessments.find(({ period }) => period === source.period);
        expect(assessment?.rows.find((row) => row.objective === objective)?.text).toContain(text);
      }
    }
  });

  it('are parted into statements where they are printed in full, at the ends of their sentences', () => {
    for (const { held, text, statements } of criteria) {
      // A sentence in brackets explains the one before it, and stays with it; so does a list after its colon.
      const sentences = held === 'full' ? text.split(/(?<=\.\)?) (?=[A-Z])/) : [text];
      const parts = statements?.map((statement) => statement.text) ?? [text];
      expect(parts).toEqual(sentences);
      expect(parts.join(' ')).toBe(text);
    }
    expect(criteria.flatMap(({ statements = [] }) => statements)).toHaveLength(24);
  });

  it('are all that the comments quote as a definition', () => {
    const quoting = reading.assessments.flatMap(({ period, rows }) =>
      rows
        .filter(({ text }) => text.includes('defined as -'))
        .map(({ objective }) => ({ period, objective })),
    );
    expect(quoting).toHaveLength(41);
    const printed = quoting.filter(({ objective }) => objective >= 56);
    expect(printed).toHaveLength(4);
    for (const { objective, period } of quoting) {
      const row = reading.assessments.find((one) => one.period === period)?.rows[objective - 1];
      const after = row?.text.slice(row.text.indexOf('defined as -') + 'defined as -'.length).trim() ?? '';
      const level = Number(/'(\d)'/.exec(row?.text ?? '')?.[1]);
      const cell = criteria.find((one) => one.objective === objective && one.level === level);
      expect(after.startsWith(cell?.text ?? 'no criterion')).toBe(true);
      expect(after.slice(cell?.text.length)).toMatch(
        /^$|^ (Commentary:|Action:|To score a '\d'|No further action)/,
      );
    }
  });

  it('are also what comments quote as a requirement: of 16, 26, 28 and 46 at level 4', () => {
    const required = criteria.filter(({ objective, level, held }) => {
      const row = reading.assessments.at(-1)?.rows[objective - 1];
      return held === 'as-quoted' && row?.state === 'scored' && row.score.achieved < level;
    });
    expect(required.map(({ objective, level }) => `${objective} at ${level}`).sort()).toEqual([
      '16 at 4',
      '26 at 4',
      '28 at 4',
      '46 at 4',
    ]);
  });
});
