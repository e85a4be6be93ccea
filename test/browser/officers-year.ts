import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Hand } from './hand.ts';

const navigation = '.hr-nav';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * From the first page: a year is entered and closed, what holds is recorded, a plan chosen and agreed, the appendix taken
 * out and read back, and in the next year what was planned stands beside what was reached.
 */
export async function officersYear(page: Page, hand: Hand): Promise<void> {
  const told = async () => (await page.locator('main [role=status]').first().innerText()).trim();

  await hand.follow('This year', navigation);
  await hand.write('Your name', 'Ada', '#open');
  await hand.press('Open it');
  expect(await page.textContent('h1')).toContain('Assessment 2024');
  expect(await page.textContent('#progress')).toContain('0 of 59 entered; 59 still to do.');

  await hand.follow(/^1 /, 'main p');
  await hand.tick(/^3 /, '#enter');
  await hand.write('Comment', 'Champions meet each quarter.', '#enter');
  await hand.write('Action', 'Report to the committee.', '#enter');
  await hand.press('Save and next');
  expect(await page.textContent('h1')).toMatch(/^2 /);
  await hand.tick(/^2 /, '#enter');
  await hand.write('Comment', 'Reports are made when somebody asks.', '#enter');
  await hand.press('Save');
  expect(await told()).toContain('Saved. 2 of 59 entered; 57 still to do.');

  await hand.follow('Assessment 2024', 'main');
  await hand.press('Close the assessment');
  expect(await page.title()).toContain('Error: ');
  await hand.tick(/^Close it without 57 of 59 objectives/, '#close');
  await hand.write('Your name', 'Ada', '#close');
  await hand.press('Close the assessment');
  expect(await page.textContent('h1')).toMatch(/Assessment 2024\s+closed/);

  await hand.unfold('More', navigation);
  await hand.follow('Circumstances', navigation);
  await hand.unfold('Record what holds', '#joint-boards');
  await hand.write('Reason or source', 'Asked the two boards', '#record-joint-boards');
  await hand.write('Your name', 'Ada', '#record-joint-boards');
  await hand.press(/^Record it/, '#record-joint-boards');
  expect(await page.title()).toContain('Error: ');
  expect(await page.inputValue('#record-joint-boards-reason')).toBe('Asked the two boards');
  await hand.choose(
    'Is the organisation represented on joint boards with other councils?',
    'Yes',
    '#record-joint-boards',
  );
  await hand.press(/^Record it/, '#record-joint-boards');
  expect(await told()).toContain('It is recorded.');

  await hand.follow('Targets', navigation);
  expect(await page.textContent('h1')).toBe('Targets for 2025');

  await hand.follow('Plan', navigation);
  await hand.write('Officer-days that there are', '20', 'main form[method=get]');
  await hand.press('Show the best targets');
  expect(new URL(page.url()).search).toBe('?days=20');
  await hand.write('Your name', 'Ada', '#suggestion');
  await hand.press('Take it as proposed');
  expect(await page.locator('#objective-2').innerText()).toContain('proposed');

  await hand.unfold('Change, withdraw or undo', '#objective-2');
  await hand.write('Owner', 'Ben', '#row-2');
  await hand.write('Due', '2025-03-31', '#row-2');
  await hand.write('Your name', 'Ada', '#row-2');
  await hand.press(/^Save changes/, '#row-2');
  expect(await page.locator('#objective-2').innerText()).toMatch(/Owner\s+Ben\s[^]*Due\s+31 March 2025/);

  await hand.write('Who agreed', 'Cabinet', '#agree');
  await hand.write('On which day', '2025-01-06', '#agree');
  await hand.write('The minute or paper that says so', 'Minute 12', '#agree');
  await hand.write('Your name', 'Ada', '#agree');
  await hand.press('Record it');
  expect(await page.locator('#objective-2').innerText()).toContain(
    'Agreed by Cabinet on 6 January 2025, Minute 12',
  );

  await hand.unfold('More', navigation);
  await hand.follow('Export', navigation);
  const download = await hand.download(/^Word \(DOCX\) ?: Appendix for 2024$/);
  const name = download.suggestedFilename();
  const buffer = await readFile(await download.path());
  const document = unzipSync(buffer)['word/document.xml'];
  expect(strFromU8(document ?? new Uint8Array())).toContain('Champions meet each quarter.');

  await hand.unfold('More', navigation);
  await hand.follow('Import', navigation);
  await hand.attach('The file', { name, mimeType: word, buffer });
  await hand.press('See what it would change');
  expect(await page.textContent('h1')).toBe(`${name} would change nothing`);

  await hand.follow('This year', navigation);
  await hand.write('Your name', 'Ada', '#open');
  await hand.press('Open it');
  expect(await page.textContent('h1')).toContain('Assessment 2025');
  await hand.follow(/^1 /, 'main p');
  for (const button of ['Save and next', 'Save']) {
    await hand.tick(/^3 /, '#enter');
    await hand.press(button);
  }
  await hand.follow('Assessment 2025', 'main');
  await hand.tick(/^Close it without 57 of 59 objectives/, '#close');
  await hand.write('Your name', 'Ada', '#close');
  await hand.press('Close the assessment');
  await hand.follow('Plan', navigation);
  expect(await page.textContent('h1')).toContain('Plan for 2026');
  const reached = page.locator('[aria-labelledby="reached-caption"]');
  expect(await reached.locator('tbody tr').allInnerTexts()).toEqual([
    '1 Procurement and Commercial Champions\t3\t4\t3\tNot yet',
    '2 Reporting\t2\t3\t3\tYes',
  ]);
}
