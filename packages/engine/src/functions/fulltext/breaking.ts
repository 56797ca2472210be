/** How an index takes texts apart: whether accents count, which catalogs say, and which words it leaves out. */

import type { DatabaseCatalog, FullTextIndex } from '../../catalog/model.ts';
import { isSystemStopWord } from '../../values/stop-words.ts';
import type { Breaking } from './condition.ts';

export function breakingOf(index: FullTextIndex, catalog: DatabaseCatalog | undefined): Breaking {
  const accents = catalog?.fullTextCatalogs?.find(({ id }) => id === index.catalogId)?.accents ?? true;
  return { accents, ...stopWordsOf(index, catalog) };
}

type StopWords = Pick<Breaking, 'stoplist' | 'isStopWord'>;

function stopWordsOf({ stopWords, stoplistId }: FullTextIndex, catalog: DatabaseCatalog | undefined): StopWords {
  if (!stopWords) return { stoplist: '', isStopWord: () => false };
  const list = catalog?.fullTextStoplists?.find(({ id }) => id === stoplistId);
  if (list === undefined) return { stoplist: 'SYSTEM', isStopWord: isSystemStopWord };
  // Texts are read as English, and what is of no language holds for all.
  const words = new Set(list.words.filter(({ language }) => ENGLISH.has(language)).map(({ word }) => word));
  return { stoplist: [...words].sort().join(' '), isStopWord: (word) => words.has(word) };
}

const ENGLISH: ReadonlySet<number> = new Set([0, 1033, 2057]);
