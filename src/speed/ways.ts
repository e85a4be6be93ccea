/** What each way to answer cases is called, and how many times the baseline's throughput is aimed at. */
export const ways = {
  'one-engine': { title: 'json-rules-engine, one engine with all rules', aim: null },
  'engine-per-objective': {
    title: 'Baseline: json-rules-engine, an engine for each objective with its rules',
    aim: null,
  },
  'engine-per-signals': {
    title: 'The same without the rules whose signal no comment raises',
    aim: null,
  },
  'sql-between-engines': { title: 'SQL, one query between runs of the engines', aim: null },
  sql: { title: 'SQL, the query alone', aim: 50 },
  'sql-from-parquet': { title: 'SQL, cases read from Parquet', aim: 20 },
  'sql-causes': { title: 'SQL, every cause of every case', aim: null },
  'sql-by-hand': { title: 'SQL written by hand', aim: null },
  'million-sql': { title: 'SQL, a million cases', aim: 200 },
  'million-sql-from-parquet': { title: 'SQL, a million cases read from Parquet', aim: null },
  'million-sql-causes': { title: 'SQL, every cause of a million cases', aim: null },
  'million-sql-by-hand': { title: 'SQL written by hand, a million cases', aim: null },
} as const;

/** A way to answer cases. */
export type Way = keyof typeof ways;
