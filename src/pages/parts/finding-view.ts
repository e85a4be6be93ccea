import { type Diagnostic, diagnosticTitle } from '../../kernel/diagnostics.ts';

/** A finding in a document as a page shows it: each part a sentence, or empty. */
export function findingView(finding: Diagnostic) {
  const { severity, file, place, seen, allowed, repair } = finding;
  return {
    title: diagnosticTitle(finding),
    severity,
    file,
    place,
    seen: stopped(seen),
    allowed: stopped(allowed),
    repair,
  };
}

/** Text with a full stop at its end; empty text stays empty. */
function stopped(text: string): string {
  return text === '' || /[.!?…]["'”’)]*$/.test(text) ? text : `${text}.`;
}
