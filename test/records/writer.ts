// A second program: writes to the workspace of its argument as the test asks, one line of JSON for each change.
import { openRecords } from '../../src/records/records.ts';
import { assessment, document, northfield } from './example.ts';

const [folder = '', name = '', times = '0'] = process.argv.slice(2);
const records = openRecords(folder, {
  now: () => new Date(0),
  log: (line) => process.stderr.write(`${line}\n`),
});
records.putOrganisation(northfield, name);
for (let round = 1; round <= Number(times); round++) {
  const level = 1 + (round % 5);
  records.saveImport(document([assessment('2022', level, level), assessment('2023', level, level)]), name);
  records.setFactor('northfield', { factor: name, state: 'yes', from: '2022', reason: String(round) }, name);
  process.stdout.write(`${round}\n`);
}
records.close();
