/** What data definition asks of the session, for one statement: the session's catalogs, connection, temporary tables, counters and binder. */

import type { DdlContext } from '../catalog/ddl/context.ts';
import { sqlError } from '../errors.ts';
import { createDdlBinder } from '../run/ddl-binder.ts';
import { instructionOf, sendError, settlePlace } from '../run/recover.ts';
import { checkModule } from './check-module.ts';
import { localTicks } from './clock.ts';
import { databaseFiles } from './database-files.ts';
import { PHYSICAL_FORM } from './physical-form.ts';
import type { SessionCore } from './session-core.ts';

export function ddlContext(core: SessionCore, text: string): DdlContext {
  const { catalogs, options, instance } = core;
  const scope = {
    variables: new Map(),
    catalog: catalogs,
    settings: { quotedIdentifier: options.quotedIdentifier, ansiNulls: options.ansiNulls, defaultSchema: catalogs.defaultSchema },
    trigger: null,
  };
  return {
    text,
    settings: {
      ansiNulls: options.ansiNulls,
      quotedIdentifier: options.quotedIdentifier,
      ansiNullDefault: options.ansiNullDefaultOn,
    },
    now: localTicks(),
    user: core.userName,
    login: core.loginName,
    defaultSchema: catalogs.defaultSchema,
    connection: core.connection,
    catalogs: {
      current: () => catalogs.current,
      database: (name) => catalogs.database(name),
      databases: () => catalogs.databases(),
      alias: (id) => catalogs.alias(id),
      replace: (next) => catalogs.replace(next),
    },
    server: databaseFiles(core),
    temporary: core.temporaries,
    counters: {
      identity: (databaseId, table) => instance.counters.last('identity', databaseId, table.id),
      setIdentity: (databaseId, table, value) => instance.counters.set('identity', databaseId, table.id, value),
      sequence: (databaseId, id) => instance.counters.last('sequence', databaseId, id),
      setSequence: (databaseId, id, value) => instance.counters.set('sequence', databaseId, id, value),
    },
    physical: PHYSICAL_FORM,
    binder: createDdlBinder(scope, core.context, (database, module) => checkModule(core, database, module)),
    inform: (number, ...args) => {
      const { severity, state, message } = sqlError(number, ...args);
      core.output.message({ number, severity, state, message, line: lineNow(core), procedure: core.current?.procedureName ?? null }, false);
    },
    precede: (error) => {
      if (core.status.openTries === 0) sendError(core, settlePlace(error, lineNow(core), core.current?.procedureName ?? null));
    },
  };
}

/** The line of the statement that runs. */
function lineNow({ current }: SessionCore): number {
  return current === null ? 0 : (instructionOf(current)?.line ?? 0);
}
