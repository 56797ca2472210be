/**
 * Random changes against a model. A parent and a child table with a key, a unique constraint, a CHECK, NOT NULL and a foreign key are changed by
 * INSERT, UPDATE, DELETE and MERGE in random order; the model does the same to two arrays and says which error each statement must raise, if any. A
 * statement that fails changes nothing, so model and tables are compared after every one.
 */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type TestSession } from './session.ts';

interface Row {
  readonly id: number;
  readonly parent: number | null;
  readonly code: string;
  readonly amount: number;
}

interface State {
  readonly parents: readonly number[];
  readonly rows: readonly Row[];
}

/** What a statement does: its text, and the state after it or the numbers of the errors that it may raise. */
interface Change {
  readonly sql: string;
  readonly apply: (state: State) => State | readonly number[];
}

const PARENT = 'p';
const DUPLICATE_KEY = 2627;
const CONFLICT = 547;
const NULL_REFUSED = 515;
const MATCHED_TWICE = 8672;

const fold = (code: string): string => code.toLowerCase().trimEnd();

/** The errors of all rules that rows break; which of them a statement reports is not the model's. */
function broken({ parents, rows }: State): readonly number[] {
  const conflicts = rows.some((row) => row.amount < 0 || (row.parent !== null && !parents.includes(row.parent)));
  const repeated = repeats(rows.map((row) => row.id)) || repeats(rows.map((row) => fold(row.code)));
  return [...(conflicts ? [CONFLICT] : []), ...(repeated ? [DUPLICATE_KEY] : [])];
}

const repeats = (values: readonly unknown[]): boolean => new Set(values).size < values.length;

function checked(state: State): State | readonly number[] {
  const errors = broken(state);
  return errors.length === 0 ? state : errors;
}

const id = fc.integer({ min: 1, max: 6 });
const parent = fc.option(fc.integer({ min: 1, max: 4 }));
const code = fc.constantFrom('a', 'A', 'b', 'b ', 'c', 'd', 'e', 'E  ');
const amount = fc.integer({ min: -1, max: 9 });
const row: fc.Arbitrary<Row> = fc.record({ id, parent, code, amount });

const text = (value: number | string | null): string =>
  value === null ? 'NULL' : typeof value === 'string' ? `'${value}'` : String(value);
const values = (rows: readonly Row[]): string => rows.map((r) => `(${[r.id, r.parent, r.code, r.amount].map(text).join(', ')})`).join(', ');

const COLUMNS = 'id, parent, code, amount';

const insertRows = fc.array(row, { minLength: 1, maxLength: 3 }).map(
  (added): Change => ({
    sql: `INSERT c (${COLUMNS}) VALUES ${values(added)}`,
    apply: ({ parents, rows }) => checked({ parents, rows: [...rows, ...added] }),
  }),
);

const insertSelect = fc.tuple(fc.integer({ min: 1, max: 6 }), code).map(
  ([shift, suffix]): Change => ({
    sql: `INSERT c (${COLUMNS}) SELECT id + ${shift}, parent, code + '${suffix}', amount FROM c WHERE amount > 3`,
    apply: ({ parents, rows }) => {
      const added = rows.filter((r) => r.amount > 3).map((r) => ({ ...r, id: r.id + shift, code: r.code + suffix }));
      // varchar(3): what does not fit is refused before anything else is looked at.
      if (added.some((r) => r.code.trimEnd().length > 3)) return [TRUNCATED];
      return checked({ parents, rows: [...rows, ...added.map((r) => ({ ...r, code: r.code.slice(0, 3) }))] });
    },
  }),
);

const TRUNCATED = 2628;

const insertNull = row.map(
  (r): Change => ({
    sql: `INSERT c (${COLUMNS}) VALUES (${r.id}, NULL, NULL, ${r.amount})`,
    apply: () => [NULL_REFUSED],
  }),
);

const shiftIds = fc.tuple(fc.integer({ min: -1, max: 2 }), amount).map(
  ([shift, least]): Change => ({
    sql: `UPDATE c SET id = id + ${shift}, amount = amount - 1 WHERE amount >= ${least}`,
    apply: ({ parents, rows }) =>
      checked({ parents, rows: rows.map((r) => (r.amount >= least ? { ...r, id: r.id + shift, amount: r.amount - 1 } : r)) }),
  }),
);

const updateOne = fc.tuple(id, row).map(
  ([target, r]): Change => ({
    sql: `UPDATE c SET parent = ${text(r.parent)}, code = ${text(r.code)}, amount = ${r.amount} WHERE id = ${target}`,
    apply: ({ parents, rows }) => checked({ parents, rows: rows.map((old) => (old.id === target ? { ...r, id: target } : old)) }),
  }),
);

const updateFrom = fc.integer({ min: 0, max: 5 }).map(
  (add): Change => ({
    sql: `UPDATE c SET amount = c.amount + p.id + ${add} FROM c JOIN p ON p.id = c.parent`,
    apply: ({ parents, rows }) => ({
      parents,
      rows: rows.map((r) => (r.parent === null ? r : { ...r, amount: r.amount + r.parent + add })),
    }),
  }),
);

