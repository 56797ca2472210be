/** CREATE, ALTER and DROP FULLTEXT STOPLIST: words that the full-text indexes which name the list leave out. */

import type { ObjectName } from '@sprocket/tsql';
import { sqlError, unsupported } from '../../errors.ts';
import { SYSTEM_STOP_WORDS } from '../../values/stop-words.ts';
import { setFullTextStoplists } from '../edit.ts';
import { nameText, sameName, tablesOf } from '../find.ts';
import { languageId } from '../full-text-languages.ts';
import type { DatabaseCatalog, FullTextStoplist } from '../model.ts';
import { commitCatalog } from './apply.ts';
import type { DdlContext } from './context.ts';
import type { Clauses } from './keys/clauses.ts';

type StopWord = FullTextStoplist['words'][number];

const ENGLISH = 1033;

const stoplistsOf = (catalog: DatabaseCatalog): readonly FullTextStoplist[] => catalog.fullTextStoplists ?? [];

/** Raises 30023. */
export function requireStoplist(catalog: DatabaseCatalog, name: string): FullTextStoplist {
  const found = stoplistsOf(catalog).find((other) => sameName(other.name, name));
  if (found === undefined) throw sqlError(30023, name);
  return found;
}

export function createStoplist(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  if (stoplistsOf(catalog).some((other) => sameName(other.name, name))) throw sqlError(30024, name);
  const words = from.accept('FROM') ? copiedWords(from, catalog, context) : [];
  const owner = from.accept('AUTHORIZATION') ? from.name() : 'dbo';
  from.end();
  const id = Math.max(4, ...stoplistsOf(catalog).map((list) => list.id)) + 1;
  const made: FullTextStoplist = { id, name, words, owner, created: context.now, modified: context.now };
  commitCatalog(context, catalog, setFullTextStoplists(catalog, [...stoplistsOf(catalog), made]));
}

/** `FROM SYSTEM STOPLIST`, or another list of this database or one beside it. */
function copiedWords(from: Clauses, catalog: DatabaseCatalog, context: DdlContext): readonly StopWord[] {
  if (from.accept('SYSTEM', 'STOPLIST')) return SYSTEM_STOP_WORDS.map((word) => ({ word, language: ENGLISH }));
  const first = from.name();
  if (!from.accept('.')) return requireStoplist(catalog, first).words;
  const database = context.catalogs.database(first);
  if (database === undefined) throw sqlError(911, first);
  return requireStoplist(database, from.name()).words;
}

export function alterStoplist(name: string, from: Clauses, context: DdlContext): void {
  const catalog = context.catalogs.current();
  const list = requireStoplist(catalog, name);
  const words = from.accept('ADD') ? withWord(list, from) : withoutWords(list, from);
  from.end();
  const changed = { ...list, words, modified: context.now };
  const others = stoplistsOf(catalog).map((other) => (other === list ? changed : other));
  commitCatalog(context, catalog, setFullTextStoplists(catalog, others));
}

/** `'word' LANGUAGE l` */
function readWord(from: Clauses): StopWord {
  const word = from.text();
  return { word: word.toLowerCase(), language: readLanguage(from) };
}

function readLanguage(from: Clauses): number {
  from.expect('LANGUAGE');
  const written = from.languageName();
  const language = languageId(written);
  if (language === undefined) throw unsupported(`FULLTEXT STOPLIST … LANGUAGE ${written}`);
  return language;
}

const isSame = (a: StopWord, b: StopWord): boolean => a.word === b.word && a.language === b.language;

function withWord({ name, words }: FullTextStoplist, from: Clauses): readonly StopWord[] {
  const added = readWord(from);
  if (words.some((other) => isSame(other, added))) throw sqlError(30033, name, added.word, added.language);
  return [...words, added];
}

function withoutWords({ name, words }: FullTextStoplist, from: Clauses): readonly StopWord[] {
  from.expect('DROP');
  if (from.accept('ALL')) {
    if (from.atEnd()) return [];
    const language = readLanguage(from);
    return words.filter((other) => other.language !== language);
  }
  const dropped = readWord(from);
  const rest = words.filter((other) => !isSame(other, dropped));
  if (rest.length === words.length) throw sqlError(30032, name, dropped.word, dropped.language);
  return rest;
}

export function dropStoplist(context: DdlContext, name: ObjectName): void {
  const catalog = context.catalogs.current();
  const list = requireStoplist(catalog, nameText(name));
  if ([...tablesOf(catalog)].some(({ fullText }) => fullText?.stoplistId === list.id)) throw sqlError(30034, list.name);
  const others = stoplistsOf(catalog).filter((other) => other !== list);
  commitCatalog(context, catalog, setFullTextStoplists(catalog, others));
}
