import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import {
  addToPanel,
  type PanelAddition,
  type PanelHouse,
} from '../../../src/benchmark/panel/add-to-panel.ts';
import { loadPack } from '../../../src/pack/load.ts';

const pack = loadPack(join(projectFolder, 'rules/lga-nps-2018'));

/** A folder for panels and files, gone after the tests. */
export function panelFixture() {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-panel-'));
  const house: PanelHouse = {
    panels: join(folder, 'panels'),
    frameworks: ['another', 'lga-nps-2018'],
    rules: () => pack,
    now: () => new Date('2026-01-02T03:04:05Z'),
  };
  let files = 0;
  const file = (content: string | Uint8Array, name = `${++files}.csv`) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    house,
    file,
    add: (id: string, content: string | Uint8Array, more: Partial<PanelAddition> = {}) =>
      addToPanel(house, { id, files: [file(content)], ...more }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The header of most tests. */
export const header =
  'organisation,framework,period,objective,state,score,agreed_standard,carried,factors,causes';

/** A row with what differs from a plain one. */
export function row(change: Readonly<Record<string, string>> = {}): string {
  const cells: Readonly<Record<string, string>> = {
    organisation: 'A1',
    framework: 'lga-nps-2018',
    period: '2023',
    objective: '1',
    score: '3',
    ...change,
  };
  return header
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
}

/** A file of rows under the header. */
export function csv(...rows: readonly string[]): string {
  return [header, ...rows, ''].join('\r\n');
}
