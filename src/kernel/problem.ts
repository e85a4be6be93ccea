/** What the user is told, and with which exit code and HTTP status, for each way in which a request can fail. */
interface ProblemKind {
  readonly title: string;
  readonly exitCode: 1 | 2 | 3 | 70;
  readonly status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
}

/** The closed catalogue of problems; `docs/problems.md` describes each, and a test keeps the two equal. */
export const problemCatalogue = {
  USAGE: { title: 'The command was not understood', exitCode: 2, status: 400 },
  UNKNOWN_ORGANISATION: { title: 'No such organisation in this workspace', exitCode: 3, status: 404 },
  UNKNOWN_PERIOD: { title: 'No assessment for that period', exitCode: 3, status: 404 },
  UNKNOWN_OBJECTIVE: { title: 'No such objective in the framework', exitCode: 3, status: 404 },
  UNKNOWN_FACTOR: { title: 'No such circumstance in the rules', exitCode: 3, status: 400 },
  UNKNOWN_FRAMEWORK: { title: 'No such framework', exitCode: 3, status: 404 },
  UNKNOWN_DASHBOARD: { title: 'No such dashboard', exitCode: 3, status: 404 },
  UNKNOWN_PANEL: { title: 'No such panel in this workspace', exitCode: 3, status: 404 },
  UNKNOWN_PAGE: { title: 'There is no such page', exitCode: 3, status: 404 },
  BAD_VALUE: { title: 'A value is not one that is allowed', exitCode: 3, status: 400 },
  FILE_MISSING: { title: 'The file cannot be read', exitCode: 3, status: 422 },
  FILE_EMPTY: { title: 'The file is empty', exitCode: 3, status: 422 },
  FILE_TOO_LARGE: { title: 'The file is larger than Headroom reads', exitCode: 3, status: 413 },
  FILE_NOT_TEXT: { title: 'The file is not text', exitCode: 3, status: 422 },
  FILE_WRONG_KIND: { title: 'The file is not of a kind that Headroom reads', exitCode: 3, status: 415 },
  FILE_PROTECTED: { title: 'The file is protected by a password', exitCode: 3, status: 422 },
  FILE_DAMAGED: { title: 'The file is damaged', exitCode: 3, status: 422 },
  FILE_HAS_MACROS: { title: 'The file has macros', exitCode: 3, status: 422 },
  FILE_EXISTS: { title: 'The file is there already', exitCode: 3, status: 409 },
  FILE_UNWRITABLE: { title: 'The file cannot be written', exitCode: 3, status: 422 },
  NOT_AN_APPENDIX: {
    title: 'The document is not a self-assessment in this framework',
    exitCode: 3,
    status: 422,
  },
  DOCUMENT_REFUSED: { title: 'The document has errors; nothing was imported', exitCode: 3, status: 422 },
  REGISTER_REFUSED: { title: 'The list has errors; nothing was added', exitCode: 3, status: 422 },
  UPLOAD_GONE: { title: 'The file that was sent is no longer kept', exitCode: 3, status: 404 },
  UPLOAD_CHANGED: {
    title: 'Importing the file would by now change something else than was shown',
    exitCode: 3,
    status: 409,
  },
  CORRECTION_LOST: { title: 'A correction no longer matches its source', exitCode: 3, status: 422 },
  READING_GONE: { title: 'Those words are not in the comment', exitCode: 3, status: 409 },
  ROW_CHANGED: { title: 'Somebody else changed this row meanwhile', exitCode: 3, status: 409 },
  ASSESSMENT_CLOSED: { title: 'The assessment is closed', exitCode: 3, status: 409 },
  ASSESSMENT_ENTERED: { title: 'The assessment has rows that are entered', exitCode: 3, status: 409 },
  ASSESSMENT_INCOMPLETE: { title: 'The assessment is not complete', exitCode: 3, status: 409 },
  PACK_BROKEN: { title: 'The rules cannot be used', exitCode: 3, status: 500 },
  DASHBOARD_BROKEN: { title: 'The dashboard cannot be drawn', exitCode: 3, status: 500 },
  FONTS_MISSING: { title: 'There is no font to draw text with', exitCode: 3, status: 503 },
  WORKSPACE_BROKEN: { title: 'The workspace cannot be used', exitCode: 3, status: 503 },
  WORKSPACE_BUSY: { title: 'Another program is writing to the workspace', exitCode: 3, status: 503 },
  BACKUP_BROKEN: { title: 'The backup cannot be used', exitCode: 3, status: 422 },
  PANEL_BROKEN: { title: 'The panel cannot be used', exitCode: 3, status: 503 },
  PANEL_UNDECIDED: {
    title: 'What may be told of the panel is being worked out',
    exitCode: 3,
    status: 503,
  },
  PLAN_IMPOSSIBLE: { title: 'The demands on the plan cannot all be met', exitCode: 3, status: 422 },
  INVENTED_AND_REAL: {
    title: 'Invented and real organisations are not compared',
    exitCode: 3,
    status: 409,
  },
  TOO_FEW_PERIODS: { title: 'There are too few periods for this', exitCode: 3, status: 422 },
  DUCKDB_MISSING: { title: 'DuckDB cannot be loaded on this machine', exitCode: 3, status: 503 },
  BIND_REFUSED: { title: 'That address is not allowed', exitCode: 2, status: 400 },
  ACCOUNT_EXISTS: { title: 'There is an account with that name', exitCode: 3, status: 409 },
  UNKNOWN_ACCOUNT: { title: 'No such account', exitCode: 3, status: 404 },
  PASSWORD_WEAK: { title: 'The password is too easy to guess', exitCode: 3, status: 422 },
  PORT_TAKEN: { title: 'The port is in use', exitCode: 3, status: 503 },
  WRONG_HOST: { title: 'The request was sent to another host', exitCode: 70, status: 421 },
  CROSS_ORIGIN: { title: 'The request came from another site', exitCode: 70, status: 403 },
  SIGN_IN_NEEDED: { title: 'Sign in first', exitCode: 70, status: 401 },
  NOT_FROM_PROXY: { title: 'Headroom is reached another way', exitCode: 70, status: 403 },
  EDITORS_ONLY: { title: 'Only an editor can change this', exitCode: 70, status: 403 },
  FORM_EXPIRED: { title: 'The form is out of date', exitCode: 70, status: 403 },
  TOO_MANY_TRIES: { title: 'Too many tries in a short time', exitCode: 70, status: 429 },
  BODY_TOO_LARGE: { title: 'What was sent is longer than Headroom takes', exitCode: 70, status: 413 },
  BODY_TYPE: { title: 'That kind of body is not accepted', exitCode: 70, status: 415 },
  METHOD_NOT_ALLOWED: { title: 'That cannot be done at this address', exitCode: 70, status: 405 },
  NOT_ACCEPTABLE: { title: 'The answer has no form that is asked for', exitCode: 70, status: 406 },
  INTERNAL: { title: 'Headroom made a mistake', exitCode: 70, status: 500 },
} as const satisfies Record<string, ProblemKind>;

