import { countedNoun } from '../../model/counted-noun.ts';
import type { Block, Words } from '../../model/written-document.ts';
import { lastChanged } from '../../pack/rule-changes.ts';
import { ended, paragraph, placeParagraph, titledList } from './blocks.ts';
import { type BookSource, places, type RuleKind } from './source.ts';

interface AnyRule {
  readonly id: string;
  readonly citation: string;
}

/** What every rule ends with: what it rests on, its cases, what it touches, when it changed, and where it stands. */
export function commonBlocks(kind: RuleKind, rule: AnyRule, source: BookSource): readonly Block[] {
  const day = lastChanged(source.changes, kind, rule.id, rule);
  return [
    paragraph('Rests on:', ended(rule.citation)),
    ...caseBlocks(rule.id, source),
    ...touchedBlocks(kind, rule.id, source),
    placeParagraph(day, `${kind}.json, rule ${rule.id}`),
  ];
}

function caseBlocks(id: string, { cases }: BookSource): readonly Block[] {
  const own = cases.filter(({ rules }) => rules.includes(id));
  if (own.length === 0) return [paragraph('Worked cases:', 'none yet.')];
  const items = own.map(
    ({ case: { id: name, sentence } }): Words => [{ text: sentence, to: places.case(name) }],
  );
  return titledList(`Worked cases (${own.length})`, items);
}

function touchedBlocks(kind: RuleKind, id: string, { touched }: BookSource): readonly Block[] {
  if (touched === null) return [];
  const { organisation, period, byRule } = touched;
  const objectives = byRule[kind].get(id) ?? [];
  const about = `What it touches at ${organisation}, for ${period}`;
  if (objectives.length === 0) return [paragraph(`${about}:`, 'nothing.')];
  return titledList(
    `${about} (${countedNoun(objectives.length, 'objective')})`,
    objectives.map((one) => [one]),
  );
}
