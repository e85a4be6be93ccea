import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { importDocument } from '../../app/import/import-document.ts';
import { ImportReport } from '../../app/import/import-report.ts';
import { confirmUpload } from '../../app/upload/confirm-upload.ts';
import {
  changeUpload,
  dropUpload,
  keepUpload,
  sweepUploads,
  uploadLimits,
  uploadOf,
} from '../../app/upload/held-uploads.ts';
import { rehearseUpload } from '../../app/upload/rehearse-upload.ts';
import { uploadName } from '../../app/upload/upload-name.ts';
import type { UploadNote } from '../../app/upload/upload-note.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Diagnostic } from '../../kernel/diagnostics.ts';
import { asProblem, Problem } from '../../kernel/problem.ts';
import { matches } from '../../kernel/schema.ts';
import { periodPattern } from '../../model/period.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { type ImportForm, importPage, type RefusedImport } from '../../pages/import-page.ts';
import { type UploadState, uploadPage } from '../../pages/upload-page.ts';
import { jsonContent, problemResponses } from '../api/api-routes.ts';
import { pageContext } from '../asked/page-view.ts';
import { readQuery } from '../asked/query.ts';
import { formFields, takeForms, unusableForm } from '../forms/form-fields.ts';
import { refusedImport, settingsIn } from '../forms/import-form.ts';
import { takeUploads, UploadForm, uploadType } from '../forms/upload-form.ts';
import { sendPage } from '../page-routes.ts';

const closed = { additionalProperties: false };
const api = '/import';

interface At {
  Params: { organisation?: string; upload: string };
}

