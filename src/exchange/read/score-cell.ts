import type { Level } from '../../model/framework.ts';
import type { DocumentCell } from './document-table.ts';
import { joinPieces } from './line.ts';

/** What a score cell says, in the form that `assessmentRow` takes. */
export interface ScoreCell {
  /** "3", "2/3", "NA", nothing; or what cannot be read, as it was written. */
  readonly written: string;
  /** Words beside "N/A". */
  readonly reason: string;
  /** The score had become a date. */
  readonly wasDate: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A score cell: "3", "3.0", "3 - Mature", "Level 3", "N/A: no staff", "-" for nothing. A spreadsheet turns "2/3" into
 * 2 March or 3 February: day and month that are neighbouring levels stand for one score only, whichever was meant.
 */
export function scoreCell({ text, date }: DocumentCell, levels: readonly Level[]): ScoreCell {
  const written = joinPieces([text]);
  const named = date === undefined ? levelNamed(written, levels) : undefined;
  const day = date ?? (named === undefined ? writtenDate(written) : null);
  if (day !== null) {
    const [low, high] = [Math.min(day.day, day.month), Math.max(day.day, day.month)];
    const known = (wanted: number) => levels.some(({ level }) => level === wanted);
    if (high === low + 1 && known(low) && known(high))
      return { written: `${low}/${high}`, reason: '', wasDate: true };
    return { written: `${written}, a date`, reason: '', wasDate: false };
  }
  const plain = (score: string, reason = ''): ScoreCell => ({ written: score, reason, wasDate: false });
  if (/^(?:[-–—]|not[ -]scored)$/i.test(written)) return plain('');
  const none = /^(?:n\/?a|not applicable)(?:\s*[:;,.(–-]\s*|\s+|$)(.*?)\)?$/i.exec(written);
  if (none !== null) return plain('NA', none[1] ?? '');
  const numeral = /^(?:level )?(\d{1,2})(?:\.0)?$/i.exec(written);
  if (numeral !== null) return plain(numeral[1] ?? '');
  return plain(named === undefined ? written : String(named.level));
}

/** The level that is named: "Mature", "3 Mature", "3 - Mature". A name may begin as a month does, so that it comes before dates. */
function levelNamed(written: string, levels: readonly Level[]): Level | undefined {
  return levels.find(({ level, name }) => {
    const word = name.toLowerCase();
    return [
      word,
      `${level} - ${word}`,
      `${level} – ${word}`,
      `${level} ${word}`,
      `${level}: ${word}`,
    ].includes(written.toLowerCase());
  });
}

/** A date as a spreadsheet writes it into CSV: "02-Mar", "Feb-03", "02/03/2023", "2023-03-02". */
function writtenDate(written: string): { readonly day: number; readonly month: number } | null {
  const word = /^(\d{1,2})[-/ ]([a-z]{3})[a-z]*(?:[-/ ]\d{2,4})?$/i.exec(written);
  const wordFirst = /^([a-z]{3})[a-z]*[-/ ](\d{1,2})$/i.exec(written);
  const name = (word?.[2] ?? wordFirst?.[1])?.toLowerCase();
  if (name !== undefined) {
    const month = months.indexOf(name) + 1;
    return month === 0 ? null : { day: Number(word?.[1] ?? wordFirst?.[2]), month };
  }
  const numbers =
    /^(\d{1,2})\/(\d{1,2})\/(?:\d\d|\d{4})$/.exec(written) ?? /^\d{4}-(\d\d)-(\d\d)$/.exec(written);
  return numbers === null ? null : { day: Number(numbers[1]), month: Number(numbers[2]) };
}
