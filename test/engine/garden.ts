import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { challenges } from '../../src/engine/challenges/challenges.ts';
import { evaluator } from '../../src/engine/evaluate.ts';
import { followUp } from '../../src/engine/follow-up/follow-up.ts';
import type { Advice } from '../../src/model/advice.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Challenge } from '../../src/model/challenge.ts';
import type { FactorState } from '../../src/model/factor.ts';
import type { FollowedAction } from '../../src/model/follow-up.ts';
import type { Reading } from '../../src/model/reading.ts';
import { parseScore } from '../../src/model/score.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/pack.ts';

const whenSaid = { all: [{ fact: 'said.no-water', operator: 'in', value: ['stated', 'hedged'] }] };
const always = { all: [{ fact: 'achieved', operator: 'greaterThanInclusive', value: 1 }] };

/** An invented rubric of four levels for allotment gardens, with a few phrases of each kind. */
export const gardenFiles: Readonly<Record<string, unknown>> = {
  'framework.json': {
    id: 'garden',
    name: 'A garden rubric',
    version: '1',
    source: 'invented',
    levels: [1, 2, 3, 4].map((level) => ({ level, name: `Step ${level}` })),
    satisfactory: 3,
    sections: [
      {
        id: 'soil',
        name: 'Soil and beds',
        principles: [{ level: 4, text: 'Gardens share compost with neighbours.' }],
      },
      { id: 'people', name: 'People', principles: [] },
    ],
    objectives: [
      { number: 1, name: 'Compost', description: '', section: 'soil' },
      { number: 2, name: 'Watering', description: '', section: 'soil' },
      { number: 3, name: 'Volunteers', description: '', section: 'people' },
      { number: 4, name: 'Open days', description: '', section: 'people' },
    ],
  },
  'causes.json': {
    causes: [{ id: 'water', name: 'water', description: 'There is none.', control: 'external' }],
  },
  'factors.json': {
    factors: [{ id: 'neighbours', name: 'Neighbours', question: 'Do the neighbours share their compost?' }],
  },
  'links.json': { links: [] },
  'reading.json': {
    labels: { commentary: ['Commentary'], action: ['Action'] },
    markers: {
      criterion: 'criterion',
      requirement: 'requirement',
      noFurtherAction: 'no-more',
      carriedForward: 'forward',
      asPrevious: 'as-before',
      agreedStandard: 'agreed',
    },
    contrast: 'turn',
    levelMention: 'level',
    moments: { until: 'until', reviewBy: 'review', waitsOn: 'until' },
    commonWords: [
      'a',
      'an',
      'the',
      'of',
      'to',
      'and',
      'is',
      'are',
      'be',
      'been',
      'has',
      'have',
      'in',
      'for',
      'this',
      'will',
    ],
    phrases: {
      criterion: ['defined as', 'a <level> is defined as'],
      requirement: ['to score a <level>'],
      'no-more': ['no further action'],
      forward: ['carried forward'],
      'as-before': ["as per previous year's comment"],
      agreed: ['agreed standard of <level>'],
      turn: ['however'],
      level: ['a <level>'],
      until: ['until ..6'],
      review: ['reviewed by ..2'],
      dry: ['no water', 'cannot proceed'],
    },
    rules: [
      {
        id: 'dry',
        title: 'No water',
        citation: 'invented',
        when: { all: [{ fact: 'sentence', operator: 'says', value: 'dry' }] },
        reads: { kind: 'obstacle', signal: 'no-water', strength: 'stated' },
      },
    ],
  },
  'ceilings.json': {
    rules: [
      {
        id: 'dry',
        title: 'No water',
        citation: 'invented',
        basis: 'comment',
        signal: 'no-water',
        cause: 'water',
        factor: null,
        when: whenSaid,
      },
      {
        id: 'shared',
        title: 'Shared compost',
        citation: 'invented',
        basis: 'principle',
        sections: ['soil'],
        rulesOut: 4,
        quote: 'share compost',
        cause: 'water',
        factor: 'neighbours',
        when: { all: [{ fact: 'factor.neighbours', operator: 'notEqual', value: 'yes' }] },
      },
    ],
  },
  'targets.json': {
    rules: [
      {
        id: 'stay',
        title: 'Stay',
        citation: 'invented',
        stance: 'hold',
        when: always,
        because: 'Stay.',
        shows: 'nothing',
      },
    ],
  },
  'follow-up.json': {
    says: { done: 'was-done', carriedOn: 'goes-on', changed: 'other-way' },
    takesUp: 'takes-up',
    references: { objective: ['objective', 'objectives'], action: ['action'], same: ['as'] },
    commonWords: ['continue'],
    phrases: {
      'was-done': ['(has|have) been (built|planted|written)', '(is|are) in place'],
      'goes-on': ['(continues|continue) to', 'will be', 'not yet'],
      'other-way': ['instead', 'no longer'],
      'takes-up': ['this (will|is)'],
    },
  },
  'challenges.json': {
    firm: 'firmly',
    weakened: 'less',
    promise: 'announced',
    kinds: {
      'criterion-weakened': { title: 'A', question: '“{firm}” for {score}, but “{weak}”?' },
      'rise-weakened': { title: 'B', question: '{from} to {to}, but “{weak}”?' },
      'other-level': { title: 'C', question: '{score}, but the words of {level}?' },
      'below-standard': { title: 'D', question: '{score} below {level}?' },
      'above-standard': { title: 'E', question: '{score} above {level}?' },
      'above-checklist': { title: 'V', question: '{score}, answers leave {level}?' },
      'below-checklist': { title: 'W', question: '{score}, answers award {level}?' },
      'circumstance-unconfirmed': {
        title: 'F',
        question: '{score}, and {level} needs “{words}”. {circumstance}',
      },
      'limit-overtaken': { title: 'G', question: '{score} over {level}: “{words}”?' },
      'action-missing': { title: 'H', question: '“{reference}”: #{row} has none?' },
      'action-earlier': { title: 'I', question: '“{reference}”: #{row} had “{action}” in {earlier}?' },
      'row-missing': { title: 'J', question: '“{reference}”: there is no {row}?' },
      'action-vanished': { title: 'K', question: '“{action}” of {earlier}: what became of it?' },
      'action-unclear': { title: 'L', question: '“{action}” of {earlier}: {later} has “{words}”?' },
      'wait-over': { title: 'M', question: '“{moment}” of {earlier}: #{row} has “{words}”?' },
      'previous-but-moved': { title: 'N', question: '{from} to {to} with “{words}” of {earlier}?' },
      'previous-without-words': { title: 'O', question: '“{words}”, but {earlier} says nothing?' },
      'previous-promise': { title: 'P', question: '“{promise}” of {earlier}: has it happened?' },
      'rise-without-words': { title: 'Q', question: '{from} to {to}, without a word?' },
      'rise-on-criterion-alone': { title: 'R', question: '{from} to {to}, on its words alone?' },
      'rise-from-standard': { title: 'S', question: '{from} to {to} since {earlier}?' },
    },
    phrases: {
      firmly: ['(daily|weekly)', 'all', 'in place'],
      less: ['most days', 'not always', 'it is assumed'],
      announced: ['once [it is] open'],
    },
  },
};

