/** Table hints and the OPTION clause. */
import type { Identifier, Integer, OptimizeForVariable, QueryHint, TableHint } from '../ast/index.ts';
import { identifier, objectName, stringLiteral, variable } from './names.ts';
import type { Parser } from './state.ts';
import {
  abandon,
  accept,
  acceptWords,
  advance,
  at,
  atWords,
  expect,
  nearText,
  parenthesized,
  peek,
  report,
  spanFrom,
  syntaxError,
} from './state.ts';

/** `WITH (`, or an opening parenthesis before a word that can only be a hint. */
export function hintsFollow(p: Parser): boolean {
  if (at(p, 'WITH')) return peek(p, 1) === '(';
  return at(p, '(') && HINTS_WITHOUT_WITH.has(peek(p, 1)) && ENDS_HINT.has(peek(p, 2));
}

/** Table hints that may stand in parentheses without WITH. */
export const HINTS_WITHOUT_WITH: ReadonlySet<string> = new Set(
  `FASTFIRSTROW HOLDLOCK INDEX NOEXPAND NOLOCK NOWAIT PAGLOCK READCOMMITTED READCOMMITTEDLOCK READPAST READUNCOMMITTED REPEATABLEREAD
ROWLOCK SERIALIZABLE SNAPSHOT TABLOCK TABLOCKX UPDLOCK XLOCK FORCESEEK FORCESCAN`.split(/\s+/),
);
const ENDS_HINT: ReadonlySet<string> = new Set([')', ',', '=', '(', ...HINTS_WITHOUT_WITH]);

export const OTHER_HINTS: ReadonlySet<string> = new Set([
  'SPATIAL_WINDOW_MAX_CELLS',
  'KEEPIDENTITY',
  'KEEPDEFAULTS',
  'IGNORE_CONSTRAINTS',
  'IGNORE_TRIGGERS',
]);

/** `WITH (NOLOCK, INDEX (i))`; the commas, and in the old form WITH itself, may be missing. */
export function tableHints(p: Parser): TableHint[] {
  accept(p, 'WITH');
  expect(p, '(');
  const hints = [tableHint(p)];
  while (!accept(p, ')')) {
    accept(p, ',');
    hints.push(tableHint(p));
  }
  checkConflicts(p, hints);
  return hints;
}

/** Isolation levels of which a table has one. */
const ISOLATION: readonly (readonly string[])[] = [
  ['NOLOCK', 'READUNCOMMITTED'],
  ['READCOMMITTED', 'READCOMMITTEDLOCK'],
  ['REPEATABLEREAD'],
  ['SERIALIZABLE', 'HOLDLOCK'],
  ['SNAPSHOT'],
];

/** What takes locks that reading without them cannot. */
const LOCKS: ReadonlySet<string> = new Set(['UPDLOCK', 'XLOCK', 'TABLOCKX']);

function checkConflicts(p: Parser, hints: readonly TableHint[]): void {
  const levels = ISOLATION.filter((level) => hints.some(({ name }) => level.includes(name)));
  const dirty = hints.some(isDirtyRead) && hints.some(({ name }) => LOCKS.has(name));
  if (levels.length > 1 || dirty) report(p, 1047, hints[0]!.span);
}

/** NOLOCK: what changes a table cannot read it that way. */
export const isDirtyRead = ({ name }: TableHint): boolean => name === 'NOLOCK' || name === 'READUNCOMMITTED';

function tableHint(p: Parser): TableHint {
  const start = p.token;
  const name = start.key;
  if (!HINTS_WITHOUT_WITH.has(name) && !OTHER_HINTS.has(name)) {
    if (start.type !== 'word') syntaxError(p);
    abandon(p, 321, start, nearText(start));
  }
  advance(p);
  const node = (indexes: TableHint['indexes'], columns: TableHint['columns'], value: TableHint['value']): TableHint => {
    return { kind: 'tableHint', name, indexes, columns, value, span: spanFrom(p, start) };
  };
  if (name === 'INDEX') return node(indexes(p), [], null);
  if (name === 'FORCESEEK' && at(p, '(')) return forceSeek(p, node);
  if (name === 'SPATIAL_WINDOW_MAX_CELLS') {
    expect(p, '=');
    return node([], [], p.rules.value(p));
  }
  return node([], [], null);
}

