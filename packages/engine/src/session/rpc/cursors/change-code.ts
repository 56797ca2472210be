/**
 * The statements that sp_cursor stands for. Values come as parameters that are named after columns, or as pieces of SQL that the procedure completes:
 * `n = n + 1`, `SET n = 1`, a whole UPDATE; `(1, 2)`, `VALUES (1, 2)`, a whole INSERT. A statement of one shape is made once.
 */

import type { Delete, Expression, Identifier, Insert, ObjectName, Statement, TableSource, Update } from '@sprocket/tsql';
import { nameKey } from '../../../catalog/model.ts';
import { parseName } from '../../../catalog/object-name.ts';
import { sqlError } from '../../../errors.ts';
import { flatten, type Predeclared } from '../../../program/flatten.ts';
import type { Instruction } from '../../../program/program.ts';
import { type Compiled, createCompiled } from '../../../run/compiled.ts';
import type { ModuleParameter, NativeArgument } from '../../../run/modules.ts';
import { typeResolver } from '../../modules.ts';
import type { SessionCore } from '../../session-core.ts';
import { type ApiCursor, tableName } from './api-cursor.ts';

export interface ChangeCode {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly compiled: Compiled;
  /** In slot order. */
  readonly values: readonly { readonly argument: NativeArgument; readonly parameter: ModuleParameter }[];
}

/** What the statement calls the cursor: a name that no text can write. */
export const CURSOR_NAME = '@ cursor';

const NO_SPAN = { start: 0, end: 0, line: 1 };

export function deletion(core: SessionCore, api: ApiCursor, table: string): ChangeCode {
  const target = targetOf(core, api, table);
  const make = (): Delete => ({ ...PLAIN, kind: 'delete', target: sourceOf(target), from: [], where: HERE });
  return { kind: 'delete', compiled: known(core, api, `delete ${target.join('.')}`, [], make), values: [] };
}

export function update(core: SessionCore, api: ApiCursor, table: string, values: readonly NativeArgument[]): ChangeCode {
  const target = targetOf(core, api, table, values);
  if (isText(api, values)) return { kind: 'update', compiled: positioned(core, updateText(core, target, texts(values))), values: [] };
  const columns = columnsOf(values);
  const make = (): Update => ({
    ...PLAIN,
    kind: 'update',
    target: sourceOf(target),
    from: [],
    where: HERE,
    set: columns.map((column) => ({ kind: 'assignColumn', column: nameOf([column]), op: '=', value: variable(column), span: NO_SPAN })),
  });
  const shape = `update ${target.join('.')} ${columns.join()}`;
  return { kind: 'update', compiled: known(core, api, shape, values, make), values: passed(values) };
}

export function insertion(core: SessionCore, api: ApiCursor, table: string, values: readonly NativeArgument[]): ChangeCode {
  const target = targetOf(core, api, table, values);
  if (isText(api, values))
    return { kind: 'insert', compiled: core.modules.batch(insertText(core, target, texts(values))).compiled, values: [] };
  const columns = columnsOf(values);
  const make = (): Insert => ({
    ...PLAIN,
    kind: 'insert',
    target: sourceOf(target),
    columns: columns.map(identifier),
    source: { kind: 'insertValues', rows: [columns.map(variable)], span: NO_SPAN },
  });
  const shape = `insert ${target.join('.')} ${columns.join()}`;
  return { kind: 'insert', compiled: known(core, api, shape, values, make), values: passed(values) };
}

/** The table that the client names, else the first one of FROM that has the columns. */
function targetOf(core: SessionCore, { open }: ApiCursor, table: string, values: readonly NativeArgument[] = []): readonly string[] {
  const { tables } = open.plan;
  const has = ({ names }: (typeof tables)[number]): boolean => values.every(({ name }) => names.has(nameKey(name.slice(1))));
  const meant = tables.find(has) ?? tables[0];
  if (table === '' && meant === undefined) throw sqlError(16929);
  const parts = table === '' && meant !== undefined ? tableName(core, meant) : parseName(table);
  if (parts === undefined) throw sqlError(16902, 'sp_cursor', 'table');
  return parts.map((part) => part ?? '');
}

/** Parameters without a column's name are pieces of SQL. */
function isText({ open }: ApiCursor, values: readonly NativeArgument[]): boolean {
  const isColumn = (name: string): boolean => open.plan.tables.some(({ names }) => names.has(nameKey(name)));
  const unknown = values.filter(({ name }) => name === '' || !isColumn(name.slice(1)));
  if (unknown.length > 0 && unknown.length < values.length) throw sqlError(16936);
  return unknown.length > 0;
}

