import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/session/api.ts';
import { batch, startServer, type TestServer } from './support.ts';

type Op =
  | { readonly kind: 'begin' | 'commit' | 'rollback' | 'batch' | 'create' | 'drop' | 'temporary' | 'fail' }
  | { readonly kind: 'insert' | 'delete' | 'trigger'; readonly id: number }
  | { readonly kind: 'save' | 'back'; readonly name: string };

const id = fc.integer({ min: 1, max: 6 });
const name = fc.constantFrom('a', 'b');
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ kind: fc.constantFrom('begin' as const, 'begin' as const, 'commit' as const, 'rollback' as const, 'batch' as const) }),
  fc.record({ kind: fc.constantFrom('create' as const, 'drop' as const, 'temporary' as const, 'fail' as const) }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'insert' as const, 'delete' as const, 'trigger' as const), id }),
  fc.record({ kind: fc.constantFrom('save' as const, 'back' as const), name }),
);

const SQL: Readonly<Record<Op['kind'], (op: { id: number; name: string }) => string>> = {
  begin: () => 'BEGIN TRAN;',
  commit: () => 'COMMIT;',
  rollback: () => 'ROLLBACK;',
  save: (o) => `SAVE TRAN ${o.name};`,
  back: (o) => `ROLLBACK TRAN ${o.name};`,
  insert: (o) => `INSERT t VALUES (${o.id}); INSERT @v VALUES (${o.id});`,
  delete: (o) => `DELETE t WHERE id = ${o.id};`,
  trigger: (o) => `INSERT guarded VALUES (${o.id});`,
  create: () => "EXEC ('CREATE TABLE made(a int)');",
  drop: () => "EXEC ('DROP TABLE made');",
  temporary: () => 'INSERT #t VALUES (1);',
  fail: () => 'INSERT t SELECT n FROM (VALUES (100), (101), (100)) AS x (n);',
  batch: () => '',
};

interface State {
  readonly rows: ReadonlySet<number>;
  readonly guarded: ReadonlySet<number>;
  readonly made: boolean;
  readonly temporary: number;
}

/** What T-SQL's transactions mean, over plain values. */
class Model {
  state: State = { rows: new Set(), guarded: new Set(), made: false, temporary: 0 };
  count = 0;
  start: State = this.state;
  savepoints: { name: string; state: State }[] = [];

  apply(o: Op): void {
    switch (o.kind) {
      case 'begin':
        if (this.count === 0) this.start = this.state;
        this.count += 1;
        return;
      case 'commit':
        if (this.count > 0) this.count -= 1;
        if (this.count === 0) this.savepoints = [];
        return;
      case 'rollback':
        if (this.count > 0) this.undo();
        return;
      case 'save':
        if (this.count > 0) this.savepoints.push({ name: o.name, state: this.state });
        return;
      case 'back': {
        const place = this.count > 0 ? this.savepoints.findLastIndex((savepoint) => savepoint.name === o.name) : -1;
        if (place < 0) return;
        this.state = this.savepoints[place]?.state ?? this.state;
        this.savepoints.length = place + 1;
        return;
      }
      case 'insert':
        this.state = { ...this.state, rows: new Set([...this.state.rows, o.id]) };
        return;
      case 'delete':
        this.state = { ...this.state, rows: new Set([...this.state.rows].filter((row) => row !== o.id)) };
        return;
      case 'trigger':
        // Odd ids are refused by the trigger, which rolls everything back.
        if (o.id % 2 === 0) this.state = { ...this.state, guarded: new Set([...this.state.guarded, o.id]) };
        else if (this.count > 0) this.undo();
        return;
      case 'create':
        this.state = { ...this.state, made: true };
        return;
      case 'drop':
        this.state = { ...this.state, made: false };
        return;
      case 'temporary':
        this.state = { ...this.state, temporary: this.state.temporary + 1 };
        return;
      default:
    }
  }

  undo(): void {
    this.state = this.start;
    this.count = 0;
    this.savepoints = [];
  }
}

/** Batches, split where a batch ends anyway: after a trigger's rollback. */
function batches(ops: readonly Op[]): Op[][] {
  const all: Op[][] = [[]];
  for (const o of ops) {
    all.at(-1)?.push(o);
    if (o.kind === 'batch' || o.kind === 'trigger') all.push([]);
  }
  return all;
}

let server: TestServer;
let session: Session;
let observer: Session;
beforeAll(async () => {
  server = await startServer();
  session = await server.login();
  await batch(session, 'CREATE DATABASE p');
  await batch(session, 'USE p; CREATE TABLE t(id int); CREATE TABLE guarded(id int)');
  await batch(session, 'CREATE TRIGGER guard ON guarded AFTER INSERT AS IF EXISTS (SELECT 1 FROM inserted WHERE id % 2 = 1) ROLLBACK');
  await batch(session, 'CREATE UNIQUE INDEX ux ON t(id) WITH (IGNORE_DUP_KEY = OFF)');
  observer = await server.login('p');
});
afterAll(() => server.close());

test('transactions, savepoints, triggers and definitions undo what they should', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { maxLength: 25 }), async (ops) => {
      await batch(session, 'IF @@TRANCOUNT > 0 ROLLBACK; DELETE t; DELETE guarded; DROP TABLE IF EXISTS #t, made; CREATE TABLE #t(a int)');
      const model = new Model();
      let committed = model.state;
      for (const part of batches(ops)) {
        const text = part.map((o) => SQL[o.kind]({ id: 0, name: '', ...o })).join('\n');
        const result = await batch(session, `SET NOCOUNT ON; DECLARE @v TABLE (id int);\n${text}\nSELECT COUNT(*) AS n FROM @v`);
        for (const o of part) {
          model.apply(o);
          if (model.count === 0) committed = model.state;
        }
        const endedEarly = result.errors.includes(3609);
        if (!endedEarly) expect(result.rows).toEqual([[part.filter((o) => o.kind === 'insert').length]]);
      }
      const look =
        "SELECT @@TRANCOUNT AS c, (SELECT COUNT(DISTINCT id) FROM t) AS n, (SELECT COUNT(DISTINCT id) FROM guarded) AS g, OBJECT_ID('made') AS m";
      const [seen] = (await batch(session, `${look}, (SELECT COUNT(*) FROM #t) AS t`)).rows;
      const { rows, guarded, made, temporary } = model.state;
      expect([seen?.[0], seen?.[1], seen?.[2], seen?.[3] !== null, seen?.[4]]).toEqual([
        model.count,
        rows.size,
        guarded.size,
        made,
        temporary,
      ]);
      const [outside] = (await batch(observer, look)).rows;
      expect([outside?.[1], outside?.[2], outside?.[3] !== null]).toEqual([committed.rows.size, committed.guarded.size, committed.made]);
    }),
    { numRuns: 150 },
  );
});
