/**
 * Expressions as text. Parentheses stand only where the tree would read differently without them; the levels are those of the parser.
 */
import type {
  And,
  Arithmetic,
  CaseBranch,
  Expression,
  Frame,
  FrameBound,
  FullTextColumns,
  MethodCall,
  Or,
  OrderItem,
  Over,
  Unary,
} from '../ast/index.ts';
import { isXmlMethod } from '../xml-methods.ts';
import { matchText } from './graph.ts';
import { bareIdentifier, identifier, NAME_RULES, objectName } from './names.ts';
import type { Out, Rules } from './out.ts';
import { enclose, nodeGroup, nodes, optional, words } from './out.ts';

/** How tightly a kind binds; what is not listed binds tightest. */
const LEVELS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  isNull: 4,
  isDistinctFrom: 4,
  between: 4,
  in: 4,
  inSubquery: 4,
  like: 4,
  quantified: 4,
  unary: 5,
  collate: 8,
  atTimeZone: 8,
  methodCall: 8,
  property: 8,
};
const NEGATION = 3;
const ADDITIVE = 5;
const MULTIPLICATIVE = 6;
const TILDE = 7;
const POSTFIX = 8;
const PRIMARY = 9;

function level(node: Expression): number {
  if (node.kind === 'arithmetic') return node.op === '*' || node.op === '/' || node.op === '%' ? MULTIPLICATIVE : ADDITIVE;
  if (node.kind === 'unary' && node.op === '~') return TILDE;
  return LEVELS[node.kind] ?? PRIMARY;
}

/** A child that must bind at least as tightly as a level. */
function at(minimum: number, node: Expression, out: Out): string {
  return level(node) < minimum ? enclose(out, (inner) => inner.node(node)) : out.node(node);
}

/** A chain of operators of one level, printed without recursion because chains can be thousands long. */
function arithmetic(node: Arithmetic, out: Out): string {
  const own = level(node);
  const parts: string[] = [];
  let left: Expression = node;
  while (left.kind === 'arithmetic' && level(left) === own) {
    parts.push(at(own + 1, left.right, out), left.op);
    left = left.left;
  }
  parts.push(at(own, left, out));
  return parts.reverse().join(' ');
}

function unary(node: Unary, out: Out): string {
  if (node.op === '~') return `~${at(TILDE, node.operand, out)}`;
  // Two signs would read as a comment without the blank.
  const blank = node.operand.kind === 'unary' && node.operand.op !== '~' ? ' ' : '';
  return node.op + blank + (blank === '' ? at(MULTIPLICATIVE, node.operand, out) : out.node(node.operand));
}

function chain(node: And | Or, out: Out): string {
  const own = level(node);
  const word = node.kind === 'and' ? 'AND' : 'OR';
  const operands = node.operands.map((operand) => at(own + 1, operand, out));
  const flat = operands.join(` ${word} `);
  return flat.length <= 80 && !flat.includes('\n') ? flat : operands.join(`${out.inner.line}${word} `);
}

/** Targets that a member may follow without parentheses. */
const MEMBER_TARGETS: ReadonlySet<string> = new Set([
  'variable',
  'call',
  'methodCall',
  'property',
  'staticCall',
  'cast',
  'convert',
  'subquery',
]);

function memberTarget(target: Expression, out: Out): string {
  return MEMBER_TARGETS.has(target.kind) ? out.node(target) : `(${out.node(target)})`;
}

function methodCall(node: MethodCall, out: Out): string {
  const bare = node.target.kind === 'column' && isXmlMethod(node.method, node.args.length);
  return `${bare ? out.node(node.target) : memberTarget(node.target, out)}.${identifier(node.method)}${nodeGroup(node.args, out)}`;
}

function branches(node: readonly CaseBranch[], otherwise: Expression | null, out: Out): string {
  const parts = node.map((branch) => `WHEN ${out.inner.node(branch.when)} THEN ${out.inner.node(branch.then)}`);
  if (otherwise !== null) parts.push(`ELSE ${out.inner.node(otherwise)}`);
  const flat = ` ${parts.join(' ')} END`;
  if (flat.length <= 80 && !flat.includes('\n')) return flat;
  return `${out.inner.line}${parts.join(out.inner.line)}${out.line}END`;
}

