/**
 * Storage of table variables, table-valued parameters, results of table-valued functions, and `inserted` and `deleted`. Each declaration has one
 * temporary storage table per connection, made when it is first needed and kept, with a column `frame` that tells the rows of one activation from
 * those of others. So statements over table variables stay prepared, and recursion needs nothing special.
 */

import type { SqliteConnection } from '../backends/sqlite/connection.ts';
import { decodePhysical, encodePhysical, quoteName } from '../backends/sqlite/physical.ts';
import { createTableStatements, runStatements } from '../catalog/ddl/storage.ts';
import type { Column, Table } from '../catalog/model.ts';
import { DEFAULT_COLLATION } from '../catalog/seed.ts';
import type { PhysicalValue } from '../run/contracts.ts';
import type { TableVariables } from '../run/runtime.ts';
import type { Value } from '../values/value.ts';
import { nextSerial } from './instance.ts';
import { PHYSICAL_FORM } from './physical-form.ts';

export const FRAME_COLUMN = 'frame';

const PLAIN = { bigints: false, functions: [] };
const WIDE = { bigints: true, functions: [] };

/** A table variable that has rows in an open frame. */
interface OpenTable {
  readonly table: Table;
  readonly frameId: number;
}

export class VariableStore implements TableVariables {
  readonly #connection: () => SqliteConnection;
  readonly #open = new Map<string, OpenTable>();
  readonly #define: TableVariables['define'];

  constructor(connection: () => SqliteConnection, define: TableVariables['define']) {
    this.#connection = connection;
    this.#define = define;
  }

  define(...args: Parameters<TableVariables['define']>): Table {
    return this.#define(...args);
  }

  open(table: Table, frameId: number): void {
    this.#ensure(table);
    this.#open.set(`${table.storage.name}/${frameId}`, { table, frameId });
  }

  close(table: Table, frameId: number): void {
    if (!this.#open.delete(`${table.storage.name}/${frameId}`)) return;
    const isLast = ![...this.#open.values()].some((other) => other.table.storage.name === table.storage.name);
    const where = isLast ? '' : ` WHERE "${FRAME_COLUMN}" = ?`;
    this.#connection().run(`DELETE FROM ${nameOf(table)}${where}`, isLast ? [] : [frameId], PLAIN);
  }

  fill(table: Table, frameId: number, rows: Iterable<readonly Value[]>): void {
    const columns = storedColumns(table);
    const names = [FRAME_COLUMN, ...columns.map(({ column }) => column.storageName)].map(quoteName).join(', ');
    const sql = `INSERT INTO ${nameOf(table)}(${names}) VALUES (${new Array(columns.length + 1).fill('?').join(', ')})`;
    const connection = this.#connection();
    for (const row of rows) {
      connection.run(sql, [frameId, ...columns.map(({ column, index }) => encodePhysical(row[index] ?? null, column.type))], PLAIN);
    }
  }

  read(table: Table, frameId: number): readonly (readonly Value[])[] {
    const names = table.columns.map((column) => (isStored(column) ? quoteName(column.storageName) : 'NULL')).join(', ');
    const sql = `SELECT ${names} FROM ${nameOf(table)} WHERE "${FRAME_COLUMN}" = ?`;
    const rows: (readonly Value[])[] = [];
    for (const row of this.#connection().iterate(sql, [frameId], WIDE)) {
      rows.push(table.columns.map((column, i) => decodePhysical(row[i] ?? null, column.type)));
    }
    return rows;
  }

  readLatest(storage: string): readonly (readonly Value[])[] {
    const latest = [...this.#open.values()].findLast(({ table }) => table.storage.name === storage);
    return latest === undefined ? [] : this.read(latest.table, latest.frameId);
  }

  /** Does something that rolls storage back, and puts the rows of all open table variables back as they were before. */
  preserve(rollback: () => void): void {
    const saved = [...this.#open.values()].map((open) => ({ ...open, rows: this.#raw(open) }));
    rollback();
    for (const { table, frameId, rows } of saved) {
      this.#ensure(table);
      this.#connection().run(`DELETE FROM ${nameOf(table)} WHERE "${FRAME_COLUMN}" = ?`, [frameId], PLAIN);
      const [first] = rows;
      if (first === undefined) continue;
      const sql = `INSERT INTO ${nameOf(table)} VALUES (${first.map(() => '?').join(', ')})`;
      for (const row of rows) this.#connection().run(sql, row, PLAIN);
    }
  }

  triggerTables(table: Table): { readonly inserted: Table; readonly deleted: Table } {
    let tables = triggerTables.get(table);
    if (tables === undefined) {
      tables = { inserted: image(table, 'inserted'), deleted: image(table, 'deleted') };
      triggerTables.set(table, tables);
    }
    return tables;
  }

  instantiate(variable: string, type: Table): Table {
    return asVariable(type, variable);
  }

  #raw({ table, frameId }: OpenTable): readonly (readonly PhysicalValue[])[] {
    return [...this.#connection().iterate(`SELECT * FROM ${nameOf(table)} WHERE "${FRAME_COLUMN}" = ?`, [frameId], WIDE)];
  }

  /** The notes of a connection know which tables it has; a rollback clears them. */
  #ensure(table: Table): void {
    const connection = this.#connection();
    const note = `variable ${table.storage.name}`;
    if (connection.notes.has(note)) return;
    const exists = connection.get('SELECT 1 FROM temp.sqlite_master WHERE name = ?', [table.storage.name], PLAIN) !== undefined;
    if (!exists) {
      const layout = { alias: 'temp', collation: DEFAULT_COLLATION, physical: PHYSICAL_FORM, frameColumn: FRAME_COLUMN };
      runStatements(connection, createTableStatements(layout, table));
    }
    connection.notes.set(note, '');
  }
}

const triggerTables = new WeakMap<Table, { readonly inserted: Table; readonly deleted: Table }>();

/** A copy of a table's model with storage of its own; nothing is shared with other variables of that type. */
export function asVariable(table: Table, name: string): Table {
  const storageName = `${name}~${nextSerial()}`;
  const rename = (index: string): string => `${storageName}.${index}`;
  return {
    ...table,
    name,
    // Rows of a table variable are read back as they are stored, so its computed columns are stored.
    columns: table.columns.map((column) =>
      column.computed === null ? column : { ...column, computed: { ...column.computed, persisted: true } },
    ),
    storage: { kind: 'variable', name: storageName, rowIdColumn: null },
    keys: table.keys.map((key) => ({ ...key, storageName: rename(key.name) })),
    indexes: table.indexes.map((index) => ({ ...index, storageName: rename(index.name) })),
  };
}

/** inserted or deleted: the columns of the table, without anything that is enforced or computed. */
function image(table: Table, name: string): Table {
  const columns = table.columns.map((column): Column => ({ ...column, computed: null, default: null, identity: null, nullable: true }));
  return asVariable({ ...table, columns, keys: [], indexes: [], foreignKeys: [], checks: [] }, name);
}

const nameOf = (table: Table): string => `temp.${quoteName(table.storage.name)}`;

const isStored = (column: Column): boolean => column.computed === null || column.computed.persisted;

/** What fill writes: virtual columns have no storage of their own. */
function storedColumns(table: Table): readonly { readonly column: Column; readonly index: number }[] {
  return table.columns.flatMap((column, index) => (isStored(column) ? [{ column, index }] : []));
}
