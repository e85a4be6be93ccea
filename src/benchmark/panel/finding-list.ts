import { type Diagnostic, type DiagnosticCode, diagnose } from '../../kernel/diagnostics.ts';
import { mostFindings } from './most-findings.ts';

/** Findings, of each code the first few, and how many there are of each. */
export interface FindingList {
  readonly findings: readonly Diagnostic[];
  readonly counts: Readonly<Record<string, number>>;
}

/** A list of findings that grows. */
export interface GrowingFindings extends FindingList {
  readonly add: (list: FindingList) => void;
  readonly addAll: (
    code: DiagnosticCode,
    total: number,
    details: readonly Omit<Diagnostic, 'code' | 'severity'>[],
  ) => void;
  /** Whether one of them refuses the input. */
  readonly refuses: () => boolean;
}

/** An empty list of findings. */
export function growingFindings(): GrowingFindings {
  const findings: Diagnostic[] = [];
  const counts: Record<string, number> = {};
  const add = (list: FindingList) => {
    findings.push(...list.findings);
    for (const [code, count] of Object.entries(list.counts)) counts[code] = (counts[code] ?? 0) + count;
  };
  return {
    findings,
    counts,
    add,
    addAll: (code, total, details) =>
      add({ findings: details.map((detail) => diagnose(code, detail)), counts: { [code]: total } }),
    refuses: () => findings.some(({ severity }) => severity === 'error'),
  };
}

/** Findings as a list: of each code the first few. */
export function firstFindings(all: readonly Diagnostic[]): FindingList {
  const counts: Record<string, number> = {};
  const findings = all.filter(({ code }) => {
    const count = (counts[code] ?? 0) + 1;
    counts[code] = count;
    return count <= mostFindings;
  });
  return { findings, counts };
}
