/** Queries, their clauses and hints as text. */
import type {
  Cube,
  GroupBy,
  GroupingList,
  GroupingSets,
  Query,
  QueryBody,
  QueryHint,
  QuerySpecification,
  Rollup,
  Root,
  SelectItem,
  SetOperation,
  TableHint,
  TableSource,
  Top,
  With,
} from '../ast/index.ts';
import { identifier, objectName, stringText } from './names.ts';
import type { Out, Rules } from './out.ts';
import { clauses, enclose, nodeGroup, nodes, optional, optionalGroup, words } from './out.ts';

export const QUERY_RULES: Rules<Query | QueryBody | SelectItem | QueryHint | TableHint | GroupingList | Rollup | Cube | GroupingSets> = {
  query: (node, out) =>
    clauses(
      [
        out.node(node.body),
        node.orderBy.length > 0 && words('ORDER BY', nodes(node.orderBy, out)),
        node.offset !== null && `OFFSET ${out.node(node.offset)} ROWS`,
        node.fetch !== null && `FETCH NEXT ${out.node(node.fetch)} ROWS ONLY`,
        forClause(node.for),
      ],
      out,
    ),
  querySpecification,
  setOperation,
  selectExpression: (node, out) => `${out.node(node.expression)}${node.alias === null ? '' : ` AS ${identifier(node.alias)}`}`,
  selectAssignment: (node, out) => `${node.variable.name} ${node.op} ${out.node(node.value)}`,
  groupingList: (node, out) => nodeGroup(node.items, out),
  rollup: (node, out) => `ROLLUP ${nodeGroup(node.items, out)}`,
  cube: (node, out) => `CUBE ${nodeGroup(node.items, out)}`,
  groupingSets: (node, out) => `GROUPING SETS ${nodeGroup(node.items, out)}`,
  hint: (node, out) => words(node.name, hasEquals(node.name) && node.value !== null && '=', optional('', node.value, out)),
  optimizeFor: (node, out) => {
    const variables = node.variables.map(({ variable, value }) => variable.name + (value === null ? ' UNKNOWN' : ` = ${out.node(value)}`));
    return `OPTIMIZE FOR (${variables.join(', ')})`;
  },
  useHint: (node) => `USE HINT (${node.names.map((name) => stringText(name, false)).join(', ')})`,
  tableHintOption: (node, out) => `TABLE HINT (${[objectName(node.table), ...node.hints.map(out.node)].join(', ')})`,
  tableHint: (node, out) => {
    const columns = optionalGroup(' ', node.columns, out);
    if (node.value !== null) return `${node.name} = ${out.node(node.value)}`;
    return node.indexes.length === 0 ? node.name : `${node.name} (${node.indexes.map(out.node).join(', ')}${columns})`;
  },
};

/** Hints that take their value after an equals sign. */
function hasEquals(name: string): boolean {
  return name === 'LABEL' || name.endsWith('_PERCENT');
}

function querySpecification(node: QuerySpecification, out: Out): string {
  const head = words('SELECT', node.distinct && 'DISTINCT', node.top !== null && top(node.top, out), nodes(node.items, out));
  const into = node.into === null ? '' : words(`INTO ${objectName(node.into)}`, optional('ON ', node.intoFilegroup, out));
  return clauses(
    [
      head,
      into,
      fromClause(node.from, out),
      optional('WHERE ', node.where, out),
      node.groupBy !== null && groupBy(node.groupBy, out),
      optional('HAVING ', node.having, out),
      node.windows.length > 0 && `WINDOW ${node.windows.map(({ name, over }) => `${identifier(name)} AS ${out.node(over)}`).join(', ')}`,
    ],
    out,
  );
}

/** `TOP (n) PERCENT WITH TIES` */
export function top(node: Top, out: Out): string {
  return words(`TOP (${out.node(node.count)})`, node.percent && 'PERCENT', node.withTies && 'WITH TIES');
}

function groupBy(node: GroupBy, out: Out): string {
  return words('GROUP BY', node.all && 'ALL', nodes(node.items, out), node.with !== null && `WITH ${node.with.toUpperCase()}`);
}

