import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Hand } from './hand.ts';

/** What the pages are there for. */
export interface Use {
  readonly name: string;
  /** From the first page to what one wants to know. */
  readonly go: (page: Page, hand: Hand) => Promise<void>;
}

const navigation = '.hr-nav';
const seen = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** The targets with a what-if, what is capped with what would lift it, and how scores moved. */
export const uses: readonly Use[] = [
  {
    name: 'targets for next year, and what they would be if a circumstance changed',
    async go(page, hand) {
      await hand.follow('Targets', navigation);
      expect(await page.textContent('h1')).toBe('Targets for 2024');
      expect(await seen(page)).toContain('Targets above the present score 7');
      await hand.unfold('Circumstances', '#what-if');
      await hand.choose('Joint boards', 'Yes', '#what-if');
      await hand.press('Work out the targets');
      expect(new URL(page.url()).search).toBe('?factor.joint-boards=yes');
      expect(await seen(page)).toMatch(/4 Influence and impact.*The ceiling rises from 4 to 5/);
    },
  },
  {
    name: 'what is capped, and what would lift it',
    async go(page, hand) {
      await hand.follow('Capped', navigation);
      expect(await page.textContent('h1')).toBe('What is capped, and who could lift it');
      const byJointWork = '[aria-labelledby="cause-joint-working-caption"]';
      const row = page.locator(byJointWork).locator('tr', { hasText: 'Influence and impact' });
      expect(await row.innerText()).toContain('representation on joint Council boards');
      await hand.unfold('More', navigation);
      await hand.follow('Unlock', navigation);
      const boards = page.locator('tr', { hasText: 'represented on joint boards' }).first();
      expect((await boards.innerText()).replace(/\s+/g, ' ')).toContain('4 Influence and impact 4 to 5');
      await hand.follow('4 Influence and impact', 'tr:has-text("represented on joint boards") >> nth=0');
      expect(await seen(page)).toContain('Capped now, at 4 Lifting it is outside the organisation.');
      expect(await page.locator('#limit-1').innerText()).toContain('Joint working: level 4 Leader');
      await hand.follow(/^See what a yes would change/, '#limit-1');
      expect(await seen(page)).toMatch(/4 Influence and impact.*The ceiling rises from 4 to 5/);
    },
  },
  {
    name: 'trends',
    async go(page, hand) {
      await hand.follow('Trends', navigation);
      expect(await page.textContent('h1')).toBe('How scores moved, 2022 to 2023');
      expect(await seen(page)).toContain('24 of 59 are higher than in 2022');
      expect(await seen(page)).toContain('None of 59 is lower than in 2022.');
      await hand.unfold('The same in words and figures', '.hr-chart >> nth=0');
      await hand.unfold('The score of every objective in each period', 'main');
      const history = '[aria-labelledby="history-caption"]';
      const row = page.locator(history).locator('tr', { hasText: '57 Exploring digital technology' });
      expect((await row.innerText()).replace(/\s+/g, ' ')).toContain('2 ▲ higher: 3');
      await hand.follow('57 Exploring digital technology', history);
      expect(await page.textContent('h1')).toContain('Exploring digital technology');
    },
  },
];
