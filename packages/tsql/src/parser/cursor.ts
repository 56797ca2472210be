/** Cursors: DECLARE in both syntaxes, OPEN, FETCH, CLOSE, DEALLOCATE. */
import type { CursorDefinition, CursorOption, FetchCursor, Statement } from '../ast/index.ts';
import type { Token } from '../lexer/token.ts';
import { cursorReference } from './cursor-reference.ts';
import { identifier, objectName, variable } from './names.ts';
import type { Parser } from './state.ts';
import { accept, acceptWords, advance, expect, expectWords, fail, list, peek, spanFrom, tokenAt } from './state.ts';

const ISO_OPTIONS: ReadonlySet<string> = new Set<CursorOption>(['INSENSITIVE', 'SCROLL']);
const OPTIONS: ReadonlySet<string> = new Set<CursorOption>([
  'LOCAL',
  'GLOBAL',
  'FORWARD_ONLY',
  'SCROLL',
  'STATIC',
  'KEYSET',
  'DYNAMIC',
  'FAST_FORWARD',
  'READ_ONLY',
  'SCROLL_LOCKS',
  'OPTIMISTIC',
  'TYPE_WARNING',
]);

/** `DECLARE c INSENSITIVE SCROLL CURSOR FOR …`; the current token is the name. */
export function declareCursor(p: Parser, start: Token): Statement {
  const name = identifier(p);
  const options = cursorOptions(p, ISO_OPTIONS);
  expect(p, 'CURSOR');
  return { kind: 'declareCursor', name, definition: cursorDefinition(p, options), span: spanFrom(p, start) };
}

/** What follows the word CURSOR. */
export function cursorDefinition(p: Parser, isoOptions: readonly CursorOption[]): CursorDefinition {
  const start = p.token;
  const options = [...isoOptions, ...cursorOptions(p, OPTIONS)];
  checkOptions(p, start, isoOptions.length, options);
  expect(p, 'FOR');
  const select = p.rules.select(p);
  return { kind: 'cursorDefinition', options, select, for: cursorFor(p), span: spanFrom(p, start) };
}

/** Options of which a cursor has at most one. */
const EXCLUSIVE: readonly (readonly CursorOption[])[] = [
  ['LOCAL', 'GLOBAL'],
  ['FORWARD_ONLY', 'SCROLL'],
  ['STATIC', 'KEYSET', 'DYNAMIC', 'FAST_FORWARD'],
  ['READ_ONLY', 'SCROLL_LOCKS', 'OPTIMISTIC'],
  ['FAST_FORWARD', 'SCROLL'],
  ['FAST_FORWARD', 'SCROLL_LOCKS'],
  ['FAST_FORWARD', 'OPTIMISTIC'],
  ['STATIC', 'SCROLL_LOCKS'],
];

/** ISO options stand before CURSOR and go with no others (1049); some of the others exclude each other (1048). */
function checkOptions(p: Parser, start: Token, isoCount: number, options: readonly CursorOption[]): void {
  if (isoCount > 0 && options.length > isoCount) fail(p, 1049, start);
  for (const group of EXCLUSIVE) {
    const [first, second] = options.filter((option) => group.includes(option));
    if (first !== undefined && second !== undefined && first !== second) fail(p, 1048, start, first, second);
  }
}

function cursorOptions(p: Parser, allowed: ReadonlySet<string>): CursorOption[] {
  const options: CursorOption[] = [];
  while (allowed.has(p.token.key)) options.push(advance(p).key as CursorOption);
  return options;
}

function cursorFor(p: Parser): CursorDefinition['for'] {
  const start = p.token;
  if (acceptWords(p, 'FOR', 'READ', 'ONLY') || acceptWords(p, 'FOR', 'READ_ONLY'))
    return { kind: 'cursorReadOnly', span: spanFrom(p, start) };
  if (!acceptWords(p, 'FOR', 'UPDATE')) return null;
  const columns = accept(p, 'OF') ? list(p, objectName) : [];
  return { kind: 'cursorUpdate', columns, span: spanFrom(p, start) };
}

export function openCursor(p: Parser): Statement {
  const start = expect(p, 'OPEN');
  return { kind: 'openCursor', cursor: cursorReference(p), span: spanFrom(p, start) };
}

export function closeCursor(p: Parser): Statement {
  const start = expect(p, 'CLOSE');
  return { kind: 'closeCursor', cursor: cursorReference(p), span: spanFrom(p, start) };
}

export function deallocateCursor(p: Parser): Statement {
  const start = expect(p, 'DEALLOCATE');
  // The word CURSOR is noise here.
  accept(p, 'CURSOR');
  return { kind: 'deallocateCursor', cursor: cursorReference(p), span: spanFrom(p, start) };
}

const DIRECTIONS: Readonly<Record<string, FetchCursor['direction'] | undefined>> = {
  NEXT: 'next',
  PRIOR: 'prior',
  FIRST: 'first',
  LAST: 'last',
  ABSOLUTE: 'absolute',
  RELATIVE: 'relative',
};

/** `FETCH ABSOLUTE 3 FROM c INTO @a, @b`; a direction needs FROM, so a cursor may be called `next`. */
export function fetchCursor(p: Parser): Statement {
  const start = expect(p, 'FETCH');
  const { direction, offset } = fetchDirection(p);
  const cursor = cursorReference(p);
  const into = accept(p, 'INTO') ? list(p, variable) : [];
  return { kind: 'fetchCursor', direction, offset, cursor, into, span: spanFrom(p, start) };
}

function fetchDirection(p: Parser): Pick<FetchCursor, 'direction' | 'offset'> {
  const direction = DIRECTIONS[p.token.key];
  const counted = direction === 'absolute' || direction === 'relative';
  if (direction === undefined || (!counted && peek(p, 1) !== 'FROM')) {
    // A FETCH that belongs to an ORDER BY without OFFSET is read as this statement.
    if (direction !== undefined && tokenAt(p, 1).type === 'integer') fail(p, 153, p.token, p.token.key);
    accept(p, 'FROM');
    return { direction: 'next', offset: null };
  }
  advance(p);
  const offset = counted ? p.rules.value(p) : null;
  expectWords(p, 'FROM');
  return { direction, offset };
}
