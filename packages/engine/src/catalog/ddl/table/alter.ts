/** ALTER TABLE: finds the table and hands the action on; also the actions that only turn constraints and triggers on and off. */

import type { AlterTable, AlterTableConstraints, AlterTableTriggers, Identifier, Option } from '@sprocket/tsql';
import { sqlError, sqlErrorState, unsupported } from '../../../errors.ts';
import type { Steps } from '../../../run/contracts.ts';
import { putObject } from '../../edit.ts';
import { constraintsOf, nameText, sameName, triggersOf } from '../../find.ts';
import { withConnections } from '../../graph.ts';
import type { Check, EdgeConstraint, ForeignKey, Table } from '../../model.ts';
import { commitCatalog } from '../apply.ts';
import type { DdlContext } from '../context.ts';
import { findTableHome, type Home } from '../home.ts';
import { optionText } from '../syntax.ts';
import { addElements } from './add.ts';
import { alterColumn } from './alter-column.ts';
import { setChangeTracking } from './change-tracking.ts';
import { dropElements } from './drop.ts';
import { refuseAlteration } from './history.ts';
import { requirePartition, switchPartition } from './switch.ts';
import { isVersioning, setVersioning } from './versioning.ts';

export function* alterTable(statement: AlterTable, context: DdlContext): Steps<void> {
  const found = findTableHome(context, statement.name);
  if (found === undefined) throw sqlError(4902, nameText(statement.name));
  const { home, table } = found;
  const { action } = statement;
  refuseAlteration(statement, context, home, table);
  switch (action.kind) {
    case 'addElements':
      return yield* addElements(action, context, home, table);
    case 'alterColumn':
      return yield* alterColumn(action, context, home, table);
    case 'dropElements':
      return dropElements(action, context, home, table);
    case 'checkConstraints':
      return yield* switchConstraints(action, context, home, table);
    case 'alterTableTriggers':
      return switchTriggers(action, context, home, table);
    case 'rebuildTable':
      return requirePartition(action.partition, table, null, context, home);
    case 'setTableOptions':
      return setOptions(action.options, context, home, table);
    case 'alterTableChangeTracking':
      return setChangeTracking(action, context, home, table);
    case 'switch':
      return switchPartition(action, context, home, table);
    case 'fileTableNamespace':
      throw unsupported('ALTER TABLE … FILETABLE_NAMESPACE');
  }
}

function setOptions(options: readonly Option[], context: DdlContext, home: Home, table: Table): void {
  const others = options.filter((option) => !isVersioning(option));
  requireHarmless(others.map((option) => ({ name: option.name, value: optionText(option) })));
  for (const option of options.filter(isVersioning)) setVersioning(option, context, home.catalog(), table, 1);
}

/** Table options without an effect that could be seen. */
const HARMLESS: ReadonlySet<string> = new Set(['LOCK_ESCALATION', 'REMOTE_DATA_ARCHIVE', 'DATA_DELETION']);

function requireHarmless(options: readonly { readonly name: string; readonly value: string }[]): void {
  const unknown = options.find(({ name }) => !HARMLESS.has(name));
  if (unknown !== undefined) throw unsupported(`ALTER TABLE … SET (${unknown.name})`);
}

/** CHECK and NOCHECK CONSTRAINT. Without WITH CHECK an enabled constraint is trusted no more than before. */
function* switchConstraints(action: AlterTableConstraints, context: DdlContext, home: Home, table: Table): Steps<void> {
  requireConstraints(action.names, context, table);
  const selected = (name: string): boolean => action.names === null || action.names.some(({ value }) => sameName(value, name));
  const verify = action.enable && action.check === true;
  const change = <Item extends Check | ForeignKey | EdgeConstraint>(item: Item): Item => {
    if (!selected(item.name)) return item;
    return { ...item, disabled: !action.enable, notTrusted: action.enable ? item.notTrusted && !verify : true };
  };
  const switched: Table = { ...table, checks: table.checks.map(change), foreignKeys: table.foreignKeys.map(change), modified: context.now };
  const after = withConnections(switched, (connections) => connections.map(change));
  home.save(after);
  if (!verify) return;
  for (const check of after.checks) if (selected(check.name)) yield* context.binder.validateCheck(home.catalog(), after, check.id);
  for (const key of after.foreignKeys) if (selected(key.name)) yield* context.binder.validateForeignKey(home.catalog(), after, key);
  for (const connection of after.graph?.connections ?? [])
    if (selected(connection.name)) yield* context.binder.validateConnection(home.catalog(), after, connection);
}

function requireConstraints(names: readonly Identifier[] | null, context: DdlContext, table: Table): void {
  const known = [...table.checks, ...table.foreignKeys, ...(table.graph?.connections ?? [])];
  const missing = names?.find(({ value }) => !known.some((constraint) => sameName(constraint.name, value)));
  if (missing === undefined) return;
  const isOther = constraintsOf(table).some(({ constraint }) => sameName(constraint.name, missing.value));
  context.precede(sqlError(isOther ? 11415 : 4917, missing.value));
  throw sqlError(4916);
}

function switchTriggers(action: AlterTableTriggers, context: DdlContext, home: Home, table: Table): void {
  const triggers = triggersOf(home.catalog(), table.id);
  const missing = action.names?.find(({ value }) => !triggers.some((trigger) => sameName(trigger.name, value)));
  if (missing !== undefined) throw sqlErrorState(4920, 0, missing.value, table.name);
  const before = home.catalog();
  const after = triggers
    .filter((trigger) => action.names === null || action.names.some(({ value }) => sameName(value, trigger.name)))
    .reduce((catalog, trigger) => putObject(catalog, { ...trigger, disabled: !action.enable, modified: context.now }), before);
  commitCatalog(context, before, after);
}
