/** What source and target of SWITCH must have in common: columns, indexes, foreign keys. */

import { sameType, type Type, typeToString } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { type AnyIndex, allIndexes, clusteredIndex, columnById, isDeclaredPersisted, isKey } from '../../find.ts';
import type { Column, ForeignKey, Table } from '../../model.ts';
import { fullName, type SwitchSide } from './switch.ts';

export function requireSameShape(source: SwitchSide, target: SwitchSide): void {
  requireSameColumns(source, target);
  requireSameIndexes(source, target);
  requireSameForeignKeys(source, target);
}

function requireSameColumns(source: SwitchSide, target: SwitchSide): void {
  const names = [fullName(source.home, source.table), fullName(target.home, target.table)] as const;
  const count = [source.table.columns.length, target.table.columns.length] as const;
  if (count[0] !== count[1]) throw sqlError(4943, names[0], count[0], names[1], count[1]);
  source.table.columns.forEach((column, i) => {
    const other = target.table.columns[i] ?? column;
    if (column.name.toLowerCase() !== other.name.toLowerCase()) throw sqlError(4942, column.name, i + 1, names[0], other.name, names[1]);
    requireSameColumn(column, other, source, target);
  });
}

function requireSameColumn(column: Column, other: Column, source: SwitchSide, target: SwitchSide): void {
  const from = fullName(source.home, source.table);
  const to = fullName(target.home, target.table);
  if (!sameType(uncollated(column.type), uncollated(other.type)))
    throw sqlError(4944, column.name, typeToString(column.type), from, typeToString(other.type), to);
  if (column.type.collation !== other.type.collation) throw sqlError(4945, column.name, from, to);
  if ((column.computed === null) !== (other.computed === null)) {
    const [computed, plain] = column.computed === null ? [to, from] : [from, to];
    throw sqlError(4965, column.name, computed, plain);
  }
  if (column.computed !== null && other.computed !== null) {
    if (isDeclaredPersisted(column.computed) !== isDeclaredPersisted(other.computed)) throw sqlError(4946, column.name, from, to);
    if (column.computed.text !== other.computed.text)
      throw sqlError(4966, column.name, column.computed.text, from, to, other.computed.text);
  }
  if (column.nullable !== other.nullable) throw sqlError(4985, column.name, from, to);
  if (column.rowGuidCol !== other.rowGuidCol) throw sqlError(4958, column.name, from, to);
}

function uncollated({ collation: _, ...type }: Type): Type {
  return type;
}

/** The source has every index of the target, and both have a clustered one or neither has. */
function requireSameIndexes(source: SwitchSide, target: SwitchSide): void {
  const from = fullName(source.home, source.table);
  const to = fullName(target.home, target.table);
  const clustered = [clusteredIndex(source.table), clusteredIndex(target.table)] as const;
  if (clustered[0] !== undefined && clustered[1] === undefined) throw sqlError(4913, from, clustered[0].name, to);
  if (clustered[0] === undefined && clustered[1] !== undefined) throw sqlError(4913, to, clustered[1].name, from);
  const known = new Set(allIndexes(source.table).map((index) => shapeOf(source.table, index)));
  const missing = allIndexes(target.table).find((index) => !known.has(shapeOf(target.table, index)));
  if (missing !== undefined) throw sqlError(4947, from, missing.name, to);
}

/** What makes two indexes identical; their names do not count. */
function shapeOf(table: Table, index: AnyIndex): string {
  const name = (id: number): string => columnById(table, id)?.name.toLowerCase() ?? '';
  return JSON.stringify([
    index.clustered,
    isKey(index) ? index.kind : index.unique,
    index.columns.map(({ columnId, descending }) => [name(columnId), descending]),
    isKey(index) ? [] : index.included.map(name).sort(),
    isKey(index) ? null : index.filter,
    !isKey(index) && index.columnStore === true,
  ]);
}

function requireSameForeignKeys(source: SwitchSide, target: SwitchSide): void {
  for (const key of target.table.foreignKeys) {
    const own = source.table.foreignKeys.find((other) => keyShape(source.table, other) === keyShape(target.table, key));
    if (own === undefined) throw sqlError(4968, fullName(target.home, target.table), key.name, fullName(source.home, source.table));
    if (own.disabled && !key.disabled)
      throw sqlError(4969, own.name, fullName(source.home, source.table), key.name, fullName(target.home, target.table));
    if (own.notTrusted && !key.notTrusted)
      throw sqlError(4974, own.name, fullName(source.home, source.table), key.name, fullName(target.home, target.table));
  }
}

function keyShape(table: Table, key: ForeignKey): string {
  const columns = key.columns.map((id) => columnById(table, id)?.name.toLowerCase());
  return JSON.stringify([columns, key.referencedTable, key.referencedColumns]);
}
