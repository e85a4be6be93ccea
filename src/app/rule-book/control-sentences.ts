import type { Control } from '../../model/cause.ts';

/** Who could lift a cap of a cause. */
export const controlSentences: Readonly<Record<Control, string>> = {
  external: 'Lifting it is outside the organisation.',
  internal: 'Lifting it is within the organisation.',
};
