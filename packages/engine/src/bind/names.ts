/** Column references: finds the source and the column that a name means, innermost query first. */

import { BIGINT, type Identifier, INT } from '@sprocket/tsql';
import { nameKey, type Table } from '../catalog/model.ts';
import { sqlError } from '../errors.ts';
import type { NameScope } from './context.ts';
import { requireNameable } from './graph/columns.ts';
import type { ColumnRef, Expr, Source } from './tree.ts';

interface Match {
  readonly source: Source;
  readonly index: number;
}

/** Binds `c`, `t.c`, `s.t.c` or `d.s.t.c`; 207 when nothing matches, 209 when two sources of one query do, 4104 for an unknown qualifier. */
export function bindColumn(parts: readonly Identifier[], names: NameScope | null): Expr {
  const column = parts.at(-1)?.value ?? '';
  const qualifier = parts.slice(0, -1).map((part) => part.value);
  for (let scope = names; scope !== null; scope = scope.parent) {
    const matches = findIn(scope, qualifier, column);
    if (matches.length > 1) throw sqlError(209, column);
    const [match] = matches;
    if (match !== undefined) return columnRef(match.source, match.index);
  }
  throw qualifier.length > 0 && !knowsQualifier(names, qualifier)
    ? sqlError(4104, parts.map((p) => p.value).join('.'))
    : sqlError(207, column);
}

/** The column that a name means; undefined where `bindColumn` would refuse it. */
export function findColumn(parts: readonly Identifier[], names: NameScope | null): Expr | undefined {
  const qualifier = parts.slice(0, -1).map((part) => part.value);
  for (let scope = names; scope !== null; scope = scope.parent) {
    const matches = findIn(scope, qualifier, parts.at(-1)?.value ?? '');
    const [match] = matches;
    if (match !== undefined) return matches.length === 1 ? columnRef(match.source, match.index) : undefined;
  }
  return undefined;
}

function findIn(scope: NameScope, qualifier: readonly string[], column: string): Match[] {
  const key = nameKey(column);
  const matches: Match[] = [];
  for (const source of scope.sources) {
    if (qualifier.length > 0 && !qualifies(source, qualifier)) continue;
    const index = source.columns.findIndex((candidate) => nameKey(candidate.name) === key);
    const found = source.columns[index];
    if (found === undefined) continue;
    if (found.graph !== undefined) requireNameable(found);
    if (source.path === true) throw sqlError(13961, [...qualifier, column].join('.'));
    matches.push({ source, index });
  }
  return matches;
}

function knowsQualifier(names: NameScope | null, qualifier: readonly string[]): boolean {
  for (let scope = names; scope !== null; scope = scope.parent) {
    if (scope.sources.some((source) => qualifies(source, qualifier))) return true;
  }
  return false;
}

/** Whether `t`, `s.t` or `d.s.t` names the source. */
export function qualifies(source: Source, qualifier: readonly string[]): boolean {
  const [name, schema, database] = [qualifier.at(-1), qualifier.at(-2), qualifier.at(-3)];
  if (nameKey(source.name) !== nameKey(name ?? '')) return false;
  if (schema !== undefined && schema !== '' && (source.schema === null || nameKey(source.schema) !== nameKey(schema))) return false;
  return database === undefined || database === '' || (source.database !== null && nameKey(source.database) === nameKey(database));
}

/** A reference to a column; a virtual computed column is its expression. */
export function columnRef(source: Source, index: number): Expr {
  const column = source.columns[index];
  if (column === undefined) throw new Error(`source ${source.name} has no column ${index}`);
  source.used?.add(index);
  if (column.expression !== null) return column.expression;
  return { kind: 'column', source, index, type: column.type, nullable: column.nullable } satisfies ColumnRef;
}

/** The storage's row id as a column: int unless the primary key behind it is a bigint. */
export function rowIdRef(source: Source, table: Table): ColumnRef {
  const key = table.columns.find((column) => column.id === table.storage.rowIdColumn);
  const type = key?.type.name === 'bigint' ? BIGINT : INT;
  const column = { name: '', type, nullable: true, identity: false, computed: true, storageName: 'rowid', hidden: true, expression: null };
  return {
    kind: 'column',
    source: { ...source, columns: [...source.columns, column] },
    index: source.columns.length,
    type,
    nullable: true,
  };
}
