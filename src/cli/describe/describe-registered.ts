import type { RegisteredReport } from '../../app/register/registered-report.ts';
import { terminal } from '../terminal/terminal.ts';
import { wrap } from './wrap.ts';

/** An organisation of the register with those around it, as lines of a width. */
export function describeRegistered(report: RegisteredReport, width: number): readonly string[] {
  const { code, name, type, region, nation, started, ended } = report;
  const life = [started === null ? '' : `from ${started}`, ended === null ? '' : `until ${ended}`];
  const part = (title: string, others: RegisteredReport['neighbours']) =>
    others.length === 0
      ? []
      : wrap(`${title}: ${others.map((each) => `${each.name} (${each.code})`).join('; ')}.`, width);
  return [
    ...wrap(`${name} (${code})`, width).map(terminal.heading),
    ...wrap(
      [...new Set([type, region, nation, ...life])].filter((each) => each !== null && each !== '').join(', '),
      width,
    ),
    ...(report.knownAs.length === 0
      ? []
      : wrap(`Found by ${report.knownAs.map(({ text }) => text).join('; ')} too.`, width)),
    ...part('Goes on from', report.continues),
    ...part('Goes on as', report.continuedBy),
    ...part('Made from, and compared apart', report.predecessors),
    ...part('Its place was taken by, and compared apart', report.successors),
    ...part('Nearest neighbours', report.neighbours),
  ];
}
