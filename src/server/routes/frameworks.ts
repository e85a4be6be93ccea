import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { limitChoices } from '../../app/review/limit-choices.ts';
import { ruleBook } from '../../app/rules/rule-book.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import { Cause } from '../../model/cause.ts';
import { Factor } from '../../model/factor.ts';
import { Framework } from '../../model/framework.ts';
import { writtenDocumentSchema } from '../../model/written-document-schema.ts';
import { OrganisationParams, serveApi } from '../api/api-routes.ts';

const closed = { additionalProperties: false };
const named = { id: Type.String(), name: Type.String() };
const ListedFramework = Type.Object(
  { ...named, version: Type.String({ description: 'Of the rules.' }) },
  closed,
);
const FrameworkParams = Type.Object(
  { framework: Type.String({ description: 'The id of a framework.', maxLength: 100 }) },
  closed,
);
/** All that pages know of a framework: its words, and what a decision or a what-if can name. */
const FrameworkAnswer = Type.Object(
  {
    schema: Type.Literal(1),
    framework: Framework,
    pack: Type.Object({ version: Type.String(), sha256: Type.String() }, closed),
    causes: Type.Array(Cause),
    factors: Type.Array(Factor),
    choices: Type.Object(
      {
        causes: Type.Array(Type.Object(named, closed)),
        factors: Type.Array(Type.Object({ ...named, causes: Type.Array(Type.String()) }, closed)),
        levels: Type.Array(Type.Object({ level: Type.Integer(), name: Type.String() }, closed)),
      },
      { ...closed, description: 'What a decision on a comment can name.' },
    ),
  },
  closed,
);

/**
 * The frameworks that there are, and their rules in plain English, for programs. Which packs there are, and what changed in
 * one, is read each time, so nothing is kept.
 */
export function frameworksRoutes(app: FastifyInstance, workspace: Workspace): void {
  const keeps = false;
  serveApi(app, {
    keeps,
    path: '/frameworks',
    operationId: 'listFrameworks',
    summary: 'The frameworks that there are rules for.',
    response: Type.Array(ListedFramework),
    problems: [400],
    answer: () =>
      workspace.frameworks().map((id) => {
        const { framework, version } = workspace.pack(id);
        return { id, name: framework.name, version };
      }),
  });
  serve(
    {
      path: '/frameworks/:framework',
      operationId: 'getFramework',
      summary:
        'The levels, sections and objectives of a framework, with the causes and circumstances that its rules know.',
      response: FrameworkAnswer,
    },
    (id) => {
      const pack = workspace.pack(id);
      const { framework, version, sha256, causes, factors } = pack;
      const choices = limitChoices(pack);
      return { schema: 1, framework, pack: { version, sha256 }, causes, factors, choices };
    },
  );
  serve(
    {
      path: '/frameworks/:framework/rule-book',
      operationId: 'getRuleBook',
      summary: 'Every rule in plain English, as headings, text, lists and tables.',
      response: writtenDocumentSchema,
    },
    (framework) => ruleBook(workspace, { framework }),
  );
  serveApi(app, {
    keeps,
    path: '/organisations/:organisation/rule-book',
    operationId: 'getRuleBookOfOrganisation',
    summary: 'Every rule in plain English, with the objectives of the organisation that it touches.',
    params: OrganisationParams,
    response: writtenDocumentSchema,
    problems: [400, 404, 422, 503],
    answer: ({ view }) => ruleBook(workspace, { view }),
  });

  function serve(
    route: {
      readonly path: string;
      readonly operationId: string;
      readonly summary: string;
      readonly response: TSchema;
    },
    answer: (framework: string) => unknown,
  ): void {
    serveApi(app, {
      ...route,
      keeps,
      params: FrameworkParams,
      problems: [400, 404],
      answer: ({ params }) => answer(params.framework),
    });
  }
}
