import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unknownObjective } from '../../app/advice/unknown-objective.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { enteredRows } from '../../app/year/discard-year.ts';
import { enteredRow } from '../../app/year/enter-row.ts';
import { yearReport } from '../../app/year/year-report-of.ts';
import { longestCell } from '../../model/cell-text.ts';
import { isPeriod, nextPeriod } from '../../model/period.ts';
import { assessmentsPage, type ListState } from '../../pages/assessments-page.ts';
import { serverLinks } from '../../pages/frame/links.ts';
import { plainView } from '../../pages/frame/view-state.ts';
import { type DiscardPageState, yearDiscardPage } from '../../pages/year-discard-page.ts';
import { yearPage } from '../../pages/year-page.ts';
import { yearRowPage } from '../../pages/year-row-page.ts';
import { numberOf } from '../asked/objective-number.ts';
import { pageContext } from '../asked/page-view.ts';
import { oneOf, readQuery } from '../asked/query.ts';
import { formFields, takeForms } from '../forms/form-fields.ts';
import { doRowForm, doYearForm, refusedYear } from '../forms/year-form.ts';
import { sendPage } from '../page-routes.ts';

interface InOrganisation {
  Params: { organisation: string };
}
interface InYear {
  Params: { organisation: string; period: string };
}
interface InRow {
  Params: { organisation: string; period: string; objective: string };
}

const keptNames = ['opened', 'closed', 'reopened', 'standard', 'saved', 'undone'] as const;
/** The most bytes of a form: the longest cell, each character as a form may write it. */
const formLimit = 12 * longestCell;

/** This year: the assessments, one of them with its progress, and one row with the form that enters it. */
export function yearPagesRoutes(app: FastifyInstance, workspace: Workspace): void {
  const { records } = workspace;
  const list = '/:organisation/assessments';
  const year = `${list}/:period`;
  const row = `${year}/:objective`;
  const hidden = { schema: { hide: true } };
  const shows = { ...hidden, config: { showsRefusal: true } };

  app.get<InOrganisation>(list, shows, (request, reply) => {
    const { others } = readQuery(request.query, ['discarded'], false);
    const discarded = others['discarded'] ?? '';
    const refused = refusedIn(request);
    const state =
      refused === null ? { discarded: isPeriod(discarded) ? discarded : null } : { refused: refused.refused };
    return sendPage(reply, listPage(request.params.organisation, state));
  });
  app.get<InYear>(year, shows, async (request, reply) => {
    const { organisation, period } = request.params;
    const context = pageContext(workspace, organisation);
    const { kept, by, refused } = { ...said(request), ...refusedIn(request) };
    const report = await yearReport(workspace, organisation, period);
    return sendPage(reply, yearPage(context, report, { kept, by }, refused));
  });
  app.get<InYear>(`${year}/discard`, shows, (request, reply) => {
    const { by, refused } = { ...said(request), ...refusedIn(request) };
    return sendPage(reply, discardPage(request.params, { by, refused }));
  });
  app.get<InRow>(row, shows, async (request, reply) =>
    sendPage(reply, await rowPage(request.params, { ...said(request), ...refusedIn(request) })),
  );
  app.register(async (forms) => {
    takeForms(forms);
    forms.post<InOrganisation>(list, hidden, async (request, reply) => {
      const { organisation } = request.params;
      const fields = formFields(request.body, '/organisations/ORGANISATION/assessments');
      const period = (fields['period'] ?? '').trim();
      const kept = await doYearForm(workspace, { organisation, period }, { ...fields, form: 'open' });
      return reply.redirect(
        `/${organisation}/assessments/${period}${query({ kept, by: fields['by'] })}`,
        303,
      );
    });
    forms.post<InYear>(year, hidden, async (request, reply) => {
      const { organisation, period } = request.params;
      const fields = formFields(request.body, '/organisations/ORGANISATION/assessments');
      const kept = await doYearForm(workspace, { organisation, period }, fields);
      return reply.redirect(
        `/${organisation}/assessments/${period}${query({ kept, by: fields['by'] })}`,
        303,
      );
    });
    forms.post<InYear>(`${year}/discard`, hidden, async (request, reply) => {
      const { organisation, period } = request.params;
      const fields = formFields(request.body, '/organisations/ORGANISATION/assessments');
      await doYearForm(workspace, { organisation, period }, { ...fields, form: 'discard' });
      const address = serverLinks(organisation, plainView).page('assessments');
      return reply.redirect(`${address}?${new URLSearchParams({ discarded: period })}`, 303);
    });
    forms.post<InRow>(row, { ...hidden, bodyLimit: formLimit }, async (request, reply) => {
      const { organisation, period } = request.params;
      const objective = numberOf(request.params.objective);
      enteredRow(workspace, { organisation, period, objective });
      const fields = formFields(request.body, '/organisations/ORGANISATION/assessments');
      const pack = packOf(organisation, period);
      const kept = doRowForm(workspace, pack, { organisation, period, objective }, fields);
      const numbers = pack.framework.objectives.map(({ number }) => number);
      const next = numbers[numbers.indexOf(objective) + 1];
      const at = fields['then'] !== 'next' ? `/${objective}` : next === undefined ? '' : `/${next}`;
      return reply.redirect(
        `/${organisation}/assessments/${period}${at}${query({ kept, by: fields['by'] })}`,
        303,
      );
    });
  });

  function listPage(organisation: string, state: ListState): string {
    const context = pageContext(workspace, organisation);
    const held = records.assessments(organisation);
    const latest = held.at(-1)?.period;
    const suggested =
      latest === undefined ? '' : held.some(({ closed }) => !closed) ? '' : nextPeriod(latest);
    return assessmentsPage(context, held, suggested, state);
  }

  function discardPage(
    { organisation, period }: InYear['Params'],
    state: Pick<DiscardPageState, 'by' | 'refused'>,
  ): string {
    const context = pageContext(workspace, organisation);
    const entered = enteredRows(workspace, { organisation, period });
    return yearDiscardPage(context, { ...state, period, entered });
  }

  function packOf(organisation: string, period: string) {
    const held = records.assessments(organisation).find((each) => each.period === period);
    return workspace.pack(held?.framework ?? '');
  }

  async function rowPage(
    { organisation, period, objective }: InRow['Params'],
    state: Omit<Parameters<typeof yearRowPage>[4], 'history'>,
  ): Promise<string> {
    const context = pageContext(workspace, organisation);
    const number = numberOf(objective);
    const report = await yearReport(workspace, organisation, period);
    const pack = workspace.pack(report.framework);
    const one = report.objectives.find((each) => each.objective === number);
    if (one === undefined) throw unknownObjective(pack, number);
    const history = records.rowHistory(organisation, period, number);
    return yearRowPage(context, pack, report, one, { ...state, history });
  }
}

function said(request: FastifyRequest) {
  const read = readQuery(request.query, ['kept', 'by'], false);
  return { kept: oneOf(read, 'kept', keptNames), by: read.others['by'] ?? '', refused: null, conflict: null };
}

/** What a page shows of a form that was refused, in place of what was kept; null for none. */
function refusedIn({ refusal }: FastifyRequest) {
  if (refusal === null) return null;
  return { kept: null, by: '', ...refusedYear(refusal.problem, refusal.fields) };
}

function query({ kept, by }: { readonly kept: string; readonly by: string | undefined }): string {
  return `?${new URLSearchParams({ kept, ...(by === undefined || by === '' ? {} : { by }) })}`;
}