const not = (negated: boolean) => (negated ? 'NOT ' : '');
const attempt = (isTry: boolean) => (isTry ? 'TRY_' : '');
const subquery = (query: Parameters<Out['node']>[0], out: Out) => enclose(out, (inner) => inner.node(query));
const onNull = (word: 'null' | 'absent' | null) => (word === null ? '' : `${word.toUpperCase()} ON NULL`);

export const EXPRESSION_RULES: Rules<Expression | Over | OrderItem | FullTextColumns> = {
  ...NAME_RULES,
  default: () => 'DEFAULT',
  globalVariable: (node) => node.name,
  column: (node) => objectName(node.name),
  pseudoColumn: (node) => (node.qualifier === null ? node.name : `${objectName(node.qualifier)}.${node.name}`),
  star: (node) => (node.qualifier === null ? '*' : `${objectName(node.qualifier)}.*`),
  unary,
  arithmetic,
  simpleCase: (node, out) => `CASE ${out.node(node.operand)}${branches(node.branches, node.otherwise, out)}`,
  searchedCase: (node, out) => `CASE${branches(node.branches, node.otherwise, out)}`,
  cast: (node, out) => `${attempt(node.try)}CAST(${out.node(node.operand)} AS ${out.node(node.type)})`,
  convert: (node, out) =>
    `${attempt(node.try)}CONVERT(${out.node(node.type)}, ${out.node(node.operand)}${optional(', ', node.style, out)})`,
  parse: (node, out) =>
    `${attempt(node.try)}PARSE(${out.node(node.operand)} AS ${out.node(node.type)}${optional(' USING ', node.culture, out)})`,
  iif: (node, out) => `IIF(${out.node(node.condition)}, ${out.node(node.then)}, ${out.node(node.otherwise)})`,
  coalesce: (node, out) => `COALESCE${nodeGroup(node.args, out)}`,
  nullIf: (node, out) => `NULLIF(${out.node(node.left)}, ${out.node(node.right)})`,
  call: (node, out) => {
    const name = node.name.parts.length === 1 ? bareIdentifier(node.name.parts[0]!) : objectName(node.name);
    const args = node.distinct ? `(DISTINCT ${nodes(node.args, out)})` : nodeGroup(node.args, out);
    return words(
      name + args,
      node.withinGroup !== null && `WITHIN GROUP (ORDER BY ${nodes(node.withinGroup, out)})`,
      node.nulls !== null && `${node.nulls.toUpperCase()} NULLS`,
      optional('OVER ', node.over, out),
    );
  },
  over,
  orderItem: (node, out) => `${out.node(node.expression)}${node.descending ? ' DESC' : ''}`,
  methodCall,
  property: (node, out) => `${memberTarget(node.target, out)}.${identifier(node.name)}`,
  staticCall: (node, out) => `${objectName(node.type)}::${identifier(node.method)}${node.args === null ? '' : nodeGroup(node.args, out)}`,
  jsonObject: (node, out) => {
    const entries = node.entries.map((entry) => `${out.node(entry.key)}:${out.node(entry.value)}`).join(', ');
    return `JSON_OBJECT(${words(entries, onNull(node.onNull))})`;
  },
  jsonArray: (node, out) => `JSON_ARRAY(${words(nodes(node.items, out), onNull(node.onNull))})`,
  trim: (node, out) => `TRIM(${words(node.side?.toUpperCase() ?? null, out.node(node.characters))} FROM ${out.node(node.operand)})`,
  atTimeZone: (node, out) => `${at(POSTFIX, node.operand, out)} AT TIME ZONE ${at(PRIMARY, node.zone, out)}`,
  collate: (node, out) => `${at(POSTFIX, node.operand, out)} COLLATE ${identifier(node.collation)}`,
  subquery: (node, out) => subquery(node.query, out),
  niladic: (node) => node.name,
  nextValue: (node, out) => `NEXT VALUE FOR ${objectName(node.sequence)}${optional(' OVER ', node.over, out)}`,
  identityFunction: (node, out) =>
    `IDENTITY(${out.node(node.type)}${optional(', ', node.seed, out)}${optional(', ', node.increment, out)})`,
  odbcFunction: (node, out) => `{fn ${bareIdentifier(node.name)}${odbcArguments(node.name.value, node.args, out)}}`,
  odbcLiteral: (node, out) => `{${node.type} ${out.node(node.value)}}`,
  comparison: (node, out) => `${out.node(node.left)} ${node.op} ${out.node(node.right)}`,
  and: chain,
  or: chain,
  not: (node, out) => `NOT ${at(NEGATION, node.operand, out)}`,
  isNull: (node, out) => `${out.node(node.operand)} IS ${not(node.not)}NULL`,
  isDistinctFrom: (node, out) => `${out.node(node.left)} IS ${not(node.not)}DISTINCT FROM ${out.node(node.right)}`,
  between: (node, out) => `${out.node(node.operand)} ${not(node.not)}BETWEEN ${out.node(node.low)} AND ${out.node(node.high)}`,
  in: (node, out) => `${out.node(node.operand)} ${not(node.not)}IN ${nodeGroup(node.list, out)}`,
  inSubquery: (node, out) => `${out.node(node.operand)} ${not(node.not)}IN ${subquery(node.query, out)}`,
  like: (node, out) => `${out.node(node.operand)} ${not(node.not)}LIKE ${out.node(node.pattern)}${optional(' ESCAPE ', node.escape, out)}`,
  exists: (node, out) => `EXISTS ${subquery(node.query, out)}`,
  quantified: (node, out) => `${out.node(node.left)} ${node.op} ${node.quantifier.toUpperCase()} ${subquery(node.query, out)}`,
  fullTextPredicate: (node, out) =>
    `${node.function.toUpperCase()}(${out.node(node.columns)}, ${out.node(node.search)}${optional(', LANGUAGE ', node.language, out)})`,
  fullTextColumnList: (node) => (node.names.length === 1 ? objectName(node.names[0]!) : `(${node.names.map(objectName).join(', ')})`),
  fullTextProperty: (node, out) => `PROPERTY(${objectName(node.column)}, ${out.node(node.property)})`,
  updatedColumn: (node) => `UPDATE(${identifier(node.column)})`,
  graphMatch: matchText,
  pathAggregate: (node, out) => `${objectName(node.name)}${nodeGroup(node.args, out)} WITHIN GROUP (GRAPH PATH)`,
};