const deleteRows = fc.tuple(id, code).map(
  ([target, other]): Change => ({
    sql: `DELETE c WHERE id = ${target} OR code = '${other}'`,
    apply: ({ parents, rows }) => ({ parents, rows: rows.filter((r) => r.id !== target && fold(r.code) !== fold(other)) }),
  }),
);

const addParent = fc.integer({ min: 1, max: 4 }).map(
  (target): Change => ({
    sql: `INSERT ${PARENT} VALUES (${target})`,
    apply: ({ parents, rows }) => (parents.includes(target) ? [DUPLICATE_KEY] : { parents: [...parents, target], rows }),
  }),
);

const dropParent = fc.integer({ min: 1, max: 4 }).map(
  (target): Change => ({
    sql: `DELETE ${PARENT} WHERE id = ${target}`,
    apply: ({ parents, rows }) => checked({ parents: parents.filter((p) => p !== target), rows }),
  }),
);

const mergeRows = fc.tuple(fc.array(row, { minLength: 1, maxLength: 4 }), fc.boolean()).map(
  ([source, removes]): Change => ({
    sql: `MERGE c USING (VALUES ${values(source)}) AS s (${COLUMNS}) ON c.id = s.id
WHEN MATCHED AND s.amount = 0 THEN DELETE
WHEN MATCHED THEN UPDATE SET parent = s.parent, code = s.code, amount = s.amount
WHEN NOT MATCHED BY TARGET THEN INSERT (${COLUMNS}) VALUES (s.id, s.parent, s.code, s.amount)
${removes ? 'WHEN NOT MATCHED BY SOURCE AND c.amount > 5 THEN DELETE' : ''};`,
    apply: (state) => merged(state, source, removes),
  }),
);

function merged({ parents, rows }: State, source: readonly Row[], removes: boolean): State | readonly number[] {
  if (rows.some((r) => source.filter((s) => s.id === r.id).length > 1)) return [MATCHED_TWICE];
  const kept = rows.flatMap((r) => {
    const found = source.find((s) => s.id === r.id);
    if (found === undefined) return removes && r.amount > 5 ? [] : [r];
    return found.amount === 0 ? [] : [found];
  });
  const added = source.filter((s) => !rows.some((r) => r.id === s.id));
  return checked({ parents, rows: [...kept, ...added] });
}

const change = fc.oneof(
  { arbitrary: insertRows, weight: 4 },
  insertSelect,
  insertNull,
  shiftIds,
  { arbitrary: updateOne, weight: 2 },
  updateFrom,
  deleteRows,
  { arbitrary: addParent, weight: 2 },
  dropParent,
  { arbitrary: mergeRows, weight: 3 },
);

const errorOf = (lines: readonly string[]): number | undefined => {
  const found = lines.map((line) => /^Msg (\d+)/.exec(line)?.[1]).find((number) => number !== undefined);
  return found === undefined ? undefined : Number(found);
};

const shown = ({ parents, rows }: State): readonly string[] => [
  ...[...parents].sort((a, b) => a - b).map(String),
  ...[...rows].sort((a, b) => a.id - b.id).map((r) => [r.id, r.parent, r.code, r.amount].map(text).join(' | ')),
];

describe('changes agree with a model', () => {
  let session: TestSession;
  beforeAll(async () => {
    session = await openSession();
    await session.run('CREATE DATABASE dml');
    await session.run('USE dml');
    await session.run(`CREATE TABLE ${PARENT} (id int NOT NULL PRIMARY KEY)`);
    await session.run(`CREATE TABLE c (id int NOT NULL PRIMARY KEY, parent int NULL REFERENCES ${PARENT} (id),
      code varchar(3) NOT NULL UNIQUE, amount int NOT NULL CHECK (amount >= 0))`);
  });
  afterAll(() => session.close());

  async function check(changes: readonly Change[]): Promise<void> {
    await session.run(`DELETE c; DELETE ${PARENT}`);
    let state: State = { parents: [], rows: [] };
    for (const { sql, apply } of changes) {
      const expected = apply(state);
      const error = errorOf(await session.run(sql));
      if ('rows' in expected) {
        expect(error, sql).toBeUndefined();
        state = expected;
      } else expect(expected, sql).toContain(error);
      const lines = await session.run(`SET NOCOUNT ON; SELECT id FROM ${PARENT} ORDER BY id; SELECT ${COLUMNS} FROM c ORDER BY id`);
      expect(
        lines.filter((line) => /^(\d+|\d+ \|.*)$/.test(line)),
        sql,
      ).toEqual(shown(state));
    }
  }

  test('after every statement', async () => {
    const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 25, size: 'max' }), check), {
      numRuns,
      seed: Number(process.env['PROPERTY_SEED'] ?? 1),
    });
  });
});
