/** Synonyms, DEFAULT and RULE objects, statistics: objects that are little more than their definition. */

import type { CreateDefault, CreateRule, CreateStatistics, CreateSynonym, ObjectName, UpdateStatistics } from '@sprocket/tsql';
import { sqlError } from '../../errors.ts';
import { definitionText, expressionText, tableSource } from '../definition.ts';
import { putObject, setNextObjectId } from '../edit.ts';
import { allIndexes, findColumn, findIndex, nameText, sameName } from '../find.ts';
import { nextId } from '../ids.ts';
import type { BindableObject, Statistics, Synonym, Table } from '../model.ts';
import { commitCatalog, creationTarget, findTarget, NAME_TAKEN, requireFreeName, sourceOf } from './apply.ts';
import type { DdlContext } from './context.ts';
import { findTableHome } from './home.ts';
import { isOn } from './syntax.ts';

export function createSynonym(statement: CreateSynonym, context: DdlContext): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  requireFreeName(catalog, schema, name, NAME_TAKEN.other);
  const synonym: Synonym = {
    kind: 'synonym',
    id: catalog.nextObjectId,
    schema,
    name,
    created: context.now,
    modified: context.now,
    target: statement.target.parts.map((part) => part.value),
  };
  commitCatalog(context, catalog, putObject(setNextObjectId(catalog, nextId(synonym.id)), synonym));
}

export function createDefault(statement: CreateDefault, context: DdlContext): void {
  createBindable(statement, context, 'default', definitionText(statement.value, context));
}

export function createRule(statement: CreateRule, context: DdlContext): void {
  createBindable(statement, context, 'rule', expressionText(statement.condition, context));
}

function createBindable(statement: CreateDefault | CreateRule, context: DdlContext, kind: BindableObject['kind'], text: string): void {
  const { catalog, schema, name } = creationTarget(context, statement.name);
  requireFreeName(catalog, schema, name, NAME_TAKEN.other);
  const object: BindableObject = {
    kind,
    id: catalog.nextObjectId,
    schema,
    name,
    created: context.now,
    modified: context.now,
    definition: sourceOf(context, statement),
    text,
  };
  commitCatalog(context, catalog, putObject(setNextObjectId(catalog, nextId(object.id)), object));
}

export function createStatistics(statement: CreateStatistics, context: DdlContext): void {
  const found = findTableHome(context, statement.table);
  if (found === undefined) throw sqlError(1088, nameText(statement.table));
  const { home, table } = found;
  const name = statement.name.value;
  if (findIndex(table, name) !== undefined || statisticsNamed(table, name) !== undefined)
    throw sqlError(1927, nameText(statement.table), name);
  const columns = statement.columns.map((column) => {
    const known = findColumn(table, column.value);
    if (known === undefined) throw sqlError(1911, column.value);
    return known.id;
  });
  const existing = table.statistics ?? [];
  const added: Statistics = {
    id: Math.max(1, ...allIndexes(table).map((index) => index.indexId), ...existing.map((row) => row.id)) + 1,
    name,
    columns,
    filter: statement.where === null ? null : definitionText(statement.where, tableSource(context.text, table.columns)),
    noRecompute: isOn(statement.options, 'NORECOMPUTE'),
  };
  home.save({ ...table, statistics: [...existing, added] });
}

function statisticsNamed(table: Table, name: string): Statistics | undefined {
  return (table.statistics ?? []).find((row) => sameName(row.name, name));
}

/** Storage plans without statistics, so there is nothing to bring up to date; only the names are looked at. */
export function updateStatistics(statement: UpdateStatistics, context: DdlContext): void {
  const found = findTableHome(context, statement.table);
  if (found === undefined) {
    if (findTarget(context, statement.table).object?.kind === 'view') return;
    throw sqlError(2706, nameText(statement.table));
  }
  const missing = statement.names.find(
    ({ value }) => findIndex(found.table, value) === undefined && statisticsNamed(found.table, value) === undefined,
  );
  if (missing !== undefined) throw sqlError(2767, missing.value);
}

/** DROP STATISTICS table.name. */
export function dropStatistics(context: DdlContext, name: ObjectName): void {
  const tableName: ObjectName = { ...name, parts: name.parts.slice(0, -1) };
  const statistics = name.parts.at(-1)?.value ?? '';
  const found = findTableHome(context, tableName);
  if (found === undefined || statisticsNamed(found.table, statistics) === undefined) {
    if (found !== undefined && findIndex(found.table, statistics) !== undefined) throw sqlError(3739, 'DROP', nameText(name));
    throw sqlError(3701, 'drop', 'statistics', nameText(name));
  }
  found.home.save({ ...found.table, statistics: (found.table.statistics ?? []).filter((row) => !sameName(row.name, statistics)) });
}
