import type { PeerCausesRow } from '../../charts/benchmark-rows.ts';
import type { PanelCaps } from '../../model/panel-caps.ts';

/**
 * Causes across a panel, the one given most often first, without those that are told on no objective; none is a row that
 * says why.
 */
export function peerCausesRows({ period, causes, note }: PanelCaps): readonly PeerCausesRow[] {
  const none = { cause: '', causeName: '', control: null, ...noCounts };
  if (causes.length === 0)
    return [{ period, ...none, why: note ?? 'No reason was given in this period by anybody in the panel.' }];
  const told = causes.filter(({ fewer, objectives }) => fewer < objectives.length);
  if (told.length === 0)
    return [
      {
        period,
        ...none,
        why: 'Each reason was given by fewer than ten other organisations, or by none, on every objective that is told.',
      },
    ];
  return told.map(
    ({ cause, name, control, under, beyond, fewer, withheld, objectives }): PeerCausesRow => ({
      period,
      cause,
      causeName: name,
      control,
      under,
      beyond: beyond?.count ?? 0,
      beyondOf: beyond?.n ?? 0,
      fewer,
      nearlyAll: objectives.filter((each) => each.under === 'nearly-all').length,
      withheld,
      why: '',
    }),
  );
}

const noCounts = { under: 0, beyond: 0, beyondOf: 0, fewer: 0, nearlyAll: 0, withheld: 0 };
