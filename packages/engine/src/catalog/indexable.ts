/**
 * Which views can have indexes. SQL Server keeps an indexed view up to date from the changed rows alone, so its query is refused whatever could not be
 * kept up that way, or could change without a change of the tables. A rule says what is wrong with a node of the view's syntax tree.
 */

import { type CreateView, type Expression, type ObjectName, parse, type QuerySpecification, withoutSpans } from '@sprocket/tsql';
import { type SqlError, sqlError } from '../errors.ts';
import { findObject, nameParts, nameText } from './find.ts';
import { isDeterministic, VOLATILE } from './metadata-determinism.ts';
import type { DatabaseCatalog, View } from './model.ts';

/** What keeps the view from having an index; null when nothing does. */
export function indexabilityError(catalog: DatabaseCatalog, view: View, index = ''): SqlError | null {
  if (!view.schemaBound) return sqlError(1939, 'index', view.name);
  const off = [...(view.settings.ansiNulls ? [] : ['ANSI_NULLS']), ...(view.settings.quotedIdentifier ? [] : ['QUOTED_IDENTIFIER'])];
  if (off.length > 0) return sqlError(1935, view.name, off.join(', '));
  const tree = parse(view.definition, { quotedIdentifier: view.settings.quotedIdentifier }).statements.find(isView);
  if (tree === undefined) return null;
  const { body } = tree.select.query;
  return (
    refusal(tree.select, { catalog, view }) ??
    selfJoin(tree, view) ??
    (body.kind === 'querySpecification' ? groupingError(body, view, index) : null) ??
    largeColumn(view)
  );
}

const isView = (statement: { readonly kind: string }): statement is CreateView => statement.kind === 'createView';

interface Around {
  readonly catalog: DatabaseCatalog;
  readonly view: View;
}

interface AnyNode {
  readonly kind: string;
  readonly [property: string]: unknown;
}

/** The first refusal in a tree, in the order of the text. */
function refusal(node: unknown, around: Around): SqlError | null {
  if (typeof node !== 'object' || node === null) return null;
  if ('kind' in node && typeof node.kind === 'string') {
    const error = RULES[node.kind]?.(node as AnyNode, around) ?? null;
    if (error !== null) return error;
  }
  for (const child of Object.values(node)) {
    const error = refusal(child, around);
    if (error !== null) return error;
  }
  return null;
}

type Rule = (node: AnyNode, around: Around) => SqlError | null;

/** Refused wherever it stands. */
const always =
  (number: number): Rule =>
  (_, { view }) =>
    sqlError(number, 'index', view.name);

/** Refused by the name of what stands there. */
const aliased =
  (number: number): Rule =>
  ({ alias, name }, { view }) => {
    const named = (alias ?? name) as { readonly value?: string; readonly parts?: ObjectName['parts'] } | null;
    return sqlError(number, 'index', view.name, named?.value ?? named?.parts?.at(-1)?.value ?? '');
  };

const clock: Rule = ({ name }, { view }) => sqlError(1949, 'index', view.name, String(name).toLowerCase());

const RULES: Readonly<Record<string, Rule>> = {
  setOperation: always(10116),
  commonTable: aliased(10137),
  querySpecification: (node, around) => specificationError(node as unknown as QuerySpecification, around.view),
  query: ({ offset }, { view }) => (offset === null ? null : sqlError(10101, 'index', view.name)),
  table: tableError,
  derivedTable: aliased(10109),
  valuesTable: aliased(10109),
  apply: ({ outer }, { view }) => sqlError(outer === true ? 10110 : 10142, 'index', view.name),
  join: ({ type, hint }, { view }) => {
    if (type !== 'inner') return sqlError(10113, 'index', view.name);
    return hint === null ? null : sqlError(10112, 'index', view.name);
  },
  pivot: always(10114),
  unpivot: always(10115),
  openRowset: always(10103),
  openJson: always(10106),
  changeTable: always(10144),
  changeTableVersion: always(10144),
  tableFunction: ({ name }, { view }) => sqlError(10129, 'index', view.name, nameText(name as ObjectName)),
  subquery: always(10127),
  exists: always(10127),
  inSubquery: always(10127),
  quantified: always(10127),
  over: always(10143),
  call: callError,
  niladic: clock,
  globalVariable: clock,
  methodCall: always(1985),
};