function odbcArguments(name: string, args: readonly Expression[], out: Out): string {
  if (args.length === 0) return '()';
  return name.toUpperCase() === 'EXTRACT' && args.length === 2 ? `(${args.map(out.node).join(' FROM ')})` : nodeGroup(args, out);
}

function over(node: Over, out: Out): string {
  const empty = node.partitionBy.length === 0 && node.orderBy.length === 0 && node.frame === null;
  if (node.window !== null && empty) return identifier(node.window);
  const parts = words(
    node.window !== null && identifier(node.window),
    node.partitionBy.length > 0 && words('PARTITION BY', nodes(node.partitionBy, out)),
    node.orderBy.length > 0 && words('ORDER BY', nodes(node.orderBy, out)),
    node.frame !== null && frame(node.frame, out),
  );
  return `(${parts})`;
}

function frame(node: Frame, out: Out): string {
  const unit = node.unit.toUpperCase();
  return node.end === null ? `${unit} ${bound(node.start, out)}` : `${unit} BETWEEN ${bound(node.start, out)} AND ${bound(node.end, out)}`;
}

const EDGES = { unboundedPreceding: 'UNBOUNDED PRECEDING', currentRow: 'CURRENT ROW', unboundedFollowing: 'UNBOUNDED FOLLOWING' } as const;

function bound(node: FrameBound, out: Out): string {
  if (node.kind === 'preceding' || node.kind === 'following') return `${out.node(node.offset)} ${node.kind.toUpperCase()}`;
  return EDGES[node.kind];
}
