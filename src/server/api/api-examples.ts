import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { projectFolder } from '../../app/workspace/project-folder.ts';
import { matches } from '../../kernel/schema.ts';

/** Examples for the description of the JSON addresses: real answers for the example that Headroom comes with. */
export const ApiExamples = Type.Object(
  {
    /** By name, or where one operation needs another value by operation and name: `drawChart.file`. */
    parameters: Type.Record(Type.String(), Type.Unknown()),
    /** By operation; `body` is what was sent, long lists in `answer` are cut. */
    operations: Type.Record(
      Type.String(),
      Type.Object(
        { body: Type.Optional(Type.Unknown()), answer: Type.Unknown() },
        { additionalProperties: false },
      ),
    ),
    /** By status. */
    problems: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);
export type ApiExamples = Static<typeof ApiExamples>;

/** The file of them, which a test keeps equal to real answers. */
export const apiExamplesFile = join(projectFolder, 'data/api/examples.json');

/** The examples; none where the file is not there or is not of their form: a description without them is of use too. */
export function apiExamples(): ApiExamples {
  const none = { parameters: {}, operations: {}, problems: {} };
  if (!existsSync(apiExamplesFile)) return none;
  const read: unknown = JSON.parse(readFileSync(apiExamplesFile, 'utf8'));
  return matches(ApiExamples, read) ? read : none;
}
