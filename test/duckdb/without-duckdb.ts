/**
 * A setting of the environment with which Node finds no DuckDB, as where its program for the machine is missing, and
 * says on the standard error that it was asked for.
 */
export const withoutDuckDb = `NODE_OPTIONS=--import data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
registerHooks({
  resolve: (name, context, next) => {
    if (!name.startsWith('@duckdb/')) return next(name, context);
    console.error('DuckDB was asked for');
    throw new Error('No program of DuckDB for this machine.');
  },
});`,
)}`;
