import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { factCatalogue } from '../../src/pack/facts.ts';
import { changedPack } from './allotment.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8');
const pack = changedPack({});

it('the page on rules names every fact, with the values that it can have', () => {
  for (const stage of ['reading', 'ceilings', 'targets'] as const) {
    for (const [fact, kind] of factCatalogue(pack, stage)) {
      const name = fact.replace(/^said\..+/, 'said.<signal>').replace(/^factor\..+/, 'factor.<id>');
      const row = page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
      expect(row, fact).toBeDefined();
      if (kind.type === 'word' && name !== 'section')
        for (const value of kind.values) expect(row, fact).toContain(`\`${value}\``);
    }
  }
});

it('a stage sees its own facts and no later ones', () => {
  const facts = (stage: 'reading' | 'ceilings' | 'targets') => [...factCatalogue(pack, stage).keys()];
  expect(facts('reading')).toEqual(['part']);
  expect(facts('ceilings')).toEqual([
    'objective',
    'section',
    'achieved',
    'said.hours',
    'said.neighbours',
    'factor.shared-shed',
    'factor.show-tent',
  ]);
  expect(facts('targets')).toEqual([...facts('ceilings'), 'workingTowards', 'decision', 'path', 'room']);
});
