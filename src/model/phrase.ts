/**
 * A phrase as a sequence of steps. Written form, of words parted by spaces:
 * `^` (the statement begins here), `word` (whole word, any case), `stem*` (a word that begins so), `(a|b c)` (one of), `[x]` (optional),
 * `..3` (up to three words between), `<level>` (a level of the framework), `{name}` (any phrase of that set).
 */
export type PhraseStep =
  | { readonly kind: 'word'; readonly word: string; readonly stem: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'level' }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'set'; readonly name: string }
  | {
      readonly kind: 'choice';
      readonly optional: boolean;
      readonly options: readonly (readonly PhraseStep[])[];
    };

/** What is wrong with a phrase's written form. */
export interface PhraseFault {
  readonly fault: string;
}

/** The widest gap that a phrase may have, in words. */
const widestGap = 12;

/** The deepest that brackets of a phrase may stand inside each other. */
export const deepestBrackets = 16;

const tokenPattern = /\s*(\^|\.\.\d+|<level>|\{[a-z0-9-]+\}|[()[\]|]|[\p{L}\p{N}][\p{L}\p{N}'*-]*|\S)/gu;

/** The steps of a phrase, or what is wrong with its written form. */
export function parsePhrase(written: string): readonly PhraseStep[] | PhraseFault {
  const tokens = [...written.matchAll(tokenPattern)].map((match) => match[1] ?? '');
  let next = 0;
  let open = 0;

  function sequence(): PhraseStep[] {
    const steps: PhraseStep[] = [];
    while (next < tokens.length && !['|', ')', ']'].includes(tokens[next] ?? '')) steps.push(step());
    if (steps.length === 0) throw new SyntaxError('an empty alternative');
    return steps;
  }

  function step(): PhraseStep {
    const token = tokens[next++] ?? '';
    if (token === '(' || token === '[') return choice(token === '(' ? ')' : ']');
    if (token === '^') return { kind: 'start' };
    if (token === '<level>') return { kind: 'level' };
    if (token.startsWith('..')) return gap(Number(token.slice(2)));
    if (/^\{.+\}$/.test(token)) return { kind: 'set', name: token.slice(1, -1) };
    if (!/^[\p{L}\p{N}]/u.test(token)) throw new SyntaxError(`"${token}", which has no meaning here`);
    if (/\*./.test(token)) throw new SyntaxError(`"${token}", whose * is not at its end`);
    const stem = token.endsWith('*');
    return { kind: 'word', word: (stem ? token.slice(0, -1) : token).toLowerCase(), stem };
  }

  function choice(close: ')' | ']'): PhraseStep {
    open += 1;
    if (open > deepestBrackets)
      throw new SyntaxError(`more than ${deepestBrackets} brackets inside each other`);
    const options = [sequence()];
    while (tokens[next] === '|') {
      next += 1;
      options.push(sequence());
    }
    if (tokens[next] !== close) throw new SyntaxError(`a missing "${close}"`);
    next += 1;
    open -= 1;
    return { kind: 'choice', optional: close === ']', options };
  }

  try {
    const steps = sequence();
    if (next < tokens.length) throw new SyntaxError(`"${tokens[next]}" without its opening bracket`);
    if (steps.every(needsNoWord)) throw new SyntaxError('nothing that must be there');
    return steps;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { fault: thrown.message };
    throw thrown;
  }
}

function needsNoWord(step: PhraseStep): boolean {
  if (step.kind === 'choice')
    return step.optional || step.options.some((option) => option.every(needsNoWord));
  return step.kind === 'gap' || step.kind === 'start';
}

function gap(most: number): PhraseStep {
  if (most < 1 || most > widestGap)
    throw new SyntaxError(`a gap of ${most} words (1 to ${widestGap} are allowed)`);
  return { kind: 'gap', most };
}

/** The names of the sets that steps refer to, at any depth. */
export function setsIn(steps: readonly PhraseStep[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'set') return [step.name];
    return step.kind === 'choice' ? step.options.flatMap(setsIn) : [];
  });
}
