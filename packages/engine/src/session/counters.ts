/**
 * Identity values, sequences, numbers of nodes and edges, and rowversions. They are drawn from memory and never given back, whatever becomes of the transaction; a commit writes the
 * counters that moved into the database it commits, so that after a restart no value is drawn twice. A sequence can move without any commit: it is
 * written ahead by its cache size, and the values in between are lost when the process dies, as SQL Server's are.
 */

import type { IdentityProperty, Sequence, Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { StorageConnection } from '../run/contracts.ts';

type Kind = 'identity' | 'sequence' | 'rowversion' | 'graph';

interface Counter {
  readonly kind: Kind;
  readonly id: number;
  /** The last value drawn; null when none was. */
  value: bigint | null;
  /** What the file says. */
  stored: bigint | null;
}

/** Storage table in every database file. */
const TABLE = 'sprocket_counter';

const PLAIN = { bigints: true, functions: [] };

/** An explicit value counts when it lies beyond the last one; before the first drawing, when it is not before the seed. */
export function isBeyond({ seed, increment }: IdentityProperty, last: bigint | null, value: bigint): boolean {
  if (last === null) return increment > 0n ? value >= seed : value <= seed;
  return increment > 0n ? value > last : value < last;
}

/** A decimal(38,0) counts beyond what an INTEGER holds: as text, whose letter keeps SQLite from making a number of it. */
const storable = (value: bigint): bigint | string => (BigInt.asIntN(64, value) === value ? value : `d${value}`);

const readStored = (value: unknown): bigint => BigInt(typeof value === 'string' ? value.slice(1) : (value as bigint));

export class CounterStore {
  readonly #databases = new Map<number, Map<string, Counter>>();
  /** Counters that moved since they were written, by database. */
  readonly #dirty = new Map<number, Set<Counter>>();

  /** Reads the counters of an attached database, making their table in a new file. */
  load(connection: StorageConnection, alias: string, databaseId: number): void {
    connection.execute(
      `CREATE TABLE IF NOT EXISTS "${alias}"."${TABLE}"(kind TEXT NOT NULL, id INTEGER NOT NULL, value INTEGER, PRIMARY KEY(kind, id)) WITHOUT ROWID`,
    );
    const counters = new Map<string, Counter>();
    for (const [kind, id, value] of connection.iterate(`SELECT kind, id, value FROM "${alias}"."${TABLE}"`, [], PLAIN)) {
      const stored = value === null ? null : readStored(value);
      counters.set(`${kind}${id}`, { kind: kind as Kind, id: Number(id), value: stored, stored });
    }
    this.#databases.set(databaseId, counters);
  }

  forget(databaseId: number): void {
    this.#databases.delete(databaseId);
    this.#dirty.delete(databaseId);
  }

  /** The last value drawn; null when none was. */
  last(kind: Kind, databaseId: number, id: number): bigint | null {
    return this.#counter(kind, databaseId, id).value;
  }

  set(kind: Kind, databaseId: number, id: number, value: bigint | null): void {
    const counter = this.#counter(kind, databaseId, id);
    counter.value = value;
    this.#touch(databaseId, counter);
  }

  nextIdentity(databaseId: number, table: Table): bigint {
    const identity = table.columns.find((column) => column.identity !== null)?.identity;
    if (identity === null || identity === undefined) throw new Error(`${table.name} has no identity column`);
    const last = this.last('identity', databaseId, table.id);
    const next = last === null ? identity.seed : last + identity.increment;
    this.set('identity', databaseId, table.id, next);
    return next;
  }

  /** An explicit identity value moves the counter when it lies beyond it. */
  noteIdentity(databaseId: number, table: Table, value: bigint): void {
    const identity = table.columns.find((column) => column.identity !== null)?.identity;
    if (identity === null || identity === undefined) return;
    const last = this.last('identity', databaseId, table.id);
    if (isBeyond(identity, last, value)) this.set('identity', databaseId, table.id, value);
  }

  /** 11728 when a sequence without CYCLE has run out. */
  nextSequence(databaseId: number, sequence: Sequence): bigint {
    const last = this.last('sequence', databaseId, sequence.id);
    let next = last === null ? sequence.start : last + sequence.increment;
    if (next > sequence.maximum || next < sequence.minimum) {
      if (!sequence.cycle) throw sqlError(11728, sequence.name);
      next = sequence.increment > 0n ? sequence.minimum : sequence.maximum;
    }
    this.set('sequence', databaseId, sequence.id, next);
    return next;
  }

  /** Nodes and edges count from 0. */
  nextGraphId(databaseId: number, tableId: number): bigint {
    const next = (this.last('graph', databaseId, tableId) ?? -1n) + 1n;
    this.set('graph', databaseId, tableId, next);
    return next;
  }

  noteGraphId(databaseId: number, tableId: number, id: bigint): void {
    if (id > (this.last('graph', databaseId, tableId) ?? -1n)) this.set('graph', databaseId, tableId, id);
  }

  nextRowVersion(databaseId: number): bigint {
    // SQL Server's databases begin at 0x7D0.
    const next = (this.last('rowversion', databaseId, 0) ?? 2000n) + 1n;
    this.set('rowversion', databaseId, 0, next);
    return next;
  }

  isDirty(databaseId: number): boolean {
    return (this.#dirty.get(databaseId)?.size ?? 0) > 0;
  }

  dirtyDatabases(): readonly number[] {
    return [...this.#dirty].flatMap(([id, counters]) => (counters.size > 0 ? [id] : []));
  }

  /** Writes what moved into the attached database, inside the caller's transaction. The result marks them written, after the commit. */
  write(connection: StorageConnection, alias: string, databaseId: number): () => void {
    const moved = [...(this.#dirty.get(databaseId) ?? [])];
    const written = moved.map((counter): [Counter, bigint | null] => [counter, counter.value]);
    for (const [{ kind, id }, value] of written) {
      const stored = value === null ? null : storable(value);
      connection.run(`INSERT OR REPLACE INTO "${alias}"."${TABLE}"(kind, id, value) VALUES (?, ?, ?)`, [kind, id, stored], PLAIN);
    }
    return () => {
      for (const [counter, value] of written) {
        counter.stored = value;
        if (counter.value === value) this.#dirty.get(databaseId)?.delete(counter);
      }
    };
  }

  #counter(kind: Kind, databaseId: number, id: number): Counter {
    let counters = this.#databases.get(databaseId);
    if (counters === undefined) {
      counters = new Map();
      this.#databases.set(databaseId, counters);
    }
    const key = `${kind}${id}`;
    let counter = counters.get(key);
    if (counter === undefined) {
      counter = { kind, id, value: null, stored: null };
      counters.set(key, counter);
    }
    return counter;
  }

  #touch(databaseId: number, counter: Counter): void {
    const dirty = this.#dirty.get(databaseId);
    if (dirty === undefined) this.#dirty.set(databaseId, new Set([counter]));
    else dirty.add(counter);
  }
}
