import { type Diagnostic, diagnosticTitle } from '../../kernel/diagnostics.ts';
import { Problem } from '../../kernel/problem.ts';
import { countedNoun } from '../../model/counted-noun.ts';

/** Refuses a document that has errors. @throws Problem DOCUMENT_REFUSED with the first of them and their count */
export function refuseErrors(found: readonly Diagnostic[], file: string): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const also = errors
    .slice(1, 4)
    .map((each) => `${each.place} (${lowerFirst(diagnosticTitle(each))}: ${each.seen})`);
  const more = errors.length - 1 - also.length;
  const rest =
    also.length === 0
      ? ''
      : ` ${countedNoun(errors.length - 1, 'more place needs', 'more places need')} mending: ${also.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
  throw new Problem('DOCUMENT_REFUSED', {
    file,
    place: first.place,
    seen: `${lowerFirst(diagnosticTitle(first))}: ${first.seen}`,
    ...(first.allowed === '' ? {} : { allowed: first.allowed }),
    repair: `${first.repair}${rest} Then import it again.`,
    data: { findings: errors.slice(0, 100) },
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