/** A pack from files in a temporary folder, which is gone when this returns. */
export function packOf(files: Readonly<Record<string, unknown>>): Pack {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-garden-'));
  try {
    mkdirSync(join(folder, 'criteria'));
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    return loadPack(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const garden: Pack = packOf(gardenFiles);

/** One row as a person would note it: objective, score, comment. */
export type Noted = readonly [objective: number, score: string, text: string];

/** What two years of rows come to. */
export interface TwoYears {
  readonly earlier: readonly Reading[];
  readonly later: readonly Reading[];
  readonly followed: readonly FollowedAction[];
  readonly advice: Advice;
  readonly asked: readonly Challenge[];
}

/** Reads, follows and challenges two years of rows with a pack. */
export async function twoYears(
  pack: Pack,
  before: readonly Noted[],
  after: readonly Noted[],
  factors: Readonly<Record<string, FactorState>> = {},
): Promise<TwoYears> {
  const evaluate = evaluator(pack);
  const [first, second] = [assessment('2031', before, pack), assessment('2032', after, pack)];
  const corrections = { factors, corrections: [] };
  const past = await evaluate({ assessment: first, earlier: [], period: '2032', ...corrections });
  const present = await evaluate({ assessment: second, earlier: [first], period: '2033', ...corrections });
  const { advice } = present;
  const [earlier, later] = [past.readings, present.readings];
  const followed = followUp(pack, earlier, later);
  return { earlier, later, followed, advice, asked: challenges(pack, { earlier, later, followed, advice }) };
}

function assessment(period: string, rows: readonly Noted[], pack: Pack): Assessment {
  return {
    framework: pack.id,
    organisation: 'plot',
    period,
    rows: rows.map(([objective, written, text]) => {
      const score = parseScore(written, pack.framework.levels);
      return score === null
        ? { objective, text, state: 'not-scored' }
        : { objective, text, state: 'scored', score };
    }),
  };
}
