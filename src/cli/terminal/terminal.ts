import { styleText } from 'node:util';

const [narrowest, widest] = [40, 80];

/** Where a command writes: answers to the standard output, all else to the standard error. */
export const terminal = {
  /** Lines of the answer. */
  print: (text: string): void => {
    process.stdout.write(`${text}\n`);
  },
  /** An answer exactly as it is. */
  put: (content: string | Uint8Array): void => {
    process.stdout.write(content);
  },
  /** A line for the person at the terminal. */
  tell: (text: string): void => {
    process.stderr.write(`${text}\n`);
  },
  /** How many characters a line of the answer may have: the terminal's, from 40 to 80. */
  width: (): number => clamped(process.stdout.columns),
  /** The same for what is told. */
  errorWidth: (): number => clamped(process.stderr.columns),
  /** A heading: bold where the terminal shows it and NO_COLOR does not forbid it. */
  heading: (text: string): string => styleText('bold', text, { stream: process.stdout }),
};

function clamped(columns: number | undefined): number {
  const said = columns ?? Number(process.env['COLUMNS']);
  return Number.isInteger(said) && said > 0 ? Math.min(widest, Math.max(narrowest, said)) : widest;
}

/** Ends quietly when the reader of the output has seen enough, as `head` does. */
export function quietOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
}
