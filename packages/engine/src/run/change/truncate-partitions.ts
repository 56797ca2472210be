/** `TRUNCATE TABLE t WITH (PARTITIONS (1, 3 TO 5))`: the condition that holds for the rows of these partitions. */

import { type Expression, INT, type Truncate } from '@sprocket/tsql';
import { coerce } from '../../bind/coerce.ts';
import type { Binder } from '../../bind/context.ts';
import { bindExpr } from '../../bind/expression.ts';
import { expressionContext } from '../../bind/query.ts';
import type { DatabaseCatalog, Table } from '../../catalog/model.ts';
import { type Condition, fanout, type OrderForm, partitionCondition, partitioned } from '../../catalog/partition.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import type { Backend, Frame } from '../contracts.ts';
import { compile, NO_VALUES } from '../evaluate.ts';

/** Null when all rows go. Numbers may be variables, so they are looked at when the statement runs. */
export function truncatedPartitions(
  statement: Truncate,
  table: Table,
  database: DatabaseCatalog | null,
  binder: Binder,
): ((frame: Frame) => Condition) | null {
  if (statement.partitions.length === 0) return null;
  const by = database === null ? undefined : partitioned(database, table);
  if (by === undefined) throw sqlErrorState(7729, 3, 'truncate', 'table', 'table', table.name);
  const unaligned = [...table.keys, ...table.indexes].find((index) => !index.clustered && index.partition === undefined);
  if (unaligned !== undefined) throw sqlError(3756, unaligned.name, table.name, by.fn.name);
  const number = (expression: Expression) => compile(coerce(bindExpr(expression, expressionContext(binder, null)), INT));
  const ranges = statement.partitions.map(({ from, to }) => ({ from: number(from), to: to === null ? null : number(to) }));
  const { backend } = binder.scope.catalog;
  return ({ context, slots }) => {
    const numbers = new Set<number>();
    for (const { from, to } of ranges) {
      const first = requireNumber(Number(from(context, slots, NO_VALUES)), fanout(by.fn), table);
      const last = to === null ? first : requireNumber(Number(to(context, slots, NO_VALUES)), fanout(by.fn), table);
      if (last < first) throw sqlError(7728, first, last);
      for (let i = first; i <= last; i += 1) {
        if (numbers.has(i)) throw sqlError(7711, 'PARTITION');
        numbers.add(i);
      }
    }
    return partitionCondition(by, [...numbers], backend.quoteName(by.column.storageName), orderForm(backend));
  };
}

function requireNumber(number: number, most: number, table: Table): number {
  if (number < 1 || number > most) throw sqlError(7722, number, 'table', table.name, most);
  return number;
}

const orderForm = (backend: Backend): OrderForm => ({
  orderKey: (sql, { type }) => backend.orderKey(sql, type),
  encode: (value, { type }) => (value === null ? null : backend.physicalType(type).encode(value)),
  keyFunctions: ({ type }) => backend.keyFunctions(type),
});
