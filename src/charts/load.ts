import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Diagnostic, describeDiagnostic, diagnose } from '../kernel/diagnostics.ts';
import { freeze } from '../kernel/freeze.ts';
import { Problem } from '../kernel/problem.ts';
import { matches, mismatches } from '../kernel/schema.ts';
import { readTextFile } from '../kernel/text-file.ts';
import { type CheckedFile, checkDashboard } from './check.ts';
import { type ChartSpec, type Dashboard, Theme } from './dashboard.ts';

type ParsedFile = NonNullable<CheckedFile['parsed']>;

/** What a folder of dashboards holds: those that can be drawn, and every fault found. */
export interface ReadDashboards {
  readonly dashboards: readonly Dashboard[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The dashboards of a folder (`*.vl.json` and `theme.json`), by id, frozen.
 * @throws Problem DASHBOARD_BROKEN with every error found; FILE_MISSING without folder or theme
 */
export function loadDashboards(folder: string): readonly Dashboard[] {
  const { dashboards, diagnostics } = readDashboards(folder);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return dashboards;
  throw new Problem('DASHBOARD_BROKEN', {
    file: folder,
    seen: errors.map(describeDiagnostic).join('\n').replace(/\.$/, ''),
    repair: 'Correct the files, or take them out of the folder.',
  });
}

/**
 * The dashboard with an id.
 * @throws Problem UNKNOWN_DASHBOARD with the ids that there are
 */
export function dashboardById(dashboards: readonly Dashboard[], id: string): Dashboard {
  const found = dashboards.find((dashboard) => dashboard.id === id);
  if (found !== undefined) return found;
  throw new Problem('UNKNOWN_DASHBOARD', {
    seen: id,
    allowed: dashboards.map((dashboard) => dashboard.id).join(', '),
    repair: 'Name one of these.',
  });
}

/**
 * Reads a folder of dashboards and collects every fault in it, as a check of the folder does.
 * @throws Problem FILE_MISSING without folder or theme
 */
export function readDashboards(folder: string): ReadDashboards {
  const theme = readTheme(join(folder, 'theme.json'));
  const read = listSpecs(folder).map((file) => readSpec(join(folder, file)));
  const parsed = read.flatMap((checked) => (checked.parsed === null ? [] : [checked.parsed]));
  const diagnostics = [...theme.diagnostics, ...read.flatMap((checked) => checked.diagnostics)];
  const groups = Object.entries(Object.groupBy(parsed, ({ meta }) => meta.id));
  const dashboards: Dashboard[] = [];
  for (const [id, files = []] of groups) {
    files.sort((a, b) => a.meta.needs.periods - b.meta.needs.periods);
    diagnostics.push(...disagreements(files));
    const first = files[0];
    if (first === undefined || theme.value === null) continue;
    dashboards.push({
      id,
      question: first.meta.question,
      kind: first.meta.kind,
      unit: first.meta.unit,
      data: first.data,
      theme: theme.value,
      variants: files.map(({ file, meta, spec, narrow }) => {
        const variant = { file, periods: meta.needs.periods, subtitle: meta.subtitle, spec };
        return narrow === null ? variant : { ...variant, narrow: { ...variant, spec: narrow } };
      }),
    });
  }
  dashboards.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { dashboards: freeze(dashboards), diagnostics };
}

function listSpecs(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.vl.json'))
    .sort();
}

function readSpec(path: string): CheckedFile {
  const file = basename(path);
  const json = readJson(path);
  return json.value === null
    ? { parsed: null, diagnostics: json.diagnostics }
    : checkDashboard(file, json.value);
}

function readTheme(path: string): {
  readonly value: Theme | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const json = readJson(path);
  if (json.value === null) return { value: null, diagnostics: json.diagnostics };
  if (matches(Theme, json.value)) return { value: json.value, diagnostics: [] };
  const diagnostics = mismatches(Theme, json.value).map((mismatch) =>
    diagnose('dashboard/schema', {
      file: basename(path),
      place: mismatch.path === '' ? 'the whole file' : mismatch.path,
      seen: mismatch.seen,
      allowed: mismatch.message,
      repair: 'Correct the theme.',
    }),
  );
  return { value: null, diagnostics };
}

function readJson(path: string): {
  readonly value: ChartSpec | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const text = readTextFile(path);
  let seen = 'not an object';
  try {
    const value: unknown = JSON.parse(text);
    if (isSpec(value)) return { value, diagnostics: [] };
  } catch (error) {
    seen = error instanceof Error ? error.message : String(error);
  }
  const diagnostic = diagnose('dashboard/schema', {
    file: basename(path),
    place: 'the whole file',
    seen,
    allowed: 'a JSON object',
    repair: 'Correct the file; an editor with JSON support shows the place.',
  });
  return { value: null, diagnostics: [diagnostic] };
}

function isSpec(value: unknown): value is ChartSpec {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function disagreements(files: readonly ParsedFile[]): readonly Diagnostic[] {
  return files.slice(1).flatMap((file, index) => {
    const before = files[index];
    if (before === undefined) return [];
    const faults: Diagnostic[] = [];
    for (const key of ['question', 'kind', 'unit'] as const)
      if (file.meta[key] !== before.meta[key])
        faults.push(disagreement(file, key, file.meta[key], `${before.meta[key]}, as in ${before.file}`));
    const { periods } = file.meta.needs;
    if (periods === before.meta.needs.periods)
      faults.push(disagreement(file, 'needs/periods', String(periods), `another number than ${before.file}`));
    return faults;
  });
}

function disagreement(file: ParsedFile, key: string, seen: string, allowed: string): Diagnostic {
  return diagnose('dashboard/schema', {
    file: file.file,
    place: `/usermeta/headroom/${key}`,
    seen,
    allowed,
    repair: 'Files with one id draw one dashboard for different numbers of periods: make them agree.',
  });
}