const texts = (values: readonly NativeArgument[]): readonly string[] =>
  values.map(({ value }) => {
    if (typeof value !== 'string') throw sqlError(16936);
    return value.trim();
  });

const written = (target: readonly string[]): string =>
  target.map((part) => (part === '' ? '' : `[${part.replaceAll(']', ']]')}]`)).join('.');

function updateText(core: SessionCore, target: readonly string[], pieces: readonly string[]): string {
  const text = pieces.join(', ');
  const start = `UPDATE ${written(target)}`;
  return completed(core, 'update', [text, `${start} ${text}`, `${start} SET ${text}`]);
}

function insertText(core: SessionCore, target: readonly string[], pieces: readonly string[]): string {
  const text = pieces.join(', ');
  const start = `INSERT INTO ${written(target)}`;
  return completed(core, 'insert', [text, `${start} ${text}`, `${start} VALUES ${text}`, `${start} VALUES (${text})`]);
}

/** The first that is such a statement; else the last, whose mistake is reported. */
function completed(core: SessionCore, kind: Statement['kind'], candidates: readonly string[]): string {
  const isOne = (text: string): boolean => {
    const { statements, diagnostics } = core.instance.code.parseResult(text, core.options);
    return diagnostics.length === 0 && statements[0]?.kind === kind;
  };
  return candidates.find(isOne) ?? candidates.at(-1) ?? '';
}

const positionedTexts = new WeakMap<Compiled, Compiled>();

/** The text's UPDATE for the row under the cursor. */
function positioned(core: SessionCore, text: string): Compiled {
  const { compiled } = core.modules.batch(text);
  const made = positionedTexts.get(compiled);
  if (made !== undefined) return made;
  const [only, ...others] = compiled.program.code;
  if (only?.kind !== 'query' || only.statement.kind !== 'update' || only.statement.where !== null || others.length > 0)
    throw sqlError(16936);
  const instruction: Instruction = { ...only, statement: { ...only.statement, where: HERE } };
  const result = createCompiled({ ...compiled.program, code: [instruction] }, text, core.options);
  positionedTexts.set(compiled, result);
  return result;
}

const shapes = new WeakMap<Compiled, Map<string, Compiled>>();

/** Shapes that one text keeps; a client that sends more of them than that starts anew. */
const SHAPES_LIMIT = 64;

/** The statement of a shape, for everyone who opens a cursor on the same text. */
function known(
  core: SessionCore,
  { cursor }: ApiCursor,
  shape: string,
  values: readonly NativeArgument[],
  make: () => Statement,
): Compiled {
  if (cursor === null) throw sqlError(16929);
  const byShape = shapes.get(cursor.compiled) ?? new Map<string, Compiled>();
  shapes.set(cursor.compiled, byShape);
  const declared = passed(values).map(({ parameter }): Predeclared => ({ ...parameter, readOnly: false }));
  const key = `${shape} ${declared.map(({ type }) => `${type.name} ${type.length} ${type.precision} ${type.scale}`).join()}`;
  const found = byShape.get(key);
  if (found !== undefined) return found;
  if (byShape.size >= SHAPES_LIMIT) byShape.clear();
  const compiled = createCompiled(flatten([make()], typeResolver(core, ''), declared), '', core.options);
  byShape.set(key, compiled);
  return compiled;
}

const columnsOf = (values: readonly NativeArgument[]): readonly string[] => values.map(({ name }) => name.slice(1));

const passed = (values: readonly NativeArgument[]): ChangeCode['values'] =>
  values.map((argument) => ({
    argument,
    parameter: { name: argument.name, type: argument.type, table: null, output: false, cursor: false, default: null },
  }));

const identifier = (value: string): Identifier => ({ kind: 'identifier', value, quoted: true, span: NO_SPAN });
const nameOf = (parts: readonly string[]): ObjectName => ({ kind: 'name', parts: parts.map(identifier), span: NO_SPAN });
const variable = (column: string): Expression => ({ kind: 'variable', name: `@${column}`, span: NO_SPAN });

const HERE: Update['where'] = {
  kind: 'currentOf',
  cursor: { kind: 'cursorReference', name: identifier(CURSOR_NAME), global: false, span: NO_SPAN },
  span: NO_SPAN,
};

const sourceOf = (target: readonly string[]): TableSource => ({
  kind: 'table',
  name: nameOf(target),
  alias: null,
  systemTime: null,
  sample: null,
  hints: [],
  forPath: false,
  span: NO_SPAN,
});

/** What the three statements have in common. */
const PLAIN = { with: null, top: null, output: [], hints: [], span: NO_SPAN } as const;
