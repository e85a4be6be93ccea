import { describe, expect, test } from 'vitest';
import { organisationsForms } from '../../../src/app/register/published-forms.ts';
import { identities } from '../../../src/benchmark/register/identities.ts';
import { lineage } from '../../../src/benchmark/register/lineage.ts';
import { readOrganisations } from '../../../src/benchmark/register/read-organisations.ts';
import { readRegisterTable } from '../../../src/benchmark/register/register-table.ts';
import { successions } from '../../../src/benchmark/register/successions.ts';
import { lists } from './fixture.ts';

const [form] = organisationsForms();
if (form === undefined) throw new Error('there is no form');
const { organisations } = readOrganisations(readRegisterTable(lists.organisations), form);
const followed = successions(organisations);
const none = { continues: [], continuedBy: [], predecessors: [], successors: [] };

describe('an organisation', () => {
  test('with one successor that began when it ended goes on under its code', () => {
    expect(lineage(followed, 'BRI')).toEqual({ ...none, continues: ['OBR'] });
    expect(lineage(followed, 'OBR')).toEqual({ ...none, continuedBy: ['BRI'] });
    expect([...identities(followed)]).toEqual([['OBR', 'BRI']]);
  });

  test('that was merged stands beside the one that came of it', () => {
    expect(lineage(followed, 'CAD')).toEqual({ ...none, predecessors: ['COL', 'DUN'] });
    expect(lineage(followed, 'COL')).toEqual({ ...none, successors: ['CAD'] });
  });

  test('that was split stands beside those that came of it', () => {
    expect(lineage(followed, 'EAS')).toEqual({ ...none, successors: ['EAN', 'EAW'] });
    expect(lineage(followed, 'EAW')).toEqual({ ...none, predecessors: ['EAS'] });
  });

  test('that went into one which was there before stands beside it', () => {
    expect(lineage(followed, 'GRE')).toEqual({ ...none, predecessors: ['FEN'] });
  });

  test('goes on through several codes, and keeps those it was made from', () => {
    const chain = [
      { predecessor: 'A', successor: 'C', continues: false },
      { predecessor: 'B', successor: 'C', continues: false },
      { predecessor: 'C', successor: 'D', continues: true },
      { predecessor: 'D', successor: 'E', continues: true },
    ];
    expect(lineage(chain, 'D')).toEqual({
      continues: ['C'],
      continuedBy: ['E'],
      predecessors: ['A', 'B'],
      successors: [],
    });
    expect([...identities(chain)]).toEqual([
      ['C', 'E'],
      ['D', 'E'],
    ]);
  });

  test('does not go on where the beginning of its successor is not known', () => {
    const unknown = organisations.map((one) =>
      one.organisation === 'BRI' ? { ...one, started: null } : one,
    );
    expect(lineage(successions(unknown), 'BRI')).toEqual({ ...none, predecessors: ['OBR'] });
  });
});
