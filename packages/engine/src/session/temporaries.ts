/**
 * Temporary tables of a session. `#t` belongs to the scope that created it (the session, or a running procedure, trigger or dynamic batch), hides an
 * outer `#t` and dies with its scope. A procedure `#p` belongs to the session. The lists are immutable, so that a rollback is a change of reference;
 * the storage tables are rolled back by the storage itself. Global `##t` and `##p` are not among them: they are objects of tempdb.
 */

import type { TemporaryTables as DdlTemporaries } from '../catalog/ddl/context.ts';
import type { Layout } from '../catalog/ddl/storage.ts';
import { nameKey, type Procedure, type Table } from '../catalog/model.ts';
import type { StorageConnection } from '../run/contracts.ts';
import type { TemporaryTables } from '../run/runtime.ts';
import { dropStorage, makeStorage, type TemporaryModels } from './temporary-models.ts';

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
  readonly #models: TemporaryModels;
  readonly #connection: () => StorageConnection;
  readonly #created: (table: Table) => void;
  #entries: readonly Entry[] = [];
  #procedures: readonly Procedure[] = [];
  #scope = 0;
  #changes = 0;

  /** `created` is told of every new table: its identity values begin anew. */
  constructor(models: TemporaryModels, connection: () => StorageConnection, created: (table: Table) => void) {
    this.#models = models;
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

  create(layout: Layout, table: Table): Table {
    const model = this.#models.take(table, (known) => this.#entries.some((entry) => entry.table.id === known.id));
    makeStorage(this.#connection(), layout, model);
    this.#created(model);
    this.#set([...this.#entries, { key: nameKey(table.name), scope: this.#scope, table: model }]);
    return model;
  }

  put(table: Table): void {
    const next = this.#models.changed(table);
    this.#set(this.#entries.map((entry) => (entry.table.id === table.id ? { ...entry, table: next } : entry)));
  }

  drop(_layout: Layout, table: Table): void {
    const entry = this.#entries.find((other) => other.table.id === table.id);
    if (entry !== undefined) this.#drop(entry);
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
  }

  #drop(entry: Entry): void {
    this.#set(this.#entries.filter((other) => other !== entry));
    dropStorage(this.#connection(), entry.table, this.#models.isPlain(entry.table));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.#changes += 1;
  }
}
