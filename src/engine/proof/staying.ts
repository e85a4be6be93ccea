import type { Pack } from '../../pack/pack.ts';

/** A pack with one target rule, which stays in every case: for ceilings and readings where its own has a gap. */
export function staying(pack: Pack): Pack {
  return {
    ...pack,
    targets: [
      {
        id: 'stay',
        title: 'Stay',
        citation: 'None',
        stance: 'hold',
        when: { all: [{ fact: 'room', operator: 'greaterThanInclusive', value: 0 }] },
        because: 'None.',
        shows: 'nothing',
      },
    ],
  };
}
