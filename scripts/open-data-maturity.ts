/**
 * Makes a pack and a public panel from the published scores of the EU's Open Data Maturity report:
 *
 *   node scripts/open-data-maturity.ts odm2023_scores_long.csv OUT
 *
 * OUT is a new folder: OUT/rules/eu-open-data-maturity-2023 is the pack, OUT/panel.csv the panel. docs/open-data-maturity.md
 * says what to do with them, and what was decided on the way.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelCsv } from './open-data-maturity/panel-csv.ts';
import { publishedScores } from './open-data-maturity/published-scores.ts';
import { writePack } from './open-data-maturity/write-pack.ts';

const [file, out] = process.argv.slice(2);
if (file === undefined || out === undefined) {
  process.stderr.write('Usage: node scripts/open-data-maturity.ts SCORES.csv OUT\n');
  process.exitCode = 2;
} else {
  const scores = publishedScores(readFileSync(file, 'utf8'));
  const rules = join(out, 'rules');
  const panel = join(out, 'panel.csv');
  mkdirSync(rules, { recursive: true });
  const pack = writePack(rules, scores);
  writeFileSync(panel, panelCsv(scores), { flag: 'wx' });
  const countries = new Set(scores.answers.map(({ country }) => country)).size;
  process.stdout.write(
    [
      `${scores.questions.length} questions, ${countries} countries, ${scores.answers.length} rows.`,
      ...(scores.leftOut.length === 0
        ? []
        : [`Left out, since no greatest number of points is given: ${scores.leftOut.join(', ')}.`]),
      `${pack}\n${panel}\n`,
    ].join('\n'),
  );
}
