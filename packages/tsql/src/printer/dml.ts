/** Statements that read and change rows as text. */
import type {
  Assignment,
  BulkColumn,
  Delete,
  DmlStatement,
  Expression,
  Insert,
  InsertSource,
  Merge,
  MergeWhen,
  Output,
  TextStatement,
  Update,
} from '../ast/index.ts';
import { identifier, nullability, objectName, withOptions } from './names.ts';
import type { Out, Rules } from './out.ts';
import { clauses, group, list, nodeGroup, nodes, optional, optionalGroup, words } from './out.ts';
import { cursorReference } from './procedural.ts';
import { fromClause, optionClause, top, withClause } from './query.ts';
import { valueRows } from './source.ts';

export const DML_RULES: Rules<DmlStatement> = {
  select: (node, out) => stacked([withClause(node.with, out), clauses([out.node(node.query), optionClause(node.hints, out)], out)], out),
  insert,
  update,
  delete: deleteStatement,
  merge,
  truncate: (node, out) => {
    const ranges = node.partitions.map((range) => `${out.node(range.from)}${optional(' TO ', range.to, out)}`);
    return `TRUNCATE TABLE ${objectName(node.table)}${ranges.length === 0 ? '' : ` WITH (PARTITIONS (${ranges.join(', ')}))`}`;
  },
  bulkInsert: (node, out) => words(`BULK INSERT ${objectName(node.table)} FROM ${out.node(node.file)}`, withOptions(node.options, out)),
  insertBulk: (node, out) => {
    const columns = node.columns.length === 0 ? '' : group(node.columns, out, bulkColumn);
    return words(`INSERT BULK ${objectName(node.table)}`, columns, withOptions(node.options, out));
  },
  textStatement,
};

/** WITH on lines of its own, then the statement. */
function stacked(parts: readonly string[], out: Out): string {
  return parts.filter((part) => part !== '').join(out.line);
}

function insert(node: Insert, out: Out): string {
  const head = words(
    'INSERT',
    node.top !== null && top(node.top, out),
    `INTO ${out.node(node.target)}`,
    node.columns !== null && nodeGroup(node.columns, out),
  );
  const body = clauses([head, ...outputs(node.output, out), insertSource(node.source, out), optionClause(node.hints, out)], out);
  return stacked([withClause(node.with, out), body], out);
}

function insertSource(node: InsertSource, out: Out): string {
  switch (node.kind) {
    case 'insertValues':
      return valueRows(node.rows, out);
    case 'insertQuery':
      return out.node(node.query);
    case 'insertExecute':
      return out.node(node.execute);
    case 'insertDefaults':
      return 'DEFAULT VALUES';
  }
}

function outputs(list: readonly Output[], out: Out): string[] {
  return list.map((node) => {
    const into = node.into === null ? '' : words(`INTO ${out.node(node.into)}`, optionalGroup('', node.columns, out));
    return words('OUTPUT', nodes(node.items, out), into);
  });
}

function update(node: Update, out: Out): string {
  const body = clauses(
    [
      words('UPDATE', node.top !== null && top(node.top, out), out.node(node.target)),
      words('SET', list(node.set, out, assignment)),
      ...outputs(node.output, out),
      fromClause(node.from, out),
      where(node.where, out),
      optionClause(node.hints, out),
    ],
    out,
  );
  return stacked([withClause(node.with, out), body], out);
}

function assignment(node: Assignment, out: Out): string {
  switch (node.kind) {
    case 'assignColumn':
      return `${objectName(node.column)} ${node.op} ${out.node(node.value)}`;
    case 'assignVariable':
      return `${node.variable.name} ${node.op} ${out.node(node.value)}`;
    case 'assignVariableAndColumn':
      return `${node.variable.name} = ${objectName(node.column)} ${node.op} ${out.node(node.value)}`;
    case 'assignMethod':
      return `${objectName(node.column)}.${identifier(node.method)}${nodeGroup(node.args, out)}`;
  }
}

function where(node: Update['where'], out: Out): string {
  if (node === null) return '';
  return node.kind === 'currentOf' ? `WHERE CURRENT OF ${cursorReference(node.cursor)}` : `WHERE ${out.node(node)}`;
}

function deleteStatement(node: Delete, out: Out): string {
  const body = clauses(
    [
      words('DELETE', node.top !== null && top(node.top, out), `FROM ${out.node(node.target)}`),
      ...outputs(node.output, out),
      fromClause(node.from, out),
      where(node.where, out),
      optionClause(node.hints, out),
    ],
    out,
  );
  return stacked([withClause(node.with, out), body], out);
}

function merge(node: Merge, out: Out): string {
  const parts = [
    withClause(node.with, out),
    words('MERGE', node.top !== null && top(node.top, out), `INTO ${mergeTarget(node, out)}`),
    `USING ${out.node(node.source)} ON ${out.node(node.on)}`,
    ...node.whens.map((when) => mergeWhen(when, out)),
    ...outputs(node.output, out),
    optionClause(node.hints, out),
  ];
  return stacked(parts, out);
}

/** The hints of a MERGE target stand before its alias, unlike in FROM. */
function mergeTarget({ target }: Merge, out: Out): string {
  if (target.kind !== 'table' && target.kind !== 'tableVariable') return out.node(target);
  return words(out.node({ ...target, alias: null }), target.alias !== null && `AS ${identifier(target.alias)}`);
}

const MATCHES = { matched: 'MATCHED', notMatchedByTarget: 'NOT MATCHED', notMatchedBySource: 'NOT MATCHED BY SOURCE' } as const;

function mergeWhen(node: MergeWhen, out: Out): string {
  const condition = node.condition === null ? '' : ` AND ${out.node(node.condition)}`;
  return `WHEN ${MATCHES[node.match]}${condition} THEN ${mergeAction(node.action, out)}`;
}

function mergeAction(node: MergeWhen['action'], out: Out): string {
  switch (node.kind) {
    case 'mergeDelete':
      return 'DELETE';
    case 'mergeUpdate':
      return words('UPDATE SET', list(node.set, out, assignment));
    case 'mergeInsert':
      return words(
        'INSERT',
        node.columns !== null && nodeGroup(node.columns, out),
        node.values === null ? 'DEFAULT VALUES' : `VALUES ${nodeGroup(node.values, out)}`,
      );
  }
}

function bulkColumn(node: BulkColumn, out: Out): string {
  const collation = node.collation === null ? '' : `COLLATE ${identifier(node.collation)}`;
  return words(identifier(node.name), out.node(node.type), collation, nullability(node.nullable));
}

function textStatement(node: TextStatement, out: Out): string {
  const args: readonly Expression[] = node.args;
  // The source column of UPDATETEXT comes before its own pointer, the last argument.
  const before = node.source === null ? args : args.slice(0, 3);
  const after = node.source === null ? [] : args.slice(3);
  return words(
    node.verb,
    objectName(node.column),
    ...before.map(out.node),
    node.source !== null && objectName(node.source),
    ...(node.options.includes('WITH LOG') ? ['WITH LOG'] : []),
    ...after.map(out.node),
    ...node.options.filter((option) => option !== 'WITH LOG'),
  );
}
