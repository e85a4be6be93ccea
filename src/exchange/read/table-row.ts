import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import { shorten } from '../../kernel/shorten.ts';
import type { AssessmentRow } from '../../model/assessment.ts';
import { canonicalText, controlCharacters, longestCell } from '../../model/cell-text.ts';
import type { Framework } from '../../model/framework.ts';
import { assessmentRow } from './assessment-row.ts';
import { reasonMissing } from './reason-missing.ts';
import { scoreCell } from './score-cell.ts';
import type { TableEntry } from './table-entries.ts';

/** An objective's row for a period from its cells, and what is to be said of it; null where an error refuses it. */
export function tableRow(
  entry: TableEntry,
  { levels }: Framework,
  file: string,
): { readonly row: AssessmentRow | null; readonly diagnostics: readonly Diagnostic[] } {
  const { objective, period, score, state, texts } = entry;
  const { written, reason, wasDate } = scoreCell(score, levels);
  const place = `${score.address}, objective ${objective.number}, ${period}`;
  const diagnostics: Diagnostic[] = [];
  const say = (
    code: Parameters<typeof diagnose>[0],
    at: string,
    seen: string,
    allowed: string,
    repair: string,
  ) => diagnostics.push(diagnose(code, { file, place: at, seen, allowed, repair }));

  for (const { cell } of texts) {
    const control = controlCharacters(cell.text);
    if (control.length > 0)
      say('document/control-character', cell.address, control.slice(0, 5).join(', '), 'text', 'Take it out.');
  }
  const text = canonicalText([reason, ...texts.map(paragraphs)].join('\n'));
  if (text.length > longestCell)
    say(
      'document/cell-too-long',
      `${texts[0]?.cell.address ?? score.address}, objective ${objective.number}, ${period}`,
      `${text.length} characters`,
      `${longestCell}`,
      'Shorten it.',
    );
  if (wasDate)
    say('document/score-was-date', place, joined(score.text), '', `It was read as ${written}; check it.`);
  const stated =
    state === 'not-applicable' && written === ''
      ? 'NA'
      : state === 'not-scored' && written === 'NA'
        ? ''
        : written;
  const row = assessmentRow(objective.number, stated, text, levels);
  if (row === null || (state !== '' && row.state !== state)) {
    const ladder = levels.map(({ level }) => level).join(', ');
    say(
      'document/score-unreadable',
      place,
      state === ''
        ? JSON.stringify(shorten(written))
        : `${JSON.stringify(shorten(written))}, ${shorten(state)}`,
      `${ladder}, a step between two neighbours such as ${levels[0]?.level}/${levels[1]?.level}, NA, or nothing`,
      'Mend the score in the document; format its column as text.',
    );
    return { row: null, diagnostics };
  }
  return { row, diagnostics: [...diagnostics, ...reasonMissing(row, file, place)] };
}

function paragraphs({ cell, action }: TableEntry['texts'][number]): string {
  const text = cell.text.trim();
  if (action === null || text.toLowerCase().startsWith('action')) return text;
  return `${action}: ${text}`;
}

function joined(text: string): string {
  return JSON.stringify(shorten(text));
}
