import type { Organisation } from './organisation.ts';

/** The words that everything invented is labelled with. */
export const inventedLabel = 'Demonstration data, invented';

/** Whether an organisation is invented: its label as an example says so. An example can be a real organisation too. */
export function isInvented({ example }: Pick<Organisation, 'example'>): boolean {
  return example?.startsWith(inventedLabel) === true;
}
