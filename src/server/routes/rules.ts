import type { FastifyInstance } from 'fastify';
import { type RuleBookRequest, ruleBook } from '../../app/rules/rule-book.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { PageContext } from '../../pages/frame/page-context.ts';
import { ruleBookPage } from '../../pages/rule-book-page.ts';
import { pageContext } from '../asked/page-view.ts';
import { readQuery } from '../asked/query.ts';
import { sendPage } from '../page-routes.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The rule book of each pack, and of each organisation with the objectives that its rules touch: as a page and as a Word document. */
export function rulesRoutes(app: FastifyInstance, workspace: Workspace): void {
  serve('/rules/:framework', ({ framework = '' }) => ({
    book: { framework },
    context: null,
    address: `/rules/${framework}`,
  }));
  serve('/:organisation/rules', ({ organisation = '' }) => {
    const context = pageContext(workspace, organisation);
    // Before the first assessment no rule touches an objective, and the rules are there all the same.
    const book =
      context.periods.length === 0
        ? { framework: context.organisation.framework }
        : { view: { organisation } };
    return { book, context, address: `/${organisation}/rules` };
  });

  function serve(path: string, asked: (params: Params) => Asked): void {
    app.get<{ Params: Params }>(path, { schema: { hide: true } }, async (request, reply) => {
      readQuery(request.query, [], false);
      const { book, context, address } = asked(request.params);
      const document = await ruleBook(workspace, book);
      if (address !== request.url) return reply.redirect(address, 302);
      return sendPage(reply, ruleBookPage(context, document, `${address}/word`));
    });
    app.get<{ Params: Params }>(`${path}/word`, { schema: { hide: true } }, async (request, reply) => {
      readQuery(request.query, [], false);
      const document = await ruleBook(workspace, asked(request.params).book);
      const { wordDocument } = await import('../../exchange/write/word-document.ts');
      return reply
        .type(wordType)
        .header('content-disposition', 'attachment; filename="rule-book.docx"')
        .send(Buffer.from(await wordDocument(document)));
    });
  }
}

interface Params {
  readonly framework?: string;
  readonly organisation?: string;
}

interface Asked {
  readonly book: RuleBookRequest;
  readonly context: PageContext | null;
  readonly address: string;
}
