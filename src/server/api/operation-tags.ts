type Json = { readonly [key: string]: unknown };

/** What the JSON addresses are about, in the order in which they are described. */
export const operationTags = [
  { name: 'data', description: 'Organisations, frameworks and rules, and where the data is from.' },
  {
    name: 'advice',
    description:
      'Targets and ceilings, with the words that they rest on; what is capped, and what would lift it.',
  },
  { name: 'criteria', description: 'Statements of the standard, answers to them, and evidence.' },
  { name: 'review', description: 'What was read from comments, and what officers said of it.' },
  { name: 'plan', description: 'The targets that were chosen, with owner, action and agreement.' },
  { name: 'assessments', description: 'Returns that are entered row by row.' },
  { name: 'trends', description: 'How scores moved, and what became of actions.' },
  { name: 'panels', description: 'One organisation beside others.' },
  { name: 'files', description: 'Files to take away.' },
  { name: 'charts', description: 'Pictures and their figures.' },
  { name: 'health', description: 'Whether the server can answer.' },
  { name: 'headroom', description: 'All else that the pages show.' },
] as const;

type TagName = (typeof operationTags)[number]['name'];

const bySegment: readonly (readonly [RegExp, TagName])[] = [
  [/\/(criteria|evidence)$/, 'criteria'],
  [/\/(review)(\/|$)/, 'review'],
  [/\/plan(\/|$)/, 'plan'],
  [/\/assessments(\/|$)/, 'assessments'],
  [/\/(overview|objectives|advice|capped|unlock|circumstances|what-if)(\/|$)/, 'advice'],
  [/\/(trends|backtest|actions|challenges)$/, 'trends'],
  [/\/dashboards$/, 'charts'],
  [/\/(frameworks|rule-book|about|findings)(\/|$)/, 'data'],
  [/\/organisations(\/\{organisation\})?$/, 'data'],
];

/** An operation with the tag of what its address is about, where its route says nothing more than `headroom`. */
export function asTagged(path: string, operation: Json): Json {
  const { tags } = operation;
  if (!Array.isArray(tags) || !tags.includes('headroom')) return operation;
  const tag = bySegment.find(([pattern]) => pattern.test(path))?.[1] ?? 'headroom';
  return { ...operation, tags: [tag] };
}
