/**
 * How high each folder of src/ stands. A folder imports only from folders below it, so two on one level never
 * import each other. `cli` stands above `server` because the command `serve` starts it.
 */
export const levels: Readonly<Record<string, number>> = {
  kernel: 0,
  model: 1,
  statistics: 1,
  pack: 2,
  charts: 2,
  exchange: 2,
  records: 2,
  duckdb: 2,
  engine: 3,
  planning: 3,
  analytics: 3,
  benchmark: 4,
  speed: 4,
  app: 5,
  pages: 6,
  server: 7,
  'index.ts': 7,
  cli: 8,
};

/** The one place from which each dependency is reached: a file, a folder with its slash, or `''` for anywhere. */
export const doors: Readonly<Record<string, string>> = {
  '@duckdb/node-api': 'duckdb/',
  '@fastify/swagger': 'server/',
  '@expo-google-fonts/arimo': 'charts/',
  '@resvg/resvg-js': 'charts/',
  '@tensorflow/tfjs-backend-cpu': 'analytics/frame.ts',
  '@tensorflow/tfjs-core': 'analytics/frame.ts',
  commander: 'cli/',
  'csv-parse': 'exchange/read/csv-parts.ts',
  'danfojs-node': 'analytics/frame.ts',
  docx: 'exchange/write/',
  fastify: 'server/',
  fflate: 'exchange/',
  'govuk-frontend': 'pages/',
  hucre: 'exchange/',
  'json-rules-engine': 'engine/json-rules.ts',
  'node:sqlite': 'records/',
  nunjucks: 'pages/frame/template.ts',
  sax: 'exchange/read/xml-events.ts',
  typebox: '',
  vega: 'charts/',
  'vega-interpreter': 'charts/',
  'vega-lite': 'charts/',
};

/** File and folder names that say nothing of what is inside. */
export const vagueNames: readonly string[] = [
  'common',
  'helper',
  'helpers',
  'misc',
  'type',
  'types',
  'util',
  'utils',
];

/** The most lines that a file of src/ may have. */
export const mostLines = 300;
