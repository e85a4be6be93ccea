import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choiceOrder } from '../../src/model/unlock.ts';
import { scripts } from '../../src/pages/frame/scripts.ts';
import { type Running, withServer, wordsOf } from './served.ts';

const pages = [
  '/medway',
  '/medway/objectives',
  '/medway/objectives?stance=hold&capped=now',
  '/medway/objectives/4',
  '/medway/objectives/58',
  '/medway/capped',
  '/medway/unlock',
  '/medway/review',
  '/medway/review?show=all&objective=11',
  '/medway/targets',
  '/medway/targets?factor.joint-boards=yes',
  '/medway/targets?days=60&minimum=20%3D4',
  '/medway/pack',
  '/medway/trends',
  '/medway/objectives?cause=joint-working&find=council&sort=headroom',
  '/medway/challenges',
  '/medway/export',
  '/medway/import',
  '/medway/about',
  '/medway/rules',
  '/medway?period=2023',
];

/** One server for the file: nothing here writes to its workspace. */
let running: Running;
let finish = () => {};
let finished: Promise<unknown>;
beforeAll(async () => {
  await new Promise<void>((ready, fail) => {
    finished = withServer(async (started) => {
      running = started;
      ready();
      await new Promise<void>((done) => {
        finish = done;
      });
    }).catch(fail);
  });
});
afterAll(async () => {
  finish();
  await finished;
});

async function html(url: string): Promise<string> {
  const answer = await running.get(url);
  expect(answer.statusCode, url).toBe(200);
  return answer.body;
}
const words = async (url: string) => wordsOf(await html(url));

