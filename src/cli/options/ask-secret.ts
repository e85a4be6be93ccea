import { Problem } from '../../kernel/problem.ts';
import { terminal } from '../terminal/terminal.ts';

/** Where a secret is typed: a terminal that can keep from showing it. */
export interface SecretInput {
  readonly isTTY?: boolean;
  readonly setRawMode?: (raw: boolean) => unknown;
  readonly setEncoding: (encoding: 'utf8') => unknown;
  readonly on: (event: 'data', hear: (typed: string) => void) => unknown;
  readonly off: (event: 'data', hear: (typed: string) => void) => unknown;
  readonly resume: () => unknown;
  readonly pause: () => unknown;
}

/**
 * What a person types up to Enter, without showing it.
 * @throws Problem USAGE where there is no terminal, or the person gave up (Ctrl+C, Ctrl+D)
 */
export async function askSecret(
  question: string,
  input: SecretInput = process.stdin,
  put: (text: string) => void = (text) => process.stderr.write(text),
): Promise<string> {
  if (input.isTTY !== true || input.setRawMode === undefined)
    throw new Problem('USAGE', {
      seen: 'no terminal to ask on',
      repair: 'Add --password-stdin, and send the password to the standard input.',
    });
  put(question);
  input.setEncoding('utf8');
  input.setRawMode(true);
  input.resume();
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    put('\n');
  }
}

function typedLine(input: SecretInput): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const hear = (keys: string) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(() => resolve(typed.join('')));
        if (key === '\u0003' || key === '\u0004')
          return end(() =>
            reject(new Problem('USAGE', { seen: 'no password', repair: 'Nothing was changed.' })),
          );
        if (key === '\u007F' || key === '\b') typed = typed.slice(0, -1);
        else if (key === '\u0015') typed = [];
        else typed = [...typed, key];
      }
    };
    const end = (then: () => void) => {
      input.off('data', hear);
      then();
    };
    input.on('data', hear);
  });
}

/** A new password: from the standard input to its first line end, or asked twice on the terminal. @throws Problem USAGE, BAD_VALUE */
export async function newPassword(name: string, { stdin }: { readonly stdin: boolean }): Promise<string> {
  if (stdin) return await passwordFrom(process.stdin);
  const once = await askSecret(`Password for ${name} (it is not shown): `);
  if ((await askSecret('The same again: ')) === once) return once;
  terminal.tell('');
  throw new Problem('BAD_VALUE', {
    place: 'password',
    seen: 'two that differ',
    repair: 'Nothing was changed. Try again.',
  });
}

async function passwordFrom(input: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    size += part.length;
    if (size > 4096) break;
    parts.push(part);
  }
  const [line = '', ...rest] = Buffer.concat(parts).toString('utf8').split(/\r?\n/);
  if (size <= 4096 && line !== '' && rest.every((each) => each === '')) return line;
  throw new Problem('BAD_VALUE', {
    place: 'standard input',
    seen: line === '' ? 'nothing' : size > 4096 ? 'more than 4096 bytes' : 'more than one line',
    allowed: 'one line with the password',
    repair: 'Send the password and nothing else.',
  });
}
