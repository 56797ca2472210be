/** Full-text catalogs and indexes. An index has no storage: a search reads the texts of the rows. Statements are read off their tokens. */

import { type Administrative, type Drop, isBinary, isString, MAX, type ObjectName } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { setFullTextCatalogs } from '../edit.ts';
import { type AnyIndex, columnById, findColumn, findIndex, isKey, nameText, sameName, tablesOf } from '../find.ts';
import type { DatabaseCatalog, FullTextCatalog, FullTextIndex, Table } from '../model.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';
import { alterStoplist, createStoplist, requireStoplist } from './full-text-stoplist.ts';
import { findTableHome } from './home.ts';
import { type Clauses, clauses } from './keys/clauses.ts';

const RUN: Readonly<Record<string, (name: string, from: Clauses, context: DdlContext) => void>> = {
  'CREATE FULLTEXT CATALOG': createCatalog,
  'ALTER FULLTEXT CATALOG': alterCatalog,
  'CREATE FULLTEXT INDEX': (_, from, context) => createFullTextIndex(from, context),
  'ALTER FULLTEXT INDEX': (_, from, context) => alterFullTextIndex(from, context),
  'CREATE FULLTEXT STOPLIST': createStoplist,
  'ALTER FULLTEXT STOPLIST': alterStoplist,
};

export const isFullText = (what: string): boolean => RUN[what] !== undefined;

export function runFullText({ what, names, clauses: items }: Administrative, context: DdlContext): void {
  const name = names[0] === undefined ? '' : nameText(names[0]);
  RUN[what]?.(name, clauses(items, name || 'INDEX'), context);
}

const catalogsOf = (catalog: DatabaseCatalog): readonly FullTextCatalog[] => catalog.fullTextCatalogs ?? [];

function createCatalog(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const existing = catalogsOf(catalog);
  if (existing.some((other) => sameName(other.name, name))) throw sqlError(7642, name);
  if (from.accept('ON', 'FILEGROUP')) from.name();
  if (from.accept('IN', 'PATH')) from.text();
  const accents = accentOption(from) ?? true;
  const isDefault = from.accept('AS', 'DEFAULT');
  if (from.accept('AUTHORIZATION')) from.name();
  from.end();
  const made: FullTextCatalog = { id: Math.max(4, ...existing.map(({ id }) => id)) + 1, name, isDefault, accents };
  const others = isDefault ? existing.map((other) => ({ ...other, isDefault: false })) : existing;
  commitCatalog(context, catalog, setFullTextCatalogs(catalog, [...others, made]));
}

function accentOption(from: Clauses): boolean | undefined {
  if (!from.accept('WITH', 'ACCENT_SENSITIVITY', '=')) return undefined;
  if (from.accept('OFF')) return false;
  from.expect('ON');
  return true;
}

function requireCatalog(catalog: DatabaseCatalog, name: string): FullTextCatalog {
  const found = catalogsOf(catalog).find((other) => sameName(other.name, name));
  if (found === undefined) throw sqlError(7641, name, catalog.name);
  return found;
}

function alterCatalog(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const found = requireCatalog(catalog, name);
  const change = (changed: FullTextCatalog): void => {
    const others = catalogsOf(catalog).map((other) =>
      other === found ? changed : changed.isDefault ? { ...other, isDefault: false } : other,
    );
    commitCatalog(context, catalog, setFullTextCatalogs(catalog, others));
  };
  if (from.accept('AS', 'DEFAULT')) return change({ ...found, isDefault: true });
  if (from.accept('REORGANIZE')) return;
  from.expect('REBUILD');
  change({ ...found, accents: accentOption(from) ?? found.accents });
}

export function dropFullTextCatalog(context: DdlContext, name: ObjectName): void {
  const catalog = context.catalogs.current();
  const found = requireCatalog(catalog, nameText(name));
  for (const table of tablesOf(catalog)) if (table.fullText?.catalogId === found.id) throw sqlError(7668, found.name);
  const others = catalogsOf(catalog).filter((other) => other !== found);
  commitCatalog(context, catalog, setFullTextCatalogs(catalog, others));
}

function tableName(from: Clauses): ObjectName {
  const parts = [from.name()];
  while (from.accept('.')) parts.push(from.name());
  const span = { start: 0, end: 0, line: 0 };
  return { kind: 'name', parts: parts.map((value) => ({ kind: 'identifier', value, quoted: true, span })), span };
}

function requireTable(name: ObjectName, context: DdlContext) {
  const found = findTableHome(context, name);
  if (found === undefined) throw sqlError(1088, nameText(name));
  return found;
}

function createFullTextIndex(from: Clauses, context: DdlContext): void {
  from.expect('ON');
  const name = tableName(from);
  const { home, table } = requireTable(name, context);
  if (table.fullText !== undefined) throw sqlError(7652, nameText(name));
  const columns = indexColumns(from, table);
  from.expect('KEY', 'INDEX');
  const keyIndexId = keyIndex(table, from.name());
  const catalogId = catalogFor(from, context.catalogs.current());
  const stopWords = readOptions(from, context);
  home.save({ ...table, fullText: { catalogId, keyIndexId, columns, ...stopWords }, modified: context.now });
}

