import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';

/** An error: an objective of the framework has no row in the document. */
export function objectiveMissing(number: number, name: string, file: string): Diagnostic {
  return diagnose('document/objective-missing', {
    file,
    place: `objective ${number}`,
    seen: 'no such row',
    allowed: `${number} ${name}`,
    repair: 'Give the whole document; an objective that is not scored has a row with an empty score.',
  });
}
