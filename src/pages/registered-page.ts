import type { RegisteredReport } from '../app/register/registered-report.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { registeredAddress } from './register-address.ts';

const kinds: Readonly<Record<RegisteredReport['knownAs'][number]['kind'], string>> = {
  code: 'Code',
  'area-code': 'Code of its area',
  'former-area-code': 'Former code of its area',
  name: 'Name',
  'short-name': 'Short name',
  slug: 'Name in addresses',
  'alternative-name': 'Other or former name',
};

/**
 * One organisation of the register: its codes and names, where it comes from, what became of it, and its neighbours.
 * @param listed whether a list of neighbours is held
 */
export function registeredPage(report: RegisteredReport, listed: boolean): string {
  const { code, name, type, region, nation, started, ended } = report;
  const linked = (others: RegisteredReport['neighbours']) =>
    others.map((one) => ({ ...one, href: registeredAddress(one.code) }));
  const known = Map.groupBy(report.knownAs, ({ kind }) => kind);
  return renderTemplate('registered.njk', {
    frame: bareFrame(name),
    page: {
      name,
      facts: [
        { about: 'Code', said: code },
        ...[...known].map(([kind, texts]) => ({
          about: kinds[kind],
          said: texts.map(({ text }) => text).join('; '),
        })),
        { about: 'Type', said: type },
        { about: 'Region', said: region },
        { about: 'Nation', said: nation },
        { about: 'From', said: started },
        { about: 'Until', said: ended },
      ].filter(({ said }) => said !== null),
      lineage: [
        {
          title: 'Goes on from',
          why: 'The same organisation under earlier codes: scores under them are its own.',
          others: linked(report.continues),
        },
        {
          title: 'Goes on as',
          why: 'The same organisation under later codes: its scores go on there.',
          others: linked(report.continuedBy),
        },
        {
          title: 'Made from',
          why: 'Other organisations. Their scores stand beside its own; they are neither inherited nor averaged.',
          others: linked(report.predecessors),
        },
        {
          title: 'Its place was taken by',
          why: 'Other organisations. Its scores stay under its own name; they are neither inherited nor averaged.',
          others: linked(report.successors),
        },
      ].filter(({ others }) => others.length > 0),
      neighbours: linked(report.neighbours),
      listed,
      data: `/api/v1${registeredAddress(code)}`,
    },
    h: 1,
  });
}
