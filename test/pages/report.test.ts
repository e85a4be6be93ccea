import { describe, expect, test } from 'vitest';
import { renderReport } from '../../src/pages/report.ts';
import { withWorkspace } from '../app/fixture.ts';
import { example, wordsOf } from '../server/served.ts';

describe('the report in one file', () => {
  test('holds every part and every chart, and needs nothing from elsewhere', async () => {
    await withWorkspace(async (workspace) => {
      const html = await renderReport(workspace, { organisation: 'medway' });
      const body = html.slice(html.indexOf('<body'));
      const words = wordsOf(body);
      for (const part of [
        '2023 scores and targets for 2024',
        'What is capped, and who could lift it',
        'All targets for 2024',
        'How scores moved, 2022 to 2023',
        'Questions that a member could ask',
      ])
        expect(words).toContain(part);
      expect(body.match(/<svg /g)).toHaveLength(10);
      expect(body).not.toMatch(/<(script|img|iframe|object|form|link)\b/);
      expect(html).not.toMatch(/(src|href|action)="(?!#|data:,)|url\(|@import/);
      expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    }, example);
  });

  test('says where it is from: organisation, periods, framework, rules, day, and that it is an example', async () => {
    await withWorkspace(async (workspace) => {
      const html = await renderReport(workspace, { organisation: 'medway' });
      const foot = wordsOf(html.slice(html.indexOf('<footer')));
      const { version, sha256 } = workspace.pack('lga-nps-2018');
      for (const part of [
        "Example: Medway Council's published 2022 and 2023 return.",
        'Medway Council: advice for 2024, from the 2023 return. Generated on 2026-01-02.',
        'National Procurement Strategy toolkit, 2018 edition',
        `version ${version}, SHA-256 ${sha256}`,
      ])
        expect(foot).toContain(part);
    }, example);
  });

  test('uses an id once across its parts and charts, and every link finds its place', async () => {
    await withWorkspace(async (workspace) => {
      const html = await renderReport(workspace, { organisation: 'medway' });
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      for (const [, fragment] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(fragment);
      for (const [, names = ''] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
        for (const name of names.split(' ')) expect(ids).toContain(name);
    }, example);
  });

  test('says what it supposes, and marks what that changes', async () => {
    await withWorkspace(async (workspace) => {
      const view = { organisation: 'medway', factors: { 'joint-boards': 'yes' } };
      const words = wordsOf(await renderReport(workspace, view));
      expect(words).toContain('What if: Joint boards: Yes. This is not what is recorded.');
      expect(words).toContain('Changed by the what-if: The ceiling rises from 4 to 5 Innovator');
    }, example);
  });

  test('is the same bytes for the same workspace and day', async () => {
    await withWorkspace(async (workspace) => {
      const once = await renderReport(workspace, { organisation: 'oak-lane' });
      expect(await renderReport(workspace, { organisation: 'oak-lane' })).toBe(once);
    });
  });

  test('of nobody, or for a period without one before it, is a problem', async () => {
    await withWorkspace(async (workspace) => {
      await expect(renderReport(workspace, { organisation: 'nowhere' })).rejects.toMatchObject({
        code: 'UNKNOWN_ORGANISATION',
      });
      await expect(
        renderReport(workspace, { organisation: 'oak-lane', period: '1999' }),
      ).rejects.toMatchObject({
        code: 'UNKNOWN_PERIOD',
      });
    });
  });
});
