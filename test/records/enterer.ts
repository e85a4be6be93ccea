// A second program: enters rows of 2024 one after another, and says each one once it is kept: objective, version, text.
import { writeSync } from 'node:fs';
import { asProblem } from '../../src/kernel/problem.ts';
import { openRecords } from '../../src/records/records.ts';
import { northfield } from './example.ts';

const [folder = '', name = '', times = '0', size = '0'] = process.argv.slice(2);
try {
  const records = openRecords(folder, {
    now: () => new Date(0),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  records.putOrganisation(northfield, name);
  const objectives = [1, 2, 3];
  records.openAssessment('northfield', { period: '2024', framework: 'ladder', objectives }, name);
  for (let round = 1; round <= Number(times); round++) {
    const objective = 1 + (round % 3);
    const before = records.rows('northfield', '2024').find(({ row }) => row.objective === objective);
    const text = `${name} ${round}${' long'.repeat(Number(size))}`;
    const row = { objective, state: 'not-scored' as const, text };
    const { version } = records.enterRow('northfield', '2024', { row, version: before?.version ?? 0 }, name);
    writeSync(1, `${JSON.stringify({ objective, version, text })}\n`);
  }
  records.close();
} catch (thrown) {
  process.stderr.write(`${asProblem(thrown).code}\n`);
  process.exitCode = 3;
}
