import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { noRuleChanges } from '../../src/model/rule-changes.ts';
import { loadPack } from '../../src/pack/load.ts';
import { nextRuleChanges, recordChanges } from '../../src/pack/record-changes.ts';
import {
  type ChangeKind,
  lastChanged,
  loadRuleChanges,
  recordedThings,
} from '../../src/pack/rule-changes.ts';
import { allotment, changedPack, withPack } from './allotment.ts';

const field = fileURLToPath(new URL('../../rules/lga-nps-2018', import.meta.url));
const kinds: readonly ChangeKind[] = ['reading', 'ceilings', 'targets', 'phrases'];

describe('when rules last changed', () => {
  it('is recorded for every rule and set of phrases; after a change of a rule run "npm run changes"', () => {
    const changes = loadRuleChanges(field);
    const things = recordedThings(loadPack(field));
    const stale = kinds.flatMap((kind) =>
      things[kind]
        .filter(([id, says]) => lastChanged(changes, kind, id, says) === null)
        .map(([id]) => `${kind} ${id}`),
    );
    expect(stale).toEqual([]);
    const gone = kinds.flatMap((kind) =>
      Object.keys(changes[kind]).filter((id) => !things[kind].some(([known]) => known === id)),
    );
    expect(gone).toEqual([]);
  });

  it('is not known of a pack that records nothing, and of a rule that changed since', () => {
    const pack = loadPack(allotment);
    const [rule] = pack.targets;
    expect(loadRuleChanges(allotment)).toEqual(noRuleChanges);
    expect(lastChanged(noRuleChanges, 'targets', 'go-on', rule)).toBeNull();
    expect(lastChanged(noRuleChanges, 'targets', 'constructor', rule)).toBeNull();
    const recorded = nextRuleChanges(pack, noRuleChanges, '2026-01-02');
    expect(lastChanged(recorded, 'targets', rule?.id ?? '', rule)).toBe('2026-01-02');
    expect(lastChanged(recorded, 'targets', rule?.id ?? '', { ...rule, title: 'Other' })).toBeNull();
  });

  it('keeps the day of what stays, and forgets what is gone', () => {
    const first = nextRuleChanges(loadPack(allotment), noRuleChanges, '2026-01-02');
    const pack = changedPack({
      'targets.json': [['Stay at the ceiling', 'Stay under the ceiling']],
      'reading.json': [['something-starts', 'something-begins']],
    });
    const next = nextRuleChanges(pack, first, '2026-03-04');
    expect(next.targets['at-the-ceiling']?.changed).toBe('2026-03-04');
    expect(next.targets['go-on']?.changed).toBe('2026-01-02');
    expect(next.reading['something-begins']?.changed).toBe('2026-03-04');
    expect(next.reading['something-starts']).toBeUndefined();
    expect(nextRuleChanges(pack, next, '2026-05-06')).toEqual(next);
  });

  it('is written beside the rules, which load as before, with the same hash', () => {
    withPack({}, (folder) => {
      const before = loadPack(folder).sha256;
      recordChanges(folder, '2026-01-02');
      expect(loadPack(folder).sha256).toBe(before);
      expect(loadRuleChanges(folder).ceilings['said-hours']?.changed).toBe('2026-01-02');
      expect(readFileSync(join(folder, 'changes.json'), 'utf8')).toMatch(/\}\n$/);
    });
  });

  it.each([
    ['text that is no JSON', '{'],
    [
      'a day that is none',
      '{"reading":{"a":{"changed":"today","sha256":"0123456789abcdef"}},"ceilings":{},"targets":{},"phrases":{}}',
    ],
  ])('in a file with %s is refused', (_, text) => {
    withPack({ 'changes.json': text }, (folder) => {
      expect(() => loadRuleChanges(folder)).toThrowError(expect.objectContaining({ code: 'PACK_BROKEN' }));
    });
  });
});
