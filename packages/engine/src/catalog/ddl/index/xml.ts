/**
 * CREATE [PRIMARY | SELECTIVE] XML INDEX. Such an index changes no result: it is kept in the catalog, and the methods of xml read their values without
 * it. The parser leaves the statement as a list of tokens, which is read here.
 */

import type { Administrative, ObjectName } from '@sprocket/tsql';
import { sqlError } from '../../../errors.ts';
import { findColumn, findIndex, nameText, primaryKey, sameName } from '../../find.ts';
import type { Column, Table, XmlIndex } from '../../model.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome } from '../home.ts';
import { type Clauses, clauses } from '../keys/clauses.ts';
import { readNamespaces, readPaths } from './xml-paths.ts';

const FORMS: Readonly<Record<string, XmlIndex['form']>> = {
  'CREATE PRIMARY XML INDEX': 'primary',
  'CREATE XML INDEX': 'secondary',
  'CREATE SELECTIVE XML INDEX': 'selective',
};

export const isXmlIndex = (what: string): boolean => FORMS[what] !== undefined;

export function createXmlIndex({ what, names, clauses: items }: Administrative, context: DdlContext): void {
  const from = clauses(items, 'INDEX');
  const name = names[0] === undefined ? '' : nameText(names[0]);
  from.expect('ON');
  const tableName = objectName(from);
  const columnName = from.group().name();
  const form = FORMS[what] ?? 'primary';
  const found = findTableHome(context, tableName);
  if (found === undefined) throw sqlError(1088, nameText(tableName));
  const { home, table } = found;
  const column = xmlColumn(table, columnName);
  const base = form === 'secondary' ? baseIndex(from, name, table, column) : null;
  const tail = readTail(from, form, base);
  if (findIndex(table, name) !== undefined || findXmlIndex(table, name) !== undefined)
    throw sqlError(1913, name, 'table', `${table.schema}.${table.name}`);
  requireBase(form, name, table, column);
  const index: XmlIndex = { indexId: nextIndexId(table), name, columnId: column.id, form, baseId: base?.indexId ?? null, ...tail };
  home.save({ ...table, xmlIndexes: [...(table.xmlIndexes ?? []), index], modified: context.now });
}

/** The table that the statement names. */
export function tableOfXmlIndex({ clauses: items }: Administrative): ObjectName {
  const from = clauses(items, 'INDEX');
  from.expect('ON');
  return objectName(from);
}

function objectName(from: Clauses): ObjectName {
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  const span = { start: 0, end: 0, line: 0 };
  return { kind: 'name', parts: parts.map((value) => ({ kind: 'identifier', value, quoted: true, span })), span };
}

function xmlColumn(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column === undefined) throw sqlError(1911, name);
  if (column.type.name !== 'xml') throw sqlError(6330, column.name, table.name);
  return column;
}

/** The index that a secondary one is made of. */
function baseIndex(from: Clauses, name: string, table: Table, column: Column): XmlIndex {
  if (!from.accept('USING', 'XML', 'INDEX')) throw sqlError(6343, name);
  const wanted = from.name();
  const base = findXmlIndex(table, wanted);
  if (base === undefined || base.columnId !== column.id || base.form === 'secondary') throw sqlError(6344, wanted, table.name, column.name);
  return base;
}

const USAGES = ['PATH', 'VALUE', 'PROPERTY'] as const;

type Tail = Pick<XmlIndex, 'usage' | 'paths' | 'namespaces'>;

/** What stands behind: the usage of a secondary index, the paths of a selective one, options. */
function readTail(from: Clauses, form: XmlIndex['form'], base: XmlIndex | null): Tail {
  const tail =
    form === 'selective' ? readSelective(from) : { usage: base?.form === 'selective' ? readChosen(from) : readUsage(from, form) };
  if (from.accept('WITH')) from.group();
  from.end();
  return tail;
}

function readSelective(from: Clauses): Tail {
  const namespaces = from.accept('WITH', 'XMLNAMESPACES') ? readNamespaces(from.group()) : [];
  from.expect('FOR');
  return { usage: null, paths: readPaths(from.group()), namespaces };
}

/** A secondary index of a selective one names a path of it. */
function readChosen(from: Clauses): null {
  from.expect('FOR');
  from.group();
  return null;
}

function readUsage(from: Clauses, form: XmlIndex['form']): XmlIndex['usage'] {
  if (form !== 'secondary' || !from.accept('FOR')) return null;
  const usage = USAGES.find((word) => from.accept(word)) ?? null;
  if (usage === null) from.expect('PATH');
  return usage;
}

/** One primary index a column, on a table with a clustered primary key. */
function requireBase(form: XmlIndex['form'], name: string, table: Table, column: Column): void {
  if (form === 'secondary') return;
  const other = (table.xmlIndexes ?? []).find((index) => index.form === form && index.columnId === column.id);
  if (other !== undefined) throw sqlError(6331, other.name, column.name, table.name);
  if (primaryKey(table)?.clustered !== true) throw sqlError(6332, table.name, 16);
  if (column.computed !== null) throw sqlError(6342, name, table.name, column.name);
}

export function findXmlIndex(table: Table, name: string): XmlIndex | undefined {
  return table.xmlIndexes?.find((index) => sameName(index.name, name));
}

/** Without an xml index and those that are made of it. */
export function withoutXmlIndex(table: Table, index: XmlIndex): Table {
  return { ...table, xmlIndexes: (table.xmlIndexes ?? []).filter((other) => other !== index && other.baseId !== index.indexId) };
}

/** XML indexes have numbers of their own. */
const nextIndexId = (table: Table): number => Math.max(255_999, ...(table.xmlIndexes ?? []).map(({ indexId }) => indexId)) + 1;
