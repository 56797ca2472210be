/**
 * FOREIGN KEY constraints: the referenced table and its key, types that must be the same, actions that must be possible, and the rule that actions
 * form a tree: no table may be reached twice from one DELETE or UPDATE.
 */

import type { ForeignKey as ForeignKeySyntax } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../../../errors.ts';
import {
  allIndexes,
  columnById,
  findColumn,
  findObject,
  isDeclaredPersisted,
  isKey,
  nameParts,
  nameText,
  primaryKey,
  sameName,
  tablesOf,
  triggersOf,
} from '../../find.ts';
import { systemName } from '../../ids.ts';
import type { Column, ForeignKey, ReferentialAction, Table } from '../../model.ts';
import { type Build, constraintError, requireFreeConstraintName } from './build.ts';

/** Adds a foreign key; `column` is set for one that stands on a column. */
export function withForeignKey(build: Build, table: Table, constraint: ForeignKeySyntax, column: string | null, trusted = true): Table {
  const columnNames = column === null ? constraint.columns.map((name) => name.value) : [column];
  const id = build.takeId();
  const name = constraint.name?.value ?? systemName('FK', table.name, columnNames.length === 1 ? columnNames : [], id);
  if (build.kind !== 'database') {
    build.context.inform(1756, name);
    return table;
  }
  requireFreeConstraintName(build, table, name);
  const fail = (error: SqlError): SqlError => constraintError(build, error);
  const columns = referencingColumns(table, name, columnNames, fail);
  const referenced = referencedTable(build, table, constraint, name, fail);
  const referencedColumns = keyOfReference(referenced, constraint, name, columns.length, fail, table.name);
  const virtual = columns.find(({ computed }) => computed !== null && !isDeclaredPersisted(computed));
  if (virtual !== undefined) throw fail(sqlError(1764, virtual.name, table.name, 'FOREIGN KEY CONSTRAINT'));
  requireSameTypes(table, columns, referenced, referencedColumns, name, fail);
  const foreignKey: ForeignKey = {
    id,
    name,
    systemNamed: constraint.name === null,
    columns: columns.map((c) => c.id),
    referencedTable: referenced.id,
    referencedColumns: referencedColumns.map((c) => c.id),
    onDelete: constraint.onDelete ?? 'NO ACTION',
    onUpdate: constraint.onUpdate ?? 'NO ACTION',
    disabled: false,
    notTrusted: !trusted,
  };
  requirePossibleActions(foreignKey, columns, fail);
  requireNoStandIn(build, table, foreignKey, fail);
  const result = { ...table, foreignKeys: [...table.foreignKeys, foreignKey] };
  requireCascadeTree(build, result, foreignKey, fail);
  return result;
}

type Fail = (error: SqlError) => SqlError;

function referencingColumns(table: Table, name: string, names: readonly string[], fail: Fail): readonly Column[] {
  return names.map((columnName) => {
    const column = findColumn(table, columnName);
    if (column === undefined) throw fail(sqlError(1769, name, columnName, table.name));
    return column;
  });
}

function referencedTable(build: Build, table: Table, constraint: ForeignKeySyntax, name: string, fail: Fail): Table {
  const parts = nameParts(constraint.table);
  if (parts.database !== undefined && !sameName(parts.database, build.catalog.name)) throw fail(sqlError(1763, name));
  if (parts.name.startsWith('#')) throw fail(sqlError(1766, name));
  const itself = sameName(parts.name, table.name) && (parts.schema === undefined || sameName(parts.schema, table.schema));
  if (itself) return table;
  const object = findObject(build.catalog, parts.schema, build.context.defaultSchema, parts.name);
  if (object === undefined) throw fail(sqlError(1767, name, nameText(constraint.table)));
  if (object.kind !== 'table') throw fail(sqlError(1768, name, nameText(constraint.table)));
  return object;
}

/** The columns that are referred to: those of the primary key, or the named ones when a key or unique index has exactly them. */
function keyOfReference(
  referenced: Table,
  constraint: ForeignKeySyntax,
  name: string,
  count: number,
  fail: Fail,
  referencing: string,
): readonly Column[] {
  const written = nameText(constraint.table);
  if (constraint.references.length === 0) {
    const key = primaryKey(referenced);
    if (key === undefined) throw fail(sqlError(1773, name, written));
    if (key.columns.length !== count) throw sqlError(8139, referencing);
    return key.columns.flatMap(({ columnId }) => columnById(referenced, columnId) ?? []);
  }
  if (constraint.references.length !== count) throw sqlError(8139, referencing);
  const columns = constraint.references.map((reference) => {
    const column = findColumn(referenced, reference.value);
    if (column === undefined) throw fail(sqlError(1770, name, reference.value, written));
    return column;
  });
  if (!isUnique(referenced, columns)) throw fail(sqlError(1776, written, name));
  return columns;
}

