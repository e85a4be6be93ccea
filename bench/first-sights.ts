import type { Browser } from 'playwright-core';
import { startChromium } from '../test/browser/chromium.ts';

/** What somebody sees of a page, with an empty cache and a slow processor. */
export interface FirstSight {
  /** When the largest content was painted, in milliseconds from the start of going there; the middle of several times. */
  readonly paint: number;
  /** The worst of several times. */
  readonly slowest: number;
  /** What was painted largest. */
  readonly what: string;
  /** How far things moved that had been painted: the sum of layout shifts, the worst of several times. */
  readonly shift: number;
}

const slowness = 4;
const rounds = 5;

interface Seen {
  readonly paint: number;
  readonly what: string;
  readonly shift: number;
}

/** Looks at addresses, with and without scripts, in turns. @returns in the order of the addresses */
export async function firstSights(
  executable: string,
  addresses: readonly string[],
): Promise<readonly { readonly scripts: FirstSight; readonly none: FirstSight }[]> {
  const browser = await startChromium(executable);
  try {
    const seen = addresses.map(() => ({ scripts: [] as Seen[], none: [] as Seen[] }));
    for (let round = -1; round < rounds; round++)
      for (const [at, address] of addresses.entries())
        for (const how of ['scripts', 'none'] as const) {
          const one = await look(browser, address, how === 'scripts');
          if (round >= 0) seen[at]?.[how].push(one);
        }
    return seen.map(({ scripts, none }) => ({ scripts: summary(scripts), none: summary(none) }));
  } finally {
    await browser.close();
  }
}

/** The browser itself says what it painted, so that a page without scripts is measured in the same way. */
async function look(browser: Browser, address: string, javaScriptEnabled: boolean): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    let paint = 0;
    let what = 'nothing';
    let shift = 0;
    let node = 0;
    protocol.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
      if (event.lcpDetails !== undefined) {
        paint = event.lcpDetails.renderTime;
        node = event.lcpDetails.nodeId ?? 0;
      }
      if (event.layoutShiftDetails !== undefined && !event.layoutShiftDetails.hadRecentInput)
        shift += event.layoutShiftDetails.value;
    });
    await protocol.send('PerformanceTimeline.enable', {
      eventTypes: ['largest-contentful-paint', 'layout-shift'],
    });
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(1500);
    const origin = await page.evaluate<number>('performance.timeOrigin');
    if (node > 0) {
      const described = await protocol.send('DOM.describeNode', { backendNodeId: node });
      const { localName, attributes = [] } = described.node;
      const named = attributes[attributes.indexOf('class') + 1];
      what =
        named === undefined || !attributes.includes('class')
          ? localName
          : `${localName}.${named.split(' ').join('.')}`;
    }
    return { paint: paint * 1000 - origin, what, shift };
  } finally {
    await context.close();
  }
}

function summary(seen: readonly Seen[]): FirstSight {
  const paints = seen.map(({ paint }) => paint).toSorted((a, b) => a - b);
  return {
    paint: paints[Math.floor(paints.length / 2)] ?? 0,
    slowest: paints.at(-1) ?? 0,
    what: seen.at(-1)?.what ?? 'nothing',
    shift: Math.max(...seen.map(({ shift }) => shift)),
  };
}
