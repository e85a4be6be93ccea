import { join } from 'node:path';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { addToPanel } from '../../../src/benchmark/panel/add-to-panel.ts';
import { loadPack } from '../../../src/pack/load.ts';

/** Adds a file to a panel and prints what became of it, with the time in seconds and the peak memory in MB. */
const [panels = '', file = ''] = process.argv.slice(2);
const pack = loadPack(join(projectFolder, 'rules/lga-nps-2018'));
const begun = performance.now();
const report = await addToPanel(
  { panels, frameworks: [pack.framework.id], rules: () => pack, now: () => new Date() },
  { id: 'large', files: [file] },
);
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(JSON.stringify({ report, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
