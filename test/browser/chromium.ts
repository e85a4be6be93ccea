import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The Chromium of this machine: the one that HEADROOM_CHROMIUM names, or the usual ones; null if there is none. */
export function findChromium(): string | null {
  const named = process.env['HEADROOM_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  const { status, stdout } = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

/** Starts Chromium with an empty profile that asks nobody anything. */
export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
