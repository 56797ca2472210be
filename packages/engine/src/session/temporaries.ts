/**
 * Temporary tables of a session. `#t` belongs to the scope that created it (the session, or a running procedure, trigger or dynamic batch), hides an
 * outer `#t` and dies with its scope. A procedure `#p` belongs to the session. The lists are immutable, so that a rollback is a change of reference;
 * the storage tables are rolled back by the storage itself. Global `##t` and `##p` are not among them: they are objects of tempdb.
 */

import type { TemporaryTables as DdlTemporaries } from '../catalog/ddl/context.ts';
import { dropTableStatements, runStatements } from '../catalog/ddl/storage.ts';
import { nameKey, type Procedure, type Table } from '../catalog/model.ts';
import type { StorageConnection } from '../run/contracts.ts';
import type { TemporaryTables } from '../run/runtime.ts';

interface Entry {
  readonly key: string;
  readonly scope: number;
  readonly table: Table;
}

export interface TemporarySnapshot {
  /** Innermost scope last. */
  readonly entries: readonly Entry[];
  readonly procedures: readonly Procedure[];
}

/** Ids of temporary objects are negative, as SQL Server's often are, and never meet those of a database. */
let ids = -1_000_000;

/** `#t` and not `##t`. */
export const isLocalTemporary = (name: string): boolean => name.startsWith('#') && !name.startsWith('##');

export class Temporaries implements TemporaryTables, DdlTemporaries {
  readonly #connection: () => StorageConnection;
  readonly #created: (table: Table) => void;
  #entries: readonly Entry[] = [];
  #procedures: readonly Procedure[] = [];
  #scope = 0;
  #changes = 0;
  /** Models by storage name and definition, so that a procedure that creates its table on every call finds its statements bound. */
  readonly #known = new Map<string, Table>();

  /** `created` is told of every new table: its identity values begin anew. */
  constructor(connection: () => StorageConnection, created: (table: Table) => void) {
    this.#connection = connection;
    this.#created = created;
  }

  /** Whether no table needs the connection to be kept. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Counts changes of what names mean. */
  get changes(): number {
    return this.#changes;
  }

  /** Tables and procedures. */
  get objects(): readonly (Table | Procedure)[] {
    return [...this.#entries.map((entry) => entry.table), ...this.#procedures];
  }

  enter(): number {
    this.#scope += 1;
    return this.#scope;
  }

  leave(mark: number): void {
    this.#scope = mark - 1;
    for (const entry of [...this.#entries].reverse()) if (entry.scope >= mark) this.#drop(entry);
  }

  find(name: string): Table | undefined {
    const key = nameKey(name);
    for (let i = this.#entries.length - 1; i >= 0; i -= 1) if (this.#entries[i]?.key === key) return this.#entries[i]?.table;
    return undefined;
  }

  isTaken(name: string): boolean {
    const key = nameKey(name);
    return this.#entries.some((entry) => entry.key === key && entry.scope === this.#scope);
  }

  nextId(): number {
    ids -= 1;
    return ids;
  }

  /** The name itself, or with a number when outer scopes have a table of that name. */
  storageName(name: string): string {
    const key = nameKey(name);
    const depth = this.#entries.filter((entry) => entry.key === key).length;
    return depth === 0 ? key : `${key}~${depth + 1}`;
  }

  put(table: Table): void {
    const place = this.#entries.findIndex((entry) => entry.table.id === table.id);
    const known = place < 0 ? this.#reuse(table) : table;
    if (place < 0) this.#created(known);
    const entry: Entry = { key: nameKey(table.name), scope: place < 0 ? this.#scope : (this.#entries[place]?.scope ?? 0), table: known };
    this.#set(place < 0 ? [...this.#entries, entry] : this.#entries.with(place, entry));
  }

  remove(table: Table): void {
    this.#set(this.#entries.filter((entry) => entry.table.id !== table.id));
  }

  findProcedure(name: string): Procedure | undefined {
    const key = nameKey(name);
    return this.#procedures.find((procedure) => nameKey(procedure.name) === key);
  }

  putProcedure(procedure: Procedure): void {
    this.#procedures = [...this.#procedures.filter((other) => other.id !== procedure.id), procedure];
  }

  removeProcedure(procedure: Procedure): void {
    this.#procedures = this.#procedures.filter((other) => other.id !== procedure.id);
  }

  snapshot(): TemporarySnapshot {
    return { entries: this.#entries, procedures: this.#procedures };
  }

  restore({ entries, procedures }: TemporarySnapshot): void {
    if (entries !== this.#entries) this.#set(entries);
    this.#procedures = procedures;
  }

  /** Drops everything: the session ends or is reset. */
  clear(): void {
    for (const entry of [...this.#entries].reverse()) this.#drop(entry);
    this.#procedures = [];
    this.#scope = 0;
    this.#known.clear();
  }

  /** The model of the last table with the same definition: equal in everything but its ids and dates. */
  #reuse(table: Table): Table {
    const key = definitionKey(table);
    const known = this.#known.get(key);
    if (known !== undefined && !this.#entries.some((entry) => entry.table === known)) return known;
    this.#known.set(key, table);
    return table;
  }

  #drop(entry: Entry): void {
    this.#set(this.#entries.filter((other) => other !== entry));
    runStatements(this.#connection(), dropTableStatements(TEMPORARY_LAYOUT, entry.table));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#changes += 1;
  }
}

/** Dropping a table needs to know nothing but where it is. */
const TEMPORARY_LAYOUT: Parameters<typeof dropTableStatements>[0] = {
  alias: 'temp',
  collation: '',
  physical: {
    indexExpression: (sql) => sql,
    keyFunctions: () => [],
    columnAffinity: () => '',
    orderForm: () => ({ orderKey: (sql) => sql, encode: () => null, keyFunctions: () => [] }),
    filterExpression: () => undefined,
  },
};

/** Ids, dates and system-made constraint names do not count. */
function definitionKey(table: Table): string {
  return JSON.stringify(table, (key, value: unknown) => {
    if (key === 'id' || key === 'created' || key === 'modified' || key === 'indexId') return undefined;
    if (typeof value === 'bigint') return String(value);
    return value;
  });
}
