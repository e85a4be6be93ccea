import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Static, TObject, TSchema } from 'typebox';
import { Problem } from '../kernel/problem.ts';
import { matches, mismatches } from '../kernel/schema.ts';
import type { Query } from './query.ts';
import { sqliteProblem } from './sqlite-problem.ts';

/**
 * An open workspace file: everything read from it is parsed, and what SQLite throws becomes a problem.
 * Reading and writing transactions nest by joining the outermost.
 */
export class Connection {
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #transaction: 'none' | 'reading' | 'writing' = 'none';
  #writes = 0;

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.file = file;
  }

  /** Every row of a query, in its order. */
  rows<Row extends TObject>(query: Query<Row>, ...values: SQLInputValue[]): readonly Static<Row>[] {
    const found = this.#guard(() => this.#statement(query.sql).all(...values));
    return this.#parsed(query.rows, found, query.about);
  }

  /** The first row of a query; undefined where there is none. */
  row<Row extends TObject>(query: Query<Row>, ...values: SQLInputValue[]): Static<Row> | undefined {
    const found = this.#guard(() => this.#statement(query.sql).get(...values));
    return found === undefined ? undefined : this.#parsed(query.row, found, query.about);
  }

  /** A stored JSON text as its schema says. @throws Problem WORKSPACE_BROKEN */
  json<Schema extends TSchema>(schema: Schema, text: string, about: string): Static<Schema> {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw this.damaged(about, text.slice(0, 40), cause);
    }
    return this.#parsed(schema, value, about);
  }

  /** Runs one statement that writes; says which row it made, and how many it touched. */
  run(sql: string, ...values: SQLInputValue[]): { readonly id: number; readonly touched: number } {
    this.#writes += 1;
    return this.runBeside(sql, ...values);
  }

  /** Runs one statement that writes what no answer shows: `state` stays as it is. */
  runBeside(sql: string, ...values: SQLInputValue[]): { readonly id: number; readonly touched: number } {
    const { lastInsertRowid, changes } = this.#guard(() => this.#statement(sql).run(...values));
    return { id: Number(lastInsertRowid), touched: Number(changes) };
  }

  /** Runs statements that have no values. */
  exec(sql: string): void {
    this.#writes += 1;
    this.#guard(() => this.#database.exec(sql));
  }

  /** Changes with what is in the file, whoever changes it: this connection, or another of this or another program. */
  state(): string {
    const version = this.#guard(() => this.#statement('PRAGMA data_version').get()?.['data_version']);
    return `${version} ${this.#writes}`;
  }

  /** Work that sees the file at one moment, whatever others write meanwhile. */
  reading<T>(work: () => T): T {
    return this.#transaction === 'none' ? this.#within('reading', 'BEGIN', work) : work();
  }

  /** Work of which all is written or nothing; others wait, so what it reads stays true until it has written. */
  writing<T>(work: () => T): T {
    if (this.#transaction === 'reading')
      throw new Error('A change was begun inside a reading: begin with the change.');
    return this.#transaction === 'none' ? this.#within('writing', 'BEGIN IMMEDIATE', work) : work();
  }

  /** What is said of a part of the file that is not as Headroom wrote it. */
  damaged(place: string, seen: string, cause?: unknown): Problem {
    return new Problem(
      'WORKSPACE_BROKEN',
      { file: this.file, place, seen, repair: 'The file is damaged: restore a backup.' },
      { cause },
    );
  }

  /** Closes the file; a second time does nothing. */
  close(): void {
    if (this.#database.isOpen) this.#guard(() => this.#database.close());
  }

  #within<T>(kind: 'reading' | 'writing', begin: string, work: () => T): T {
    this.#guard(() => this.#database.exec(begin));
    this.#transaction = kind;
    try {
      const result = work();
      this.#guard(() => this.#database.exec('COMMIT'));
      return result;
    } catch (thrown) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw thrown;
    } finally {
      this.#transaction = 'none';
    }
  }

  #statement(sql: string): StatementSync {
    const held = this.#statements.get(sql);
    if (held !== undefined) return held;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      throw sqliteProblem(thrown, this.file);
    }
  }

  #parsed<Schema extends TSchema>(schema: Schema, value: unknown, about: string): Static<Schema> {
    if (matches(schema, value)) return value;
    const first = mismatches(schema, value)[0];
    throw this.damaged(`${about} ${first?.path ?? ''}`.trim(), first?.seen ?? 'a form that is not known');
  }
}
