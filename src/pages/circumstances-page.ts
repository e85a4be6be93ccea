import type { Circumstance, CircumstancesReport } from '../app/circumstances/circumstances-report.ts';
import { dayWords } from '../model/day-words.ts';
import { settableFactorStates } from '../model/factor.ts';
import type { FactorSetting } from '../model/factor-setting.ts';
import { nextPeriod } from '../model/period.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { planForms, type RefusedPlan } from './parts/plan-forms.ts';
import { factorStateWords } from './parts/words.ts';

/** What the page of circumstances shows. */
export interface CircumstancesContent {
  readonly report: CircumstancesReport;
  /** The circumstance that was recorded just now; null for none. */
  readonly kept: string | null;
  readonly refused: RefusedPlan | null;
}

/** The page on which it is recorded what holds of each circumstance. */
export function circumstancesPage(context: PageContext, content: CircumstancesContent): string {
  const { report, kept, refused } = content;
  const title = `${refused === null ? '' : 'Error: '}Circumstances`;
  return renderTemplate('circumstances.njk', {
    frame: pageFrame(context, 'circumstances', title),
    page: {
      period: report.period,
      action: context.links.page('circumstances'),
      links: {
        targets: context.links.page('targets'),
        capped: context.links.page('capped'),
        unlock: context.links.page('unlock'),
      },
      error:
        refused === null
          ? null
          : {
              message: refused.message,
              href: `#${refused.form}${refused.field === null ? '' : `-${refused.field}`}`,
            },
      circumstances: report.circumstances.map((one) => circumstanceView(context, content, one, kept)),
    },
  });
}

function circumstanceView(
  context: PageContext,
  { report, refused }: CircumstancesContent,
  one: Circumstance,
  kept: string | null,
) {
  const { factor, name, question, state, holds, history, version, limits, raises } = one;
  const { links } = context;
  const form = planForms(refused);
  const id = `record-${factor}`;
  const linked = (objective: number, text: string) => ({ text, href: links.objective(objective) });
  return {
    ...{ factor, name, question },
    state: factorStateWords[state],
    kept: kept === factor,
    since: sinceWords(one),
    limits: limits.map(({ objective, name: title }) => linked(objective, `${objective} ${title}`)),
    raises: raises.map(({ objective, name: title, from, ceiling }) =>
      linked(objective, `${objective} ${title}, from ${from} to ${ceiling}`),
    ),
    supposed: settableFactorStates
      .filter((each) => each !== state && !(each === 'unknown' && state === 'claimed'))
      .map((each) => ({
        text: `if it were ${each === 'unknown' ? 'not known' : `a ${each}`}`,
        href: `${links.page('targets', { ...context.view, factors: { [factor]: each } })}#what-changes`,
      })),
    history: history.toReversed().map(settingWords),
    open: refused?.form === id,
    form: form(
      id,
      { title: 'What holds', what: name, button: 'Record it' },
      { factor, version: String(version) },
      [
        [
          'state',
          question,
          holds?.state ?? '',
          {
            kind: 'select',
            options: [
              ...(holds === null ? [['', 'Choose an answer'] as const] : []),
              ...settableFactorStates.map((each) => [each, factorStateWords[each]] as const),
            ],
          },
        ],
        [
          'from',
          'From which period on',
          report.period,
          {
            kind: 'select',
            options: periodsOf(context, report).map((period) => [period, period] as const),
            hint: `Targets for that period and later ones follow. From ${report.period} on, what was advised before stays as it was.`,
          },
        ],
        ['reason', 'Reason or source', '', { hint: 'Such as a minute, a letter, or who was asked' }],
        ['by', 'Your name', '', { hint: 'The journal keeps who did it.' }],
      ],
    ),
  };
}

/** Since when it holds and who said so, or that nobody has. */
function sinceWords({ state, holds, claimedBy }: Circumstance): string {
  if (holds !== null)
    return `From ${holds.from} on: ${holds.reason === '' ? 'no reason given' : holds.reason} (${holds.by}, ${dayWords(holds.at.slice(0, 10))})`;
  return state === 'claimed'
    ? `${claimedBy.map(({ objective, name, score }) => `Score ${score} for “${objective} ${name}” implies it`).join('; ')}, by the words of that level. Nobody has confirmed it, so it lifts nothing.`
    : 'Nobody has said. What is not known lifts nothing.';
}

function settingWords({ state, from, reason, by, at }: FactorSetting): string {
  return `${factorStateWords[state]} from ${from}${reason === '' ? '' : `: ${reason}`} (${by}, ${dayWords(at.slice(0, 10))})`;
}

/** The periods that an answer can hold from: those held, and the next; latest first. */
function periodsOf({ periods }: PageContext, { period }: CircumstancesReport): readonly string[] {
  const last = periods.at(-1);
  const all = new Set([...periods, period, ...(last === undefined ? [] : [nextPeriod(last)])]);
  return [...all].toSorted().toReversed();
}
