import type { DuckDBConnection } from '@duckdb/node-api';
import { expect } from 'vitest';

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** DuckDB can explain the text as one query, and answers it; what it reads must be there. */
    toBeValidQuery: (connection: DuckDBConnection) => Promise<R>;
  }
}

expect.extend({
  async toBeValidQuery(sql: string, connection: DuckDBConnection) {
    try {
      const { count } = await connection.extractStatements(sql);
      if (count !== 1) return { pass: false, message: () => `${count} statements, not one:\n${sql}` };
      await connection.run(`EXPLAIN ${sql}`);
      await connection.run(sql);
      return { pass: true, message: () => `DuckDB answers this:\n${sql}` };
    } catch (thrown) {
      return { pass: false, message: () => `${String(thrown)}\n${sql}` };
    }
  },
});
