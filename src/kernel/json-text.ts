/** What one pass over JSON text finds. */
export interface JsonScan {
  /** The line, from 1, on which each of the places that were asked for begins; absent where the text has no such place. */
  readonly lines: ReadonlyMap<string, number>;
  /** JSON pointers of keys that stand more than once in one object, at each further time. */
  readonly repeated: readonly { readonly path: string; readonly key: string; readonly line: number }[];
}

interface Open {
  readonly path: string;
  /** The keys of an object so far; null for an array. */
  readonly keys: Set<string> | null;
  /** Where the next value stands. */
  here: string;
  index: number;
}

/**
 * Finds the lines of places in JSON text, and keys that an object has twice (a parser keeps the last one in silence).
 * @param text JSON that a parser accepts, with line ends as LF
 * @param wanted JSON pointers
 */
export function scanJson(text: string, wanted: ReadonlySet<string>): JsonScan {
  const lines = new Map<string, number>();
  const repeated: { path: string; key: string; line: number }[] = [];
  const stack: Open[] = [];
  let line = 1;
  let awaitsKey = false;

  const value = () => {
    const path = stack.at(-1)?.here ?? '';
    if (wanted.has(path)) lines.set(path, line);
    return path;
  };
  const open = (keys: Set<string> | null) => {
    const path = value();
    stack.push({ path, keys, here: `${path}/0`, index: 0 });
    awaitsKey = keys !== null;
  };
  const key = (top: Open, keys: Set<string>, written: string) => {
    const name = String(JSON.parse(written));
    top.here = `${top.path}/${pointerPart(name)}`;
    if (keys.has(name)) repeated.push({ path: top.here, key: name, line });
    keys.add(name);
    awaitsKey = false;
  };

  for (let at = 0; at < text.length; at++) {
    const top = stack.at(-1);
    switch (text[at]) {
      case '\n':
        line += 1;
        break;
      case ' ':
      case '\t':
      case ':':
        break;
      case '{':
        open(new Set());
        break;
      case '[':
        open(null);
        break;
      case '}':
      case ']':
        stack.pop();
        awaitsKey = false;
        break;
      case ',':
        if (top === undefined) break;
        awaitsKey = top.keys !== null;
        if (top.keys === null) top.here = `${top.path}/${++top.index}`;
        break;
      case '"': {
        const end = stringEnd(text, at);
        if (awaitsKey && top?.keys) key(top, top.keys, text.slice(at, end));
        else value();
        at = end - 1;
        break;
      }
      default:
        value();
        while (at + 1 < text.length && !',]}\n \t'.includes(text[at + 1] ?? ',')) at += 1;
    }
  }
  return { lines, repeated };
}

/** A name as a part of a JSON pointer. */
export function pointerPart(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Whether lists and objects stand inside each other more than `most` deep. */
export function isDeeperThan(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeperThan(inner, most - 1));
}

/** The index after the closing quote of the string that begins at an index. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote;
  }
}