function isUnique(table: Table, columns: readonly Column[]): boolean {
  return allIndexes(table).some((index) => {
    const unique = isKey(index) || (index.unique && index.filter === null);
    return unique && index.columns.length === columns.length && index.columns.every(({ columnId }, at) => columnId === columns[at]?.id);
  });
}

function requireSameTypes(
  table: Table,
  columns: readonly Column[],
  referenced: Table,
  referencedColumns: readonly Column[],
  name: string,
  fail: Fail,
): void {
  columns.forEach((column, i) => {
    const other = referencedColumns[i];
    if (other === undefined) return;
    const [a, b] = [column.type, other.type];
    const names = [referenced.name, other.name, table.name, column.name, name];
    if (decimalName(a.name) !== decimalName(b.name)) throw fail(sqlError(1778, ...names));
    if (a.length !== b.length || a.precision !== b.precision || a.scale !== b.scale) throw fail(sqlError(1753, ...names));
  });
}

const decimalName = (name: string): string => (name === 'numeric' ? 'decimal' : name);

function requirePossibleActions(foreignKey: ForeignKey, columns: readonly Column[], fail: Fail): void {
  const { name, onDelete, onUpdate } = foreignKey;
  // A computed column is written by none.
  const computed = columns.find((column) => column.computed !== null);
  if (computed !== undefined && onDelete !== 'NO ACTION' && onDelete !== 'CASCADE') throw fail(sqlError(1765, name, computed.name));
  if (computed !== undefined && onUpdate !== 'NO ACTION') throw fail(sqlError(1715, name, computed.name));
  const actions: readonly ReferentialAction[] = [onDelete, onUpdate];
  if (actions.includes('SET NULL') && columns.some((column) => !column.nullable)) throw fail(sqlError(1761, name));
  if (actions.includes('SET DEFAULT') && columns.some((column) => !column.nullable && column.default === null)) {
    throw fail(sqlError(1762, name));
  }
}

/** 1787: what cascades cannot be left to a trigger that stands in for the change. */
function requireNoStandIn(build: Build, table: Table, { name, onDelete, onUpdate }: ForeignKey, fail: Fail): void {
  const events = [...(onDelete === 'CASCADE' ? ['DELETE'] : []), ...(onUpdate === 'CASCADE' ? ['UPDATE'] : [])];
  const triggers = triggersOf(build.catalog, table.id).filter(({ timing }) => timing === 'instead of');
  if (triggers.some((trigger) => trigger.events.some((event) => events.includes(event)))) throw fail(sqlError(1787, name, table.name));
}

function requireCascadeTree(build: Build, table: Table, added: ForeignKey, fail: Fail): void {
  const tables = [...tablesOf(build.catalog)].filter((other) => other.id !== table.id).concat(table);
  for (const action of ['onDelete', 'onUpdate'] as const) {
    if (added[action] === 'NO ACTION') continue;
    const targets = cascadeTargets(tables, action);
    if (tables.some((start) => reachesTwice(start.id, targets))) throw fail(sqlError(1785, added.name, table.name));
  }
}

interface Arrival {
  readonly table: number;
  /** SET NULL and SET DEFAULT write the rows they reach and go no further. */
  readonly goesOn: boolean;
}

/** For each table the tables that a change of it reaches. */
function cascadeTargets(tables: readonly Table[], action: 'onDelete' | 'onUpdate'): ReadonlyMap<number, readonly Arrival[]> {
  const targets = new Map<number, Arrival[]>();
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      if (key[action] === 'NO ACTION') continue;
      const list = targets.get(key.referencedTable) ?? [];
      targets.set(key.referencedTable, list);
      list.push({ table: table.id, goesOn: key[action] === 'CASCADE' });
    }
  }
  return targets;
}

function reachesTwice(start: number, targets: ReadonlyMap<number, readonly Arrival[]>): boolean {
  const seen = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of targets.get(id) ?? []) {
      if (seen.has(next.table)) return true;
      seen.add(next.table);
      if (next.goesOn) open.push(next.table);
    }
  }
  return false;
}
