/**
 * What full-text search makes of texts, as rows: sys.dm_fts_parser takes a search condition apart, and sys.dm_fts_index_keywords and its kin show the
 * words of an index. An index has no storage, so the session reads the rows of the table when it is asked.
 */

import { BIGINT, INT, nvarchar, type Type, varbinary } from '@sprocket/tsql';
import type { Environment } from '../../environment.ts';
import { sqlError } from '../../errors.ts';
import { isSystemStopWord } from '../../values/stop-words.ts';
import type { Value } from '../../values/value.ts';
import type { TableBuiltin, TableColumn } from '../builtin.ts';
import { wordsOf } from './words.ts';

const column = (name: string, type: Type): TableColumn => ({ name, type, nullable: true });

const KEYWORD = [column('keyword', varbinary(128)), column('display_term', nvarchar(4000))];

/** A word of a document; the word `END OF FILE` stands behind the last one. */
export interface IndexedWord {
  readonly term: string;
  readonly columnId: number;
  readonly document: number;
  /** From 1. */
  readonly position: number;
}

export const END_OF_FILE = 'END OF FILE';

/** The words as their UTF-16 with the high byte first; 0xFF for the end of a document. */
function keyword(term: string): Uint8Array {
  if (term === END_OF_FILE) return Uint8Array.of(0xff);
  return Uint8Array.from({ length: Math.min(128, term.length * 2) }, (_, i) => {
    const unit = term.charCodeAt(i >> 1);
    return i % 2 === 0 ? unit >> 8 : unit & 0xff;
  });
}

/** A view of the words of an index: how words are told apart, and what is said of those that are the same. */
interface Listing {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly key: (word: IndexedWord) => string;
  readonly row: (words: readonly IndexedWord[]) => readonly Value[];
}

const LISTINGS: readonly Listing[] = [
  {
    name: 'DM_FTS_INDEX_KEYWORDS',
    columns: [column('column_id', INT), column('document_count', INT)],
    key: ({ term, columnId }) => JSON.stringify([term, columnId]),
    row: (words) => [new Set(words.map(({ document }) => document)).size],
  },
  {
    name: 'DM_FTS_INDEX_KEYWORDS_BY_DOCUMENT',
    columns: [column('column_id', INT), column('document_id', BIGINT), column('occurrence_count', INT)],
    key: ({ term, columnId, document }) => JSON.stringify([term, columnId, document]),
    row: (words) => [BigInt(words[0]?.document ?? 0), words.length],
  },
  {
    name: 'DM_FTS_INDEX_KEYWORDS_POSITION_BY_DOCUMENT',
    columns: [column('column_id', INT), column('document_id', BIGINT), column('position', INT)],
    key: ({ term, columnId, document, position }) => JSON.stringify([term, columnId, document, position]),
    row: ([word]) => [BigInt(word?.document ?? 0), word?.position ?? 0],
  },
];

function* listed({ key, row }: Listing, words: readonly IndexedWord[]): Iterable<readonly Value[]> {
  const groups = new Map<string, IndexedWord[]>();
  for (const word of words) {
    const known = groups.get(key(word));
    if (known === undefined) groups.set(key(word), [word]);
    else known.push(word);
  }
  for (const same of groups.values()) yield [keyword(same[0]?.term ?? ''), same[0]?.term ?? '', same[0]?.columnId ?? 0, ...row(same)];
}

const indexListing = (listing: Listing): TableBuiltin => ({
  name: `SYS.${listing.name}`,
  minArgs: 2,
  maxArgs: 2,
  signature: () => ({ params: [INT, INT], columns: [...KEYWORD, ...listing.columns] }),
  rows:
    () =>
    (env: Environment, [database = null, table = null]: readonly Value[]) => {
      if (database === null || table === null) throw sqlError(30007);
      return listed(listing, JSON.parse(String(env.session('DM_FTS_INDEX_KEYWORDS', database, table))) as readonly IndexedWord[]);
    },
});

const PARSER_COLUMNS: readonly TableColumn[] = [
  KEYWORD[0]!,
  column('group_id', INT),
  column('phrase_id', INT),
  column('occurrence', INT),
  column('special_term', nvarchar(4000)),
  column('display_term', nvarchar(4000)),
  column('expansion_type', INT),
  column('source_term', nvarchar(4000)),
];

/** A phrase in quotation marks, or a word that is no operator. */
const PHRASE = /"([^"]*)"|([^\s()|&!~,"]+)/g;
const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'NEAR']);

function* parsed(text: string, hasStopWords: boolean, accents: boolean): Iterable<readonly Value[]> {
  let group = 0;
  for (const [, quoted, bare] of text.matchAll(PHRASE)) {
    if (bare !== undefined && OPERATORS.has(bare.toUpperCase())) continue;
    const source = quoted ?? bare ?? '';
    group += 1;
    for (const { text: word, place } of wordsOf(source, accents)) {
      const special = hasStopWords && isSystemStopWord(word) ? 'Noise Word' : 'Exact Match';
      yield [keyword(word), group, 0, place + 1, special, word, 0, source];
    }
  }
}

/** `(text, language, stoplist, accents)`: a stoplist other than NULL is the system's. */
const PARSER: TableBuiltin = {
  name: 'SYS.DM_FTS_PARSER',
  minArgs: 4,
  maxArgs: 4,
  signature: () => ({ params: [nvarchar(4000), INT, INT, INT], columns: PARSER_COLUMNS }),
  rows:
    () =>
    (_: Environment, [text = null, , stoplist = null, accents = null]: readonly Value[]) =>
      text === null ? [] : parsed(String(text), stoplist !== null, accents !== 0),
};

/** Search properties are not kept. */
const BY_PROPERTY: TableBuiltin = {
  name: 'SYS.DM_FTS_INDEX_KEYWORDS_BY_PROPERTY',
  minArgs: 2,
  maxArgs: 2,
  signature: () => ({
    params: [INT, INT],
    columns: [...KEYWORD, column('column_id', INT), column('document_id', BIGINT), column('property_id', INT)],
  }),
  rows: () => () => [],
};

export const FULL_TEXT_TABLES: readonly TableBuiltin[] = [...LISTINGS.map(indexListing), BY_PROPERTY, PARSER];
