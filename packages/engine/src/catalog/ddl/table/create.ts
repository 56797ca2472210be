/** CREATE TABLE and DROP TABLE. */

import type { CreateTable, ObjectName, Option } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import { connectionsTo, findObject, nameParts, nameText, referencesTo, sameName } from '../../find.ts';
import { NAME_TAKEN, requireFreeName, resolveTarget } from '../apply.ts';
import { requireUnbound } from '../bound.ts';
import { buildTable } from '../build/table.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome, type Home, homeForNew } from '../home.ts';
import { annotationsOf } from '../syntax.ts';
import { dropTracking } from './change-tracking.ts';
import { isVersioning, setVersioning } from './versioning.ts';

export function createTable(statement: CreateTable, context: DdlContext): void {
  if (statement.as === 'fileTable') throw unsupported('CREATE TABLE AS FILETABLE');
  requireKnownOptions(statement.options);
  const home = homeForNew(context, statement.name);
  requireFree(context, home);
  if (statement.as !== null && home.kind !== 'database') throw sqlError(13914);
  const build = home.build();
  const id = build.takeId();
  const built = buildTable(build, {
    id,
    schema: home.schema,
    name: home.name,
    elements: statement.elements,
    storageName: home.storageName(),
    on: statement.on,
    graph: statement.as,
    annotations: annotationsOf(context.text, statement),
  });
  const table = home.create(built);
  for (const option of statement.options.filter(isVersioning)) setVersioning(option, context, home.catalog(), table, 2);
}

function requireFree(context: DdlContext, home: Home): void {
  if (home.kind === 'database') requireFreeName(home.catalog(), home.schema, home.name, NAME_TAKEN.table);
  else if (context.temporary.isTaken(home.name)) throw sqlErrorState(2714, NAME_TAKEN.table, home.name);
}

/** Table options that change nothing which can be seen, and SYSTEM_VERSIONING, which comes after the table is made. */
const KNOWN_OPTIONS: ReadonlySet<string> = new Set([
  'DATA_COMPRESSION',
  'XML_COMPRESSION',
  'REMOTE_DATA_ARCHIVE',
  'LOCK_ESCALATION',
  'PAD_INDEX',
  'FILLFACTOR',
  'SYSTEM_VERSIONING',
]);

function requireKnownOptions(options: readonly Option[]): void {
  const unknown = options.find((option) => !KNOWN_OPTIONS.has(option.name));
  if (unknown !== undefined) throw unsupported(`CREATE TABLE … WITH (${unknown.name})`);
}

export function dropTable(context: DdlContext, name: ObjectName, ifExists: boolean): void {
  const found = findTableHome(context, name);
  if (found === undefined) {
    refuseOtherKind(context, name);
    if (ifExists) return;
    throw sqlError(3701, 'drop', 'table', nameText(name));
  }
  const { home, table } = found;
  if (table.versioning !== undefined || table.historyOf !== undefined)
    throw sqlError(13552, `${home.catalog().name}.${table.schema}.${table.name}`);
  const others = referencesTo(home.catalog(), table.id).filter((reference) => reference.table.id !== table.id);
  if (home.kind === 'database') {
    if (others.length > 0) throw sqlError(3726, nameText(name));
    if (connectionsTo(home.catalog(), table.id).length > 0) throw sqlError(13934, nameText(name));
    requireUnbound(home.catalog(), table, 'DROP TABLE', nameText(name));
  }
  dropTracking(context, home, table);
  home.drop(table);
}

/** DROP TABLE of a view and the like is told which statement to use. */
function refuseOtherKind(context: DdlContext, name: ObjectName): void {
  if (nameParts(name).name.startsWith('#')) return;
  const target = resolveTarget(context, name);
  const object = findObject(target.catalog, target.qualified ? target.schema : undefined, target.schema, target.name);
  if (object === undefined || !sameName(object.name, target.name)) return;
  const { kind } = object;
  if (kind === 'view' || kind === 'procedure' || kind === 'function')
    throw sqlError(3705, 'TABLE', nameText(name), nameText(name), kind, `DROP ${kind.toUpperCase()}`);
}
