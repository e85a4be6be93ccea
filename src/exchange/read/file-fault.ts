import { Problem, type ProblemCode } from '../../kernel/problem.ts';

/** What is wrong with a file, as the reader of its format finds it: it crosses from the worker, without the file's name. */
export class FileFault extends Error {
  readonly code: ProblemCode;
  readonly seen: string;
  readonly allowed: string;
  readonly place: string;

  constructor(code: ProblemCode, seen: string, { allowed = '', place = '' } = {}) {
    super(seen);
    this.code = code;
    this.seen = seen;
    this.allowed = allowed;
    this.place = place;
  }
}

/** What a fault says, as plain data. */
export type FaultDetail = Pick<FileFault, 'code' | 'seen' | 'allowed' | 'place'>;

const repairs: Partial<Record<ProblemCode, string>> = {
  FILE_TOO_LARGE: 'Give the self-assessment alone, without empty rows, pictures and attachments.',
  FILE_WRONG_KIND: 'Save it as .docx, .xlsx or .csv in the program that made it, and give that file.',
  FILE_PROTECTED: 'Open it with its password, save a copy without one, and give the copy.',
  FILE_DAMAGED: 'Open it in the program that made it, save it anew, and give the new file.',
  FILE_HAS_MACROS: 'Save a copy as .xlsx or .docx, which hold no macros, and give the copy.',
  FILE_NOT_TEXT: 'Save the document as plain text (UTF-8) and give that file.',
};

/** The problem that a fault is, with the file as the user named it. */
export function faultProblem({ code, seen, allowed, place }: FaultDetail, file: string): Problem {
  return new Problem(code, {
    file,
    seen,
    ...(place === '' ? {} : { place }),
    ...(allowed === '' ? {} : { allowed }),
    repair: repairs[code] ?? 'Give another file.',
  });
}
