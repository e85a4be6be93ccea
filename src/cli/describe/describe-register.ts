import type { RegisterReport } from '../../app/register/register-report.ts';
import { diagnosticCatalogue } from '../../kernel/diagnostics.ts';
import { countedNoun } from '../../model/counted-noun.ts';
import { terminal } from '../terminal/terminal.ts';
import { bulleted, wrap } from './wrap.ts';

/** What adding a list to the register did, as lines of a width. */
export function describeRegister(report: RegisterReport, width: number): readonly string[] {
  const { kind, source, changes, register, findings } = report;
  const noun = kind === 'organisations' ? 'organisation' : 'area';
  const { added, removed, changed, same } = changes;
  return [
    ...wrap(`${source.file}: ${countedNoun(source.rows, noun)}`, width).map(terminal.heading),
    ...wrap(source.attribution ?? `Published by ${source.publisher} under ${source.licence}.`, width),
    '',
    ...wrap(
      `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${same} as before.`,
      width,
    ),
    ...(changed.length === 0 ? [] : wrap(`Changed: ${some(changed)}.`, width)),
    ...(removed.length === 0 ? [] : wrap(`Removed: ${some(removed)}.`, width)),
    '',
    ...registerNow(register, width),
    ...(findings.length === 0
      ? []
      : [
          '',
          ...wrap(`${countedNoun(findings.length, 'finding')} to look at`, width).map(terminal.heading),
          ...findings.flatMap(({ code, place, seen, repair }) =>
            bulleted(`${place}: ${titleOf(code)}. Seen: ${seen}. ${repair}`, width),
          ),
        ]),
  ];
}

function registerNow(register: RegisterReport['register'], width: number): readonly string[] {
  const { organisations, ended, continued, ambiguous, areas, areasUnknown, neighboursUnknown } = register;
  const unknown = [...new Set([...areasUnknown, ...neighboursUnknown])].sort();
  return [
    ...wrap(
      `The register holds ${countedNoun(organisations, 'organisation')}, of which ${ended} ended and ${continued} ${continued === 1 ? 'goes' : 'go'} on under another code, and the neighbours of ${countedNoun(areas, 'area')}.`,
      width,
    ),
    ...(ambiguous.length === 0
      ? []
      : wrap(`Names that stand for several organisations, and so join none: ${some(ambiguous)}.`, width)),
    ...(areas > 0 && organisations === 0
      ? wrap('Neighbours need organisations: headroom organisations add FILE.', width)
      : unknown.length === 0
        ? []
        : wrap(
            `Areas that are no organisation's in the register, and so are left out: ${some(unknown)}.`,
            width,
          )),
  ];
}

function some(codes: readonly string[]): string {
  const more = codes.length - 20;
  return `${codes.slice(0, 20).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function titleOf(code: string): string {
  return Object.entries(diagnosticCatalogue).find(([each]) => each === code)?.[1].title ?? code;
}
