import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newRules } from '../../src/app/rules/new-rules.ts';
import { levels } from './levels.ts';
import type { PublishedScores } from './published-scores.ts';

/** The pack's id. */
export const frameworkId = 'eu-open-data-maturity-2023';

const source =
  'European Commission, data.europa.eu: Open Data Maturity 2023, the scores of the countries as published (CC BY 4.0). The wording of the questions is not among them: a question is named by its number.';

/**
 * Makes the pack of the questionnaire in a folder: a new pack with its sections and questions. Reasons and targets are
 * those that every new pack begins with, since scores were published and no comments.
 * @returns the pack's own folder
 * @throws Problem FILE_EXISTS, FILE_UNWRITABLE
 */
export function writePack(rules: string, { questions }: PublishedScores): string {
  const { folder } = newRules({
    id: frameworkId,
    name: 'Open Data Maturity 2023',
    levels,
    folder: rules,
  });
  const parts = [...new Set(questions.map(({ part }) => part))];
  const file = join(folder, 'framework.json');
  const filled = {
    ...read(file),
    version: '2023',
    source,
    sections: parts.map((part) => ({ id: sectionId(part), name: part, principles: [] })),
    objectives: questions.map(({ id, part, most }, index) => ({
      number: index + 1,
      name: `Question ${id}`,
      description: `Question ${id} of part ${part}, which gives ${most} points at most.`,
      section: sectionId(part),
    })),
  };
  write(file, filled);
  // The starter's one file of criteria names the starter's section.
  const criteria = join(folder, 'criteria/first-section.json');
  write(criteria, { ...read(criteria), section: sectionId(parts[0] ?? '') });
  return folder;
}

function sectionId(part: string): string {
  return part.toLowerCase().replaceAll('.', '-');
}

function read(file: string): object {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof value === 'object' && value !== null ? value : {};
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