const OPERATORS = { union: 'UNION', unionAll: 'UNION ALL', except: 'EXCEPT', intersect: 'INTERSECT' } as const;

/** A chain from the left, printed without recursion because chains can be thousands long. */
function setOperation(node: SetOperation, out: Out): string {
  const parts: string[] = [];
  let left: QueryBody = node;
  while (left.kind === 'setOperation' && (left === node || !bindsLooser(left, node))) {
    parts.push(right(left, out), OPERATORS[left.op]);
    left = left.left;
  }
  parts.push(left.kind === 'setOperation' ? enclose(out, (inner) => inner.node(left)) : out.node(left));
  return parts.reverse().join(out.line);
}

/** UNION or EXCEPT as the left operand of INTERSECT. */
function bindsLooser(left: SetOperation, node: SetOperation): boolean {
  return node.op === 'intersect' && left.op !== 'intersect';
}

function right(node: SetOperation, out: Out): string {
  const operand = node.right;
  const bare = operand.kind === 'querySpecification' || (operand.op === 'intersect' && node.op !== 'intersect');
  return bare ? out.node(operand) : enclose(out, (inner) => inner.node(operand));
}

function root(word: string, node: Root | null): string {
  if (node === null) return '';
  return node.name === null ? word : `${word}(${stringText(node.name, false)})`;
}

function forClause(node: Query['for']): string {
  if (node === null) return '';
  if (node.kind === 'forBrowse') return 'FOR BROWSE';
  const parts = node.kind === 'forJson' ? forJson(node) : forXml(node);
  return `FOR ${parts.filter((part) => part !== '').join(', ')}`;
}

function forJson(node: Extract<Query['for'], { kind: 'forJson' }>): string[] {
  return [
    `JSON ${node.mode.toUpperCase()}`,
    root('ROOT', node.root),
    node.includeNullValues ? 'INCLUDE_NULL_VALUES' : '',
    node.withoutArrayWrapper ? 'WITHOUT_ARRAY_WRAPPER' : '',
  ];
}

function forXml(node: Extract<Query['for'], { kind: 'forXml' }>): string[] {
  const element = node.element === null ? '' : `(${stringText(node.element, false)})`;
  return [
    `XML ${node.mode.toUpperCase()}${element}`,
    node.type ? 'TYPE' : '',
    root('ROOT', node.root),
    node.elements === null ? '' : words('ELEMENTS', node.elements !== 'plain' && node.elements.toUpperCase()),
    node.binaryBase64 ? 'BINARY BASE64' : '',
    node.xmlData ? 'XMLDATA' : '',
    root('XMLSCHEMA', node.xmlSchema),
  ];
}

/** `WITH …` before a statement; nothing for null. */
export function withClause(node: With | null, out: Out): string {
  if (node === null) return '';
  const tables = node.tables.map((table) => {
    const columns = optionalGroup(' ', table.columns, out);
    return `${identifier(table.name)}${columns} AS ${enclose(out, (inner) => inner.node(table.query))}`;
  });
  const namespaces = node.namespaces.map(({ uri, prefix }) => {
    return prefix === null ? `DEFAULT ${stringText(uri, false)}` : `${stringText(uri, false)} AS ${identifier(prefix)}`;
  });
  const first = [
    ...(namespaces.length === 0 ? [] : [`XMLNAMESPACES (${namespaces.join(', ')})`]),
    ...(node.changeTrackingContext === null ? [] : [`CHANGE_TRACKING_CONTEXT (${out.node(node.changeTrackingContext)})`]),
  ];
  return `WITH ${[...first, ...tables].join(`,${out.line}`)}`;
}

/** `OPTION (…)`, or nothing. */
export function optionClause(hints: readonly QueryHint[], out: Out): string {
  return hints.length === 0 ? '' : `OPTION ${nodeGroup(hints, out)}`;
}

/** `FROM …`, joins on lines of their own; or nothing. */
export function fromClause(sources: readonly TableSource[], out: Out): string {
  return sources.length === 0 ? '' : `FROM ${sources.map(out.node).join(`,${out.inner.line}`)}`;
}
