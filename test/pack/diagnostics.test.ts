import { expect, it } from 'vitest';
import { diagnosticCatalogue } from '../../src/kernel/diagnostics.ts';
import { loadPack } from '../../src/pack/load.ts';
import { type Changes, refusal, withPack } from './allotment.ts';

const deep = (levels: number): string =>
  levels === 1
    ? '{ "all": [{ "fact": "room", "operator": "equal", "value": 0 }] }'
    : `{ "any": [${deep(levels - 1)}] }`;
const room = '{ "all": [{ "fact": "room", "operator": "equal", "value": 0 }] }';
const saidHours = '{ "fact": "said.hours", "operator": "equal", "value": "stated" }';

const broken: readonly (readonly [says: string, code: string, changes: Changes])[] = [
  ['JSON that ends early', 'pack/schema', { 'links.json': '{ "links": [' }],
  ['a key that is misspelt', 'pack/schema', { 'links.json': [['"kind"', '"kinds"']] }],
  [
    'a value of another type',
    'pack/schema',
    { 'framework.json': [['"satisfactory": 2', '"satisfactory": "2"']] },
  ],
  ['an empty group in a condition', 'pack/schema', { 'targets.json': [[room, '{ "any": [] }']] }],
  ['a group "not" in a condition', 'pack/schema', { 'targets.json': [[room, `{ "not": ${room} }`]] }],
  [
    'a case that expects nothing',
    'pack/schema',
    {
      'cases/soil.json':
        '{"cases":[{"id":"c","sentence":"S.","given":{"objective":1,"score":"1","comment":""},"expected":{}}]}',
    },
  ],
  [
    'two levels of one number',
    'pack/duplicate-id',
    { 'framework.json': [['"level": 3, "name": "Shown"', '"level": 2, "name": "Shown"']] },
  ],
  [
    'a gap between two levels',
    'pack/levels-apart',
    { 'framework.json': [['"level": 3, "name": "Shown"', '"level": 4, "name": "Shown"']] },
  ],
  [
    'a sentence that says a set with a name that every object has',
    'pack/unknown-id',
    { 'reading.json': [['"value": "short-of-time" }', '"value": "toString" }']] },
  ],
  ['two causes of one id', 'pack/duplicate-id', { 'causes.json': [['"id": "time"', '"id": "neighbours"']] }],
  [
    'two target rules of one id',
    'pack/duplicate-id',
    { 'targets.json': [['"finish-it"', '"at-the-ceiling"']] },
  ],
  [
    'an objective in no section',
    'pack/unknown-id',
    { 'framework.json': [['"section": "soil"', '"section": "sky"']] },
  ],
  [
    'a satisfactory level that is none',
    'pack/unknown-id',
    { 'framework.json': [['"satisfactory": 2', '"satisfactory": 7']] },
  ],
  [
    'a ceiling rule with another cause',
    'pack/unknown-id',
    { 'ceilings.json': [['"cause": "time"', '"cause": "weather"']] },
  ],
  [
    'a ceiling rule with another circumstance',
    'pack/unknown-id',
    { 'ceilings.json': [['"factor": "shared-shed"', '"factor": "shed"']] },
  ],
  [
    'a ceiling rule for a signal that nothing raises',
    'pack/unknown-id',
    { 'ceilings.json': [['"signal": "hours"', '"signal": "rain"']] },
  ],
  [
    'a quote that the rubric does not have',
    'pack/unknown-id',
    { 'ceilings.json': [['together with the neighbouring plots"', 'together with the neighbours"']] },
  ],
  [
    'a rule that rules out the lowest level',
    'pack/unknown-id',
    { 'ceilings.json': [['"rulesOut": 3', '"rulesOut": 0']] },
  ],
  [
    'a marker without phrases',
    'pack/unknown-id',
    { 'reading.json': [['"contrast": "contrast"', '"contrast": "turn"']] },
  ],
  [
    'a sentence tested for phrases that are not there',
    'pack/unknown-id',
    { 'reading.json': [['"value": "starts"', '"value": "begins"']] },
  ],
  [
    'a link to an objective that is not there',
    'pack/unknown-id',
    { 'links.json': [['"objectives": [1]', '"objectives": [99]']] },
  ],
  [
    'a case with a circumstance that is not there',
    'pack/unknown-id',
    {
      'cases/soil.json':
        '{"cases":[{"id":"c","sentence":"S.","given":{"objective":1,"score":"1","comment":"","factors":{"rain":"yes"}},"expected":{"ceiling":2}}]}',
    },
  ],
  [
    'a fact that does not exist',
    'pack/unknown-fact',
    { 'targets.json': [['"fact": "room"', '"fact": "space"']] },
  ],
  [
    'a fact of a later stage',
    'pack/unknown-fact',
    { 'ceilings.json': [[saidHours, '{ "fact": "room", "operator": "equal", "value": 0 }']] },
  ],
  [
    'an order asked of words',
    'pack/wrong-operator',
    { 'ceilings.json': [[saidHours, '{ "fact": "said.hours", "operator": "greaterThan", "value": 1 }']] },
  ],
  [
    'a word that the fact never is',
    'pack/wrong-operator',
    { 'ceilings.json': [['"value": "stated"', '"value": "certain"']] },
  ],
  [
    'a number compared with a word',
    'pack/wrong-operator',
    { 'targets.json': [[room, '{ "all": [{ "fact": "room", "operator": "equal", "value": "0" }] }']] },
  ],
  [
    'a sentence asked outside reading',
    'pack/wrong-operator',
    {
      'targets.json': [[room, '{ "all": [{ "fact": "sentence", "operator": "says", "value": "starts" }] }']],
    },
  ],
  [
    'a ceiling that rests on a circumstance that is there',
    'pack/factor-direction',
    {
      'ceilings.json': [
        [
          '"fact": "factor.shared-shed", "operator": "notEqual"',
          '"fact": "factor.shared-shed", "operator": "equal"',
        ],
      ],
    },
  ],
  [
    'a target that rests on a circumstance that is not there',
    'pack/factor-direction',
    {
      'targets.json': [
        [room, '{ "all": [{ "fact": "factor.show-tent", "operator": "notEqual", "value": "yes" }] }'],
      ],
    },
  ],
  ['a condition of nine groups inside each other', 'pack/too-deep', { 'targets.json': [[room, deep(9)]] }],
  [
    'a phrase with an open bracket',
    'pack/phrase',
    { 'reading.json': [['"is defined as"', '"is (defined as"']] },
  ],
  [
    'a phrase with a set that is not there',
    'pack/phrase',
    { 'reading.json': [['"needs the neighbours"', '"needs {people}"']] },
  ],
  [
    'a set inside itself, by way of another',
    'pack/phrase',
    {
      'reading.json': [
        ['"needs the neighbours"', '"{may-need-neighbours} now"'],
        ['"may need the neighbours"', '"may {needs-neighbours}"'],
      ],
    },
  ],
];

