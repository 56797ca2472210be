/** Tables, constraints, indexes and statistics as text. */
import type {
  AlterTable,
  AlterTableAction,
  ColumnDefinition,
  ColumnPropertyChange,
  Constraint,
  CreateIndex,
  DropElement,
  Identity,
  IndexColumn,
  InlineIndex,
  Storage,
  TableElement,
  TableStatement,
} from '../ast/index.ts';
import { bareOptions, identifier, nullability, objectName, stringText, withOptions } from './names.ts';
import type { Out, Rules } from './out.ts';
import { clauses, group, list, nodeGroup, nodes, optional, optionalGroup, words } from './out.ts';

const storage = (before: string, node: Storage | null) =>
  node === null ? '' : `${before} ${identifier(node.name)}${node.column === null ? '' : `(${identifier(node.column)})`}`;
const indexColumn = (node: IndexColumn) => `${identifier(node.name)}${node.descending ? ' DESC' : ''}`;
const indexColumns = (columns: readonly IndexColumn[], out: Out) => (columns.length === 0 ? '' : group(columns, out, indexColumn));
const clusteredWord = (clustered: boolean | null) => (clustered === null ? '' : clustered ? 'CLUSTERED' : 'NONCLUSTERED');
const named = (node: { readonly name: Parameters<typeof identifier>[0] | null }) =>
  node.name === null ? '' : `CONSTRAINT ${identifier(node.name)}`;

/** Elements a line each when they are long. */
export function elements(list: readonly TableElement[], out: Out): string {
  return nodeGroup(list, out);
}

export const ELEMENT_RULES: Rules<TableElement> = {
  columnDefinition,
  computedColumn: (node, out) =>
    words(
      `${identifier(node.name)} AS ${out.node(node.expression)}`,
      node.persisted && 'PERSISTED',
      node.notNull && 'NOT NULL',
      ...node.constraints.map((constraint) => out.node(constraint)),
    ),
  columnSet: (node) => `${identifier(node.name)} xml COLUMN_SET FOR ALL_SPARSE_COLUMNS`,
  period: (node) => `PERIOD FOR SYSTEM_TIME (${identifier(node.start)}, ${identifier(node.end)})`,
  inlineIndex,
  primaryKey: keyConstraint,
  unique: keyConstraint,
  foreignKey: (node, out) =>
    words(
      named(node),
      node.columns.length > 0 && `FOREIGN KEY ${nodeGroup(node.columns, out)}`,
      `REFERENCES ${objectName(node.table)}`,
      optionalGroup('', node.references, out),
      node.onDelete !== null && `ON DELETE ${node.onDelete}`,
      node.onUpdate !== null && `ON UPDATE ${node.onUpdate}`,
      node.notForReplication && 'NOT FOR REPLICATION',
    ),
  check: (node, out) => words(named(node), 'CHECK', node.notForReplication && 'NOT FOR REPLICATION', `(${out.node(node.condition)})`),
  defaultConstraint: (node, out) =>
    words(named(node), `DEFAULT ${out.node(node.value)}`, optional('FOR ', node.column, out), node.withValues && 'WITH VALUES'),
  connection: (node) => {
    const pairs = node.pairs.map(({ from, to }) => `${objectName(from)} TO ${objectName(to)}`).join(', ');
    return words(named(node), `CONNECTION (${pairs})`, node.onDelete !== null && `ON DELETE ${node.onDelete}`);
  },
};

function keyConstraint(node: Extract<Constraint, { kind: 'primaryKey' | 'unique' }>, out: Out): string {
  return words(
    named(node),
    node.kind === 'unique' ? 'UNIQUE' : 'PRIMARY KEY',
    clusteredWord(node.clustered),
    node.hash && 'HASH',
    indexColumns(node.columns, out),
    node.notEnforced && 'NOT ENFORCED',
    withOptions(node.options, out),
    storage('ON', node.on),
  );
}

function columnDefinition(node: ColumnDefinition, out: Out): string {
  return words(
    identifier(node.name),
    optional('', node.type, out),
    node.fileStream && 'FILESTREAM',
    node.collation !== null && `COLLATE ${identifier(node.collation)}`,
    node.sparse && 'SPARSE',
    node.mask !== null && `MASKED WITH (FUNCTION = ${stringText(node.mask, false)})`,
    node.encryption !== null && `ENCRYPTED WITH ${nodeGroup(node.encryption, out)}`,
    node.identity !== null && identity(node.identity, out),
    node.generated !== null && `GENERATED ALWAYS AS ${node.generated}`,
    node.hidden && 'HIDDEN',
    nullability(node.nullable),
    node.rowGuidCol && 'ROWGUIDCOL',
    ...node.constraints.map((constraint) => out.node(constraint)),
    optional('', node.index, out),
  );
}

function identity(node: Identity, out: Out): string {
  const numbers = node.seed === null || node.increment === null ? '' : `(${out.node(node.seed)}, ${out.node(node.increment)})`;
  return words(`IDENTITY${numbers}`, node.notForReplication && 'NOT FOR REPLICATION');
}

function inlineIndex(node: InlineIndex, out: Out): string {
  return words(
    `INDEX ${identifier(node.name)}`,
    node.unique && 'UNIQUE',
    clusteredWord(node.clustered),
    node.columnStore && 'COLUMNSTORE',
    node.hash && 'HASH',
    indexColumns(node.columns, out),
    optionalGroup('INCLUDE ', node.include, out),
    optional('WHERE ', node.where, out),
    withOptions(node.options, out),
    storage('ON', node.on),
    storage('FILESTREAM_ON', node.fileStreamOn),
  );
}

