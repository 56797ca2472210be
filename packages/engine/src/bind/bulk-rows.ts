/** OPENROWSET(BULK 'file', SINGLE_CLOB | SINGLE_NCLOB | SINGLE_BLOB): a file as one row with one column. */

import { MAX, nvarchar, type OpenRowset, type Type, varbinary, varchar } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../errors.ts';
import type { ExecutionContext } from '../run/contracts.ts';
import type { Value } from '../values/value.ts';
import type { ExprContext } from './context.ts';
import { stringConstant } from './literal.ts';
import { sourceOf } from './query.ts';
import type { From, QueryColumn } from './tree.ts';

const TYPES: Readonly<Record<string, Type>> = { SINGLE_BLOB: varbinary(MAX), SINGLE_CLOB: varchar(MAX), SINGLE_NCLOB: nvarchar(MAX) };

export function bulkRows(node: OpenRowset, cx: ExprContext): Extract<From, { kind: 'rows' }> {
  if (!node.bulk) throw unsupported('OPENROWSET with a provider');
  const [file] = node.args;
  if (node.alias === null) throw sqlError(491);
  const forms = node.options.map((option) => formOf(option.name, option.values)).filter((name) => name in TYPES);
  const [form] = forms;
  if (forms.length > 1) throw sqlError(471);
  const type = form === undefined ? undefined : TYPES[form];
  if (form === undefined || type === undefined || node.schema !== null)
    throw unsupported('OPENROWSET(BULK …) without SINGLE_CLOB, SINGLE_NCLOB or SINGLE_BLOB');
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