it.each(broken)('%s is refused as %s', (_, code, changes) => {
  const lines = refusal(changes);
  expect(lines.length).toBeGreaterThan(0);
  const { title } = diagnosticCatalogue[code as keyof typeof diagnosticCatalogue];
  expect(lines.filter((line) => line.startsWith(`error: ${title} (`))).not.toEqual([]);
});

it('every diagnostic about packs has such a case', () => {
  const codes = Object.keys(diagnosticCatalogue).filter((code) => code.startsWith('pack/'));
  expect(codes.filter((code) => !broken.some(([, tested]) => tested === code))).toEqual([]);
});

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
      "error: A rule names something that the pack does not have (ceilings.json, rule said-hours). Seen: weather. Allowed: neighbours, time. Name something that the pack has.",
      "error: A phrase cannot be read (reading.json, /phrases/criterion). Seen: "is (defined as", with a missing ")". Allowed: word, stem*, (a|b), [x], ..3, <level>, {set}. Mend the phrase.",
      "error: A condition tests a fact that does not exist (targets.json, rule at-the-ceiling). Seen: space. Allowed: objective, section, achieved, said.hours, said.neighbours, factor.shared-shed, factor.show-tent, workingTowards, decision, path, room. Name one of these facts.",
    ]
  `);
});

it('a file that is missing is named', () => {
  withPack({}, (folder) => {
    expect(() => loadPack(`${folder}/nowhere`)).toThrow(/cannot be read: .*framework\.json/);
  });
});
