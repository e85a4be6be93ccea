import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../src/app/workspace/project-folder.ts';
import { guardedForms } from '../../../src/pages/frame/post-forms.ts';
import { forVisitor, nobody } from '../../../src/pages/frame/visitor.ts';
import { signInPage } from '../../../src/pages/sign-in-page.ts';

const views = join(projectFolder, 'src/pages/views');

test('each form that posts has its token, and is there for editors only', () => {
  let forms = 0;
  for (const path of readdirSync(views, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.njk'),
  )) {
    const text = readFileSync(join(views, path), 'utf8');
    const posting = text.match(/method=["']?post/gi)?.length ?? 0;
    const guarded = guardedForms(text);
    expect(guarded.split('{{ formToken() }}').length - 1, path).toBe(posting);
    const own = text.match(/action="\/sign-/g)?.length ?? 0;
    expect(guarded.match(/\{% if visitor\(\)\.role == "editor" %\}<form/g)?.length ?? 0, path).toBe(
      posting - own,
    );
    forms += posting;
  }
  expect(forms).toBeGreaterThan(10);
});

test('a form that asks is left as it is', () => {
  const form = '<form method="get" action="/x"><button>Go</button></form>';
  expect(guardedForms(form)).toBe(form);
});

test('the page to sign in with can be filled in by a password manager, and asks for nothing else', () => {
  const form = { action: '/sign-in?next=/"><script>', out: false, ended: null, name: '"><b>', error: null };
  const html = forVisitor({ ...nobody, token: () => 'TOKEN' }, () => signInPage(form));
  expect(html).toContain('autocomplete="username"');
  expect(html).toContain('type="password" id="password" name="password" autocomplete="current-password"');
  expect(html).toContain('<input type="hidden" name="csrf" value="TOKEN">');
  expect(html).not.toMatch(/<script>|"><b>/);
});