const KINDS_OF_TABLE = { fileTable: 'AS FILETABLE', node: 'AS NODE', edge: 'AS EDGE' } as const;

export const TABLE_RULES: Rules<TableStatement> = {
  createTable: (node, out) =>
    words(
      `CREATE TABLE ${objectName(node.name)}`,
      node.as === 'fileTable' && KINDS_OF_TABLE.fileTable,
      optionalGroup('', node.elements, out),
      node.as !== null && node.as !== 'fileTable' && KINDS_OF_TABLE[node.as],
      storage('ON', node.on),
      node.textImageOn !== null && `TEXTIMAGE_ON ${identifier(node.textImageOn)}`,
      storage('FILESTREAM_ON', node.fileStreamOn),
      withOptions(node.options, out),
    ),
  alterTable,
  createIndex,
  alterIndex: (node, out) =>
    words(
      `ALTER INDEX ${node.index === null ? 'ALL' : identifier(node.index)} ON ${objectName(node.table)}`,
      node.action.toUpperCase(),
      node.partition !== null && `PARTITION = ${node.partition === 'all' ? 'ALL' : out.node(node.partition)}`,
      node.action === 'set' ? nodeGroup(node.options, out) : withOptions(node.options, out),
    ),
  dropIndex: (node, out) => {
    const items = list(node.items, out, (item, at) =>
      words(`${identifier(item.index)} ON ${objectName(item.table)}`, withOptions(item.options, at)),
    );
    return words('DROP INDEX', node.ifExists && 'IF EXISTS', items);
  },
  createStatistics: (node, out) =>
    words(
      `CREATE STATISTICS ${identifier(node.name)} ON ${objectName(node.table)} ${nodeGroup(node.columns, out)}`,
      optional('WHERE ', node.where, out),
      bareOptions(node.options, out),
    ),
  updateStatistics: (node, out) =>
    words(`UPDATE STATISTICS ${objectName(node.table)}`, optionalGroup('', node.names, out), bareOptions(node.options, out)),
};

function createIndex(node: CreateIndex, out: Out): string {
  const kind = node.spatial === null ? node.columnStore && 'COLUMNSTORE' : 'SPATIAL';
  const head = words('CREATE', node.unique && 'UNIQUE', clusteredWord(node.clustered), kind, 'INDEX');
  return clauses(
    [
      `${head} ${identifier(node.name)}`,
      words(`ON ${objectName(node.table)}`, indexColumns(node.columns, out)),
      optionalGroup('INCLUDE ', node.include, out),
      optionalGroup('ORDER ', node.order, out),
      optional('WHERE ', node.where, out),
      node.spatial?.using ? `USING ${identifier(node.spatial.using)}` : '',
      withOptions(node.options, out),
      storage('ON', node.on),
      storage('FILESTREAM_ON', node.fileStreamOn),
    ],
    out,
  );
}

function alterTable(node: AlterTable, out: Out): string {
  return `ALTER TABLE ${objectName(node.name)} ${action(node.action, out)}`;
}

const checkWord = (check: boolean | null) => (check === null ? '' : check ? 'WITH CHECK' : 'WITH NOCHECK');
const enableWord = (enable: boolean) => (enable ? 'ENABLE' : 'DISABLE');
const namesOrAll = (names: readonly Parameters<typeof identifier>[0][] | null) =>
  names === null ? 'ALL' : names.map(identifier).join(', ');

function action(node: AlterTableAction, out: Out): string {
  switch (node.kind) {
    case 'addElements':
      return words(checkWord(node.check), 'ADD', nodes(node.elements, out));
    case 'alterColumn':
      return words('ALTER COLUMN', columnChange(node, out), withOptions(node.options, out));
    case 'dropElements':
      return words('DROP', list(node.items, out, dropElement));
    case 'checkConstraints':
      return words(checkWord(node.check), node.enable ? 'CHECK' : 'NOCHECK', 'CONSTRAINT', namesOrAll(node.names));
    case 'alterTableTriggers':
      return `${enableWord(node.enable)} TRIGGER ${namesOrAll(node.names)}`;
    case 'alterTableChangeTracking':
      return words(enableWord(node.enable), 'CHANGE_TRACKING', withOptions(node.options, out));
    case 'switch':
      return words(
        'SWITCH',
        optional('PARTITION ', node.partition, out),
        `TO ${objectName(node.target)}`,
        optional('PARTITION ', node.targetPartition, out),
        withOptions(node.options, out),
      );
    case 'rebuildTable':
      return words(
        'REBUILD',
        node.partition !== null && `PARTITION = ${node.partition === 'all' ? 'ALL' : out.node(node.partition)}`,
        withOptions(node.options, out),
      );
    case 'setTableOptions':
      return `SET ${nodeGroup(node.options, out)}`;
    case 'fileTableNamespace':
      return `${enableWord(node.enable)} FILETABLE_NAMESPACE`;
  }
}

function columnChange(node: Extract<AlterTableAction, { kind: 'alterColumn' }>, out: Out): string {
  if (node.change.kind === 'columnDefinition') return out.node(node.change);
  return `${identifier(node.column)} ${propertyChange(node.change)}`;
}

function propertyChange(node: ColumnPropertyChange): string {
  const mask = node.mask === null ? '' : `WITH (FUNCTION = ${stringText(node.mask, false)})`;
  return words(node.add ? 'ADD' : 'DROP', node.property, mask);
}

function dropElement(node: DropElement, out: Out): string {
  if (node.what === 'period') return 'PERIOD FOR SYSTEM_TIME';
  return words(
    node.what.toUpperCase(),
    node.ifExists && 'IF EXISTS',
    node.name !== null && identifier(node.name),
    withOptions(node.options, out),
  );
}