function specificationError({ distinct, top, groupBy, having }: QuerySpecification, view: View): SqlError | null {
  if (distinct) return sqlError(10100, 'index', view.name);
  if (top !== null) return sqlError(10101, 'index', view.name);
  if (having !== null) return sqlError(10121, 'index', view.name);
  if (groupBy?.all === true) return sqlError(10118, 'index', view.name);
  const isPlain = (kind: string): boolean => !['groupingList', 'rollup', 'cube', 'groupingSets'].includes(kind);
  if (groupBy !== null && (groupBy.with !== null || !groupBy.items.every(({ kind }) => isPlain(kind))))
    return sqlError(10119, 'index', view.name);
  return null;
}

function tableError(node: AnyNode, { catalog, view }: Around): SqlError | null {
  const { schema, name } = nameParts(node.name as ObjectName);
  const found = findObject(catalog, schema, view.schema, name);
  if (found?.kind === 'view') return sqlError(1937, 'index', view.name, nameText(node.name as ObjectName));
  if (node.sample !== null) return sqlError(10102, 'index', view.name);
  return (node.hints as readonly unknown[]).length > 0 ? sqlError(10140, 'index', view.name) : null;
}

/** Aggregates that cannot be kept up from changed rows. */
const REFUSED_AGGREGATES: ReadonlySet<string> = new Set(
  'AVG MIN MAX STDEV STDEVP VAR VARP CHECKSUM_AGG STRING_AGG APPROX_COUNT_DISTINCT PRODUCT'.split(' '),
);

function callError(node: AnyNode, { catalog, view }: Around): SqlError | null {
  const written = node.name as ObjectName;
  const { schema, name } = nameParts(written);
  const word = name.toUpperCase();
  if (schema !== undefined) {
    const fn = findObject(catalog, schema, view.schema, name);
    return fn?.kind === 'function' && !isDeterministic(catalog, fn) ? sqlError(1956, 'index', view.name, nameText(written)) : null;
  }
  if (node.over !== null) return sqlError(10143, 'index', view.name);
  if (node.distinct === true) return sqlError(10126, 'index', view.name, word);
  if (word === 'COUNT') return sqlError(10136, 'index', view.name);
  if (REFUSED_AGGREGATES.has(word)) return sqlError(10125, 'index', view.name, word);
  return VOLATILE.has(word) ? sqlError(1949, 'index', view.name, name.toLowerCase()) : null;
}

function selfJoin(tree: CreateView, view: View): SqlError | null {
  const seen = new Set<string>();
  let doubled: ObjectName | undefined;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'table') {
      const { name } = node as unknown as { readonly name: ObjectName };
      const key = nameText(name).toLowerCase();
      if (seen.has(key)) doubled ??= name;
      seen.add(key);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(tree.select);
  return doubled === undefined ? null : sqlError(1947, 'index', view.name, nameText(doubled));
}

/** Groups are counted, and the select list has every group column and nothing that is computed from aggregates. */
function groupingError({ items, groupBy }: QuerySpecification, view: View, index: string): SqlError | null {
  const expressions = items.flatMap((item) => (item.kind === 'selectExpression' ? [item.expression] : []));
  const aggregated = expressions.some(holdsAggregate);
  if (groupBy === null && !aggregated) return null;
  if (!expressions.some(isGroupCount)) return sqlError(10138, 'index', view.name);
  if (expressions.some((expression) => !isAggregate(expression) && holdsAggregate(expression))) return sqlError(8668, index, view.name);
  const listed = new Set(expressions.map(textOf));
  const missing = groupBy?.items.some((item) => !listed.has(textOf(item)));
  return missing === true ? sqlError(8660, index, view.name) : null;
}

/** Columns are the same by their last name, with or without the table's. */
function textOf(expression: unknown): string {
  return JSON.stringify(withoutSpans(expression), (key, value: unknown) => {
    if (key === 'quoted') return undefined;
    if (key === 'parts' && Array.isArray(value)) return value.slice(-1);
    return key === 'value' && typeof value === 'string' ? value.toLowerCase() : value;
  });
}

const isAggregate = (expression: Expression): boolean =>
  expression.kind === 'call' && ['SUM', 'COUNT_BIG'].includes(nameParts(expression.name).name.toUpperCase());

const isGroupCount = (expression: Expression): boolean =>
  expression.kind === 'call' && nameParts(expression.name).name.toUpperCase() === 'COUNT_BIG' && expression.args[0]?.kind === 'star';

function holdsAggregate(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return ('kind' in node && isAggregate(node as Expression)) || Object.values(node).some(holdsAggregate);
}

const LARGE: ReadonlySet<string> = new Set(['text', 'ntext', 'image', 'xml']);

function largeColumn(view: View): SqlError | null {
  return view.columns.some(({ type }) => LARGE.has(type.name)) ? sqlError(1942, 'index', view.name) : null;
}
