/** Every native SQLite form gives what the JavaScript form gives, for any values of its types. */

import { DatabaseSync } from 'node:sqlite';
import { BIGINT, INT, type Type, typeToString } from '@sprocket/tsql';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGGREGATE_FUNCTIONS, SCALAR_FAMILIES } from '../../src/functions/index.ts';
import type { Value } from '../../src/values/value.ts';
import { environment } from './harness.ts';

const db = new DatabaseSync(':memory:');

const VALUES: readonly { readonly type: Type; readonly arbitrary: fc.Arbitrary<Value> }[] = [
  { type: INT, arbitrary: fc.option(fc.integer()) },
  { type: BIGINT, arbitrary: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })) },
];

/** The value that SQLite computes, in the JavaScript form of the type. */
function native(sql: string, values: readonly Value[], type: Type): Value {
  const statement = db.prepare(`SELECT ${sql} AS x`);
  statement.setReadBigInts(true);
  const { x } = statement.get(...(values as (number | bigint | null)[])) as { x: bigint | null };
  return x === null ? null : type.name === 'bigint' ? x : Number(x);
}

describe.each(VALUES)('over $type.name', ({ type, arbitrary }) => {
  const scalars = SCALAR_FAMILIES.flatMap((family) => family.rows).flatMap((fn) => {
    if (fn.sqlite === undefined) return [];
    const args = Array.from({ length: fn.minArgs }, () => ({ type, nullable: true }));
    const signature = fn.signature(args);
    const sql = fn.sqlite(
      args.map((_, i) => `?${i + 1}`),
      signature,
    );
    return sql === undefined ? [] : [{ fn, args, signature, sql }];
  });

  test.each(scalars)(`$fn.name(${typeToString(type)})`, ({ fn, args, signature, sql }) => {
    const evaluate = fn.evaluator(signature, args);
    fc.assert(
      fc.property(fc.tuple(...args.map(() => arbitrary)), (values) => {
        const expected = fn.nullCall !== true && values.includes(null) ? null : evaluate(environment, ...(values as never[]));
        expect(native(sql, values, signature.returns)).toEqual(expected);
      }),
    );
  });

  const aggregates = AGGREGATE_FUNCTIONS.flatMap((fn) => {
    const signature = fn.minArgs > 1 ? undefined : fn.signature([{ type, nullable: true }]);
    const sql = signature && fn.sqlite?.(['value'], signature);
    return sql === undefined || signature === undefined ? [] : [{ fn, signature, sql }];
  });

  test.each(aggregates)(`$fn.name(${typeToString(type)})`, ({ fn, signature, sql }) => {
    const { start, step, result } = fn.fold(signature);
    const list = (values: readonly Value[]) => `[${values.map(String).join(',')}]`;
    fc.assert(
      fc.property(fc.array(arbitrary), (values) => {
        const state = values.reduce<unknown>((s, value) => (value === null ? s : step(s as never, value)), start());
        const rows = `(SELECT value FROM json_each('${list(values)}'))`;
        expect(native(`(SELECT ${sql} FROM ${rows})`, [], signature.returns)).toEqual(result(state as never));
      }),
    );
  });
});
