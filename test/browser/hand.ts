import type { BrowserContextOptions, Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A file as one chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How somebody uses a page: things are found by what they are called. `within` is a selector; the whole page unless said. */
export interface Hand {
  /** Follows a link to another page. */
  readonly follow: (link: string | RegExp, within?: string) => Promise<void>;
  /** Presses a button that leads on. */
  readonly press: (button: string | RegExp, within?: string) => Promise<void>;
  /** Opens what is folded. */
  readonly unfold: (title: string | RegExp, within?: string) => Promise<void>;
  /** Writes in the field whose label begins so, in the place of what is there. */
  readonly write: (label: string, text: string, within: string) => Promise<void>;
  readonly choose: (label: string, option: string, within: string) => Promise<void>;
  /** Ticks a box, or marks one of several choices. */
  readonly tick: (label: string | RegExp, within: string) => Promise<void>;
  readonly attach: (label: string, file: ChosenFile) => Promise<void>;
  readonly download: (link: string | RegExp) => Promise<Download>;
}

/** A way to use the pages. */
export interface Way {
  readonly name: string;
  readonly context: BrowserContextOptions;
  readonly hand: (page: Page) => Hand;
}

/** With the mouse, with the keyboard alone, and in a browser that runs no script. */
export const ways: readonly Way[] = [
  { name: 'by mouse', context: {}, hand: byMouse },
  { name: 'by keyboard alone', context: {}, hand: byKeyboard },
  { name: 'without scripts', context: { javaScriptEnabled: false }, hand: byMouse },
];

/** Points and clicks; only text is typed. */
export function byMouse(page: Page): Hand {
  return handOf(page, {
    go: (goal) => goal.click(),
    use: (goal) => goal.click(),
    choose: async (goal, option) => {
      await goal.selectOption({ label: option });
    },
  });
}

/** Goes from stop to stop with Tab, by the link past the navigation where that is shorter, and presses keys there. */
export function byKeyboard(page: Page): Hand {
  return handOf(page, {
    go: (goal) => reach(page, goal),
    use: async (goal) => {
      await reach(page, goal);
      const type = await goal.getAttribute('type');
      if (type === 'radio') return mark(page, goal);
      await page.keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
    },
    choose: async (goal, option) => {
      await reach(page, goal);
      await page.keyboard.type(option);
    },
  });
}

interface Means {
  readonly go: (goal: Locator) => Promise<void>;
  /** Goes to a thing, and sets it going. */
  readonly use: (goal: Locator) => Promise<void>;
  readonly choose: (goal: Locator, option: string) => Promise<void>;
}

function handOf(page: Page, { go, use, choose }: Means): Hand {
  const leads = async (goal: Locator) => {
    await Promise.all([page.waitForEvent('load'), use(goal)]);
  };
  const named = (role: 'link' | 'button', name: string | RegExp, within = 'body') =>
    page.locator(within).getByRole(role, { name, exact: true });
  return {
    follow: (link, within) => leads(named('link', link, within)),
    press: (button, within) => leads(named('button', button, within)),
    unfold: (title, within = 'body') => use(page.locator(within).locator('summary', { hasText: title })),
    write: async (label, text, within) => {
      const field = page.locator(within).getByLabel(new RegExp(`^${label}`));
      await go(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      expect(await field.inputValue()).toBe(text);
    },
    choose: async (label, option, within) => {
      const field = page.locator(within).getByLabel(label, { exact: true });
      await choose(field, option);
      expect(await field.locator('option:checked').textContent()).toBe(option);
    },
    tick: async (label, within) => {
      const scope = page.locator(within);
      const one = scope
        .getByRole('radio', { name: label, exact: true })
        .or(scope.getByRole('checkbox', { name: label, exact: true }));
      await use(one);
      expect(await one.isChecked()).toBe(true);
    },
    attach: async (label, file) => {
      const goal = page.getByLabel(label, { exact: true });
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), use(goal)]);
      await chooser.setFiles(file);
    },
    download: async (link) => {
      const [begun] = await Promise.all([page.waitForEvent('download'), use(named('link', link))]);
      return begun;
    },
  };
}

const mostStops = 600;
/** Where the focus is, seen from the goal; choices of one group are one stop. */
const whereTo = `(() => {
  const { activeElement: at } = document;
  const goal = document.querySelector('[data-goal]');
  const group = goal.type === 'radio' && at.type === 'radio' && at.name === goal.name && at.form === goal.form;
  if (at === goal || group) return 'there';
  if (at.matches('.govuk-skip-link') && goal.closest('main')) return 'past the navigation';
  if (at === document.body) return 'on';
  return at.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_FOLLOWING ? 'on' : 'back';
})()`;

const keys: Readonly<Record<string, string>> = { back: 'Shift+Tab', 'past the navigation': 'Enter' };

async function reach(page: Page, goal: Locator): Promise<void> {
  await page.evaluate("document.querySelector('[data-goal]')?.removeAttribute('data-goal')");
  await goal.evaluate((one) => one.setAttribute('data-goal', ''));
  for (let stop = 0; stop < mostStops; stop += 1) {
    const where = await page.evaluate<string>(whereTo);
    if (where === 'there') return;
    await page.keyboard.press(keys[where] ?? 'Tab');
  }
  throw new Error(`The keyboard does not come to ${String(goal)}.`);
}

/** Marks one of several choices with the arrow keys. */
async function mark(page: Page, goal: Locator): Promise<void> {
  await page.keyboard.press('Space');
  for (let step = 0; step < 20 && !(await goal.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
}
