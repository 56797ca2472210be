/**
 * EXECUTE … WITH RESULT SETS: renames and converts what the module sends, and holds it to the declared number of sets and columns (11535 to 11553).
 * The clause is a layer over the output; taking it off checks that no set is missing.
 */

import type { DataType, ExecuteOptions, ObjectName, ResultSetColumn, Type } from '@sprocket/tsql';
import { MAX, nvarchar, typeToString } from '@sprocket/tsql';
import { type BindScope, createBinder } from '../bind/context.ts';
import { XML_COLUMN } from '../bind/document.ts';
import { resolveTable, writtenName } from '../bind/resolve.ts';
import { sqlError } from '../errors.ts';
import type { ResultColumn } from '../session/api.ts';
import { conversionKind, converter } from '../values/convert.ts';
import type { Value } from '../values/value.ts';
import { scopeOf } from './compiled.ts';
import { type Output, plainColumn } from './output.ts';
import { resolveType } from './prepare.ts';
import { instructionOf } from './recover.ts';
import type { Activation, Runtime } from './runtime.ts';

/** Puts the layer on; the returned function takes it off again. */
export function withResultSets(runtime: Runtime, activation: Activation, options: ExecuteOptions): () => void {
  const { resultSets } = options;
  if (resultSets === null || resultSets === 'undefined') return () => {};
  const declared = resultSets === 'none' ? [] : resultSets.map((set) => declaredColumns(runtime, activation, set));
  const outer = runtime.output;
  const layer = { sent: 0 };
  runtime.output = shape(runtime, outer, declared, layer);
  return () => {
    runtime.output = outer;
    if (layer.sent < declared.length) throw sqlError(11536, declared.length, layer.sent);
  };
}

type ResultSets = Extract<ExecuteOptions['resultSets'], readonly unknown[]>;

function declaredColumns(runtime: Runtime, activation: Activation, set: ResultSets[number]): readonly ResultColumn[] {
  if (set.kind === 'resultSetColumns') return set.columns.map((column) => declaredColumn(runtime, activation, column));
  const at = instructionOf(activation);
  if (at === undefined) throw new Error('WITH RESULT SETS outside a statement');
  const scope = scopeOf(activation.compiled, at, runtime.catalogs);
  if (set.type === 'forXml' || set.name === null) return [plainColumn(XML_COLUMN, nvarchar(MAX))];
  return (set.type === 'type' ? typeColumns(set.name, scope) : objectColumns(set.name, scope)).map((column) => ({
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    identity: false,
    computed: false,
  }));
}

type Shape = readonly Pick<ResultColumn, 'name' | 'type' | 'nullable'>[];

/** The columns of a table, view or table-valued function. Raises 208. */
function objectColumns(name: ObjectName, scope: BindScope): Shape {
  const found = resolveTable(name, createBinder(scope));
  if (found.kind === 'table') return found.table.columns.filter((column) => !column.hidden);
  const { object } = found;
  if (object.kind === 'view' || (object.kind === 'function' && object.form !== 'scalar')) return object.columns;
  throw sqlError(208, writtenName(name));
}

/** The columns of a table type. Raises 2715 for another type. */
function typeColumns(name: ObjectName, scope: BindScope): Shape {
  const reference: DataType = { kind: 'dataType', name, args: [], xmlSchema: null, span: name.span };
  const { table } = resolveType(reference, scope);
  if (table === null) throw sqlError(2715, 1, writtenName(name));
  return table.columns;
}

function declaredColumn(runtime: Runtime, activation: Activation, column: ResultSetColumn): ResultColumn {
  const at = instructionOf(activation);
  if (at === undefined) throw new Error('WITH RESULT SETS outside a statement');
  const { type } = resolveType(column.type, scopeOf(activation.compiled, at, runtime.catalogs));
  return { name: column.name.value, type, nullable: column.nullable !== false, identity: false, computed: false };
}

function shape(runtime: Runtime, outer: Output, declared: readonly (readonly ResultColumn[])[], layer: { sent: number }): Output {
  let converters: readonly ((value: NonNullable<Value>) => Value)[] = [];
  let columns: readonly ResultColumn[] = [];
  return {
    ...passing(outer),
    columns: (actual) => {
      const wanted = declared[layer.sent];
      layer.sent += 1;
      if (wanted === undefined) throw sqlError(11535, declared.length);
      if (wanted.length !== actual.length) throw sqlError(11537, wanted.length, layer.sent, actual.length);
      converters = wanted.map((column, i) =>
        columnConverter(runtime, actual[i]?.type ?? column.type, column, { column: i + 1, set: layer.sent }),
      );
      columns = wanted;
      outer.columns(wanted);
    },
    row: (values) =>
      outer.row(
        columns.map((column, i) => {
          const value = values[i] ?? null;
          if (value !== null) return converters[i]?.(value) ?? null;
          if (!column.nullable) throw sqlError(11553, i + 1, layer.sent);
          return null;
        }),
      ),
  };
}

interface Place {
  readonly column: number;
  readonly set: number;
}

function columnConverter(runtime: Runtime, from: Type, { name, type }: ResultColumn, place: Place): (value: NonNullable<Value>) => Value {
  // AS FOR XML takes what FOR XML … TYPE has made, as text.
  const isDocument = name === XML_COLUMN && from.name === 'xml';
  if (conversionKind(from, type) !== 'implicit' && !isDocument)
    throw sqlError(11538, typeToString(type), place.column, place.set, typeToString(from));
  const convert = converter(from, type, { explicit: true });
  return (value) => convert(value, runtime.context);
}

/** The parts of an output that a layer hands on as they are. */
function passing(outer: Output): Omit<Output, 'columns' | 'row'> {
  return {
    drained: () => outer.drained(),
    done: (command, rowCount) => outer.done(command, rowCount),
    message: (message, flush) => outer.message(message, flush),
    environment: (change) => outer.environment(change),
  };
}
