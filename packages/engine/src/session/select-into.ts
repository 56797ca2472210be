/** The table that SELECT … INTO makes: columns by name, type and nullability of the query, an identity column when one is copied, and nothing else. */

import { binary } from '@sprocket/tsql';
import { homeForNew } from '../catalog/ddl/home.ts';
import { permitCreate } from '../catalog/ddl/permit/objects.ts';
import { type Column, type DatabaseCatalog, objectKey, type Table } from '../catalog/model.ts';
import { plainColumn } from '../catalog/plain-table.ts';
import { sqlErrorState } from '../errors.ts';
import type { NewColumn, Steps } from '../run/contracts.ts';
import { localTicks } from './clock.ts';
import { ddlContext } from './ddl-context.ts';
import { noteGlobal } from './definitions.ts';
import type { SessionCore } from './session-core.ts';

const NO_SPAN = { start: 0, end: 0, line: 0 };

export function* createSelectedTable(
  core: SessionCore,
  name: readonly string[],
  columns: readonly NewColumn[],
): Steps<{ readonly table: Table; readonly database: DatabaseCatalog | null }> {
  const context = ddlContext(core, '');
  const parts = name.map((value) => ({ kind: 'identifier' as const, value, quoted: true, span: NO_SPAN }));
  const written = { kind: 'name' as const, parts, span: NO_SPAN };
  if (!core.security.unrestricted) permitCreate(context, 'CREATE TABLE', written);
  const home = homeForNew(context, written);
  const isTaken =
    home.kind === 'temporary' ? core.temporaries.isTaken(home.name) : home.catalog().objects.has(objectKey(home.schema, home.name));
  if (isTaken) throw sqlErrorState(2714, 6, home.name);
  const table = home.create({
    kind: 'table',
    id: home.build().takeId(),
    schema: home.schema,
    name: home.name,
    created: localTicks(),
    modified: localTicks(),
    columns: columns.map(newColumn),
    keys: [],
    foreignKeys: [],
    checks: [],
    indexes: [],
    annotations: {},
    isSystem: false,
    storage: { kind: home.kind, name: home.storageName(), rowIdColumn: null },
  });
  noteGlobal(core, home.name);
  return { table, database: home.kind === 'temporary' ? null : home.catalog() };
}

function newColumn(column: NewColumn, index: number): Column {
  const { type, name, nullable, newIdentity } = column;
  // A copied rowversion becomes plain bytes.
  const stored = type.name === 'rowversion' ? binary(8) : type;
  const identity = newIdentity === null ? null : { ...newIdentity, notForReplication: false };
  return { ...plainColumn({ name, type: stored, nullable }, index + 1), identity };
}
