import { type Static, Type } from 'typebox';

/** How much a diagnostic matters: an error refuses the input, a warning asks for a look, a note only tells. */
export type Severity = 'error' | 'warning' | 'note';

interface DiagnosticKind {
  readonly severity: Severity;
  readonly title: string;
}

/** The closed catalogue of diagnostics; `docs/diagnostics.md` describes each, and a test keeps the two equal. */
export const diagnosticCatalogue = {
  'document/objective-missing': {
    severity: 'error',
    title: 'An objective of the framework is not in the document',
  },
  'document/objective-twice': { severity: 'error', title: 'An objective stands in the document twice' },
  'document/objective-unknown': {
    severity: 'error',
    title: 'The document has an objective that the framework does not have',
  },
  'document/score-unreadable': { severity: 'error', title: 'A score is not a level of the framework' },
  'document/section-unknown': { severity: 'error', title: 'A section heading is not in the framework' },
  'document/section-missing': {
    severity: 'error',
    title: 'A section of the framework is not in the document',
  },
  'document/row-broken': { severity: 'error', title: 'A row has more cells than its table has columns' },
  'document/column-twice': { severity: 'error', title: 'A table has two columns for the same thing' },
  'document/column-unknown': { severity: 'warning', title: 'A column is not read' },
  'document/column-missing': { severity: 'warning', title: 'A table has no score column for a period' },
  'document/objective-elsewhere': {
    severity: 'warning',
    title: 'An objective stands under another section than in the framework',
  },
  'document/text-outside-table': { severity: 'warning', title: 'Text stands outside every table' },
  'document/name-differs': { severity: 'warning', title: 'A name differs from the framework' },
  'document/correction-applied': { severity: 'note', title: 'Damaged source text was mended' },
  'document/table-unread': { severity: 'warning', title: 'A table is not read' },
  'document/row-unread': { severity: 'warning', title: 'A row of a table belongs to no objective' },
  'document/row-continued': { severity: 'note', title: 'A row runs on in the row below it' },
  'document/period-missing': { severity: 'warning', title: 'An objective has no score cell for a period' },
  'document/period-form': {
    severity: 'warning',
    title: 'A period is written otherwise than those that are held',
  },
  'document/period-differs': { severity: 'warning', title: 'The document has periods that are not imported' },
  'document/stamp-differs': {
    severity: 'warning',
    title: 'The document says that it is of another organisation or standard',
  },
  'document/stamp-conflict': {
    severity: 'error',
    title: 'The rows of a document are of different organisations',
  },
  'document/reason-missing': {
    severity: 'warning',
    title: 'An objective is not applicable, without a reason',
  },
  'document/score-was-date': { severity: 'warning', title: 'A score had become a date' },
  'document/formula': { severity: 'warning', title: 'Cells hold formulas' },
  'document/formula-empty': { severity: 'warning', title: 'Formulas have no value' },
  'document/not-followed': { severity: 'warning', title: 'Something in the document is not read' },
  'document/tracked-changes': { severity: 'warning', title: 'The document has tracked changes' },
  'document/sheet-hidden': { severity: 'note', title: 'A hidden sheet is not read' },
  'document/encoding': { severity: 'warning', title: 'The text is in an old encoding' },
  'document/control-character': { severity: 'error', title: 'A cell has characters that are no text' },
  'document/cell-too-long': { severity: 'error', title: 'A cell is longer than a spreadsheet can hold' },
  'source/names-disagree': { severity: 'warning', title: 'The source gives one objective two names' },
  'source/score-against-standard': {
    severity: 'warning',
    title: 'A score stands beside a different agreed standard',
  },
  'review/decision-lapsed': {
    severity: 'warning',
    title: 'A decision on what a comment says no longer counts',
  },
  'published/columns': { severity: 'error', title: 'The columns are not those of published averages' },
  'published/value': { severity: 'error', title: 'A value of a published average cannot be used' },
  'published/differs': {
    severity: 'error',
    title: 'A published average is there with another figure',
  },
  'pack/unreadable': { severity: 'error', title: 'A file of the pack cannot be read' },
  'pack/json': { severity: 'error', title: 'A file is not JSON' },
  'pack/nested': { severity: 'error', title: 'Lists and objects stand inside each other too deeply' },
  'pack/duplicate-key': { severity: 'error', title: 'An object has a key twice' },
  'pack/unknown-key': { severity: 'error', title: 'An object has a key that means nothing there' },
  'pack/empty-group': { severity: 'error', title: 'A group of a condition is empty' },
  'pack/missing-citation': { severity: 'error', title: 'A rule does not say what it rests on' },
  'pack/schema': { severity: 'error', title: 'A rule file does not have the form that its schema asks for' },
  'pack/duplicate-id': { severity: 'error', title: 'An id is used twice' },
  'pack/statements-apart': {
    severity: 'error',
    title: 'The statements of a criterion are not its text',
  },
  'pack/levels-apart': { severity: 'error', title: 'The levels do not follow each other' },
  'pack/unknown-id': { severity: 'error', title: 'A rule names something that the pack does not have' },
  'pack/unknown-fact': { severity: 'error', title: 'A condition tests a fact that does not exist' },
  'pack/wrong-operator': { severity: 'error', title: 'An operator does not fit the fact that it tests' },
  'pack/factor-direction': {
    severity: 'error',
    title: 'A rule tests a circumstance in a direction that could lower a target when it is lifted',
  },
  'pack/too-deep': { severity: 'error', title: 'A condition is nested too deeply' },
  'pack/phrase': { severity: 'error', title: 'A phrase cannot be read' },
  'pack/phrase-too-large': { severity: 'error', title: 'A set of phrases stands for too many words' },
  'pack/case-score': {
    severity: 'error',
    title: 'A case or a comment has a score that the framework does not have',
  },
  'pack/quote-missing': { severity: 'error', title: 'A comment does not hold the words quoted from it' },
  'pack/never-holds': { severity: 'error', title: 'A rule can never hold' },
  'pack/always-holds': { severity: 'error', title: 'A rule always holds' },
  'pack/not-liftable': {
    severity: 'error',
    title: 'Neither a circumstance nor a review could lift a ceiling',
  },
  'pack/factor-untested': {
    severity: 'error',
    title: 'A rule still holds when the circumstance that it names is there',
  },
  'pack/factor-unnamed': {
    severity: 'warning',
    title: 'A rule tests a circumstance and names none that would lift it',
  },
  'pack/target-overlap': { severity: 'error', title: 'Two target rules hold in one case' },
  'pack/target-gap': { severity: 'error', title: 'No target rule holds in a case' },
  'pack/target-above-ceiling': {
    severity: 'error',
    title: 'A target rule goes beyond the ceiling',
  },
  'pack/lifting-lowers': {
    severity: 'error',
    title: 'A target would fall when a limit is lifted',
  },
  'pack/shadowed': { severity: 'warning', title: 'A rule adds nothing to another' },
  'pack/contradiction': { severity: 'error', title: 'Two rules answer the very same cases differently' },
  'pack/undecided': { severity: 'note', title: 'Rules have too many cases to look at each' },
  'pack/links-in-a-ring': { severity: 'error', title: 'Objectives wait on each other in a ring' },
  'pack/links-too-many': { severity: 'error', title: 'Too many objectives hang together' },
  'pack/bands': { severity: 'error', title: 'Bands do not follow each other' },
  'pack/unused-phrases': { severity: 'warning', title: 'Phrases that no rule uses' },
  'pack/empty-section': { severity: 'warning', title: 'A section has no objectives' },
  'panel/column-missing': { severity: 'error', title: 'A column that every panel has is missing' },
  'panel/column-twice': { severity: 'error', title: 'A column stands in the file twice' },
  'panel/column-unknown': { severity: 'error', title: 'A column is not one of a panel' },
  'panel/column-comment': { severity: 'error', title: 'A column seems to hold what somebody wrote' },
  'panel/column-type': { severity: 'error', title: 'A column holds values that no cell has' },
  'panel/row-width': { severity: 'error', title: 'A row has more or fewer cells than the header' },
  'panel/row-too-long': { severity: 'error', title: 'A row is longer than a panel’s row can be' },
  'panel/quote-open': { severity: 'error', title: 'A quote is never closed' },
  'panel/cell-empty': { severity: 'error', title: 'A cell that every row needs is empty' },
  'panel/organisation-unreadable': { severity: 'error', title: 'An organisation cannot be read' },
  'panel/framework-unknown': { severity: 'error', title: 'There are no rules for a framework' },
  'panel/framework-mixed': { severity: 'error', title: 'A row is of another framework than the panel' },
  'panel/period-unreadable': { severity: 'error', title: 'A period is not one' },
  'panel/objective-unknown': { severity: 'error', title: 'The framework does not have an objective' },
  'panel/state-unknown': { severity: 'error', title: 'A state is not one' },
  'panel/state-against-score': { severity: 'error', title: 'A state and a score speak against each other' },
  'panel/score-unreadable': { severity: 'error', title: 'A score in a panel cannot be read' },
  'panel/level-out-of-range': { severity: 'error', title: 'A score is not on the scale' },
  'panel/answer-unknown': { severity: 'error', title: 'An answer is neither yes nor no' },
  'panel/factor-unknown': { severity: 'error', title: 'A circumstance or its setting is not one' },
  'panel/cause-unknown': { severity: 'error', title: 'A cause, its level, control or standing is not one' },
  'panel/row-apart': { severity: 'error', title: 'Rows speak against each other' },
  'panel/factor-apart': { severity: 'error', title: 'Settings of a circumstance speak against each other' },
  'panel/organisation-apart': { severity: 'error', title: 'An organisation is written in two ways' },
  'panel/invented-mixed': { severity: 'error', title: 'Invented and real rows come together' },
  'register/column-missing': { severity: 'error', title: 'A list lacks a column that it needs' },
  'register/column-twice': { severity: 'error', title: 'A list has two columns with one heading' },
  'register/row-broken': { severity: 'error', title: 'A row does not have a cell for each heading' },
  'register/value-missing': { severity: 'error', title: 'A row lacks what it is known by' },
  'register/value-wrong': { severity: 'error', title: 'A value of a list cannot be' },
  'register/code-twice': { severity: 'error', title: 'A code stands in a list twice' },
  'register/code-unknown': { severity: 'warning', title: 'A list names a successor that it does not have' },
  'register/neighbour-wrong': { severity: 'error', title: 'The neighbours of an area are not in order' },
  'dashboard/schema': { severity: 'error', title: 'A dashboard does not say what it must' },
  'dashboard/unknown-data': {
    severity: 'error',
    title: 'A dashboard names data that is not in the catalogue',
  },
  'dashboard/unknown-field': {
    severity: 'error',
    title: 'A dashboard reads a field that its data does not have',
  },
} as const satisfies Record<string, DiagnosticKind>;

