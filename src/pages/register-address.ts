import type { RegisterAsk } from '../app/register/list-registered.ts';

/** The one address of a part of the register, with what narrows nothing left out. */
export function registerAddress({ find, type, region, ended, page }: RegisterAsk): string {
  const pairs = Object.entries({
    ...{ find, type, region },
    ended: ended === true ? 'yes' : undefined,
    page: page === undefined || page === 1 ? undefined : String(page),
  }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  return `/register${pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`}`;
}

/** Where an organisation of the register is shown. */
export function registeredAddress(code: string): string {
  return `/register/organisations/${encodeURIComponent(code)}`;
}

/** Where it is shown how a panel is joined to the register. */
export function panelJoinsAddress(id: string): string {
  return `/register/panels/${encodeURIComponent(id)}`;
}