/** `(a LANGUAGE 1033, b)`; documents in files are not read. */
function indexColumns(from: Clauses, table: Table): FullTextIndex['columns'] {
  const list = from.group();
  const columns: { readonly columnId: number; readonly language: number }[] = [];
  do {
    const name = list.name();
    if (list.accept('TYPE', 'COLUMN')) throw unsupported('FULLTEXT INDEX … TYPE COLUMN');
    if (list.accept('LANGUAGE')) language(list);
    list.accept('STATISTICAL_SEMANTICS');
    columns.push({ columnId: textColumn(table, name), language: 1033 });
  } while (list.accept(','));
  list.end();
  return columns;
}

/** English and the neutral language are known; the words of others would have other stems. */
function language(list: Clauses): void {
  const written = list.languageName();
  if (!['1033', '2057', '0', 'english', 'british english', 'neutral'].includes(written.toLowerCase()))
    throw unsupported(`FULLTEXT INDEX … LANGUAGE ${written}`);
}

function textColumn(table: Table, name: string): number {
  const column = findColumn(table, name);
  if (column === undefined) throw sqlError(1911, name);
  if (isBinary(column.type) && column.type.length === MAX) throw unsupported('FULLTEXT INDEX on varbinary(max)');
  if (!isString(column.type) && column.type.name !== 'xml') throw sqlError(7670, name);
  return column.id;
}

/** A unique index of one column that is not nullable. */
function keyIndex(table: Table, name: string): number {
  const index = findIndex(table, name);
  if (index === undefined || !isUsable(index, table)) throw sqlError(7653, name, 900);
  return index.indexId;
}

function isUsable(index: AnyIndex, table: Table): boolean {
  const [only] = index.columns;
  const isUnique = isKey(index) || (index.unique && !index.disabled && index.filter === null);
  return isUnique && index.columns.length === 1 && only !== undefined && columnById(table, only.columnId)?.nullable === false;
}

/** `ON catalog` or the default one. */
function catalogFor(from: Clauses, catalog: DatabaseCatalog): number {
  if (!from.accept('ON')) {
    const found = catalogsOf(catalog).find(({ isDefault }) => isDefault);
    if (found === undefined) throw sqlError(9967, catalog.name);
    return found.id;
  }
  const grouped = from.tryGroup();
  const name = (grouped ?? from).name();
  if (grouped?.accept(',', 'FILEGROUP') === true) grouped.name();
  return requireCatalog(catalog, name).id;
}

/** Changes are always seen at once, whatever CHANGE_TRACKING says. */
function readOptions(from: Clauses, context: DdlContext): StopWords {
  if (!from.accept('WITH')) return SYSTEM_LIST;
  const options = from.tryGroup() ?? from;
  let stopWords = SYSTEM_LIST;
  do {
    if (options.accept('STOPLIST')) {
      stopWords = stopList(options, context);
    } else if (options.accept('CHANGE_TRACKING')) {
      options.accept('=');
      options.name();
    } else options.expect('NO', 'POPULATION');
  } while (options.accept(','));
  options.end();
  return stopWords;
}

type StopWords = Pick<FullTextIndex, 'stopWords' | 'stoplistId'>;

const SYSTEM_LIST: StopWords = { stopWords: true };

/** Which words are left out: those of the system's list, none with OFF, or those of a list of the database. */
function stopList(from: Clauses, context: DdlContext): StopWords {
  from.accept('=');
  if (from.accept('OFF')) return { stopWords: false };
  if (from.accept('SYSTEM')) return SYSTEM_LIST;
  return { stopWords: true, stoplistId: requireStoplist(context.catalogs.current(), from.name()).id };
}

function alterFullTextIndex(from: Clauses, context: DdlContext): void {
  from.expect('ON');
  const name = tableName(from);
  const { home, table } = requireTable(name, context);
  const { fullText } = table;
  if (fullText === undefined) throw sqlError(7601, 'table or indexed view', nameText(name));
  if (from.accept('DISABLE')) throw unsupported('ALTER FULLTEXT INDEX … DISABLE');
  if (from.accept('ADD')) {
    const columns = [...fullText.columns, ...indexColumns(from, table)];
    return home.save({ ...table, fullText: { ...fullText, columns }, modified: context.now });
  }
  if (from.accept('SET', 'STOPLIST')) {
    const { stoplistId, ...rest } = fullText;
    return home.save({ ...table, fullText: { ...rest, ...stopList(from, context) }, modified: context.now });
  }
  if (!from.accept('DROP')) return;
  const gone = from.group();
  const ids: number[] = [];
  do ids.push(textColumn(table, gone.name()));
  while (gone.accept(','));
  if (from.accept('WITH')) from.expect('NO', 'POPULATION');
  from.end();
  const columns = fullText.columns.filter(({ columnId }) => !ids.includes(columnId));
  home.save({ ...table, fullText: { ...fullText, columns }, modified: context.now });
}

export function dropFullTextIndex(context: DdlContext, { on }: Drop): void {
  if (on?.kind !== 'name') throw unsupported('DROP FULLTEXT INDEX');
  const { home, table } = requireTable(on, context);
  const { fullText, ...rest } = table;
  if (fullText === undefined) throw sqlError(7601, 'table or indexed view', nameText(on));
  home.save({ ...rest, modified: context.now });
}
