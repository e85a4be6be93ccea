import type { DocumentStamp } from '../../exchange/read/document-stamp.ts';
import { type Diagnostic, diagnose } from '../../kernel/diagnostics.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReadDocument } from './read-document.ts';

/** What a document is brought for. */
export interface BroughtFor {
  readonly stamp: DocumentStamp;
  readonly organisation: Organisation;
  /** The periods that are held of the organisation, oldest first. */
  readonly held: readonly string[];
}

/** Where a document says that it is of another organisation or framework than it is imported for, or writes its periods otherwise than they are held. */
export function documentFindings(
  { name, reading }: ReadDocument,
  { stamp, organisation, held }: BroughtFor,
): readonly Diagnostic[] {
  const differing = [
    [stamp.organisation, organisation.id],
    [stamp.framework, organisation.framework],
  ].flatMap(([seen, allowed]) =>
    seen === null || seen === undefined || seen === allowed
      ? []
      : [
          diagnose('document/stamp-differs', {
            file: name,
            place: 'what the document says of itself',
            seen,
            allowed: allowed ?? '',
            repair: 'What was said for the import counts; check that it is the right document.',
          }),
        ],
  );
  const like = held.at(-1);
  const otherForm = reading.assessments
    .filter(({ period }) => like !== undefined && held.every((each) => each.length !== period.length))
    .map(({ period }) =>
      diagnose('document/period-form', {
        file: name,
        place: 'its headings',
        seen: period,
        allowed: `a period like ${like}`,
        repair: `It is kept as a return of its own, beside ${held.join(', ')}; if it is one of these, write the period in that form.`,
      }),
    );
  return [...differing, ...otherForm];
}
