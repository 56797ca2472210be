/** The words of a full-text index, read off the rows of its table: for owners of the database, as they are the data itself. */

import { decodePhysical, quoteName } from '../backends/sqlite/physical.ts';
import { columnById } from '../catalog/find.ts';
import type { Column, DatabaseCatalog, FullTextIndex, Table } from '../catalog/model.ts';
import { DATABASE, holds } from '../catalog/security/index.ts';
import { breakingOf } from '../functions/fulltext/breaking.ts';
import type { Breaking } from '../functions/fulltext/condition.ts';
import { END_OF_FILE, type IndexedWord } from '../functions/fulltext/keywords.ts';
import { wordsOf } from '../functions/fulltext/words.ts';
import type { SessionCore } from './session-core.ts';

/** As JSON, in the order of the words. */
export function indexedWords(core: SessionCore, databaseId: number, objectId: number): string {
  const catalog = core.catalogs.databaseById(databaseId);
  const table = catalog?.objectsById.get(objectId);
  if (catalog === undefined || table?.kind !== 'table' || table.fullText === undefined) return '[]';
  if (!core.catalogs.unrestricted && !holds(core.security.token(catalog), 'CONTROL', DATABASE)) return '[]';
  return JSON.stringify(wordsOfIndex(core, catalog, table, table.fullText).sort(byTerm));
}

const byTerm = (a: IndexedWord, b: IndexedWord): number =>
  a.term === b.term ? a.columnId - b.columnId || a.document - b.document || a.position - b.position : a.term < b.term ? -1 : 1;

function wordsOfIndex(core: SessionCore, catalog: DatabaseCatalog, table: Table, index: FullTextIndex): IndexedWord[] {
  const breaking = breakingOf(index, catalog);
  const key = [...table.keys, ...table.indexes].find(({ indexId }) => indexId === index.keyIndexId)?.columns[0]?.columnId ?? 0;
  return index.columns.flatMap(({ columnId }) => {
    const [keyColumn, column] = [columnById(table, key), columnById(table, columnId)];
    return keyColumn === undefined || column === undefined ? [] : [...wordsOfColumn(core, catalog, table, keyColumn, column, breaking)];
  });
}

function* wordsOfColumn(
  core: SessionCore,
  { databaseId }: DatabaseCatalog,
  table: Table,
  key: Column,
  column: Column,
  { accents, isStopWord }: Breaking,
): Iterable<IndexedWord> {
  const { databases } = core.instance;
  databases.attach(core.connection, databaseId);
  const columns = [key, column].map(({ storageName }) => quoteName(storageName)).join(', ');
  const sql = `SELECT ${columns} FROM ${databases.alias(databaseId)}.${quoteName(table.storage.name)} ORDER BY 1`;
  let number = 0;
  for (const [id, text] of core.connection.iterate(sql, [], { bigints: true, functions: [] })) {
    number += 1;
    const value = decodePhysical(text ?? null, column.type);
    if (value === null) continue;
    const at = { columnId: column.id, document: documentNumber(decodePhysical(id ?? null, key.type), number) };
    const words = wordsOf(String(value), accents);
    for (const { text: term, place } of words) if (!isStopWord(term)) yield { ...at, term, position: place + 1 };
    yield { ...at, term: END_OF_FILE, position: words.length + 1 };
  }
}

/** Keys that are integers are the numbers of documents; other rows are counted. */
const documentNumber = (key: unknown, number: number): number =>
  typeof key === 'number' || typeof key === 'bigint' ? Number(key) : number;
