/** The model of `DECLARE @t TABLE (…)`: built by the same steps as CREATE TABLE, with storage of its own. */

import type { TableElement } from '@sprocket/tsql';
import { buildTable } from '../catalog/ddl/build/table.ts';
import type { Table } from '../catalog/model.ts';
import { ddlContext } from './ddl-context.ts';
import { nextSerial } from './instance.ts';
import type { SessionCore } from './session-core.ts';
import { asVariable } from './table-variables.ts';

export function defineTableVariable(core: SessionCore, variable: string, elements: readonly TableElement[], text: string): Table {
  const context = ddlContext(core, text);
  const build = { context, catalog: core.catalogs.current, kind: 'variable' as const, takeId: () => -nextSerial() };
  const table = buildTable(build, { id: build.takeId(), schema: '', name: variable, elements, storageName: variable });
  return asVariable(table, variable);
}