describe('every page', () => {
  test.each(pages)('%s says that it is an example, and how to bring in one’s own', async (url) => {
    const body = await html(url);
    expect(wordsOf(body)).toContain("Example: Medway Council's published 2022 and 2023 return.");
    expect(body).toContain('href="/import"');
  });

  test.each(pages)(
    '%s names one script by its address, and has no script, style or handler in its text',
    async (url) => {
      expect(
        (await html(url)).replace(`<script type="module" src="${scripts().entry}"></script>`, ''),
      ).not.toMatch(/<script|<style|javascript:|\son[a-z]+=|\sstyle=/i);
    },
  );

  test.each(pages)('%s has one main heading, headings in order, and a language', async (url) => {
    const body = await html(url);
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.slice(1).entries())
      expect(level - (levels[index] ?? 0), `heading ${index + 2} of ${url}`).toBeLessThanOrEqual(1);
    expect(body).toContain('<html lang="en-GB"');
    expect(body).toContain('href="#main"');
  });

  test.each(pages)('%s gives every table a caption and headed columns', async (url) => {
    const tables = (await html(url)).match(/<table[\s\S]*?<\/table>/g) ?? [];
    for (const table of tables) {
      expect(table).toContain('<caption');
      expect(table).toContain('scope="col"');
    }
  });

  test.each(pages)('%s uses an id once', async (url) => {
    const ids = [...(await html(url)).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('each has a title of its own', async () => {
    const own = pages.filter((url) => !url.includes('?'));
    const titles = await Promise.all(
      own.map(async (url) => /<title>(.*?)<\/title>/.exec(await html(url))?.[1]),
    );
    expect(new Set(titles).size).toBe(own.length);
    expect(titles[0]).toBe('Overview – Medway Council – Headroom');
  });

  test('never says that somebody is failing, and shows no league table', async () => {
    for (const url of pages)
      expect(/\b(failing|league|worst)\b/i.exec(await words(url))?.[0], url).toBeUndefined();
  });

  test('every link leads somewhere, and to a place that is there', async () => {
    const seen = new Map<string, string>();
    const waiting = ['/'];
    while (waiting.length > 0 && seen.size < 250) {
      const url = waiting.pop() ?? '';
      if (seen.has(url)) continue;
      const answer = await running.get(url);
      if (answer.statusCode === 302) {
        seen.set(url, '');
        waiting.push(String(answer.headers.location));
        continue;
      }
      expect(answer.statusCode, url).toBe(200);
      const isFile = answer.headers['content-disposition'] !== undefined;
      const isPage = !isFile && String(answer.headers['content-type']).startsWith('text/html');
      seen.set(url, isPage ? answer.body : '');
      for (const [, target = ''] of isPage ? answer.body.matchAll(/(?:href|src|action)="([^"]*)"/g) : []) {
        const plain = target.replaceAll('&amp;', '&');
        expect(plain, url).toMatch(/^[/#]/);
        const [path = '', fragment] = plain.split('#');
        if (path !== '' && !path.includes('.png')) waiting.push(path);
        const place = path === '' ? answer.body : seen.get(path);
        if (fragment !== undefined && place !== undefined && place !== '')
          expect(place, `${url} to ${plain}`).toContain(`id="${fragment}"`);
      }
    }
    expect(seen.size).toBeGreaterThan(100);
  });
});

describe('the overview', () => {
  test('says how many are satisfactory, what changed, what is capped and what room there is', async () => {
    const said = await words('/medway');
    expect(said).toContain('2023 scores and targets for 2024');
    expect(said).toContain('57 of 59');
    expect(said).toContain('50 in 2022');
    expect(said).toContain(
      '24 of 59 are higher than in 2022; 13 of them had no comment in 2022 to compare with',
    );
    expect(said).toContain('Room to move');
  });

  test('shows charts with their question, and the same in words and figures', async () => {
    const body = await html('/medway');
    expect(body).toMatch(
      /data-vega="\/charts\/levels\.vega\.json\?organisation=medway"[^>]*><svg [^>]*role="img"/,
    );
    expect(body).toContain('href="/charts/levels.csv?organisation=medway"');
    expect(wordsOf(body)).toContain('How many objectives are at each level?');
    expect(wordsOf(body)).toContain('The same in words and figures');
  });
});

describe('the period', () => {
  test('leads to the advice for another, with the what-if kept', async () => {
    expect(await html('/medway/targets?factor.joint-boards=yes')).toContain(
      'href="/medway/targets?period=2023&amp;factor.joint-boards=yes"',
    );
    const earlier = await html('/medway/objectives/4?period=2023');
    expect(wordsOf(earlier)).toContain('Target for 2023');
    expect(wordsOf(earlier)).not.toContain('2023: score 4');
    expect(earlier).toContain('href="/medway/objectives/4"');
    expect(wordsOf(await html('/medway?period=2023'))).toContain('2022 scores and targets for 2023');
  });
});

describe('the list of objectives', () => {
  test('shows all, or those that a filter lets through', async () => {
    expect(await words('/medway/objectives')).toContain('59 objectives of 59');
    const section = await words('/medway/objectives?section=enablers');
    expect(section).toContain('4 objectives of 59');
    expect(section).toContain('56 Developing talent');
    expect(section).not.toContain('4 Influence and impact');
  });

  test('keeps its filter from period to period', async () => {
    expect(await html('/medway/objectives?stance=hold')).toContain(
      'href="/medway/objectives?period=2023&amp;stance=hold"',
    );
  });

  test('is narrowed to a reason given, and sorted, with one address for each view', async () => {
    const causes = (await words('/medway/objectives?cause=regulation')).match(/Capped (now|later), at/g);
    expect(causes).toHaveLength(2);
    const body = await html('/medway/objectives?sort=headroom');
    expect(body).toContain('aria-sort="descending"');
    const rooms = [...body.matchAll(/data-label="Headroom">(\d)</g)].map(([, room]) => Number(room));
    expect(rooms).toHaveLength(59);
    expect(rooms).toEqual(rooms.toSorted((a, b) => b - a));
  });

  test('finds words whatever their case, all of them, and marks them where they stand', async () => {
    const body = await html('/medway/objectives?find=medpay');
    expect(body).toMatch(/<mark>MedPay<\/mark>/);
    expect(wordsOf(body)).toContain('2023 comment: ');
    expect(await words('/medway/objectives?find=medpay+giraffe')).toContain('0 objectives of 59');
    expect(wordsOf(await html('/medway/objectives?find=%3Cb%3E.*'))).toContain('0 objectives of 59');
  });

  test('is the same for programs', async () => {
    const url = '/api/v1/organisations/medway/objectives?find=medpay&sort=score-high';
    const list = (await running.get(url)).json<{
      objectives: { found: { text: string; marks: { start: number; end: number }[] }[] }[];
    }>();
    expect(list.objectives.length).toBeGreaterThan(0);
    for (const { found } of list.objectives)
      for (const { text, marks } of found)
        for (const { start, end } of marks) expect(text.slice(start, end).toLowerCase()).toBe('medpay');
    expect((await running.get('/api/v1/organisations/medway/objectives?cause=none')).statusCode).toBe(400);
  });

  test('says so where a filter lets nothing through', async () => {
    const none = await words('/medway/objectives?section=enablers&stance=finish');
    expect(none).toContain('0 objectives of 59');
    expect(none).toContain('No objective is all of these.');
  });
});

describe('the challenge list', () => {
  test('shows every question with its words, and where it is answered', async () => {
    const { challenges } = (await running.get('/api/v1/organisations/medway/challenges')).json<{
      challenges: { question: string; quotes: { quote: string }[] }[];
    }>();
    const said = await words('/medway/challenges');
    expect(said).toContain(`${challenges.length} questions that a member could ask about the 2023 return`);
    for (const { question, quotes } of challenges) {
      expect(said).toContain(question.replace(/\s+/g, ' '));
      for (const { quote } of quotes) expect(said).toContain(quote.replace(/\s+/g, ' '));
    }
    const answered = (await html('/medway/challenges')).match(/To answer it:<\/strong> <a /g);
    expect(answered).toHaveLength(challenges.length);
  });
});

describe('what can be taken out', () => {
  test('is listed with what it holds and how many reasons are left out, as for programs', async () => {
    const said = await words('/medway/export');
    expect(said).toContain('For 14 targets of 59 the reason is left out');
    const { groups } = (await running.get('/api/v1/organisations/medway/exports')).json<{
      groups: { title: string; leftOut: string }[];
    }>();
    for (const { title, leftOut } of groups) expect(said + leftOut).toContain(title);
    expect(groups.map(({ title }) => title)).toContain('Report for 2024 in one file');
  });
});

describe('the page of one objective', () => {
  test('draws scores, target and ceiling, with the same in words', async () => {
    const body = await html('/medway/objectives/3');
    expect(body).toContain(
      'aria-label="2022: 2, 2023: 2/3. The target for 2024 is 3 Mature. No limit is stated up to 5 Innovator."',
    );
    expect(body.match(/hr-ladder__step--half/g)).toHaveLength(1);
    expect(body.match(/hr-ladder__step--aim/g)).toHaveLength(1);
  });

  test('marks the words that prove a limit, and says in words what they prove', async () => {
    const body = await html('/medway/objectives/4');
    expect(body).toMatch(
      /<mark>A &#39;5&#39; can only be achieved by representation on joint Council boards<\/mark>/,
    );
    expect(wordsOf(body)).toContain('[limit 1]');
    expect(body).toContain('id="limit-1"');
  });

  test('names the circumstance that would lift the cap, with its question', async () => {
    const body = await html('/medway/objectives/4');
    expect(wordsOf(body)).toContain('Is the organisation represented on joint boards with other councils?');
    expect(body).toContain('href="/medway/targets?factor.joint-boards=yes#what-changes"');
  });

  test('says that there is no switch where there is none', async () => {
    expect(await words('/medway/objectives/9')).toContain(
      'No switch: ask again whether the reason still holds.',
    );
  });

  test('labels what text is held for each level', async () => {
    const said = await words('/medway/objectives/4');
    expect(said).toContain(
      'The section’s principle for this level. The words for this objective are not held.',
    );
    expect(said).toContain('The standard’s words for this objective, as a comment quotes them');
    expect(await words('/medway/objectives/56')).toContain(
      'The standard’s words for this objective, in full.',
    );
  });

  test('puts both texts side by side where only the comment gives the limit', async () => {
    const said = await words('/medway/objectives/4');
    expect(said).toContain('The standard and the comment, side by side');
    expect(said).toContain('or in connection with an innovative project');
  });

  test('shows every period, with the score as it was', async () => {
    const said = await words('/medway/objectives/3');
    expect(said).toContain('2023: score 2/3, working towards 3');
    expect(said).toContain('2022: score 2');
  });

  test('shows every rule that was looked at, and whether it holds', async () => {
    const said = await words('/medway/objectives/4');
    expect(said).toContain('Stay, because the ceiling is reached');
    expect(said).toContain('Facts that the rules were given');
  });

  test('shows how objectives hang together, from both ends', async () => {
    expect(await words('/medway/objectives/25')).toMatch(/It shares an action with 23 Savings/);
    expect(await words('/medway/objectives/23')).toMatch(/It shares an action with 25 /);
  });

  test('is not there for a number that the framework does not have', async () => {
    for (const number of ['0', '60', '4.5', 'four', '99999999999']) {
      const answer = await running.get(`/medway/objectives/${number}`);
      expect(answer.statusCode, number).toBe(404);
      expect(answer.body).toContain('UNKNOWN_OBJECTIVE');
    }
  });
});

describe('the capped objectives', () => {
  test('stand by who could lift the cap and by the reason given, with the words', async () => {
    const said = await words('/medway/capped');
    const outside = said.indexOf('outside the organisation’s control');
    const inside = said.indexOf('within the organisation’s control');
    expect(outside).toBeGreaterThan(0);
    expect(inside).toBeGreaterThan(outside);
    expect(said.indexOf('Joint working: ')).toBeGreaterThan(outside);
    expect(said.indexOf('No benefit: ')).toBeGreaterThan(inside);
    expect(said).toContain("“A '5' can only be achieved by representation on joint Council boards”");
  });

  test('keep possible limits apart', async () => {
    expect(await words('/medway/capped')).toContain('They lower no ceiling until somebody confirms them.');
  });
});

describe('what would lift a cap', () => {
  test('names the best next circumstance, its rule, and what each one raises', async () => {
    const said = await words('/medway/unlock');
    expect(said).toContain('Of 18 capped objectives, 8 would have a higher ceiling');
    expect(said).toContain('Claimed by a score, and confirmed by nobody: Joint supplier programme.');
    expect(said).toContain(`First comes the choice with ${choiceOrder}.`);
    expect(said).toContain('4 Influence and impact 4 to 5');
    expect(said).toContain('12 Existing strategic suppliers engagement to 5, with Joint supplier programme');
  });

  test('keeps reasons without a switch apart, with their words', async () => {
    const said = await words('/medway/unlock');
    const [, apart = ''] = said.split('No switch: ask again');
    expect(apart).toContain('the aspiration of working with SMEs needs to comply');
  });

  test('leads on to the what-if of each, which keeps what is supposed already', async () => {
    expect(await html('/medway/unlock')).toContain(
      'href="/medway/targets?factor.joint-boards=yes#what-changes"',
    );
    const supposing = await html('/medway/unlock?factor.joint-boards=yes');
    expect(wordsOf(supposing)).toContain('What if: Joint boards: Yes.');
    expect(supposing).toContain(
      'href="/medway/targets?factor.joint-boards=yes&amp;factor.joint-strategies=yes#what-changes"',
    );
    expect(await html('/medway/capped')).toContain('href="/medway/unlock"');
  });
});

describe('the targets', () => {
  test('say in words what a what-if changes, and nothing else', async () => {
    const said = await words('/medway/targets?factor.joint-boards=yes');
    expect(said).toContain('What if: Joint boards: Yes. This is not what is recorded.');
    expect(said).toMatch(
      /4 Influence and impact ?4 4 Leader ?Hold.{0,80}no limit stated.{0,20}the same The ceiling rises from 4 to 5 Innovator\./,
    );
    expect(said.match(/Changed by the what-if/g)).toHaveLength(1);
    expect(await words('/medway/targets')).not.toContain('Changed by the what-if');
  });

  test('keep the switches in the address, without those that change nothing', async () => {
    const body = await html('/medway/targets?factor.joint-boards=yes');
    expect(body).toMatch(/<form[^>]*method="get"[^>]*action="\/medway\/targets"/);
    expect(body).toMatch(/name="factor\.joint-boards"[\s\S]*?<option value="yes" selected>/);
    expect(body).toContain('href="/medway/capped?factor.joint-boards=yes"');
  });
});

describe('the trends', () => {
  test('keep rises from an agreed standard and half-steps apart', async () => {
    const said = await words('/medway/trends');
    expect(said).toContain('Higher, with a comment in both periods (9)');
    expect(said).toContain('Higher by half a level (2)');
    expect(said).toContain('Higher, from an agreed standard: no comment in 2022 to compare with (13)');
  });

  test('show a mean only with its convention and beside the counts', async () => {
    const said = await words('/medway/trends');
    expect(said).toContain('3.29');
    expect(said).toContain('2.91');
    expect(said).toMatch(/2\/3 counts (as )?2\.5/);
  });

  test('set advice beside what was reached, with n, and follow actions with both quotes', async () => {
    const said = await words('/medway/trends');
    expect(said).toContain('59 objectives are scored in both');
    expect(said).toContain('What became of the 2022 actions');
    expect(said).toContain('Questions that a member could ask');
  });
});

describe('the page about the data', () => {
  test('defines, names the source, what was found and what was mended, and the rules', async () => {
    const said = await words('/medway/about');
    for (const part of [
      'Appendix 1 – Complete Objectives List with updates',
      'Working towards',
      'No limit stated',
      'Corrections applied (',
      'lga-nps-2018, version 2018',
      'npm run -s headroom -- import',
      'combinations of objective and level',
    ])
      expect(said).toContain(part);
  });
});

describe('the rule book', () => {
  test('is linked from the foot of every page and from About, and names what each rule touches', async () => {
    expect(await html('/medway')).toContain('<a class="govuk-link" href="/medway/rules">');
    expect((await html('/medway/about')).match(/href="\/medway\/rules"/g)).toHaveLength(3);
    const said = await words('/medway/rules');
    expect(said).toContain('Rule book: National Procurement Strategy toolkit, 2018 edition');
    expect(said).toContain('What it touches at Medway Council, for 2024');
  });

  test('stands by itself too, without any organisation', async () => {
    const said = await words('/rules/lga-nps-2018');
    expect(said).toContain('Says that the next level is only reached through joint boards');
    expect(said).not.toContain('What it touches at');
  });

  test.each(['/medway/rules', '/rules/lga-nps-2018'])('%s comes as a Word document', async (url) => {
    expect(await html(url)).toContain(`href="${url}/word"`);
    const answer = await running.get(`${url}/word`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="rule-book.docx"');
    expect(answer.headers['content-type']).toMatch(/wordprocessingml/);
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('an address', () => {
  test('of another form of the same view leads to the one address of that view', async () => {
    const led = async (url: string) => {
      const answer = await running.get(url);
      return [answer.statusCode, answer.headers.location];
    };
    expect(await led('/')).toEqual([302, '/medway']);
    expect(await led('/medway/')).toEqual([302, '/medway']);
    expect(await led('/medway/about/')).toEqual([302, '/medway/about']);
    expect(await led('/rules/lga-nps-2018/')).toEqual([302, '/rules/lga-nps-2018']);
    expect(await led('/medway?period=2024')).toEqual([302, '/medway']);
    expect(await led('/medway/targets?factor.joint-boards=&factor.joint-projects=unknown')).toEqual([
      302,
      '/medway/targets',
    ]);
    expect(await led('/medway/objectives?capped=now&section=&stance=hold')).toEqual([
      302,
      '/medway/objectives?stance=hold&capped=now',
    ]);
  });

  test.each([
    ['/medway?period=1999', 404, 'UNKNOWN_PERIOD'],
    ['/rules/no-such', 404, 'UNKNOWN_FRAMEWORK'],
    ['/rules/no-such/word', 404, 'UNKNOWN_FRAMEWORK'],
    ['/nowhere/rules', 404, 'UNKNOWN_ORGANISATION'],
    ['/medway?period=soon', 400, 'BAD_VALUE'],
    ['/medway?period=2023&period=2024', 400, 'BAD_VALUE'],
    [`/medway?period=${'2'.repeat(5000)}`, 400, 'BAD_VALUE'],
    ['/medway?factor.no-such=yes', 400, 'UNKNOWN_FACTOR'],
    ['/medway?factor.joint-boards=maybe', 400, 'BAD_VALUE'],
    ['/medway?factor.joint-boards=claimed', 400, 'BAD_VALUE'],
    ['/medway?factor.__proto__=yes', 400, 'UNKNOWN_FACTOR'],
    ['/medway/objectives?stance=best', 400, 'BAD_VALUE'],
    ['/medway/objectives?section=nowhere', 400, 'BAD_VALUE'],
    ['/nowhere', 404, 'UNKNOWN_ORGANISATION'],
    [`/${'a'.repeat(500)}`, 404, 'UNKNOWN_PAGE'],
    ['/medway/nowhere', 404, 'UNKNOWN_PAGE'],
    ['/medway/targets/more', 404, 'UNKNOWN_PAGE'],
    ['/%zz', 400, 'BAD_VALUE'],
    ['/medway%00', 404, 'UNKNOWN_ORGANISATION'],
    ['/..%2f..%2fetc%2fpasswd', 404, 'UNKNOWN_ORGANISATION'],
    ['//elsewhere.example/no/page?=x', 404, 'UNKNOWN_PAGE'],
  ])('%s is answered with %i and %s, as a page', async (url, status, code) => {
    const answer = await running.get(url);
    expect([answer.statusCode, /Code: (\w+)/.exec(answer.body)?.[1]]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).not.toMatch(/node_modules|\.ts:\d|at async|href="\/\//);
  });

  test.each([
    ['/?utm_source=mail', '/'],
    ['/medway/rules?period=2023', '/medway/rules'],
    ['/medway?constructor=1&__proto__=2', '/medway'],
    ['/medway/trends?period=2024', '/medway/trends'],
    ['/medway/objectives?colour=red&stance=hold&utm_source=a+b', '/medway/objectives?stance=hold'],
    ['/medway/assessments?utm_source=mail', '/medway/assessments'],
    ['/panels?%3Cscript%3E=1', '/panels'],
    ['//import/elsewhere?x=1', '/import/elsewhere'],
  ])('%s leads to the page without the names that it does not take', async (url, location) => {
    const answer = await running.get(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, location]);
  });

  test.each([
    ['/medway/objectives?stance=best&section=pipeline', 'stance=best', '/medway/objectives?section=pipeline'],
    ['/medway?period=1999&factor.joint-boards=yes', 'period=1999', '/medway?factor.joint-boards=yes'],
    ['/medway?factor.no-such=yes', 'factor.no-such=yes', '/medway'],
    ['/medway/benchmark?group=friends&period=2023', 'group=friends', '/medway/benchmark?period=2023'],
  ])('%s says what is wrong, and leads to the page without it', async (url, wrong, without) => {
    const { body } = await running.get(url);
    const words = wordsOf(body);
    expect(words).toContain(`All but this part can stay. In the address${wrong}`);
    expect(words).toContain('What would be right');
    expect(body).toContain(`href="${without.replaceAll('&', '&amp;')}">Show the page without it`);
    expect(body).toContain('aria-label="Pages of');
  });

  test.each([
    ['/medway/nowhere', '/medway'],
    ['/medway/objectives/999', '/medway/objectives'],
    ['/medway/assessments/2031', '/medway/assessments'],
    [`/medway/import/${'0'.repeat(32)}`, '/medway/import'],
    ['/nowhere/plan', '/medway'],
  ])('%s keeps the pages of the organisation at hand, and links on to %s', async (url, nearest) => {
    const { body, statusCode } = await running.get(url);
    expect(statusCode).toBe(404);
    expect(body.includes('aria-label="Pages of')).toBe(!url.startsWith('/nowhere'));
    expect(body.split('<main')[1]).toContain(`href="${nearest}"`);
  });
});
