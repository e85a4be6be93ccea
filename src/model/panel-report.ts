import { type Static, Type } from 'typebox';
import { Diagnostic } from '../kernel/diagnostics.ts';
import type { Frozen } from '../kernel/schema.ts';
import { Panel } from './panel.ts';

/** What became of files that were to be added to a panel. */
export const PanelReport = Type.Object(
  {
    schema: Type.Literal(1),
    state: Type.Union(
      [Type.Literal('added'), Type.Literal('nothing-new'), Type.Literal('tried'), Type.Literal('refused')],
      { description: 'tried: a dry run that found nothing wrong. refused: nothing was added.' },
    ),
    panel: Type.Union([Panel, Type.Null()], {
      description: 'As it now is; in a dry run as it would be; null where it was refused.',
    }),
    given: Type.Integer({ description: 'Rows that could be read.' }),
    added: Type.Integer({ description: 'Rows that the panel did not hold.' }),
    alreadyThere: Type.Integer({
      description: 'Rows that it held, or that came twice, with the same values.',
    }),
    findings: Type.Array(Diagnostic, { description: 'Of each code the first few.' }),
    counts: Type.Record(Type.String(), Type.Integer(), {
      description: 'How often each code was found, those that are not told one by one among them.',
    }),
  },
  {
    additionalProperties: false,
    title: 'Panel report',
    description: 'What became of files added to a panel.',
  },
);
export type PanelReport = Frozen<Static<typeof PanelReport>>;
