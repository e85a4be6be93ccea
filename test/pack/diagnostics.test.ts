import { expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { type Changes, refusal, withPack } from './allotment.ts';

const deep = (levels: number): string =>
  levels === 1
    ? '{ "all": [{ "fact": "room", "operator": "equal", "value": 0 }] }'
    : `{ "any": [${deep(levels - 1)}] }`;
const room = '{ "all": [{ "fact": "room", "operator": "equal", "value": 0 }] }';
it('a condition of eight groups inside each other is allowed', () => {
  expect(refusal({ 'targets.json': [[room, deep(8)]] })).toEqual([]);
});

it('the problem counts the errors, and names file, place, value, allowed values and repair of each', () => {
  const changes: Changes = {
    'targets.json': [['"fact": "room"', '"fact": "space"']],
    'ceilings.json': [['"cause": "time"', '"cause": "weather"']],
    'reading.json': [['"is defined as"', '"is (defined as"']],
  };
  withPack(changes, (folder) => {
    expect(() => loadPack(folder)).toThrow(/^The rules cannot be used: .*\. Seen: 3 errors\. Mend these:/);
  });
  expect(refusal(changes)).toMatchInlineSnapshot(`
    [
      "error: A rule names something that the pack does not have (ceilings.json:36, rule said-hours). Seen: weather. Allowed: neighbours, time. Name something that the pack has.",
      "error: A phrase cannot be read (reading.json:16, phrases criterion). Seen: "is (defined as", with a missing ")". Allowed: word, stem*, (a|b), [x], ..3, <level>, {set}, ^. Mend the phrase.",
      "error: A condition tests a fact that does not exist (targets.json:8, rule at-the-ceiling). Seen: space. Allowed: objective, section, achieved, said.hours, said.neighbours, factor.shared-shed, factor.show-tent, workingTowards, decision, path, room. Name one of these facts.",
    ]
  `);
});

it('a file that is missing is named', () => {
  withPack({}, (folder) => {
    expect(() => loadPack(`${folder}/nowhere`)).toThrow(/cannot be read: .*framework\.json/);
  });
});