/** A code of the catalogue. */
export type ProblemCode = keyof typeof problemCatalogue;

/** Where and what was wrong; every part is plain text for the user. */
export interface ProblemDetail {
  /** The file as the user named it. */
  readonly file?: string;
  /** The place inside it: a line, a JSON path, a cell, an objective. */
  readonly place?: string;
  /** The value that was seen. */
  readonly seen?: string;
  /** The values that are allowed. */
  readonly allowed?: string;
  /** What to do about it. */
  readonly repair: string;
  /** For programs: what the sentence cannot hold, such as both versions of a row. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A catalogued failure: the code decides exit code and HTTP status, the detail says file, place, values and repair. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: ProblemDetail;

  constructor(code: ProblemCode, detail: ProblemDetail, options?: ErrorOptions) {
    super(sentence(problemCatalogue[code].title, detail), options);
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
  }

  get exitCode(): number {
    return problemCatalogue[this.code].exitCode;
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }
}

/** Any thrown value as a problem: a catalogued one as it is, anything else as `INTERNAL` with its cause. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const seen = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem(
    'INTERNAL',
    { seen, repair: 'Please report this, with what you did.' },
    { cause: thrown },
  );
}

function sentence(title: string, detail: ProblemDetail): string {
  const where = [detail.file, detail.place].filter((part) => part !== undefined).join(', ');
  const parts = [where === '' ? `${title}.` : `${title}: ${where}.`];
  if (detail.seen !== undefined) parts.push(`Seen: ${detail.seen}.`);
  if (detail.allowed !== undefined) parts.push(`Allowed: ${detail.allowed}.`);
  parts.push(detail.repair);
  return parts.join(' ');
}
