import type { ChallengeReport } from '../app/trends/follow-up-report.ts';
import type { PageContext } from './frame/page-context.ts';
import { pageFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { challengesView } from './parts/follow-up-view.ts';
import { countWords } from './parts/words.ts';

/** What the page of questions knows beside them. */
export interface ChallengeState {
  /** What each kind of question is called, by kind. */
  readonly titles: Readonly<Record<string, string>>;
  /** The assessment that is open now, whose rows can be answered in; null where none is. */
  readonly open: string | null;
}

/** The questions that a member could ask, by kind, each with its words and with where it is answered. */
export function challengesPage(
  context: PageContext,
  { from, to, challenges }: ChallengeReport,
  { titles, open }: ChallengeState,
): string {
  const kinds = [...new Set(challenges.map(({ kind }) => kind))];
  return renderTemplate('challenges.njk', {
    frame: pageFrame(context, 'challenges', 'Challenge list'),
    page: {
      ...{ from, to },
      n: challenges.length,
      count: countWords(challenges.length, 'question'),
      objectives: new Set(challenges.map(({ objective }) => objective)).size,
      trends: `${context.links.page('trends')}#actions`,
      kinds: kinds.map((kind) => {
        const own = challenges.filter((one) => one.kind === kind);
        const { questions } = challengesView(context, own);
        return {
          id: kind,
          title: titles[kind] ?? kind,
          count: questions.length,
          questions: questions.map((one) => ({ ...one, answers: answersOf(context, kind, one, open) })),
        };
      }),
    },
  });
}

/** Where a question is answered: first the place that its kind is about. */
function answersOf(
  { links, view }: PageContext,
  kind: string,
  { objective, period }: { readonly objective: number; readonly period: string },
  open: string | null,
) {
  const review = {
    text: 'Confirm or correct what was read',
    href: `${links.page('review', view, { objective: String(objective) })}#objective-${objective}`,
  };
  const criteria = links.criteria(objective, period);
  const statements =
    criteria === null ? [] : [{ text: 'Answer statements and add evidence', href: criteria }];
  const action = { text: 'Say what became of the action', href: `${links.page('plan')}#last-actions` };
  const row =
    open === null
      ? []
      : [
          {
            text: `Write it in the ${open} comment`,
            href: `${links.page('assessments')}/${open}/${objective}`,
          },
        ];
  const first = kind.startsWith('action-')
    ? [action]
    : ['limit-overtaken', 'wait-over'].includes(kind)
      ? [review]
      : kind.includes('checklist') || kind.startsWith('criterion') || kind.includes('circumstance')
        ? statements
        : [];
  const rest = first.length + row.length === 0 ? [review, ...statements] : [];
  return [...first, ...row, ...rest];
}
