import type { RegisterAsk } from '../app/register/list-registered.ts';
import type { RegisterList } from '../app/register/register-list.ts';
import { countedNoun } from '../model/counted-noun.ts';
import type { Panel } from '../model/panel.ts';
import type { RegisterForm } from '../model/register-form.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { panelJoinsAddress, registerAddress, registeredAddress } from './register-address.ts';

/**
 * The organisations of the register, narrowed to what is asked for, a page at a time; what to do where there are none.
 * @param panels those that can be joined to it
 * @param forms in which lists are published
 */
export function registerPage(
  list: RegisterList,
  ask: RegisterAsk,
  { panels, forms }: { readonly panels: readonly Panel[]; readonly forms: readonly RegisterForm[] },
): string {
  const number = new Intl.NumberFormat('en-GB');
  const { find, type, region, ended = false } = ask;
  const options = (all: string, tallies: RegisterList['types'], chosen: string | undefined) => [
    { value: '', text: all, selected: chosen === undefined },
    ...tallies.map(({ name, organisations }) => ({
      value: name,
      text: `${name} (${number.format(organisations)})`,
      selected: name === chosen,
    })),
    ...(chosen === undefined || tallies.some(({ name }) => name === chosen)
      ? []
      : [{ value: chosen, text: `${chosen} (0)`, selected: true }]),
  ];
  return renderTemplate('register.njk', {
    frame: bareFrame('Register of organisations'),
    page: {
      empty: list.held === 0,
      forms: forms.map(({ kind, name, published }) => ({
        ...{ name, ...published },
        command: `headroom ${kind} add FILE`,
      })),
      lists: [
        { about: 'Organisations, types and regions', one: list.sources.organisations },
        { about: 'Neighbours', one: list.sources.neighbours },
      ].map(({ about, one }) => ({
        about,
        held: one === null ? null : { ...one, rows: number.format(one.rows), added: one.added.slice(0, 10) },
      })),
      held: countedNoun(list.held, 'organisation'),
      ended: number.format(list.ended),
      form: {
        find: find ?? '',
        fields: [
          { name: 'type', label: 'Type', options: options('All types', list.types, type) },
          { name: 'region', label: 'Region', options: options('All regions', list.regions, region) },
        ].filter(({ options: choices }) => choices.length > 1),
        ended,
      },
      narrowed: find !== undefined || type !== undefined || region !== undefined,
      all: registerAddress({ ended }),
      found: countedNoun(list.found, 'organisation'),
      showsEnded: ended,
      rows: list.organisations.map((one) => ({
        ...one,
        href: registeredAddress(one.code),
        life: one.ended === null ? '' : `ended ${one.ended}`,
      })),
      part:
        list.pages === 1
          ? null
          : {
              text: `Page ${list.page} of ${list.pages}`,
              pages: Array.from({ length: list.pages }, (_, index) => ({
                number: index + 1,
                current: index + 1 === list.page,
                href: registerAddress({ ...ask, page: index + 1 }),
              })),
            },
      panels: panels.map(({ id, name, invented }) => ({ name, invented, href: panelJoinsAddress(id) })),
    },
    h: 1,
  });
}
