import { expect, test } from 'vitest';
import { unlock } from '../../../src/app/advice/unlock.ts';
import { describeUnlock } from '../../../src/cli/describe/describe-unlock.ts';
import { withWorkspace } from '../../app/fixture.ts';

test('a number stands with its name where there is room for it', () =>
  withWorkspace(async (workspace) => {
    const answer = await unlock(workspace, { organisation: 'oak-lane' });
    const pack = workspace.pack(answer.framework);
    const [raised] = answer.bestOne?.objectives ?? [];
    const name = pack.framework.objectives.find(({ number }) => number === raised)?.name;
    const lines = (width: number) => describeUnlock(answer, pack, width).join(' ').replace(/\s+/g, ' ');
    expect(lines(140)).toContain(`in all, #${raised} ${name}`);
    expect(lines(80)).toMatch(new RegExp(`in all, #${raised}[,.]`));
  }));
