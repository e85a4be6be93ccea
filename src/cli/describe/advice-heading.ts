import type { Workspace } from '../../app/workspace/workspace.ts';
import { terminal } from '../terminal/terminal.ts';
import { wrap } from './wrap.ts';

/** The lines that open an answer made from advice: whose, for when, from what, with which rules and circumstances. */
export function adviceHeading(
  { records, pack }: Workspace,
  title: string,
  advice: {
    readonly organisation: string;
    readonly framework: string;
    readonly period: string;
    readonly basedOn: string;
    readonly pack: { readonly version: string };
    readonly factors?: Readonly<Record<string, string>>;
  },
  width: number,
): readonly string[] {
  const { name, example } = records.organisation(advice.organisation);
  const { framework, factors } = pack(advice.framework);
  const known = factors.flatMap(({ id, name: circumstance }) => {
    const state = advice.factors?.[id] ?? 'unknown';
    return state === 'unknown' ? [] : [`${circumstance}: ${state}`];
  });
  return [
    ...wrap(`${name}: ${title} for ${advice.period}, from ${advice.basedOn}`, width).map(terminal.heading),
    ...(example === null ? [] : wrap(`${example}.`, width)),
    ...wrap(`${framework.name}. Rules: version ${advice.pack.version}.`, width),
    ...(known.length === 0 ? [] : wrap(`Circumstances: ${known.join('; ')}.`, width)),
    '',
  ];
}
