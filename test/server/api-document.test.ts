import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/app/workspace/project-folder.ts';
import { describedBy } from './described.ts';
import { withServer } from './served.ts';
import { servedPaths } from './served-paths.ts';

const file = join(projectFolder, 'docs/api.md');
const heading = '## Addresses\n';

test('the page of the API lists every address, as the description has them', async () => {
  await withServer(async ({ get }) => {
    const { operations, document } = await describedBy(get);
    const lists = document.tags.flatMap(({ name, description }) => {
      const rows = operations
        .filter(({ tags }) => tags.includes(name))
        .map(({ method, path, operationId, summary, parameters = [] }) => {
          const query = parameters.filter((one) => one.in === 'query').map((one) => `\`${one.name}\``);
          const takes = query.length === 0 ? '' : ` Takes ${query.join(', ')}.`;
          return `| \`${method} ${path}\` | \`${operationId}\` | ${summary}${takes} |`;
        });
      if (rows.length === 0) return [];
      const title = `### ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [
        title,
        '',
        description,
        '',
        '| address | name | what it does |',
        '| --- | --- | --- |',
        ...rows,
        '',
      ];
    });
    // Where this differs, take it over with `npx vitest run test/server/api-document.test.ts -u`.
    const written = readFileSync(file, 'utf8');
    const before = written.slice(0, written.indexOf(heading) + heading.length);
    await expect(`${before}\n${lists.join('\n').trimEnd()}\n`).toMatchFileSnapshot(file);
  });
});

test('the page of the API says of every page where its content is for programs', async () => {
  await withServer(async ({ app, get }) => {
    const text = readFileSync(file, 'utf8');
    const rows = [...text.matchAll(/^\| `(\/[^`]*)` \| (.*) \|$/gm)].filter(([, , where = '']) =>
      where.startsWith('`/'),
    );
    const pages = servedPaths(app).filter(
      (path) => !/^\/(api|charts|health|assets|favicon)|\/word$/.test(path),
    );
    expect(rows.map(([, page]) => page).toSorted()).toEqual(pages.toSorted());
    const { operations } = await describedBy(get);
    const known = operations.map(({ path }) => path.replace(/\{\w+\}/g, '*'));
    for (const [, page, where = ''] of rows)
      for (const [, address = ''] of where.matchAll(/`(\/(?:organisations|frameworks)[^`]*)`/g))
        expect(known, page).toContain(`/api/v1${address.replace(/\b(ORG|PERIOD|NUMBER|FRAMEWORK)\b/g, '*')}`);
  });
});