/** A code of the catalogue. */
export type DiagnosticCode = keyof typeof diagnosticCatalogue;

/** Something found in a document, a pack or a dashboard, with its place and what to do. */
export const Diagnostic = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('note')]),
  file: Type.String(),
  /** A line, a JSON path, a rule, an objective with its period. */
  place: Type.String(),
  /** In a JSON file: the JSON pointer of the place. */
  path: Type.Optional(Type.String()),
  /** The line of the file, from 1, where it is known. */
  line: Type.Optional(Type.Integer()),
  seen: Type.String(),
  allowed: Type.String(),
  repair: Type.String(),
});
export type Diagnostic = Readonly<Static<typeof Diagnostic>>;

/** A diagnostic with the severity that the catalogue gives its code. */
export function diagnose(code: DiagnosticCode, detail: Omit<Diagnostic, 'code' | 'severity'>): Diagnostic {
  return { code, severity: diagnosticCatalogue[code].severity, ...detail };
}

/** What a diagnostic is, in a few words; its code where the catalogue no longer has it. */
export function diagnosticTitle({ code }: Pick<Diagnostic, 'code'>): string {
  return diagnosticCatalogue[code as DiagnosticCode]?.title ?? code;
}

/** One line of plain text for a diagnostic. */
export function describeDiagnostic(diagnostic: Diagnostic): string {
  const title = diagnosticTitle(diagnostic);
  const allowed = diagnostic.allowed === '' ? '' : ` Allowed: ${diagnostic.allowed}.`;
  const file = diagnostic.line === undefined ? diagnostic.file : `${diagnostic.file}:${diagnostic.line}`;
  const place = [file, diagnostic.place].filter((part) => part !== '').join(', ');
  return `${diagnostic.severity}: ${title} (${place}). Seen: ${diagnostic.seen}.${allowed} ${diagnostic.repair}`;
}
