/**
 * CONTAINS, FREETEXT and the tables of the same names. There is no inverted index: the texts of each row are held against the condition, which is read
 * once for each text of it.
 */

import { type FullTextColumns, type FullTextPredicate, type FullTextTable, INT, MAX, nvarchar } from '@sprocket/tsql';
import type { FullTextIndex, Table } from '../catalog/model.ts';
import { sqlError, unsupported } from '../errors.ts';
import { type Builtin, breakingOf, type Condition, freeText, parseCondition, rankOf } from '../functions/index.ts';
import { coerce } from './coerce.ts';
import { type ExprContext, useDatabase } from './context.ts';
import { bindExpr } from './expression.ts';
import { bindSource, derived } from './from.ts';
import { constant } from './literal.ts';
import { bindColumn, columnRef, qualifies } from './names.ts';
import { compare } from './predicate.ts';
import { expressionContext } from './query.ts';
import type { Expr, Leaf, Limit, Query, Source } from './tree.ts';

/** Whether a row satisfies the condition: its rank is not 0. */
export function fullTextPredicate(node: FullTextPredicate, cx: ExprContext): Expr {
  const columns = searched(node.columns, cx);
  return compare('>', rank(node.function, columns, bindExpr(node.search, cx), cx), constant(0, INT));
}

/** The key and the rank of each row that satisfies the condition, the best first where only some are wanted. */
export function fullTextTable(node: FullTextTable, cx: ExprContext): Leaf {
  const { from, sources } = bindSource({ kind: 'table', name: node.table, ...PLAIN_TABLE, span: node.span }, cx);
  const source = sources[0] as Source;
  const inner = expressionContext(cx.binder, { sources: [source], parent: null });
  const name = node.table.parts.at(-1)?.value ?? '';
  const index = indexOf(source, name);
  const ranked = rank(
    node.function === 'containstable' ? 'contains' : 'freetext',
    searched(node.columns, inner),
    bindExpr(node.search, cx),
    cx,
  );
  const key = columnRef(source, keyPosition(source.table as Table, index));
  const top = node.top === null ? null : coerce(bindExpr(node.top, cx), INT);
  const limit: Limit | null = top === null ? null : { kind: 'top', count: top, percent: false, withTies: false };
  const query: Query = {
    kind: 'select',
    columns: [
      { name: 'KEY', type: key.type, nullable: false, identity: false, computed: false },
      { name: 'RANK', type: INT, nullable: false, identity: false, computed: true },
    ],
    items: [key, ranked],
    from,
    where: compare('>', ranked, constant(0, INT)),
    groupBy: null,
    having: null,
    distinct: false,
    orderBy: limit === null ? [] : [{ expr: ranked, descending: true }],
    limit,
  };
  return derived(query, node.alias?.value ?? node.function.toUpperCase(), [], cx);
}

const PLAIN_TABLE = { alias: null, systemTime: null, sample: null, hints: [], forPath: false };

interface Searched {
  readonly source: Source;
  readonly index: FullTextIndex;
  readonly columns: readonly Expr[];
}

/** The columns that a search reads: those that are named, or all that are indexed. Raises 7601. */
function searched(columns: FullTextColumns, cx: ExprContext): Searched {
  if (columns.kind === 'fullTextProperty') throw unsupported('CONTAINS of a PROPERTY');
  if (columns.kind === 'star') {
    const qualifier = columns.qualifier?.parts.map((part) => part.value);
    const source = (cx.names?.sources ?? []).find((candidate) => qualifier === undefined || qualifies(candidate, qualifier));
    if (source === undefined) throw sqlError(7601, 'table or indexed view', qualifier?.join('.') ?? '');
    const index = indexOf(source, source.name);
    return { source, index, columns: index.columns.map(({ columnId }) => columnRef(source, positionOf(source.table as Table, columnId))) };
  }
  const refs = columns.names.map((name) => bindColumn(name.parts, cx.names));
  const [first] = refs;
  if (first?.kind !== 'column') throw sqlError(7601, 'column', columns.names[0]?.parts.at(-1)?.value ?? '');
  const index = indexOf(first.source, first.source.name);
  for (const ref of refs) {
    const column = ref.kind === 'column' && ref.source === first.source ? first.source.table?.columns[ref.index] : undefined;
    const isIndexed = index.columns.some(({ columnId }) => columnId === column?.id);
    if (!isIndexed) throw sqlError(7601, 'column', column?.name ?? '');
  }
  return { source: first.source, index, columns: refs };
}

function indexOf({ table }: Source, name: string): FullTextIndex {
  if (table?.fullText === undefined) throw sqlError(7601, 'table or indexed view', name);
  return table.fullText;
}

const positionOf = (table: Table, columnId: number): number => table.columns.findIndex(({ id }) => id === columnId);

/** The column of the index that a full-text index has its keys from. */
function keyPosition(table: Table, { keyIndexId }: FullTextIndex): number {
  const index = [...table.keys, ...table.indexes].find((candidate) => candidate.indexId === keyIndexId);
  return positionOf(table, index?.columns[0]?.columnId ?? 0);
}

const KEPT_CONDITIONS = 64;

/** The rank of a row as a built-in of its own. */
function rank(form: 'contains' | 'freetext', { index, columns }: Searched, search: Expr, cx: ExprContext): Expr {
  const breaking = breakingOf(index, useDatabase(cx.binder, undefined));
  const read = form === 'contains' ? parseCondition : freeText;
  const known = new Map<string, Condition>();
  const conditionOf = (text: string): Condition => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const condition = read(text, breaking);
    if (known.size >= KEPT_CONDITIONS) known.clear();
    known.set(text, condition);
    return condition;
  };
  // What a constant says wrongly is told before the statement runs.
  if (search.kind === 'constant') {
    if (search.value === null) throw sqlError(7645);
    conditionOf(String(search.value));
  }
  const kinds = columns.map(({ type }) => type.name === 'xml');
  const texts = columns.map((column) => (column.type.name === 'xml' ? column : coerce(column, nvarchar(MAX))));
  const args = [coerce(search, nvarchar(MAX)), ...texts];
  const signature = { params: args.map(({ type }) => type), returns: INT };
  const fn: Builtin = {
    name: `${form} ${JSON.stringify([breaking, kinds])}`,
    minArgs: args.length,
    maxArgs: args.length,
    nullCall: true,
    signature: () => signature,
    evaluator:
      () =>
      (_env, wanted, ...values) => {
        if (wanted === null) throw sqlError(7645);
        const found = values.map((value, i) => (value === null ? '' : kinds[i] ? contentOf(String(value)) : String(value)));
        return rankOf(conditionOf(String(wanted)), found, breaking.accents);
      },
  };
  return {
    kind: 'call',
    fn,
    signature,
    arguments: args.map(({ type, nullable }) => ({ type, nullable })),
    args,
    type: INT,
    nullable: false,
  };
}

/** Of xml, the texts and the values of attributes are searched. */
const contentOf = (xml: string): string =>
  xml.replace(/<[^>]*>/g, (tag) => ` ${[...tag.matchAll(/="([^"]*)"/g)].map(([, value]) => value).join(' ')} `);
