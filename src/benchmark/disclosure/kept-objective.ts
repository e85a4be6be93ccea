import type { GivenCause } from '../counts/given-causes.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import type { SharedVerdicts } from './decisions.ts';
import type { Exchange } from './exchange.ts';
import type { Member } from './group-family.ts';
import { verdictKinds } from './verdict.ts';

/** What is kept of an objective. */
export interface KeptObjective {
  readonly sheet: AnswerSheet;
  readonly shared: SharedVerdicts;
  readonly causes: readonly GivenCause[];
}

/** Whose numbers the kept ones are. */
export interface KeptFor {
  readonly members: readonly Member[];
  readonly periods: readonly string[];
}

/** An objective as bytes: a line of words, then whole numbers of 32 bits. */
export function keptBytes({ sheet, shared, causes }: KeptObjective, { members, periods }: KeptFor): Buffer {
  const numbers = new Map(members.map(({ organisation }, number) => [organisation, number]));
  const kinds = [...new Set(causes.map(({ cause, control }) => JSON.stringify([cause, control])))];
  const kindOf = new Map(kinds.map((kind, index) => [kind, index]));
  const told: number[] = [sheet.places.length];
  for (const { achieved, workingTowards } of sheet.places) told.push(achieved, workingTowards ?? -1);
  for (const [slot, place] of sheet.place.entries()) told.push(place * 2 + (sheet.mover[slot] ?? 0));
  const known = causes.filter((each) => numbers.has(each.organisation) && periods.includes(each.period));
  told.push(known.length);
  for (const { organisation, period, cause, control, level } of known) {
    const kind = kindOf.get(JSON.stringify([cause, control])) ?? -1;
    told.push(numbers.get(organisation) ?? -1, periods.indexOf(period), kind, level);
  }
  told.push(shared.verdicts.length);
  for (const verdict of shared.verdicts) told.push(verdictKinds.indexOf(verdict));
  const withRecords = [...shared.proofs.withRecords];
  told.push(withRecords.length);
  for (const slot of withRecords) told.push(slot);
  for (const slot of sheet.place.keys()) {
    const proofs = shared.proofs.of(slot);
    told.push(proofs.length);
    for (const proof of proofs) {
      told.push(proof.length);
      for (const { organisation, period, place } of proof)
        told.push((organisation * sheet.periods + period) * sheet.places.length + place);
    }
  }
  const words = Buffer.from(JSON.stringify(kinds));
  return Buffer.concat([Buffer.from(Int32Array.from([words.length].concat(told)).buffer), words]);
}

/** An objective from its bytes; null where they are none that `keptBytes` made. */
export function keptObjective(bytes: Buffer, of: KeptFor): KeptObjective | null {
  try {
    return read(bytes, of);
  } catch {
    return null;
  }
}

function read(bytes: Buffer, { members, periods }: KeptFor): KeptObjective {
  const [many, count] = [members.length, periods.length];
  const wordsLength = bytes.readInt32LE(0);
  const kinds: unknown = JSON.parse(bytes.toString('utf8', bytes.length - wordsLength));
  const numbers = new Int32Array((bytes.length - wordsLength) / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = bytes.readInt32LE(index * 4);
  let at = 1;
  const next = (): number => {
    const number = numbers[at++];
    if (number === undefined) throw new Error('what is kept ends too soon');
    return number;
  };
  const list = <Each>(length: number, each: () => Each): Each[] => Array.from({ length }, each);
  const places = list(next(), () => {
    const [achieved, towards] = [next(), next()];
    return { achieved, workingTowards: towards < 0 ? null : towards };
  });
  const place = new Int16Array(many * count);
  const mover = new Uint8Array(many * count);
  for (let slot = 0; slot < place.length; slot++) {
    const told = next();
    place[slot] = told >> 1;
    mover[slot] = told & 1;
  }
  const causeLevels = new Map<number, number[]>();
  const causes = list(next(), (): GivenCause => {
    const [organisation, period, kind, level] = [next(), next(), next(), next()];
    const slot = organisation * count + period;
    causeLevels.set(slot, [...(causeLevels.get(slot) ?? []), level]);
    const [cause, control]: unknown[] = JSON.parse(Array.isArray(kinds) ? String(kinds[kind]) : '[]');
    return {
      organisation: members[organisation]?.organisation ?? '',
      period: periods[period] ?? '',
      cause: String(cause),
      control: String(control),
      level,
    };
  });
  const verdicts = list(next(), () => verdictKinds[next()] ?? 'singles-out');
  const withRecords = list(next(), next);
  const starts = new Int32Array(place.length);
  for (let slot = 0; slot < starts.length; slot++) {
    starts[slot] = at;
    for (let left = next(); left > 0; left--) {
      const length = next();
      at += length;
    }
  }
  if (at !== numbers.length) throw new Error('what is kept does not end where it should');
  /** Read when they are wanted: there are many. */
  const of = (slot: number): readonly Exchange[] => {
    at = starts[slot] ?? numbers.length;
    return list(next(), () =>
      list(next(), () => {
        const told = next();
        const changed = Math.floor(told / places.length);
        return {
          organisation: Math.floor(changed / count),
          period: changed % count,
          place: told % places.length,
        };
      }),
    );
  };
  const sheet = { many, periods: count, places, place, mover, causeLevels };
  return { sheet, shared: { verdicts, proofs: { of, withRecords } }, causes };
}
