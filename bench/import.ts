import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFile } from '../src/app/export/export-file.ts';
import { importDocument } from '../src/app/import/import-document.ts';
import { openWorkspace, type Workspace } from '../src/app/workspace/workspace.ts';
import { parseDocument } from '../src/exchange/read/parse-document.ts';
import { parseInWorker } from '../src/exchange/read/parse-in-worker.ts';
import type { Assessment } from '../src/model/assessment.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

const formats = ['docx', 'xlsx', 'csv'] as const;
const many = 320;

/**
 * Two years brought in from each format, with what it costs to parse in a thread, one for all,, and the workbooks of many organisations
 * brought into an empty workspace, one after the other.
 */
export async function benchImport(
  workspace: Workspace,
  organisation: string,
  folder: string,
): Promise<readonly string[]> {
  const bytes = new Map<(typeof formats)[number], Uint8Array>();
  const file = (format: string) => join(folder, `import.${format}`);
  for (const format of formats) {
    const { content } = await exportFile(workspace, { what: 'appendix', format, organisation });
    writeFileSync(file(format), content);
    bytes.set(format, readFileSync(file(format)));
  }
  const bringing = (format: string) => importDocument(workspace, { file: file(format), by: 'bench' });
  const parsing = (format: (typeof formats)[number], parse: typeof parseInWorker | typeof parseHere) => () =>
    parse(
      {
        bytes: bytes.get(format) ?? new Uint8Array(),
        kind: format === 'csv' ? 'csv' : 'package',
        name: `import.${format}`,
      },
      `import.${format}`,
    );
  const times = await sideBySide(
    formats.flatMap((format) => [
      { name: format, work: () => bringing(format) },
      { name: `${format}, in a thread`, work: parsing(format, parseInWorker) },
      { name: `${format}, without one`, work: parsing(format, parseHere) },
    ]),
    { rounds: 7, unmeasured: 2 },
  );
  const report = await bringing('xlsx');
  const met = formats.every((format) => (times.get(format)?.median ?? Number.POSITIVE_INFINITY) < 1000);
  return [
    `Import of ${report.periods.length} years of ${report.objectives} rows, which are held already, warm`,
    ...formats.flatMap((format) => [
      line(format, times.get(format)),
      line('of it, parsing in the thread', times.get(`${format}, in a thread`), {
        name: 'all',
        times: times.get(format),
      }),
      line('parsing without a thread', times.get(`${format}, without one`)),
    ]),
    `  ${'aim: each under 1 s'.padEnd(44)} ${met ? 'met' : 'not met here'}`,
    ...(await benchMany(workspace, organisation, folder)),
  ];
}

async function benchMany(
  workspace: Workspace,
  organisation: string,
  folder: string,
): Promise<readonly string[]> {
  const effects = { now: () => new Date(), log: () => {} };
  const held = workspace.records
    .assessments(organisation)
    .map(({ period }) => workspace.records.assessment(organisation, period));
  const { framework } = workspace.records.organisation(organisation);
  const names = Array.from({ length: many }, (_, at) => `organisation-${at + 1}`);
  const source = await openWorkspace({ folder: join(folder, 'many-source'), effects, sources: null });
  let size = 0;
  for (const [at, id] of names.entries()) {
    source.records.putOrganisation({ id, name: id, framework, example: null }, 'bench');
    const assessments = held.map((each) => turned(each, id, at + 1));
    const from = { file: 'bench', sha256: '0'.repeat(64) };
    source.records.saveImport({ organisation: id, assessments, source: from, diagnostics: [] }, 'bench');
    const { content } = await exportFile(source, {
      what: 'appendix',
      format: 'xlsx',
      organisation: id,
      targets: false,
    });
    size += content.length;
    writeFileSync(join(folder, `${id}.xlsx`), content);
    if ((at + 1) % 80 === 0) process.stderr.write(`wrote ${at + 1} of ${many}\n`);
  }
  source.close();
  const target = await openWorkspace({ folder: join(folder, 'many-target'), effects, sources: null });
  const each: number[] = [];
  const begun = performance.now();
  for (const [at, id] of names.entries()) {
    const start = performance.now();
    const { outcome } = await importDocument(target, { file: join(folder, `${id}.xlsx`), by: 'bench' });
    if (outcome !== 'new') throw new Error(`${id} is ${outcome}`);
    each.push(performance.now() - start);
    if ((at + 1) % 40 === 0) process.stderr.write(`brought in ${at + 1} of ${many}\n`);
  }
  const seconds = (performance.now() - begun) / 1000;
  target.close();
  const middle = (part: readonly number[]) =>
    part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  return [
    `Import of ${many} workbooks of ${Math.round(size / many / 1000)} kB, ${held.length} years each, into an empty workspace`,
    `  ${'all, one after the other'.padEnd(44)} ${seconds.toFixed(1).padStart(8)} s`,
    `  ${'a file, median of the first and the last 40'.padEnd(44)} ${middle(each.slice(0, 40)).toFixed(1).padStart(8)} ms, ${middle(each.slice(-40)).toFixed(1)} ms`,
    `  ${'aim: under 60 s'.padEnd(44)} ${seconds < 60 ? 'met' : 'not met here'}`,
  ];
}

/** Another's assessment: each row has the score and the text of one `by` rows on. */
function turned(assessment: Assessment, organisation: string, by: number): Assessment {
  const { rows } = assessment;
  return {
    ...assessment,
    organisation,
    rows: rows.map((own, at) => ({ ...(rows[(at + by) % rows.length] ?? own), objective: own.objective })),
  };
}

function parseHere({ bytes, kind, name }: Parameters<typeof parseInWorker>[0]): Promise<unknown> {
  return parseDocument(bytes, kind, name);
}
