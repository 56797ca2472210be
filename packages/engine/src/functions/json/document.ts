/**
 * FOR JSON PATH: rows as one JSON document. Dots in column names nest objects; the columns of one object must stand together. The layout is worked
 * out once, so a row costs one pass over its values.
 */

import type { Type } from '@sprocket/tsql';
import { isString } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import type { Present, Value } from '../../values/value.ts';
import { jsonText, quoteJson } from './text.ts';

export interface DocumentColumn {
  readonly name: string;
  readonly type: Type;
  /** True when the column's text is JSON and is embedded as it is. */
  readonly json?: boolean;
}

export interface DocumentOptions {
  /** ROOT('name'). */
  readonly root: string | null;
  /** INCLUDE_NULL_VALUES. */
  readonly nulls: boolean;
  /** WITHOUT_ARRAY_WRAPPER. */
  readonly bare: boolean;
}

/** A member of an object: a column's value, or an object of its own. */
type Member =
  | { readonly kind: 'value'; readonly key: string; readonly index: number; readonly write: (value: Present) => string }
  | { readonly kind: 'object'; readonly key: string; readonly members: Member[] };

/** Formats rows; NULL when there are none. */
export function jsonDocument(
  columns: readonly DocumentColumn[],
  options: DocumentOptions,
): (rows: readonly (readonly Value[])[]) => string | null {
  if (options.root !== null && options.bare) throw sqlError(13620);
  const members = layOut(columns);
  return (rows) => {
    if (rows.length === 0) return null;
    const body = rows.map((row) => writeObject(members, row, options.nulls) ?? '{}').join(',');
    if (options.bare) return body;
    return options.root === null ? `[${body}]` : `{${quoteJson(options.root)}:[${body}]}`;
  };
}

function layOut(columns: readonly DocumentColumn[]): readonly Member[] {
  const members: Member[] = [];
  columns.forEach((column, index) => {
    if (column.name === '') throw sqlError(13605);
    const steps = column.name.split('.');
    if (steps.includes('')) throw sqlError(13603, column.name);
    const parent = steps.slice(0, -1).reduce((at, step) => openObject(at, step, column.name), members);
    addMember(parent, { kind: 'value', key: steps.at(-1)!, index, write: writerOf(column) }, column.name);
  });
  return members;
}

function writerOf(column: DocumentColumn): (value: Present) => string {
  return column.json === true && isString(column.type) ? String : jsonText(column.type);
}

/** The object of that name when it is the last member; any earlier one is closed already. */
function openObject(members: Member[], key: string, name: string): Member[] {
  const last = members.at(-1);
  if (last?.kind === 'object' && last.key === key) return last.members;
  const opened: Member[] = [];
  addMember(members, { kind: 'object', key, members: opened }, name);
  return opened;
}

function addMember(members: Member[], member: Member, name: string): void {
  if (members.some((other) => other.key === member.key)) throw sqlError(13601, name);
  members.push(member);
}

/** Undefined for an object of which nothing is left. */
function writeObject(members: readonly Member[], row: readonly Value[], nulls: boolean): string | undefined {
  let text = '';
  for (const member of members) {
    const written = writeMember(member, row, nulls);
    if (written !== undefined) text += `${text === '' ? '' : ','}${quoteJson(member.key)}:${written}`;
  }
  return text === '' ? undefined : `{${text}}`;
}

function writeMember(member: Member, row: readonly Value[], nulls: boolean): string | undefined {
  if (member.kind === 'object') return writeObject(member.members, row, nulls);
  const value = row[member.index] ?? null;
  if (value === null) return nulls ? 'null' : undefined;
  return member.write(value);
}
