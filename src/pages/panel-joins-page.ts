import type { PanelJoinsReport } from '../app/register/panel-joins-report.ts';
import { countedNoun } from '../model/counted-noun.ts';
import type { Panel } from '../model/panel.ts';
import { bareFrame } from './frame/page-frame.ts';
import { renderTemplate } from './frame/template.ts';
import { panelJoinsAddress } from './register-address.ts';

const why: Readonly<Record<PanelJoinsReport['notJoined'][number]['found'], string>> = {
  ambiguous: 'It stands for several',
  doubled: 'Another name is the same organisation in the same period',
  unknown: 'It is not in the register',
};

/** As many organisations are listed; of the others it is said how many they are. */
const mostListed = 500;

/**
 * How the organisations of a panel are joined to the register: those that could not be, and those that go on under
 * another name. Long lists are cut, and say so.
 * @param registered whether a list of organisations is held
 */
export function panelJoinsPage(report: PanelJoinsReport, panel: Panel, registered: boolean): string {
  const { joined, organisations, continued, notJoined } = report;
  return renderTemplate('panel-joins.njk', {
    frame: bareFrame(`${panel.name} and the register`),
    page: {
      name: panel.name,
      id: panel.id,
      invented: report.invented,
      registered,
      lead: `${joined} of ${countedNoun(organisations, 'organisation')} joined to the register.`,
      notJoined: notJoined.slice(0, mostListed).map(({ organisation, found, candidates }) => ({
        ...{ organisation, why: why[found] },
        candidates: candidates.join('; '),
      })),
      more: Math.max(0, notJoined.length - mostListed),
      continued: continued.slice(0, mostListed),
      continuedMore: Math.max(0, continued.length - mostListed),
      data: `/api/v1${panelJoinsAddress(panel.id)}`,
    },
    h: 1,
  });
}
