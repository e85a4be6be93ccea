import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headroom, temporaryFolder } from './headroom.ts';

const { folder, remove } = temporaryFolder();
const run = (...args: readonly string[]) => headroom(join(folder, 'workspace'), ...args);

beforeAll(() => {
  expect(run('init').status).toBe(0);
});
afterAll(remove);

describe('export on the command line', () => {
  test('writes an appendix, and writes it again, but never over a file of somebody else', () => {
    const out = join(folder, 'a.docx');
    const args = ['export', 'medway', '--period', '2023', '--format', 'docx', '--out', out];
    expect([run(...args).status, run(...args).status]).toEqual([0, 0]);
    expect(statSync(out).size).toBeGreaterThan(10_000);
    writeFileSync(out, 'my own');
    const refused = run(...args);
    expect(refused.status).toBe(3);
    expect(refused.stderr).toContain('a file that this command did not make');
    expect(readFileSync(out, 'utf8')).toBe('my own');
  });

  test('gives text on the standard output where no file is named', () => {
    const { stdout, stderr, status } = run('export', 'medway', '--format', 'csv');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.split('\r\n')[1]).toBe(
      `medway,lga-nps-2018,2022,1,Procurement and Commercial Champions,Engaging Councillors,scored,3,"NA, achieved baseline of '3' as agreed November 2021."`,
    );
    expect(JSON.parse(run('export', 'medway', '--what', 'advice', '--format', 'json').stdout)).toMatchObject({
      organisation: 'medway',
      period: '2024',
    });
  });

  test('says which forms there are', () => {
    const { stderr, status } = run('export', 'medway', '--what', 'advice', '--format', 'docx');
    expect(status).toBe(3);
    expect(stderr).toContain('csv, json, xlsx');
  });
});

test('a form is written for Excel or Word, and for nothing else', () => {
  const out = join(folder, 'form.xlsx');
  expect(run('template', '--organisation', 'medway', '--out', out).status).toBe(0);
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  const refused = run('template', '--out', join(folder, 'form.ods'));
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('.xlsx or .docx');
});
