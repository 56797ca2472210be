/**
 * The table of a bulk load: bound like the target of an INSERT, once for a statement's text, locked for writing before rows come. What a load has passed
 * over is marked afterwards: constraints that rows were not held against are no longer trusted.
 */

import type { Execute, Identifier, Insert, ObjectName, Span } from '@sprocket/tsql';
import type { BulkLoading } from '../../bind/context.ts';
import { findTableHome } from '../../catalog/ddl/home.ts';
import type { Table } from '../../catalog/model.ts';
import { flatten } from '../../program/flatten.ts';
import type { Instruction } from '../../program/program.ts';
import type { PreparedBulk } from '../../run/change/bulk.ts';
import { bound, type Compiled, createCompiled } from '../../run/compiled.ts';
import type { PreparedChange, Steps } from '../../run/contracts.ts';
import { prepareStatement } from '../../run/prepare.ts';
import { ddlContext } from '../ddl-context.ts';
import { typeResolver } from '../modules.ts';
import type { SessionCore } from '../session-core.ts';

/** An INSERT that takes rows from outside, as code. */
export interface BulkCode {
  readonly insert: Insert;
  readonly loading: BulkLoading;
  readonly compiled: Compiled;
  readonly at: Instruction;
}

export type ReadyBulk = PreparedChange & { readonly bulk: PreparedBulk };

const codes = new WeakMap<object, BulkCode>();

/** The code for a statement, made once. Without columns all that can be given are meant. */
export function bulkCode(
  core: SessionCore,
  statement: { readonly table: ObjectName; readonly span: Span },
  columns: readonly Identifier[] | null,
  loading: BulkLoading,
): BulkCode {
  const known = codes.get(statement);
  if (known !== undefined) return known;
  const insert = asInsert(statement.table, columns, statement.span);
  const program = flatten([insert], typeResolver(core, ''));
  const [at] = program.code;
  if (at === undefined) throw new Error('an INSERT has one instruction');
  const code = { insert, loading, compiled: createCompiled(program, '', core.options), at };
  codes.set(statement, code);
  return code;
}

/** Raises what is wrong with the table, the columns and the permissions. */
export function prepareBulk(core: SessionCore, { compiled, at, insert, loading }: BulkCode): ReadyBulk {
  const prepared = bound(compiled, at, insert, core.catalogs, (scope) => prepareStatement(insert, { ...scope, bulk: loading }));
  if (prepared.kind !== 'change' || prepared.bulk === undefined) throw new Error('an INSERT was not prepared for a load');
  return prepared as ReadyBulk;
}

/** With the lock for writing; bound again when names may have changed their meaning meanwhile. */
export function* readyBulk(core: SessionCore, code: BulkCode): Steps<ReadyBulk> {
  for (;;) {
    const prepared = prepareBulk(core, code);
    if (core.options.implicitTransactions && prepared.writes.length > 0) core.transactions.beginImplicitly();
    const { epoch } = core.catalogs;
    yield* core.transactions.writes(prepared.writes);
    if (core.catalogs.epoch === epoch) return prepared;
  }
}

/** INSERT … EXEC of nothing: the form of INSERT that takes rows from outside. */
function asInsert(table: ObjectName, columns: readonly Identifier[] | null, span: Span): Insert {
  const execute: Execute = {
    kind: 'executeString',
    text: { kind: 'null', span },
    args: [],
    as: null,
    at: null,
    atDataSource: false,
    options: { kind: 'executeOptions', recompile: false, resultSets: null, span },
    span,
  };
  return {
    kind: 'insert',
    with: null,
    top: null,
    target: { kind: 'table', name: table, alias: null, systemTime: null, sample: null, hints: [], forPath: false, span },
    columns,
    output: [],
    source: { kind: 'insertExecute', execute, span },
    hints: [],
    span,
  };
}

const NO_SPAN = { start: 0, end: 0, line: 0 };

/** Constraints that rows were not held against are no longer trusted. */
export function distrust(core: SessionCore, { table, database }: PreparedBulk): void {
  const isTrusted = [...table.checks, ...table.foreignKeys].some((constraint) => !constraint.disabled && !constraint.notTrusted);
  if (!isTrusted) return;
  const parts = database === null ? [table.name] : [database.name, table.schema, table.name];
  const name = parts.map((value): Identifier => ({ kind: 'identifier', value, quoted: true, span: NO_SPAN }));
  const found = findTableHome(ddlContext(core, ''), { kind: 'name', parts: name, span: NO_SPAN });
  if (found === undefined) throw new Error(`${table.name} is gone`);
  found.home.save(distrusted(found.table));
}

function distrusted(table: Table): Table {
  const mark = <Item extends { readonly notTrusted: boolean }>(item: Item): Item => ({ ...item, notTrusted: true });
  return { ...table, checks: table.checks.map(mark), foreignKeys: table.foreignKeys.map(mark) };
}