/** A file that is sent, what it would change, and a yes or a no: as pages, of an organisation or of none yet, and for programs. */
export function importsRoutes(app: FastifyInstance, workspace: Workspace): void {
  sweepUploads(workspace);
  app.register(async (routes) => {
    takeForms(routes);
    takeUploads(routes);
    pagesAt(routes, '/import');
    pagesAt(routes, '/:organisation/import');
    apiRoute(routes);
  });

  function pagesAt(routes: FastifyInstance, path: string): void {
    const schema = { hide: true };
    const shows = { schema, config: { showsRefusal: true } };
    routes.get<At>(path, shows, (request, reply) => {
      readQuery(request.query, [], false);
      const context = contextOf(request.params.organisation);
      const address = placeOf(context);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendPage(reply, importPage(context, formOf(context), refusedIn(request)));
    });
    routes.post<At>(path, { schema, config: { takesFiles: true, limit: 'upload' } }, (request, reply) => {
      const { organisation } = request.params;
      const context = contextOf(organisation);
      const fields = formFields(request.body, api);
      const file = fileIn(request.body);
      const note = keepUpload(workspace, file, settingsIn(workspace, organisation ?? null, fields));
      return reply.redirect(`${placeOf(context)}/${note.token}`, 303);
    });
    routes.get<At>(`${path}/:upload`, shows, async (request, reply) => {
      readQuery(request.query, [], false);
      const { organisation, upload } = request.params;
      const context = contextOf(organisation);
      const note = uploadOf(workspace, upload);
      const address = addressOf(note);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendUpload(reply, context, note, refusedIn(request));
    });
    routes.post<At>(`${path}/:upload`, { schema }, async (request, reply) => {
      const { organisation, upload } = request.params;
      const context = contextOf(organisation);
      const fields = formFields(request.body, api);
      uploadOf(workspace, upload);
      switch (fields['form']) {
        case 'confirm': {
          const { shown = '', by = '' } = fields;
          const done = await confirmUpload(workspace, { token: upload, shown, by });
          return reply.redirect(addressOf(done), 303);
        }
        case 'change': {
          const settings = settingsIn(workspace, organisation ?? null, fields);
          return reply.redirect(addressOf(changeUpload(workspace, upload, settings)), 303);
        }
        case 'discard':
          dropUpload(workspace, upload);
          return reply.redirect(placeOf(context), 303);
        default:
          throw unusableForm(fields['form']?.slice(0, 80) ?? 'no form');
      }
    });
  }

  function refusedIn({ refusal }: FastifyRequest): RefusedImport | null {
    return refusal === null ? null : refusedImport(refusal.problem, refusal.fields);
  }

  async function sendUpload(
    reply: FastifyReply,
    context: PageContext | null,
    note: UploadNote,
    refused: RefusedImport | null,
  ) {
    const form = formOf(context);
    const state = {
      ...{ form, refused, action: addressOf(note), again: placeOf(context) },
      ...(await standingOf(note)),
    };
    if (refused === null) reply.code(state.problem?.problem.status ?? 200);
    return sendPage(reply, uploadPage(context, note, state));
  }

  async function standingOf(note: UploadNote): Promise<Pick<UploadState, 'shown' | 'problem'>> {
    if (note.done !== null) return { shown: null, problem: null };
    try {
      const { report, shown } = await rehearseUpload(workspace, note);
      const added = !workspace.records.organisations().some(({ id }) => id === report.organisation);
      const framework = workspace.pack(report.framework).framework.name;
      return { shown: { report, shown, added, framework }, problem: null };
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status >= 500 || problem.code === 'UPLOAD_GONE') throw thrown;
      return { shown: null, problem: { problem, findings: findingsIn(problem) } };
    }
  }

  function contextOf(organisation: string | undefined): PageContext | null {
    return organisation === undefined ? null : pageContext(workspace, organisation);
  }

  function placeOf(context: PageContext | null): string {
    return context === null ? '/import' : context.links.page('import');
  }

  /** Among the pages of its organisation as soon as that is there. */
  function addressOf({ token, settings, done }: UploadNote): string {
    const organisation = done?.organisation ?? settings.organisation;
    const held = workspace.records.organisations().some(({ id }) => id === organisation);
    return `${held ? `/${organisation}` : ''}/import/${token}`;
  }

  function formOf(context: PageContext | null): ImportForm {
    const frameworks = workspace.frameworks();
    return {
      action: placeOf(context),
      organisations:
        context === null ? workspace.records.organisations().map(({ id, name }) => ({ id, name })) : [],
      frameworks: context === null ? frameworks : [],
      templates: (['xlsx', 'docx'] as const).flatMap((format) => {
        const href = context?.links.exported(`template.${format}`) ?? null;
        return href === null ? [] : [{ text: format === 'xlsx' ? 'Excel form' : 'Word form', href }];
      }),
      largest: `${uploadLimits.bytes / 1024 / 1024} MB`,
    };
  }

  function apiRoute(routes: FastifyInstance): void {
    const summary = 'Imports a file, or says what importing it would change.';
    const text = (maxLength: number, description: string) => Type.String({ maxLength, description });
    const body = Type.Object(
      {
        file: Type.Unsafe<string>({
          ...{ type: 'string', format: 'binary' },
          description: 'The document: .docx, .xlsx, .csv, or text; 10 MB at most.',
        }),
        organisation: Type.Optional(
          text(60, 'Whose it is, unless it says so; one that is not there is added.'),
        ),
        name: Type.Optional(text(200, 'The name of an organisation that is added.')),
        period: Type.Optional(
          Type.String({
            pattern: periodPattern,
            description: 'That of scores without a year, and the only one that is taken.',
          }),
        ),
        framework: Type.Optional(text(100, 'The standard that it is in, where there are several.')),
        dryRun: Type.Optional(
          Type.Union([Type.Literal('yes'), Type.Literal('no')], {
            description: 'yes: only say what would change. Unless said, it is imported.',
          }),
        ),
        by: text(100, 'Who imports it, for the journal.'),
      },
      closed,
    );
    routes.post(
      `/api/v1${api}`,
      {
        config: { takesFiles: true, limit: 'upload' },
        validatorCompiler: () => (value) => ({ value }),
        schema: {
          ...{ operationId: 'importDocument', summary, tags: ['headroom'], consumes: [uploadType], body },
          response: {
            200: { description: summary, ...jsonContent(ImportReport) },
            ...problemResponses([400, 403, 404, 413, 415, 422, 503]),
          },
        },
      },
      async (request, reply) => {
        readQuery(request.query, [], false);
        const fields = formFields(request.body, api);
        const { name, bytes } = fileIn(request.body);
        const known = Object.keys(body.properties);
        const unknown = Object.keys(fields).find((each) => !known.includes(each));
        if (unknown !== undefined)
          throw badField(unknown.slice(0, 80), 'a field that is not taken', known.join(', '));
        const { dryRun = 'no', by = '' } = fields;
        if (dryRun !== 'yes' && dryRun !== 'no') throw badField('dryRun', dryRun.slice(0, 80), 'yes, no');
        if (by.trim() === '') throw badField('by', 'nothing', 'a name');
        const said = (field: string) => fields[field]?.trim() || undefined;
        const report = await importDocument(workspace, {
          ...{
            file: uploadName(name),
            content: bytes,
            dryRun: dryRun === 'yes',
            by: by.trim().slice(0, 100),
          },
          ...{ organisation: said('organisation'), name: said('name') },
          ...{ period: said('period'), framework: said('framework') },
        });
        return reply.type('application/json; charset=utf-8').send(report);
      },
    );
  }
}

function fileIn(body: unknown): NonNullable<UploadForm['file']> {
  const file = body instanceof UploadForm ? body.file : null;
  if (file === null)
    throw new Problem('BAD_VALUE', { place: 'file', seen: 'no file', repair: 'Choose the file to import.' });
  return file;
}

function findingsIn({ detail: { data } }: Problem): readonly Diagnostic[] {
  const found: unknown = data?.['findings'];
  return Array.isArray(found) ? found.filter((one) => matches(Diagnostic, one)) : [];
}

function badField(place: string, seen: string, allowed: string): Problem {
  return new Problem('BAD_VALUE', { place, seen, allowed, repair: 'Correct it, and send the form again.' });
}
