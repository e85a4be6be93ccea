import type { Objective } from '../../model/framework.ts';
import type { PackCase } from '../../model/pack-case.ts';
import type { Pack } from '../../pack/pack.ts';
import { appliesTo } from '../facts.ts';
import { alikeObjectives } from './alike-objectives.ts';
import { type Covering, coveringOf } from './covering.ts';
import { caseAt, countOf, domainOf, limitingSignals, type ProofDomain } from './domain.ts';
import { outcomes } from './outcomes.ts';
import { type PropertyName, properties, propertyChecks, type Violation } from './properties.ts';
import { shrink } from './shrink.ts';
import { speaker } from './speaker.ts';

/** Which cases: those whose comment gives no limit, one limit, or any number of them. */
export type ProofPart = 'no-limit' | 'one-limit' | 'any-limits';

/** How the cases of a part were covered. */
export interface ProvenPart extends Omit<Covering, 'chosen'> {
  readonly part: ProofPart;
}

/** Objectives that the rules do not tell apart, and how their cases were covered. */
export interface ProvenGroup {
  readonly objectives: readonly Objective[];
  /** The ids of the rules of the rubric that are about them. */
  readonly rules: readonly string[];
  readonly parts: readonly ProvenPart[];
}

/** A property that does not hold: the plainest case that was found, and as a worked case where there are words for it. */
export interface Counterexample {
  readonly violation: Violation;
  readonly case: PackCase | null;
}

/** What proving came to. */
export interface Proof {
  readonly groups: readonly ProvenGroup[];
  /** At most one for each property, in the order in which they were found. */
  readonly counterexamples: readonly Counterexample[];
}

/** The most cases that are all answered, unless something else is said. */
export const usualMost = 50_000;

/**
 * Answers cases of every objective by a pack's rules, and checks of each the properties that always hold.
 *
 * Objectives that the rules cannot tell apart are proven by the first of them. Where the cases over the facts that its
 * rules mention are at most `most`, every one is answered. Else come the cases without a limit, those with one, and
 * those with any limits, each part answered in full where it is at most `most`, by a covering array and drawn cases
 * beyond. The same pack and options give the same proof.
 */
export async function prove(pack: Pack, most = usualMost): Promise<Proof> {
  const answered = outcomes(pack);
  const checks = propertyChecks(pack, answered);
  // The first works out what the others compare with.
  const open = new Set<PropertyName>(['order', ...properties.map(({ name }) => name)]);
  const found: { readonly violation: Violation; readonly objectives: readonly Objective[] }[] = [];
  const groups: ProvenGroup[] = [];
  for (const objectives of alikeObjectives(pack)) {
    answered.forget();
    const parts: ProvenPart[] = [];
    for (const { part, domains } of partsOf(pack, objectives[0], most)) {
      const { chosen: cases, ...covered } = coveringOf(domains, most);
      for (const [domain, chosen] of cases()) {
        const one = caseAt(domain, chosen);
        for (const property of open) {
          const violation = await checks[property](one);
          if (violation === null) continue;
          open.delete(property);
          const shrunk = await shrink(domain, checks[property], { chosen, violation });
          found.push({ violation: shrunk.violation, objectives });
        }
      }
      parts.push({ part, ...covered });
    }
    const rules = pack.ceilings.filter((rule) => rule.basis !== 'comment' && appliesTo(rule, objectives[0]));
    groups.push({ objectives, rules: rules.map(({ id }) => id), parts });
  }
  const speak = speaker(pack);
  const counterexamples: Counterexample[] = [];
  for (const { violation, objectives } of found)
    counterexamples.push({ violation, case: await speak(violation, objectives) });
  return { groups, counterexamples };
}

function partsOf(
  pack: Pack,
  objective: Objective,
  most: number,
): readonly { readonly part: ProofPart; readonly domains: readonly ProofDomain[] }[] {
  const signals = limitingSignals(pack);
  const all = { part: 'any-limits', domains: [domainOf(pack, objective, signals, false)] } as const;
  if (all.domains.every((domain) => countOf(domain) <= most)) return [all];
  return [
    { part: 'no-limit', domains: [domainOf(pack, objective, [], false)] },
    { part: 'one-limit', domains: signals.map((signal) => domainOf(pack, objective, [signal], true)) },
    all,
  ];
}
