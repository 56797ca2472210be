/** Table sources as text. */
import type {
  Expression,
  Identifier,
  Join,
  ObjectName,
  SchemaColumn,
  SystemTime,
  TableHint,
  TableSample,
  TableSource,
} from '../ast/index.ts';
import { bareIdentifier, identifier, objectName } from './names.ts';
import type { Out, Rules } from './out.ts';
import { enclose, group, nodeGroup, nodes, optional, optionalGroup, words } from './out.ts';

/** ` AS t (a, b)` */
function aliased(node: { readonly alias: Identifier | null; readonly columns: readonly Identifier[] }, out: Out): string {
  return node.alias === null ? '' : `${as(node.alias)}${optionalGroup(' ', node.columns, out)}`;
}

/** ` AS t` */
function as(alias: Identifier | null): string {
  return alias === null ? '' : ` AS ${identifier(alias)}`;
}

function hints(list: readonly TableHint[], out: Out): string {
  return list.length === 0 ? '' : ` WITH ${nodeGroup(list, out)}`;
}

/** The right side of a join in parentheses when it is a join itself. */
function joined(node: TableSource, out: Out): string {
  return isJoin(node) ? enclose(out, (inner) => inner.node(node)) : out.node(node);
}

const JOINS: ReadonlySet<string> = new Set(['join', 'crossJoin', 'apply', 'pivot', 'unpivot']);

function isJoin(node: TableSource): boolean {
  return JOINS.has(node.kind);
}

function join(node: Join, out: Out): string {
  const word = words(node.type.toUpperCase(), node.hint?.toUpperCase() ?? null, 'JOIN');
  return `${out.node(node.left)}${out.line}${word} ${joined(node.right, out)} ON ${out.node(node.on)}`;
}

export const SOURCE_RULES: Rules<TableSource> = {
  table: (node, out) =>
    words(
      objectName(node.name),
      node.forPath && 'FOR PATH',
      node.systemTime !== null && systemTime(node.systemTime, out),
      optional('AS ', node.alias, out),
      node.sample !== null && tableSample(node.sample, out),
      hints(node.hints, out).trim(),
    ),
  tableVariable: (node, out) => `${node.name}${as(node.alias)}${hints(node.hints, out)}`,
  tableFunction: (node, out) => {
    const name = node.name.parts.length === 1 ? bareIdentifier(node.name.parts[0]!) : objectName(node.name);
    return `${name}${nodeGroup(node.args, out)}${aliased(node, out)}${hints(node.hints, out)}`;
  },
  methodTable: (node, out) => `${out.node(node.target)}.${identifier(node.method)}${nodeGroup(node.args, out)}${aliased(node, out)}`,
  derivedTable: (node, out) => `${enclose(out, (inner) => inner.node(node.query))}${aliased(node, out)}`,
  valuesTable: (node, out) => `${enclose(out, (inner) => valueRows(node.rows, inner))}${aliased(node, out)}`,
  dmlTable: (node, out) => `${enclose(out, (inner) => inner.node(node.statement))}${aliased(node, out)}`,
  join,
  crossJoin: (node, out) => `${out.node(node.left)}${out.line}CROSS JOIN ${joined(node.right, out)}`,
  apply: (node, out) => `${out.node(node.left)}${out.line}${node.outer ? 'OUTER' : 'CROSS'} APPLY ${joined(node.right, out)}`,
  pivot: (node, out) => {
    const values = node.values.map(identifier).join(', ');
    const column = objectName(node.column);
    return `${out.node(node.source)}${out.line}PIVOT (${out.node(node.aggregate)} FOR ${column} IN (${values}))${as(node.alias)}`;
  },
  unpivot: (node, out) => {
    const names = `${identifier(node.valueColumn)} FOR ${identifier(node.nameColumn)}`;
    return `${out.node(node.source)}${out.line}UNPIVOT (${names} IN (${node.columns.map(objectName).join(', ')}))${as(node.alias)}`;
  },
  openJson: (node, out) =>
    `OPENJSON(${out.node(node.document)}${optional(', ', node.path, out)})${schema(node.schema, out)}${as(node.alias)}`,
  openXml: (node, out) => {
    const args = `${out.node(node.document)}, ${out.node(node.pattern)}${optional(', ', node.flags, out)}`;
    return `OPENXML(${args})${schema(node.schema, out)}${as(node.alias)}`;
  },
  openQuery: (node, out) => `OPENQUERY(${identifier(node.server)}, ${out.node(node.query)})${as(node.alias)}`,
  openRowset: (node, out) => {
    const files = node.bulk && node.args.length > 1 ? `(${nodes(node.args, out)})` : nodes(node.args, out);
    const args = [node.bulk ? `BULK ${files}` : files, ...node.options.map(out.node)].join(', ');
    return `OPENROWSET(${args})${schema(node.schema, out)}${aliased(node, out)}`;
  },
  openDataSource: (node, out) => {
    const args = `${out.node(node.provider)}, ${out.node(node.connection)}`;
    return `OPENDATASOURCE(${args}).${objectName(node.name)}${as(node.alias)}`;
  },
  changeTable: (node, out) => {
    const force = node.force ? ', FORCESEEK' : '';
    return `CHANGETABLE(CHANGES ${objectName(node.table)}, ${out.node(node.since)}${force})${aliased(node, out)}`;
  },
  changeTableVersion: (node, out) => {
    const keys = `${nodeGroup(node.keys, out)}, ${nodeGroup(node.values, out)}`;
    return `CHANGETABLE(VERSION ${objectName(node.table)}, ${keys})${aliased(node, out)}`;
  },
  fullTextTable: (node, out) => {
    const args = [objectName(node.table), out.node(node.columns), out.node(node.search)];
    if (node.language !== null) args.push(`LANGUAGE ${out.node(node.language)}`);
    if (node.top !== null) args.push(out.node(node.top));
    return `${node.function.toUpperCase()}(${args.join(', ')})${as(node.alias)}`;
  },
};

/** `VALUES (…), (…)` */
export function valueRows(rows: readonly (readonly Expression[])[], out: Out): string {
  const texts = rows.map((row) => nodeGroup(row, out));
  return `VALUES ${texts.join(rows.length > 1 ? `,${out.inner.line}` : '')}`;
}

function schema(node: readonly SchemaColumn[] | ObjectName | null, out: Out): string {
  if (node === null) return '';
  if ('kind' in node) return ` WITH ${objectName(node)}`;
  const columns = group(node, out, (column) =>
    words(
      identifier(column.name),
      out.node(column.type),
      optional('COLLATE ', column.collation, out),
      optional('', column.path, out),
      column.asJson && 'AS JSON',
    ),
  );
  return ` WITH ${columns}`;
}

function systemTime(node: SystemTime, out: Out): string {
  const start = optional('', node.start, out);
  const end = optional('', node.end, out);
  const texts = {
    all: 'ALL',
    asOf: `AS OF ${start}`,
    containedIn: `CONTAINED IN (${start}, ${end})`,
    between: `BETWEEN ${start} AND ${end}`,
    fromTo: `FROM ${start} TO ${end}`,
  };
  return `FOR SYSTEM_TIME ${texts[node.type]}`;
}

function tableSample(node: TableSample, out: Out): string {
  const seed = node.seed === null ? '' : ` REPEATABLE (${out.node(node.seed)})`;
  return `TABLESAMPLE SYSTEM (${out.node(node.size)} ${node.unit.toUpperCase()})${seed}`;
}
