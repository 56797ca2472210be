/**
 * What an environment's catalog tells about its objects, as plain JSON that travels from the API to the browser. The index beside it finds
 * an object by name as SQL Server does: without regard to case, in the default schema when none is written, and then in dbo.
 */
import type { ObjectName } from '../ast/index.ts';

/** The objects of one database. */
export interface CatalogSnapshot {
  readonly database: string;
  readonly defaultSchema: string;
  readonly schemas: readonly string[];
  readonly tables: readonly CatalogTable[];
  readonly routines: readonly CatalogRoutine[];
  readonly types: readonly CatalogType[];
}

/** A table, a view, or a synonym with the columns of what it stands for (none when that is not known). */
export interface CatalogTable {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'view' | 'synonym';
  readonly columns: readonly CatalogColumn[];
}

/** A column of a table, view, table type or table function. */
export interface CatalogColumn {
  readonly name: string;
  /** The printed T-SQL type. */
  readonly type: string;
  readonly nullable: boolean;
  readonly identity?: boolean;
  readonly computed?: boolean;
  readonly primaryKey?: boolean;
}

/** A procedure or function. */
export interface CatalogRoutine {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'procedure' | 'scalar-function' | 'table-function';
  readonly parameters: readonly CatalogParameter[];
  /** The printed result type of a scalar function. */
  readonly returns?: string;
  /** The columns of a table function. */
  readonly columns?: readonly CatalogColumn[];
}

/** A parameter of a routine. */
export interface CatalogParameter {
  /** With its `@`. */
  readonly name: string;
  readonly type: string;
  readonly output: boolean;
  readonly hasDefault: boolean;
  /** The default as T-SQL text. */
  readonly default?: string;
  readonly readonly?: boolean;
}

/** A table type, with its columns, or an alias type, with its base. */
export interface CatalogType {
  readonly schema: string;
  readonly name: string;
  readonly columns?: readonly CatalogColumn[];
  readonly base?: string;
}

/** A snapshot without objects. */
export const EMPTY_CATALOG: CatalogSnapshot = { database: '', defaultSchema: 'dbo', schemas: ['dbo'], tables: [], routines: [], types: [] };

/** A snapshot, ready to be asked by name. */
export interface CatalogIndex {
  readonly snapshot: CatalogSnapshot;
  readonly table: (name: ObjectName) => CatalogTable | undefined;
  readonly routine: (name: ObjectName) => CatalogRoutine | undefined;
  readonly type: (name: ObjectName) => CatalogType | undefined;
}

const INDEXES = new WeakMap<CatalogSnapshot, CatalogIndex>();

/** The index of a snapshot; made once. */
export function indexOf(snapshot: CatalogSnapshot): CatalogIndex {
  const known = INDEXES.get(snapshot);
  if (known !== undefined) return known;
  const index: CatalogIndex = {
    snapshot,
    table: lookup(snapshot, snapshot.tables),
    routine: lookup(snapshot, snapshot.routines),
    type: lookup(snapshot, snapshot.types),
  };
  INDEXES.set(snapshot, index);
  return index;
}

/** Whether a name stays inside the snapshot's database; a name of another database or server cannot be looked up. */
export function isLocalName(snapshot: CatalogSnapshot, name: ObjectName): boolean {
  if (name.parts.length < 3) return true;
  return name.parts.length === 3 && sameName(name.parts[0]!.value, snapshot.database);
}

/** Whether two names are the same to a collation that ignores case. */
export function sameName(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** The last part of a name. */
export function baseName(name: ObjectName): string {
  return name.parts[name.parts.length - 1]!.value;
}

/** The schema that a name states; '' when it states none. */
export function schemaName(name: ObjectName): string {
  return name.parts[name.parts.length - 2]?.value ?? '';
}

interface Named {
  readonly schema: string;
  readonly name: string;
}

function lookup<T extends Named>(snapshot: CatalogSnapshot, rows: readonly T[]): (name: ObjectName) => T | undefined {
  const byName = new Map(rows.map((row) => [key(row.schema, row.name), row]));
  return (name) => {
    if (!isLocalName(snapshot, name)) return undefined;
    const schema = schemaName(name);
    if (schema !== '') return byName.get(key(schema, baseName(name)));
    return byName.get(key(snapshot.defaultSchema, baseName(name))) ?? byName.get(key('dbo', baseName(name)));
  };
}

function key(schema: string, name: string): string {
  return `${schema}\0${name}`.toLowerCase();
}
