import type { FoundText, ObjectiveFilter, ObjectiveList } from '../app/objectives/objective-list.ts';
import type { PageContext } from './frame/page-context.ts';
import { factorPrefix } from './frame/view-state.ts';
import type { Segment } from './parts/marked-text.ts';
import { markedText } from './parts/marked-text.ts';
import { cappedWords, controlWords, countWords, levelWords, stanceWords } from './parts/words.ts';

type Sort = NonNullable<ObjectiveFilter['sort']>;

const sorts: readonly (readonly [Sort | '', string])[] = [
  ['', 'By number'],
  ['score', 'Score, lowest first'],
  ['score-high', 'Score, highest first'],
  ['headroom', 'Headroom, most first'],
  ['target', 'Target, lowest first'],
  ['target-high', 'Target, highest first'],
];

const limits = [
  ['now', 'Capped now'],
  ['later', 'Capped later'],
  ['no', 'No limit stated'],
] as const;

/** The objectives that a filter lets through, with what was found in them, and the form that sets the filter. */
export function objectivesView(context: PageContext, list: ObjectiveList) {
  const { links } = context;
  const { filter, objectives, total, basedOn, period } = list;
  const narrowed = narrowedBy(context, filter);
  return {
    period,
    basedOn,
    narrowed,
    count: objectives.length,
    found: `${countWords(objectives.length, 'objective')} of ${total}`,
    sorted: filter.sort === null ? null : sorts.find(([id]) => id === filter.sort)?.[1],
    notScored: objectives.filter(({ advice }) => advice.state !== 'scored').length,
    all: links.page('objectives'),
    form: formOf(context, filter),
    order: columnOrders(context, filter),
    rows: objectives.map((one) => rowView(context, one)),
  };
}

/** What the list is narrowed by, each with the address of the list without it. */
function narrowedBy(context: PageContext, filter: ObjectiveFilter) {
  const { framework, causes, links } = context;
  const { section, stance, capped, cause, find } = filter;
  const without = (name: keyof ObjectiveFilter) =>
    links.page('objectives', context.view, { ...queryOrder(filter), [name]: null });
  const named = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  return [
    ...(find === null ? [] : [{ text: `Words: ${find}`, href: without('find') }]),
    ...(section === null
      ? []
      : [{ text: `Section: ${named(framework.sections, section)}`, href: without('section') }]),
    ...(stance === null ? [] : [{ text: `Target: ${stanceWords[stance].name}`, href: without('stance') }]),
    ...(capped === null
      ? []
      : [{ text: `Limit: ${limits.find(([id]) => id === capped)?.[1]}`, href: without('capped') }]),
    ...(cause === null ? [] : [{ text: `Reason given: ${named(causes, cause)}`, href: without('cause') }]),
  ];
}

function formOf({ framework, causes, links, view, carried = {} }: PageContext, filter: ObjectiveFilter) {
  return {
    action: links.page('objectives', { period: null, factors: {} }),
    hidden: [
      ...(view.period === null ? [] : [{ name: 'period', value: view.period }]),
      ...Object.entries(carried).map(([name, value]) => ({ name, value })),
      ...Object.entries(view.factors).map(([id, value]) => ({ name: factorPrefix + id, value })),
    ],
    find: filter.find ?? '',
    fields: [
      select('section', 'Section', filter.section, [
        ['', 'All sections'],
        ...framework.sections.map(({ id, name }) => [id, name] as const),
      ]),
      select('stance', 'Target', filter.stance, [
        ['', 'All targets'],
        ...Object.entries(stanceWords).map(([id, { name }]) => [id, name] as const),
      ]),
      select('capped', 'Limit', filter.capped, [['', 'All'], ...limits]),
      select('cause', 'Reason given for a limit', filter.cause, [
        ['', 'All reasons'],
        ...causes.map(({ id, name }) => [id, name.charAt(0).toUpperCase() + name.slice(1)] as const),
      ]),
      select('sort', 'Order', filter.sort, sorts),
    ],
  };
}

/** For each column that sorts: where it leads, and which way the list stands. */
function columnOrders(context: PageContext, filter: ObjectiveFilter) {
  const column = (up: Sort | null, down: Sort | null) => {
    const now = filter.sort === up ? 'ascending' : filter.sort === down ? 'descending' : null;
    const next = filter.sort === up && down !== up ? down : up;
    return {
      now,
      href: context.links.page('objectives', context.view, { ...queryOrder(filter), sort: next }),
    };
  };
  const headroom = column('headroom', 'headroom');
  return {
    number: column(null, null),
    score: column('score', 'score-high'),
    target: column('target', 'target-high'),
    headroom: { ...headroom, now: headroom.now === null ? null : 'descending' },
  };
}

function queryOrder({ section, stance, capped, cause, find, sort }: ObjectiveFilter) {
  return { section, stance, capped, cause, find, sort };
}

function rowView(context: PageContext, { advice: one, found }: ObjectiveList['objectives'][number]) {
  const { framework, links } = context;
  const name = found.find(({ place }) => place === 'name');
  return {
    objective: one.objective,
    name: name === undefined ? plain(one.name) : markedText(name.text, notesOf(name)),
    href: links.objective(one.objective),
    section: framework.sections.find(({ id }) => id === one.section)?.name ?? one.section,
    found: found.filter(({ place }) => place !== 'name').map(foundView),
    state: one.state,
    ...(one.state === 'scored'
      ? {
          score: one.score.label,
          target: levelWords(framework, one.target.level),
          stance: { id: one.target.stance, name: stanceWords[one.target.stance].name },
          openLevel: one.target.openLevel,
          headroom: one.headroom,
          capped: one.ceiling.capped,
          limit: cappedWords(one.ceiling),
          control: one.ceiling.control === null ? null : controlWords[one.ceiling.control],
        }
      : { reason: one.reason }),
  };
}

function foundView(found: FoundText) {
  const { place, period, text, excerpt } = found;
  return {
    from: place === 'comment' ? `${period} comment` : 'description',
    before: excerpt.start > 0,
    after: excerpt.end < text.length,
    segments: markedText(text, notesOf(found), excerpt),
  };
}

/** Marks without a note: that they are what was looked for is said once for all. */
function notesOf({ marks }: FoundText) {
  return marks.map((mark) => ({ ...mark, note: '', href: null }));
}

function plain(text: string): readonly Segment[] {
  return [{ text, marked: false, notes: [] }];
}

function select(
  name: string,
  label: string,
  chosen: string | null,
  options: readonly (readonly [string, string])[],
) {
  return {
    name,
    label,
    options: options.map(([value, text]) => ({ value, text, selected: value === (chosen ?? '') })),
  };
}
