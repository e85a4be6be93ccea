import type { WhatIfConflict } from '../../app/what-if/what-if-report.ts';
import type { Advice } from '../../model/advice.ts';
import type { PageContext } from '../frame/page-context.ts';
import { type AskFault, faultAt } from './ask-fault.ts';
import { circumstancesView } from './circumstances-view.ts';
import { whatIfsOf } from './what-ifs-of.ts';
import { countWords, levelWords } from './words.ts';

/** What the controls of a what-if are filled from. */
export interface WhatIfControls {
  /** The advice as recorded. */
  readonly recorded: Advice;
  /** What the address asks of a plan, by name. */
  readonly asks: Readonly<Record<string, string>>;
  readonly levelsAYear: number;
  readonly fault: AskFault | null;
}

const errorId = (name: string) => `ask-${name}`;

/** The controls of a what-if, filled as the address says: officer-days, circumstances, sections and single objectives. */
export function whatIfForm(context: PageContext, { recorded, asks, levelsAYear, fault }: WhatIfControls) {
  const { framework } = context;
  const circumstances = circumstancesView(context, recorded);
  const [minimum, weight] = [pairsOf(asks['minimum']), pairsOf(asks['weight'])];
  const isSection = (of: string) => framework.sections.some(({ id }) => id === of);
  const error = (name: string) => faultAt(fault, name);
  const typed = (name: string, pairs: readonly Pair[]) => ({
    value: pairs.flatMap(({ of, text }) => (isSection(of) ? [] : [text])).join(', '),
    error: error(name),
  });
  const sections = framework.sections.map(({ id, name }) => ({
    id,
    name,
    weight: options(weights, weight.find(({ of }) => of === id)?.figure ?? '', countedTimes),
    minimum: options(
      [
        { value: '', text: 'No minimum' },
        ...framework.levels
          .map(({ level }) => ({ value: String(level), text: levelWords(framework, level) }))
          .slice(1),
      ],
      minimum.find(({ of }) => of === id)?.figure ?? '',
      (figure) => `Level ${figure}`,
    ),
  }));
  const chosenSections = [...minimum, ...weight].filter(({ of }) => isSection(of)).length;
  const single = [
    ...[...minimum, ...weight].filter(({ of }) => !isSection(of)),
    ...pairsOf(asks['lock']),
    ...pairsOf(asks['effort']),
  ].length;
  const chosenFactors = Object.keys(context.view.factors).length;
  const text = (
    name: string,
    label: string,
    hint: string,
    held: Pick<FormText, 'value' | 'error'>,
  ): FormText => ({
    ...{ id: errorId(name), name, label, hint, kind: 'line', options: [] },
    ...held,
  });
  const unsaid = (name: string) => ({ value: asks[name]?.replaceAll(',', ', ') ?? '', error: error(name) });
  return {
    action: circumstances.action,
    plain: circumstances.action + (context.view.period === null ? '' : `?period=${context.view.period}`),
    period: context.view.period,
    days: text('days', 'Officer-days that there are', '', unsaid('days')),
    levels: {
      ...{ id: errorId('levels'), error: error('levels') },
      choices: options(
        [1, 2, 3, 4].map((figure) => ({
          value: figure === levelsAYear ? '' : String(figure),
          text: figure === levelsAYear ? `${figure}, as usual` : String(figure),
        })),
        asks['levels'] ?? '',
        (figure) => figure,
      ),
    },
    circumstances: {
      ...circumstances,
      title: `Circumstances: ${
        chosenFactors === 0
          ? `${countWords(circumstances.limiting.length, 'limits', 'limit')} an objective`
          : whatIfsOf(context)
              .map(({ name, state }) => `${name}: ${state}`)
              .join(', ')
      }`,
      open: false,
    },
    sections: {
      title: `Weights and minimum levels by section${chosenSections === 0 ? '' : `: ${chosenSections} set`}`,
      open: chosenSections > 0 && (error('minimum') ?? error('weight')) !== null,
      rows: sections,
    },
    single: {
      title: `Single objectives: minimum, weight, settled target, days of a step${single === 0 ? '' : `: ${single} set`}`,
      open: ['minimum', 'weight', 'lock', 'effort'].some((name) => error(name) !== null),
      objectives: framework.objectives.map(({ number, name }) => ({
        value: number,
        text: `${number} ${name}`,
      })),
      levels: framework.levels.map(({ level }) => ({ value: level, text: levelWords(framework, level) })),
      fields: [
        text('minimum', 'At least', 'Such as 4=3, 7=4: number and level', typed('minimum', minimum)),
        text('weight', 'Weights', 'Such as 4=3: it counts three times', typed('weight', weight)),
        text('lock', 'Settled targets', 'Such as 9=3: exactly that level', unsaid('lock')),
        text(
          'effort',
          'Officer-days of a step',
          'Such as 4=15, or 4:3=15 for the step to level 3',
          unsaid('effort'),
        ),
      ],
    },
    idleWeights: asks['days'] === undefined && weight.length > 0,
    any: chosenFactors > 0 || Object.keys(asks).length > 0,
  };
}

/** The fields in which the demands of a conflict stand, by name. */
export function conflictFault({ demands, because }: WhatIfConflict): AskFault {
  const names = { days: 'days', 'levels-a-year': 'levels', minimum: 'minimum', lock: 'lock' } as const;
  const listed = demands.map(({ text }) => text).join('; ');
  const why = `${because.charAt(0).toUpperCase()}${because.slice(1)}`;
  const alone = demands.length === 1;
  const forDays = demands.some(({ kind }) => kind === 'days');
  const fields = Map.groupBy(demands, ({ kind }) => names[kind]);
  return {
    fields: [...fields].map(([name, mine]) => ({
      name,
      message: alone ? why : `Cannot hold with the others: ${mine.map(({ text }) => text).join('; ')}.`,
    })),
    message: alone
      ? `This cannot be met: ${listed}. ${why} Change it.`
      : `These cannot hold together: ${forDays ? because : `${listed}. ${why}`} Change one of them.`,
  };
}

/** A line of the form with what it holds. */
interface FormText {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'line';
  readonly options: readonly [];
  readonly value: string;
  readonly error: string | null;
}

interface Pair {
  readonly of: string;
  readonly figure: string;
  readonly text: string;
}

function pairsOf(list = ''): readonly Pair[] {
  return list
    .split(/[,;]/)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [of = '', figure = ''] = text.split('=');
      return { of: of.trim(), figure: figure.trim(), text: text.trim() };
    });
}

const weights = [
  { value: '', text: 'Once, as usual' },
  { value: '2', text: 'Twice' },
  { value: '3', text: 'Three times' },
  { value: '0', text: 'Not at all' },
];

function countedTimes(figure: string): string {
  return `${figure} times`;
}

/** The choices of a select; a figure that is none of them becomes one. */
function options(
  choices: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
  words: (figure: string) => string,
) {
  const all = choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, text: words(chosen) }];
  return all.map((one) => ({ ...one, selected: one.value === chosen }));
}