/** `INDEX (a, 2)`, `INDEX = a`, `INDEX = (a)` */
function indexes(p: Parser): (Identifier | Integer)[] {
  const equals = accept(p, '=');
  return equals && !at(p, '(') ? [indexReference(p)] : parenthesized(p, indexReference);
}

function indexReference(p: Parser): Identifier | Integer {
  if (p.token.type !== 'integer') return identifier(p);
  const token = advance(p);
  return { kind: 'integer', text: token.text, span: spanFrom(p, token) };
}

/** `FORCESEEK (index (a, b))` */
function forceSeek(
  p: Parser,
  node: (indexes: TableHint['indexes'], columns: TableHint['columns'], value: TableHint['value']) => TableHint,
): TableHint {
  expect(p, '(');
  const index = indexReference(p);
  const columns = parenthesized(p, identifier);
  expect(p, ')');
  return node([index], columns, null);
}

/** `OPTION (…)`, or none. */
export function optionClause(p: Parser): QueryHint[] {
  return accept(p, 'OPTION') ? parenthesized(p, queryHint) : [];
}

function queryHint(p: Parser): QueryHint {
  const start = p.token;
  if (atWords(p, 'OPTIMIZE', 'FOR', '(')) {
    acceptWords(p, 'OPTIMIZE', 'FOR');
    return { kind: 'optimizeFor', variables: parenthesized(p, optimizeForVariable), span: spanFrom(p, start) };
  }
  if (acceptWords(p, 'USE', 'HINT')) {
    const names = parenthesized(p, stringLiteral).map((name) => name.value);
    return { kind: 'useHint', names, span: spanFrom(p, start) };
  }
  if (atWords(p, 'TABLE', 'HINT')) return tableHintOption(p);
  return simpleHint(p);
}

function optimizeForVariable(p: Parser): OptimizeForVariable {
  const start = p.token;
  const target = variable(p);
  const value = accept(p, 'UNKNOWN') ? null : expect(p, '=') && p.rules.value(p);
  return { kind: 'optimizeForVariable', variable: target, value, span: spanFrom(p, start) };
}

function tableHintOption(p: Parser): QueryHint {
  const start = p.token;
  acceptWords(p, 'TABLE', 'HINT');
  expect(p, '(');
  const table = objectName(p);
  const hints: TableHint[] = [];
  while (accept(p, ',') || !at(p, ')')) hints.push(tableHint(p));
  expect(p, ')');
  return { kind: 'tableHintOption', table, hints, span: spanFrom(p, start) };
}

/** Hints that are words alone, and those that take a value after them. */
export const HINTS: readonly (readonly string[])[] = [
  'BYPASS OPTIMIZER_QUEUE',
  'CONCAT UNION',
  'DISABLE EXTERNALPUSHDOWN',
  'DISABLE SCALEOUTEXECUTION',
  'DISABLE_OPTIMIZED_PLAN_FORCING',
  'EXPAND VIEWS',
  'FAST',
  'FORCE EXTERNALPUSHDOWN',
  'FORCE ORDER',
  'FORCE SCALEOUTEXECUTION',
  'HASH GROUP',
  'HASH JOIN',
  'HASH UNION',
  'IGNORE_NONCLUSTERED_COLUMNSTORE_INDEX',
  'KEEP PLAN',
  'KEEP UNION',
  'KEEPFIXED PLAN',
  'LABEL',
  'LOOP JOIN',
  'MAXDOP',
  'MAXRECURSION',
  'MAX_GRANT_PERCENT',
  'MERGE JOIN',
  'MERGE UNION',
  'MIN_GRANT_PERCENT',
  'NO_PERFORMANCE_SPOOL',
  'OPTIMIZE FOR UNKNOWN',
  'ORDER GROUP',
  'PARAMETERIZATION FORCED',
  'PARAMETERIZATION SIMPLE',
  'QUERYTRACEON',
  'RECOMPILE',
  'ROBUST PLAN',
  'USE PLAN',
].map((words) => words.split(' '));

/** Words, perhaps with a value: `HASH JOIN`, `MAXDOP 4`, `LABEL = 'x'`. */
function simpleHint(p: Parser): QueryHint {
  const start = p.token;
  const found = HINTS.find((words) => acceptWords(p, ...words)) ?? syntaxError(p);
  accept(p, '=');
  const value = at(p, ',') || at(p, ')') ? null : p.rules.value(p);
  return { kind: 'hint', name: found.join(' '), value, span: spanFrom(p, start) };
}
