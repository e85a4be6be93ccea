import type { EarlierFramework } from '../../model/trends.ts';

/**
 * How scores in an earlier framework are compared, in plain sentences.
 * @param latest the name of the framework that they are compared with
 * @param why what keeps all of it from being compared, if anything does
 */
export function earlierFrameworkSentence(
  { name, periods, compared, without }: Omit<EarlierFramework, 'sentence'>,
  latest: string,
  why: 'rules-missing' | 'other-levels' | null,
): string {
  const [last = '', ...before] = periods.toReversed();
  const span = before.length === 0 ? `${last} was` : `${before.toReversed().join(', ')} and ${last} were`;
  const scored = `${span} scored with ${name}.`;
  const left = periods.length === 1 ? 'It is' : 'They are';
  if (why === 'rules-missing') return `${scored} ${left} not compared, because its rules are not here.`;
  if (why === 'other-levels') return `${scored} ${left} not compared, because its levels are others.`;
  if (compared === 0)
    return `${scored} ${left} not compared, because no objective of ${latest} is marked as the same.`;
  const same = `${compared} of ${compared + without.length} objectives of ${latest} ${compared === 1 ? 'is' : 'are'} marked as the same, and compared.`;
  if (without.length === 0) return `${scored} ${same}`;
  const names = without.map(({ objective, name: each }) => `${objective} ${each}`).join('; ');
  return `${scored} ${same} Without a predecessor there: ${names}.`;
}
