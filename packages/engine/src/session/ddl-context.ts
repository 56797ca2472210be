/** What data definition asks of the session, for one statement: the session's catalogs, connection, temporary tables, counters and binder. */

import { datetime2, nvarchar } from '@sprocket/tsql';
import { dateOfTicks } from '../catalog/cryptography/time.ts';
import type { DdlContext } from '../catalog/ddl/context.ts';
import { sqlError } from '../errors.ts';
import { componentsOf, redeclared } from '../functions/index.ts';
import { scalarOf } from '../run/compiled.ts';
import { createDdlBinder } from '../run/ddl-binder.ts';
import { CompileFailure } from '../run/failures.ts';
import type { SessionOptions } from '../run/options.ts';
import { plainColumn } from '../run/output.ts';
import { instructionOf, sendError, settlePlace } from '../run/recover.ts';
import type { Activation } from '../run/runtime.ts';
import { converter } from '../values/convert.ts';
import { checkModule } from './check-module.ts';
import { localTicks, utcTicks } from './clock.ts';
import { databaseFiles } from './database-files.ts';
import { keyFiles } from './key-files.ts';
import { liveFigures } from './live.ts';
import { PHYSICAL_FORM } from './physical-form.ts';
import type { SessionCore } from './session-core.ts';

export function ddlContext(core: SessionCore, text: string, activation: Activation | null = null): DdlContext {
  const { catalogs, options, instance } = core;
  const scope = {
    variables: new Map(),
    catalog: catalogs,
    settings: { quotedIdentifier: options.quotedIdentifier, ansiNulls: options.ansiNulls, defaultSchema: catalogs.defaultSchema },
    trigger: null,
  };
  const binder = createDdlBinder(scope, core.context, (database, module) => checkModule(core, database, module));
  return {
    text,
    settings: {
      ansiNulls: options.ansiNulls,
      quotedIdentifier: options.quotedIdentifier,
      ansiNullDefault: options.ansiNullDefaultOn,
    },
    now: localTicks(),
    utcNow: utcTicks(),
    user: core.userName,
    login: core.loginName,
    defaultSchema: catalogs.defaultSchema,
    authority: { token: (catalog) => core.security.token(catalog), server: () => core.security.server },
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
    binder,
    xmlSchemas: { components: componentsOf, redeclared },
    keys: core.keys,
    keyFiles: keyFiles(instance.options.dataDirectory),
    moment: (words) => dateOfTicks(TO_MOMENT(words, core.context) as bigint),
    evaluate: (expression, type) => {
      const at = activation && instructionOf(activation);
      if (!activation || !at) return binder.constant(expression, type);
      try {
        return scalarOf(activation.compiled, at, expression, catalogs, type).evaluate(activation);
      } catch (thrown) {
        // Data definition is compiled when it runs, so TRY catches what is wrong with it.
        throw thrown instanceof CompileFailure ? thrown.error : thrown;
      }
    },
    get live() {
      return liveFigures(core);
    },
    result: (columns, rows) => {
      core.output.columns(columns.map(({ name, type, nullable }) => plainColumn(name, type, nullable)));
      for (const row of rows) core.output.row(row);
      core.output.done('select', rows.length);
    },
    userOptions: () => userOptions(options),
    inform: (number, ...args) => {
      const { severity, state, message } = sqlError(number, ...args);
      core.output.message({ number, severity, state, message, line: lineNow(core), procedure: core.current?.procedureName ?? null }, false);
    },
    precede: (error) => {
      if (core.status.openTries === 0) sendError(core, settlePlace(error, lineNow(core), core.current?.procedureName ?? null));
    },
  };
}

const TO_MOMENT = converter(nvarchar(4000), datetime2(7));

/** The line of the statement that runs. */
function lineNow({ current }: SessionCore): number {
  return current === null ? 0 : (instructionOf(current)?.line ?? 0);
}

/** Only options that are on are listed; values in the words of DBCC USEROPTIONS. */
function userOptions(options: SessionOptions): readonly (readonly [string, string])[] {
  const on = (isSet: boolean, name: string): readonly (readonly [string, string])[] => (isSet ? [[name, 'SET']] : []);
  return [
    ['textsize', String(options.textSize)],
    ['language', options.language],
    ['dateformat', options.dateFormat],
    ['datefirst', String(options.dateFirst)],
    ['lock_timeout', String(options.lockTimeout)],
    ...on(options.quotedIdentifier, 'quoted_identifier'),
    ...on(options.arithAbort, 'arithabort'),
    ...on(options.ansiNullDefaultOn, 'ansi_null_dflt_on'),
    ...on(options.noCount, 'nocount'),
    ...on(options.xactAbort, 'xact_abort'),
    ...on(options.ansiWarnings, 'ansi_warnings'),
    ...on(options.ansiPadding, 'ansi_padding'),
    ...on(options.ansiNulls, 'ansi_nulls'),
    ...on(options.concatNullYieldsNull, 'concat_null_yields_null'),
    ['isolation level', options.isolation],
  ];
}
