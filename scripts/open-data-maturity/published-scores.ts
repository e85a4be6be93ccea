import { parse } from 'csv-parse/sync';

/** A question of the questionnaire, as far as the published scores tell. */
export interface Question {
  /** Such as "6a". */
  readonly id: string;
  /** The part that it stands in, such as "D1.1". */
  readonly part: string;
  /** The most points that it gives. */
  readonly most: number;
}

/** What one country answered to one question. */
export interface PublishedAnswer {
  readonly country: string;
  readonly question: string;
  readonly answer: string;
  readonly points: number;
}

/** The published scores of one year. */
export interface PublishedScores {
  /** In the order of the questionnaire. */
  readonly questions: readonly Question[];
  readonly answers: readonly PublishedAnswer[];
  /** Questions without a greatest number of points, which are left out. */
  readonly leftOut: readonly string[];
}

const columns = ['kind', 'country', 'question_id', 'answer', 'score', 'max_score'];

/**
 * The scores in a table of subtotals and questions, country by country: a question belongs to the last subtotal such as
 * "D1.1" above it. The order is that of the first country.
 * @throws Error that names the row, for another table
 */
export function publishedScores(text: string): PublishedScores {
  const [header = [], ...rows] = parse(text, { bom: true, skipEmptyLines: true });
  if (header.join() !== columns.join())
    throw new Error(`The columns are ${header.join()}, not ${columns.join()}.`);
  const questions = new Map<string, Question>();
  const leftOut = new Set<string>();
  const answers: PublishedAnswer[] = [];
  let part = '';
  for (const [index, row] of rows.entries()) {
    const [kind = '', country = '', id = '', answer = '', score = '', most = ''] = row;
    const place = `Row ${index + 2} (${country}, ${id})`;
    if (kind === 'subtotal') {
      part = /^D\d+\.\d+/.exec(id)?.[0] ?? part;
      continue;
    }
    if (kind !== 'question' || part === '')
      throw new Error(`${place} is neither a subtotal nor a question of one.`);
    if (!/^\d+$/.test(most)) {
      leftOut.add(id);
      continue;
    }
    const question = questions.get(id) ?? { id, part, most: Number(most) };
    if (question.most !== Number(most) || question.part !== part)
      throw new Error(`${place} has another part or another greatest score than in the countries before.`);
    if (!/^\d+$/.test(score) || Number(score) > question.most)
      throw new Error(`${place} has the score ${score} of ${most}.`);
    questions.set(id, question);
    answers.push({ country, question: id, answer: answer.trim(), points: Number(score) });
  }
  return {
    questions: [...questions.values()],
    answers,
    leftOut: [...leftOut].filter((id) => !questions.has(id)),
  };
}
