/** A printed query with everything that running it needs: compiled parameters, decoders of its columns, system views to refresh. */

import type { Binder } from '../bind/context.ts';
import type { Query } from '../bind/tree.ts';
import type { Value } from '../values/value.ts';
import type { Backend, Frame, PhysicalValue, PrintedQuery, QueryParameter, StatementOptions, SystemTable } from './contracts.ts';
import { compile, NO_VALUES } from './evaluate.ts';
import { refreshSystemTables } from './system-tables.ts';

/** SQL with its parameters, for any kind of statement. */
export interface StatementPlan {
  readonly sql: string;
  readonly params: readonly ((frame: Frame) => PhysicalValue)[];
  readonly options: StatementOptions;
  readonly systemTables: readonly SystemTable[];
  readonly backend: Backend;
}

export interface QueryPlan extends StatementPlan {
  readonly decoders: readonly ((value: NonNullable<PhysicalValue>) => Value)[];
}

export function planQuery(query: Query, binder: Binder): QueryPlan {
  const { catalog } = binder.scope;
  const printed = catalog.backend.print(query, (id) => catalog.alias(id));
  const physical = query.columns.map((column) => catalog.backend.physicalType(column.type));
  return {
    ...planStatement(
      printed,
      catalog.backend,
      physical.some((type) => type.wide),
    ),
    decoders: physical.map((type) => type.decode),
  };
}

export function planStatement(printed: PrintedQuery, backend: Backend, bigints: boolean): StatementPlan {
  return {
    sql: printed.sql,
    params: printed.params.map((parameter) => compileParameter(parameter, backend)),
    options: { bigints, functions: printed.functions },
    systemTables: printed.systemTables,
    backend,
  };
}

function compileParameter(parameter: QueryParameter, backend: Backend): (frame: Frame) => PhysicalValue {
  if (parameter.kind === 'frame') return (frame) => frame.id;
  const { expr } = parameter;
  const evaluate = compile(expr);
  const { encode } = backend.physicalType(expr.type);
  return (frame) => {
    const value = evaluate(frame.context, frame.slots, NO_VALUES);
    return value === null ? null : encode(value);
  };
}

export function bindParameters(plan: StatementPlan, frame: Frame): PhysicalValue[] {
  const { context } = frame;
  context.connection.context = context;
  if (plan.systemTables.length > 0) refreshSystemTables(plan.systemTables, plan.backend, context);
  return plan.params.map((param) => param(frame));
}

/** Rows as JavaScript values, in an array that is reused from row to row. */
export function openPlan(plan: QueryPlan, frame: Frame): IterableIterator<readonly Value[]> {
  const params = bindParameters(plan, frame);
  return new Rows(plan, frame, frame.context.connection.iterate(plan.sql, params, plan.options));
}

const CHECK_EVERY = 256;

class Rows implements IterableIterator<readonly Value[]> {
  readonly #rows: IterableIterator<readonly PhysicalValue[]>;
  readonly #decoders: QueryPlan['decoders'];
  readonly #frame: Frame;
  readonly #out: { value: Value[]; done: false };
  #count = 0;

  constructor(plan: QueryPlan, frame: Frame, rows: IterableIterator<readonly PhysicalValue[]>) {
    this.#rows = rows;
    this.#frame = frame;
    this.#decoders = plan.decoders;
    this.#out = { value: plan.decoders.map(() => null), done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<readonly Value[]> {
    try {
      return this.#step();
    } catch (thrown) {
      // Who iterates closes what it leaves early, but not what fails by itself: the statement would stay open, and its snapshot with it.
      this.return();
      throw thrown;
    }
  }

  return(): IteratorResult<readonly Value[]> {
    this.#rows.return?.();
    return { value: undefined, done: true };
  }

  #step(): IteratorResult<readonly Value[]> {
    const { context } = this.#frame;
    context.connection.context = context;
    if (++this.#count % CHECK_EVERY === 0) context.checkCancelled();
    const step = this.#rows.next();
    if (step.done === true) return { value: undefined, done: true };
    const row = step.value;
    const { value } = this.#out;
    for (let i = 0; i < value.length; i++) {
      const cell = row[i];
      value[i] = cell === null || cell === undefined ? null : (this.#decoders[i] as (v: NonNullable<PhysicalValue>) => Value)(cell);
    }
    return this.#out;
  }
}

/** The first row, or undefined. */
export function rowOf(plan: QueryPlan, frame: Frame): Value[] | undefined {
  const row = frame.context.connection.get(plan.sql, bindParameters(plan, frame), plan.options);
  return row?.map((cell, i) => (cell === null ? null : (plan.decoders[i] as (v: NonNullable<PhysicalValue>) => Value)(cell)));
}
