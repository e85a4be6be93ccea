import { shorten } from '../../kernel/shorten.ts';

/** Text from a file as a message shows it: short, and with a dot for every character that cannot be seen. */
export function visibleText(text: string): string {
  return shorten(text.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·'));
}
