import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportFile } from '../../../src/app/export/export-file.ts';
import { importDocument } from '../../../src/app/import/import-document.ts';
import { describeImport } from '../../../src/cli/describe/describe-import.ts';
import { withWorkspace } from '../../app/fixture.ts';

test('what would change is shown objective by objective, in 80 and in 40 columns', () =>
  withWorkspace(async (workspace) => {
    const { content } = await exportFile(workspace, {
      what: 'appendix',
      format: 'csv',
      organisation: 'oak-lane',
    });
    const file = join(workspace.folder, '..', 'mine.csv');
    const lines = String(content).split('\r\n');
    const at = lines.findIndex((line) => /,2025,2,/.test(line));
    const changed = lines.map((line, index) =>
      index === at
        ? line.replace(/,scored,[^,]*,.*$/, ',scored,1,Two beds turned and sieved this spring')
        : line,
    );
    writeFileSync(file, changed.join('\r\n'));
    const report = await importDocument(workspace, { file, dryRun: true, by: 'Ada' });
    const shown = (width: number) => describeImport(report, width);
    for (const width of [80, 40])
      for (const line of shown(width)) expect([line, line.length <= width]).toEqual([line, true]);
    const from = (width: number) => {
      const all = shown(width);
      return `\n${all.slice(all.findIndex((line) => line.startsWith('2025: '))).join('\n')}\n`;
    };
    expect(from(80)).toMatchInlineSnapshot(`
      "
      2025: 1 objective would change
      2 Watering
        score: 1/2 to 1
        before: Commentary: A butt was bought.
        after: Two beds turned and sieved this spring

      Nothing was kept: this was a rehearsal.
      "
    `);
    expect(from(40)).toMatchInlineSnapshot(`
      "
      2025: 1 objective would change
      2 Watering
        score: 1/2 to 1
        before: Commentary: A butt was bought.
        after: Two beds turned and sieved this
        spring

      Nothing was kept: this was a rehearsal.
      "
    `);
  }));
