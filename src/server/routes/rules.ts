import type { FastifyInstance, FastifyReply } from 'fastify';
import { type RuleBookRequest, ruleBook } from '../../app/rule-book.ts';
import type { Workspace } from '../../app/workspace.ts';
import type { WrittenDocument } from '../../model/written-document.ts';
import type { PageContext } from '../../pages/page-context.ts';
import { ruleBookPage } from '../../pages/rule-book-page.ts';
import { sendPage } from '../page-routes.ts';
import { pageContext } from '../page-view.ts';
import { readQuery } from '../query.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The rule book of each pack, and of each organisation with the objectives that its rules touch: as a page and as a Word document. */
export function rulesRoutes(app: FastifyInstance, workspace: Workspace): void {
  const hidden = { schema: { hide: true } };
  app.get<{ Params: { framework: string } }>('/rules/:framework', hidden, async (request, reply) => {
    readQuery(request.query, [], false);
    const { framework, word } = named(request.params.framework);
    return answer(reply, { framework }, word, `/rules/${framework}.docx`, null);
  });
  for (const [path, word] of [
    ['/:organisation/rules', false],
    ['/:organisation/rules.docx', true],
  ] as const)
    app.get<{ Params: { organisation: string } }>(path, hidden, async (request, reply) => {
      readQuery(request.query, [], false);
      const { organisation } = request.params;
      const context = pageContext(workspace, organisation);
      return answer(reply, { view: { organisation } }, word, context.links.rulesAsWord ?? '', context);
    });

  async function answer(
    reply: FastifyReply,
    request: RuleBookRequest,
    word: boolean,
    address: string,
    context: PageContext | null,
  ): Promise<FastifyReply> {
    const document = await ruleBook(workspace, request);
    return word ? sendWord(reply, document) : sendPage(reply, ruleBookPage(context, document, address));
  }
}

/** A framework, and whether its book is asked for as a Word document. */
function named(written: string): { readonly framework: string; readonly word: boolean } {
  const word = written.endsWith('.docx');
  return { framework: word ? written.slice(0, -'.docx'.length) : written, word };
}

async function sendWord(reply: FastifyReply, document: WrittenDocument): Promise<FastifyReply> {
  const { wordDocument } = await import('../../exchange/write/word-document.ts');
  return reply
    .type(wordType)
    .header('content-disposition', 'attachment; filename="rule-book.docx"')
    .send(Buffer.from(await wordDocument(document)));
}
