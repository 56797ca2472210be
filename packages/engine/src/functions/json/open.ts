/**
 * OPENJSON: the members of a document as rows, or with a schema one row for each object. Values of the default schema are text as written, strings
 * unescaped; a schema's columns are converted from that text as CAST would, binaries from base64.
 */

import { isBinary, isString, MAX, nvarchar, type Type } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlError, sqlErrorState } from '../../errors.ts';
import { converter } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { type JsonPath, locate, parsePath } from './path.ts';
import { eachItem, eachMember, type JsonKind, type JsonSource, kindAt, rootAt, scalarAt, skipValue } from './reader.ts';

/** A column of OPENJSON … WITH. */
export interface JsonColumn {
  readonly name: string;
  readonly type: Type;
  /** Null takes the member of the column's name. */
  readonly path: string | null;
  readonly asJson: boolean;
}

type Row = readonly Value[];

/** The type column of the default schema. */
const TYPE_CODES: Readonly<Record<JsonKind, number>> = { null: 0, string: 1, number: 2, true: 3, false: 3, array: 4, object: 5 };

/** OPENJSON(document, path) without a schema: key, value, type. */
export function openJson(_env: Environment, [document = null, path = '$']: readonly Value[]): readonly Row[] {
  const opened = open(document, path, 1);
  if (opened === undefined) return [];
  const rows: Row[] = [];
  eachChild(opened.source, opened.at, (key, at) => rows.push([key, textAt(opened.source, at), TYPE_CODES[kindAt(opened.source, at)]]));
  return rows;
}

/** OPENJSON(document, path) WITH (columns). */
export function openJsonWith(columns: readonly JsonColumn[]): (env: Environment, args: readonly Value[]) => readonly Row[] {
  const readers = columns.map(columnReader);
  return (env, [document = null, path = '$']) => {
    const opened = open(document, path, 2);
    if (opened === undefined) return [];
    const { source, at } = opened;
    const objects: number[] = [];
    if (kindAt(source, at) === 'object') objects.push(at);
    else eachChild(source, at, (_, item) => objects.push(item));
    return objects.map((item) => readers.map((read) => read({ text: source.text.slice(item, skipValue(source, item)), state: 4 }, env)));
  };
}

interface Opened {
  readonly source: JsonSource;
  readonly at: number;
}

/** The container that a path names; undefined where lax mode opens no rows. */
function open(document: Value, pathValue: Value, state: number): Opened | undefined {
  if (document === null || pathValue === null) return undefined;
  const path = parsePath(String(pathValue));
  const source: JsonSource = { text: String(document), state: path.steps.length === 0 ? 4 : 3 };
  const at = locate(source, path.steps);
  if (at === undefined) return missing(path, 3);
  const kind = kindAt(source, at);
  if (kind === 'object' || kind === 'array') return { source: { ...source, state: 4 }, at };
  if (path.strict) throw sqlErrorState(13611, state);
  return undefined;
}

function missing(path: JsonPath, state: number): undefined {
  if (path.strict) throw sqlErrorState(13608, state);
}

function eachChild(source: JsonSource, at: number, visit: (key: string, at: number) => void): void {
  if (kindAt(source, at) === 'object') {
    eachMember(source, at, (key, valueAt) => {
      visit(key, valueAt);
      return true;
    });
  } else {
    eachItem(source, at, (index, itemAt) => {
      visit(String(index), itemAt);
      return true;
    });
  }
}

/** A value as text: null for JSON's null, a container as written. */
function textAt(source: JsonSource, at: number): string | null {
  const kind = kindAt(source, at);
  if (kind === 'null') return null;
  return kind === 'object' || kind === 'array' ? source.text.slice(at, skipValue(source, at)) : scalarAt(source, at);
}

type ColumnReader = (item: JsonSource, env: Environment) => Value;

function columnReader(column: JsonColumn): ColumnReader {
  const path = column.path === null ? { append: false, strict: false, steps: [column.name] } : parsePath(column.path);
  if (column.asJson && !(column.type.name === 'nvarchar' && column.type.length === MAX)) throw sqlError(13618);
  const convert = column.asJson ? undefined : textConverter(column.type);
  return (item, env) => {
    const at = locateItem(item, path);
    if (at === undefined) return missing(path, 6) ?? null;
    const kind = kindAt(item, at);
    const isContainer = kind === 'object' || kind === 'array';
    if (kind === 'null') return null;
    if (isContainer !== column.asJson) return wrongKind(path, column.asJson);
    const text = textAt(item, at);
    return text === null || convert === undefined ? text : convert(text, env);
  };
}

/** An item may be a scalar, which only the path $ names. */
function locateItem(item: JsonSource, path: JsonPath): number | undefined {
  if (path.steps.length === 0) return rootAt(item, true);
  const kind = kindAt(item, 0);
  return kind === 'object' || kind === 'array' ? locate(item, path.steps) : undefined;
}

function wrongKind(path: JsonPath, asJson: boolean): null {
  if (path.strict) throw sqlErrorState(asJson ? 13624 : 13623, 1);
  return null;
}

function textConverter(type: Type): (text: string, env: Environment) => Value {
  if (isBinary(type)) return (text) => fromBase64(text, type);
  const convert = converter(nvarchar(MAX), type, { explicit: true });
  if (isString(type)) return (text, env) => convert(text, env);
  return (text, env) => (text === 'true' || text === 'false' ? convert(text === 'true' ? '1' : '0', env) : convert(text, env));
}

function fromBase64(text: string, type: Type): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw sqlErrorState(13612, 5);
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  if (type.length !== MAX && bytes.length > type.length) throw sqlErrorState(13613, 1);
  return bytes;
}
