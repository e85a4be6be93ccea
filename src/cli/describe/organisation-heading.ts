import type { Organisation } from '../../model/organisation.ts';
import { terminal } from '../terminal/terminal.ts';
import { wrap } from './wrap.ts';

/** The lines that open an answer about an organisation, with the label of an example. */
export function organisationHeading(
  { name, example }: Organisation,
  title: string,
  width: number,
): readonly string[] {
  return [
    ...wrap(`${name}: ${title}`, width).map(terminal.heading),
    ...(example === null ? [] : wrap(`${example}.`, width)),
    '',
  ];
}
