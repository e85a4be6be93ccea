import { terminal } from './terminal.ts';

const patience = 1000;

/** Work, with a word on the standard error if it takes more than a second. */
export async function whileWorking<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const timer = setTimeout(() => terminal.tell(`${what} …`), patience);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    const seconds = (performance.now() - begun) / 1000;
    if (seconds > patience / 1000) terminal.tell(`${what}: ${seconds.toFixed(1)} s`);
  }
}
