/**
 * OPENROWSET(BULK 'file', …): a file as one row with one column (SINGLE_CLOB, SINGLE_NCLOB, SINGLE_BLOB), or the rows of a data file with the columns of
 * WITH. Rows of a data file that do not fit are left out until there are too many of them.
 */

import { MAX, nvarchar, type OpenRowset, type Type, typeToString, varbinary, varchar } from '@sprocket/tsql';
import { type SqlError, sqlError, sqlErrorState, unsupported } from '../errors.ts';
import { decodeFile } from '../functions/bulk/decode.ts';
import { type FieldReader, fieldReader } from '../functions/bulk/fields.ts';
import { type Format, readFormatFile } from '../functions/bulk/format-file.ts';
import { type BulkOptions, readBulkOptions } from '../functions/bulk/options.ts';
import { type BulkRecord, equalFields, recordsOf } from '../functions/bulk/records.ts';
import type { ExecutionContext } from '../run/contracts.ts';
import type { Value } from '../values/value.ts';
import type { ExprContext } from './context.ts';
import { stringConstant } from './literal.ts';
import { sourceOf } from './query.ts';
import type { From, QueryColumn } from './tree.ts';
import { DECLARATION, resolveType } from './types.ts';

const TYPES: Readonly<Record<string, Type>> = { SINGLE_BLOB: varbinary(MAX), SINGLE_CLOB: varchar(MAX), SINGLE_NCLOB: nvarchar(MAX) };

/** Other data sources can be reached only when the server allows it, which it does not. */
export function adHocAccess(): SqlError {
  const component = 'Ad Hoc Distributed Queries';
  return sqlError(15281, 'STATEMENT', 'OpenRowset/OpenDatasource', component, component, component, component);
}

export function bulkRows(node: OpenRowset, cx: ExprContext): Extract<From, { kind: 'rows' }> {
  if (!node.bulk) throw adHocAccess();
  const [file] = node.args;
  if (node.alias === null) throw sqlError(491);
  const forms = node.options.map((option) => formOf(option.name, option.values)).filter((name) => name in TYPES);
  const [form] = forms;
  if (forms.length > 1) throw sqlError(471);
  const type = form === undefined ? undefined : TYPES[form];
  if (form === undefined && node.schema !== null) return fileRows(node, node.schema, cx);
  if (form === undefined || type === undefined || node.schema !== null)
    throw unsupported('OPENROWSET(BULK …) without SINGLE_CLOB, SINGLE_NCLOB, SINGLE_BLOB or WITH');
  if (file?.kind !== 'string') throw sqlError(102, 'BULK');
  const name = node.columns[0]?.value ?? 'BulkColumn';
  const columns: readonly QueryColumn[] = [{ name, type, nullable: true, identity: false, computed: true }];
  const rows = (context: ExecutionContext, [path]: readonly Value[]): Iterable<readonly Value[]> => [
    [contentOf(context.readBulkFile(String(path)), form)],
  ];
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, node.alias.value, columns),
    rows: { key: `bulk ${form}`, columns, rows: rows as never },
    args: [stringConstant(file.value, true)],
  };
}

type Rows = Extract<From, { kind: 'rows' }>;

/** The columns of WITH take the fields in order, or those that their ordinals name. */
function fileRows({ args, options, alias }: OpenRowset, schema: NonNullable<OpenRowset['schema']>, cx: ExprContext): Rows {
  const [file] = args;
  if (file?.kind !== 'string') throw sqlError(102, 'BULK');
  if (alias === null) throw sqlError(491);
  const bulk = readBulkOptions(options);
  const columns = schema.map(
    (column): QueryColumn => ({
      name: column.name.value,
      type: resolveType(column.type, DECLARATION, cx.binder).type,
      nullable: true,
      identity: false,
      computed: true,
    }),
  );
  const readers = columns.map(({ type }) => fieldReader(type));
  const rows = (context: ExecutionContext, [path]: readonly Value[]): Iterable<readonly Value[]> =>
    readRows(context, String(path), columns, readers, bulk);
  return {
    kind: 'rows',
    source: sourceOf(cx.binder, alias.value, columns),
    rows: {
      key: `bulk ${JSON.stringify([bulk, columns.map(({ name, type }) => [name, typeToString(type)])])}`,
      columns,
      rows: rows as never,
    },
    args: [stringConstant(file.value, true)],
  };
}

function* readRows(
  context: ExecutionContext,
  path: string,
  columns: readonly QueryColumn[],
  readers: readonly FieldReader[],
  options: BulkOptions,
): Iterable<readonly Value[]> {
  const { formatFile } = options;
  const plain = { fields: equalFields(columns.length, options).map((field, i) => ({ ...field, column: i + 1 })), wide: false };
  const format =
    formatFile === null ? plain : readFormatFile(decodeFile(context.readBulkFile(formatFile), { wide: false, codePage: '' }), formatFile);
  const text = decodeFile(context.readBulkFile(path), { ...options, wide: options.wide || format.wide });
  let errors = 0;
  for (const record of recordsOf(text, format.fields, path, options)) {
    const values: Value[] = columns.map(() => null);
    const error = fillRow(values, record, { format, readers, columns, context });
    if (error === null) yield values;
    else if (++errors > options.maxErrors) throw error;
  }
}

interface Filling {
  readonly format: Format;
  readonly readers: readonly FieldReader[];
  readonly columns: readonly QueryColumn[];
  readonly context: ExecutionContext;
}

function fillRow(values: Value[], { row, fields }: BulkRecord, { format, readers, columns, context }: Filling): SqlError | null {
  for (const [i, { column }] of format.fields.entries()) {
    const text = fields[i] ?? '';
    const reader = readers[column - 1];
    if (text === '' || reader === undefined) continue;
    const result = reader(text, context);
    if ('error' in result) return sqlError(result.error, row, i + 1, columns[column - 1]?.name ?? '');
    values[column - 1] = result.value;
  }
  return null;
}

/** An option that is a bare word may be kept as a value without a name. */
function formOf(name: string, values: OpenRowset['options'][number]['values']): string {
  const [value] = values;
  return name === '' && value?.kind === 'word' ? value.value : name;
}

const isWide = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** 4806 and 4809: each of the two text forms takes its own encoding. */
function contentOf(bytes: Uint8Array, form: string): Value {
  if (form === 'SINGLE_BLOB') return bytes;
  if (form === 'SINGLE_NCLOB') {
    if (!isWide(bytes)) throw sqlErrorState(4809, 1);
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (isWide(bytes)) throw sqlErrorState(4806, 1);
  return new TextDecoder('utf-8').decode(bytes);
}
