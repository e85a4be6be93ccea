import { join } from 'node:path';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { readInventedNames } from '../../../src/benchmark/invent/invented-names.ts';
import { loadPack } from '../../../src/pack/load.ts';

export const names = readInventedNames(join(projectFolder, 'data/panel'));
/** Rules of another field, with four levels from 0 on. */
export const allotment = loadPack(join(projectFolder, 'test/packs/allotment'));
export const toolkit = loadPack(join(projectFolder, 'rules/lga-nps-2018'));
