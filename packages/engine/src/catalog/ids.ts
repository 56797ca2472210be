/**
 * Object ids and the names that SQL Server makes up for constraints without one. Ids step through the positive ints with SQL Server's stride, so they
 * look and sort as users know them. Made-up names are recognised by tools through their shape: kind, table, column, hexadecimal tail.
 */

const STRIDE = 16_000_057;
const MODULUS = 2_147_483_647;
/** Ids below this belong to system objects. */
const LOWEST = 1_000_000;

/** The first id in a new database. */
export const FIRST_OBJECT_ID = 581_577_110;

/** The id after `id`. The stride and the prime modulus make the walk visit every id once. */
export function nextId(id: number): number {
  const next = (id + STRIDE) % MODULUS;
  return next < LOWEST ? nextId(next) : next;
}

/** Draws ids one after the other; `next` is what to store as the catalog's nextObjectId afterwards. */
export interface IdSource {
  take(): number;
  readonly next: number;
}

export function idSource(first: number): IdSource {
  let next = first;
  return {
    take: () => {
      const id = next;
      next = nextId(next);
      return id;
    },
    get next() {
      return next;
    },
  };
}

export type ConstraintPrefix = 'PK' | 'UQ' | 'FK' | 'CK' | 'DF' | 'EC';

/** A system name such as `DF__Orders__Freight__2A4B4B5E` or `PK__Orders__C3905BAF2A4B4B5E`. */
export function systemName(prefix: ConstraintPrefix, table: string, columns: readonly string[], id: number): string {
  const tail = hex8(id);
  const stored = storedName(table);
  if (prefix === 'PK' || prefix === 'UQ') return `${prefix}__${stored.slice(0, 8)}__${hex8(hash(columns.join(',')))}${tail}`;
  const tablePart = stored.slice(0, 9);
  const [column] = columns;
  // Table and column together are cut to 14 characters, the table alone to 9.
  const columnPart = column === undefined ? '' : `${column.slice(0, 14 - tablePart.length)}__`;
  return `${prefix}__${tablePart}__${columnPart}${tail}`;
}

/** What tables are called in tempdb: names of temporary ones are filled up, table variables have a number instead. */
function storedName(table: string): string {
  if (table.startsWith('@')) return `#${hex8(hash(table))}`;
  return table.startsWith('#') && !table.startsWith('##') ? table.padEnd(9, '_') : table;
}

const hex8 = (n: number): string => (n >>> 0).toString(16).toUpperCase().padStart(8, '0');

/** FNV-1a, for the column part of a key's name. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
