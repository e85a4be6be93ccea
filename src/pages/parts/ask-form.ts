import type { PageContext } from '../frame/page-context.ts';
import { type AskFault, faultAt } from './ask-fault.ts';
import { levelWords } from './words.ts';

/** What the controls of a plan or a what-if are filled from. */
export interface AskControls {
  /** What the address asks of a plan, by name. */
  readonly asks: Readonly<Record<string, string>>;
  readonly levelsAYear: number;
  readonly fault: AskFault | null;
}

/** The lists that an address has of objectives and sections. */
const lists = ['minimum', 'lock', 'weight', 'effort'] as const;
type List = (typeof lists)[number];

/** How many objectives can be added at a time. */
const blankRows = 3;

/**
 * What is asked of a plan, as controls with words: officer-days, levels a year, weights and minimum levels by section, and
 * a row for each single objective that something is asked of, with blank ones to add more. What cannot be read stays in a line
 * of its own, as it was typed.
 */
export function askForm({ framework }: PageContext, { asks, levelsAYear, fault }: AskControls) {
  const error = (name: string) => faultAt(fault, name);
  const line = (name: string, label: string, hint: string, value: string) => ({
    ...{ id: `ask-${name}`, name, label, hint, kind: 'line', options: [], value },
    error: error(name),
  });
  const pairs = (list: List) => pairsOf(asks[list]);
  const isSection = ({ of }: Pair) => framework.sections.some(({ id }) => id === of);
  const objectiveOf = ({ of }: Pair) =>
    framework.objectives.find(({ number }) => String(number) === of.replace(/:\d+$/, ''))?.number;
  const bySection = [...pairs('minimum'), ...pairs('weight')].filter(isSection).length;
  const ofSection = (list: List, pair: Pair) => (list === 'minimum' || list === 'weight') && isSection(pair);
  const singles = (list: List) => pairs(list).filter((pair) => !ofSection(list, pair));
  const single = lists.flatMap(singles);
  const readable = (pair: Pair) => objectiveOf(pair) !== undefined && /^\d{1,6}$/.test(pair.figure);
  const levels = (none: string, chosen: string) =>
    options(
      [
        { value: '', text: none },
        ...framework.levels.map(({ level }) => ({
          value: String(level),
          text: levelWords(framework, level),
        })),
      ],
      chosen,
      (figure) => `Level ${figure}`,
    );
  const cells = (of: string, key: (list: List) => string, who: string) => {
    const at = (list: List) => pairs(list).find((pair) => pair.of === of)?.figure ?? '';
    return {
      minimum: {
        name: key('minimum'),
        label: `${who}: at least`,
        options: levels('No minimum', at('minimum')),
      },
      lock: { name: key('lock'), label: `${who}: settled at`, options: levels('Not settled', at('lock')) },
      weight: {
        name: key('weight'),
        label: `${who}: how much a level counts`,
        options: options(weights, at('weight'), countedTimes),
      },
      effort: { name: key('effort'), label: `${who}: officer-days of a step`, value: at('effort') },
    };
  };
  const asked = new Set(
    single.filter((pair) => readable(pair) && !pair.of.includes(':')).map((pair) => Number(pair.of)),
  );
  const steps = pairs('effort').filter((pair) => readable(pair) && pair.of.includes(':'));
  const unread = lists.flatMap((list) => {
    const typed = singles(list).filter((pair) => !readable(pair));
    if (typed.length === 0) return [];
    const hint = 'What was typed cannot be read: mend it, or take it out';
    return [line(list, unreadLabels[list], hint, typed.map(({ text }) => text).join(', '))];
  });
  const nameOf = (number: number) =>
    `${number} ${framework.objectives.find((one) => one.number === number)?.name ?? ''}`;
  const singleError = lists.some((list) => error(list) !== null);
  return {
    days: line('days', 'Officer-days that there are', '', asks['days']?.trim() ?? ''),
    levels: {
      ...{ id: 'ask-levels', error: error('levels') },
      choices: options(
        [1, 2, 3, 4].map((figure) => ({
          value: figure === levelsAYear ? '' : String(figure),
          text: figure === levelsAYear ? `${figure}, as usual` : String(figure),
        })),
        asks['levels'] ?? '',
        (figure) => figure,
      ),
    },
    sections: {
      title: `Weights and minimum levels by section${bySection === 0 ? '' : `: ${bySection} set`}`,
      open: bySection > 0 && (error('minimum') ?? error('weight')) !== null,
      rows: framework.sections.map(({ id, name }) => {
        const { minimum, weight } = cells(id, (list) => `${list}.${id}`, name);
        return { name, minimum, weight };
      }),
    },
    single: {
      title: `Single objectives: minimum, settled target, weight, days of a step${single.length === 0 ? '' : `: ${single.length} set`}`,
      open: singleError,
      rows: [...asked]
        .toSorted((a, b) => a - b)
        .map((number) => ({
          name: nameOf(number),
          ...cells(String(number), (list) => `${list}.${number}`, nameOf(number)),
        })),
      steps: steps.map(({ of, figure }) => {
        const [objective = '', level = ''] = of.split(':');
        return {
          name: `effort.${of}`,
          label: `${nameOf(Number(objective))}: officer-days of the step to level ${level}`,
          value: figure,
        };
      }),
      blanks: Array.from({ length: blankRows }, (_, index) => ({
        ...{ name: `more.${index + 1}.of`, label: `Another objective, ${index + 1}` },
        ...cells('', (list) => `more.${index + 1}.${list}`, `Another objective, ${index + 1}`),
      })),
      objectives: framework.objectives.map(({ number }) => ({ value: number, text: nameOf(number) })),
      unread,
      errors: lists.flatMap((list) => {
        const message = error(list);
        return message === null || unread.some(({ name }) => name === list)
          ? []
          : [{ id: `ask-${list}`, message }];
      }),
    },
    idleWeights: asks['days'] === undefined && pairs('weight').length > 0,
  };
}

const unreadLabels: Readonly<Record<List, string>> = {
  minimum: 'At least',
  lock: 'Settled targets',
  weight: 'Weights',
  effort: 'Officer-days of a step',
};

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
