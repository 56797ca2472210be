/**
 * Data definition and administration as the interpreter asks for them: takes the locks of what a statement writes and runs it as one piece inside the
 * session's transaction. What belongs to a procedure file is refused, since the file would win again.
 */

import { INT, type Kill, nvarchar, type ObjectName, type SetStatistics, type Shutdown, type Statement, varbinary } from '@sprocket/tsql';
import { isBrokerDdl } from '../catalog/ddl/broker/index.ts';
import { beforeLocks, type DdlStatement, ddlWrites, isDdl, runDdl } from '../catalog/ddl/index.ts';
import { findObject, nameParts } from '../catalog/find.ts';
import { DATABASE, holds, holdsOnServer } from '../catalog/security/index.ts';
import { sqlError, unsupported } from '../errors.ts';
import { scalarOf } from '../run/compiled.ts';
import type { Steps } from '../run/contracts.ts';
import { assignVariable } from '../run/execute.ts';
import { instructionOf } from '../run/recover.ts';
import type { Activation, DefinitionRunner } from '../run/runtime.ts';
import { copiesDatabase, copyDatabase } from './backup/index.ts';
import { dropDialogs } from './broker/dialog.ts';
import { bulkInsert } from './bulk/insert.ts';
import { announceBulk } from './bulk/load.ts';
import { MASTER } from './databases.ts';
import { announcement } from './ddl-announcement.ts';
import { ddlContext } from './ddl-context.ts';
import { reconfigure } from './reconfigure.ts';
import type { SessionCore } from './session-core.ts';
import { STATEMENTS } from './statement-support.ts';

export class SessionDefinitions implements DefinitionRunner {
  readonly #core: SessionCore;

  constructor(core: SessionCore) {
    this.#core = core;
  }

  *define(statement: Statement, text: string, activation: Activation | null): Steps<void> {
    if (!isDdl(statement)) throw unsupported(STATEMENTS[statement.kind].words);
    const core = this.#core;
    if (copiesDatabase(statement)) {
      yield* copyDatabase(statement, core, ddlContext(core, text, activation));
      return core.output.done('ddl', undefined);
    }
    refuseOwnedByFile(core, statement);
    if (ALONE.has(statement.kind) || (statement.kind === 'drop' && statement.what === 'DATABASE')) requireNoTransaction(core, statement);
    else if (core.options.implicitTransactions) core.transactions.beginImplicitly();
    yield* beforeLocks(statement, ddlContext(core, text, activation));
    const writes = writtenDatabases(core, statement);
    yield* core.transactions.writes(writes, { readOnly: statement.kind === 'alterDatabase' });
    const announce = announcement(core, statement, text);
    yield* core.transactions.statement(writes, function* () {
      if (statement.kind === 'drop' && statement.what === 'SERVICE') dropDialogs(core, statement.names);
      yield* runDdl(statement, ddlContext(core, text, activation));
      yield* announce();
    });
    if (concernsBroker(statement)) for (const id of writes) core.messages.altered(id);
    if (statement.kind === 'createTable' || statement.kind === 'createProcedure')
      noteGlobal(core, statement.name.parts.at(-1)?.value ?? '', statement.kind === 'createTable' ? 'TABLE' : 'PROCEDURE');
    core.output.done('ddl', undefined);
  }

  *administer(statement: Statement, activation: Activation): Steps<void> {
    const core = this.#core;
    const { support, words } = STATEMENTS[statement.kind];
    if (statement.kind === 'setStatistics') return setStatistics(core, statement);
    if (support === 'accepted') return;
    switch (statement.kind) {
      case 'checkpoint':
        return yield* checkpoint(core);
      case 'reconfigure':
        return yield* reconfigure(core);
      case 'kill':
        return kill(core, activation, statement);
      case 'shutdown':
        return shutdown(core, activation, statement);
      case 'insertBulk':
        return announceBulk(core, statement);
      case 'bulkInsert':
        return yield* bulkInsert(core, activation, statement);
      case 'executeAs':
        return executeAs(core, activation, statement);
      case 'revert':
        return revert(core, activation, statement);
      case 'setUser':
        return setUser(core, activation, statement);
      default:
        throw unsupported(words);
    }
  }
}

/** TIME sends messages. IO would have to count pages and is accepted in silence; PROFILE and XML would have to send plans as result sets. */
function setStatistics(core: SessionCore, { names, on }: SetStatistics): void {
  const plan = names.find((name) => name === 'XML' || name === 'PROFILE');
  if (on && plan !== undefined) throw unsupported(`SET STATISTICS ${plan} ON`);
  if (names.includes('TIME')) core.options = { ...core.options, statisticsTime: on };
}

/** A `##t` belongs to the session that made it. */
export function noteGlobal(core: SessionCore, name: string, what: 'TABLE' | 'PROCEDURE' = 'TABLE'): void {
  if (name.startsWith('##')) core.globals.set(name, what);
}

/** Drops the session's global temporary objects; one that another session has locked stays until the server starts again. */
export function dropGlobals(core: SessionCore): void {
  for (const [name, what] of core.globals) {
    const [statement] = core.instance.code.parse(`DROP ${what} IF EXISTS [${name.replaceAll(']', ']]')}]`, core.options);
    if (statement === undefined) continue;
    const steps = core.definition.define(statement, '', null);
    const step = steps.next();
    if (step.done !== true) steps.return();
  }
  core.globals.clear();
  core.transactions.settle();
}

/** `bulkInsert` as a user writes it: BULK INSERT. */
function wordsOf(kind: string): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`).toUpperCase();
}

/** Whether messages may be delivered, waited for or worked on otherwise than before. */
function concernsBroker(statement: DdlStatement): boolean {
  if (statement.kind === 'administrative') return isBrokerDdl(statement.what);
  return statement.kind === 'alterDatabase' || (statement.kind === 'drop' && (statement.what === 'QUEUE' || statement.what === 'SERVICE'));
}

/** Statements that stand alone: they make files. */
const ALONE: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['createDatabase', 'alterDatabase']);

function requireNoTransaction(core: SessionCore, statement: DdlStatement): void {
  if (core.transactions.count > 0) throw sqlError(226, statement.kind === 'drop' ? 'DROP DATABASE' : wordsOf(statement.kind));
  core.transactions.settle();
}

function writtenDatabases(core: SessionCore, statement: DdlStatement): readonly number[] {
  const { databases, server } = ddlWrites(statement);
  const ids = databases.flatMap((name) => core.catalogs.database(name)?.databaseId ?? []);
  return [...new Set(server ? [MASTER, ...ids] : ids)].sort((a, b) => a - b);
}

function refuseOwnedByFile(core: SessionCore, statement: DdlStatement): void {
  const names =
    statement.kind === 'createProcedure'
      ? [statement.name]
      : statement.kind === 'drop' && statement.what === 'PROCEDURE'
        ? statement.names
        : [];
  for (const name of names) {
    const file = fileOf(core, name);
    if (file !== null) throw sqlError(40511, name.parts.map((part) => part.value).join('.'), file);
  }
}

function fileOf(core: SessionCore, name: ObjectName): string | null {
  const { database, schema, name: procedure } = nameParts(name);
  const catalog = core.catalogs.database(database);
  const object = catalog && findObject(catalog, schema, core.catalogs.defaultSchema, procedure);
  return object?.kind === 'procedure' ? object.file : null;
}

function* checkpoint(core: SessionCore): Steps<void> {
  const { current } = core.catalogs;
  if (!holds(core.security.token(current), 'CHECKPOINT', DATABASE)) throw sqlError(262, 'CHECKPOINT', current.name);
  core.transactions.settle();
  if (core.transactions.holdsConnection) return;
  yield { kind: 'promise', promise: core.instance.databases.checkpoint(core.catalogs.currentId) };
}

function kill(core: SessionCore, activation: Activation, statement: Kill): void {
  const at = instructionOf(activation);
  if (statement.id === null || statement.what !== 'session' || at === undefined) throw unsupported('KILL');
  if (!holdsOnServer(core.security.server, 'ALTER ANY CONNECTION')) throw sqlError(6102);
  const id = Number(scalarOf(activation.compiled, at, statement.id, core.catalogs, INT).evaluate(activation));
  if (id === core.id) throw sqlError(6104);
  const victim = core.instance.sessions.get(id);
  if (victim === undefined) throw sqlError(6106, id);
  if (!statement.statusOnly) victim.kill();
}

/** The process ends as when an operator stops it; NOWAIT waits for no request that runs. */
function shutdown(core: SessionCore, activation: Activation, { noWait }: Shutdown): void {
  const stop = core.instance.options.shutdown;
  if (stop === undefined) throw unsupported('SHUTDOWN');
  if (!holdsOnServer(core.security.server, 'SHUTDOWN')) throw sqlError(6004);
  core.transactions.settle();
  const { number, severity, state, message } = sqlError(6006, noWait ? 'NOWAIT request' : 'request', core.security.original);
  const line = instructionOf(activation)?.line ?? 0;
  core.output.message({ number, severity, state, message, line, procedure: activation.procedureName }, true);
  stop(noWait);
}

function executeAs(core: SessionCore, activation: Activation, statement: Extract<Statement, { kind: 'executeAs' }>): void {
  const { principal, noRevert, cookieInto } = statement;
  const { security } = core;
  const at = instructionOf(activation);
  if (principal.name === null || at === undefined) return security.executeAsCaller();
  const name = String(scalarOf(activation.compiled, at, principal.name, core.catalogs, nvarchar(128)).evaluate(activation) ?? '');
  const way = cookieInto !== null ? 'cookie' : noRevert ? 'none' : 'revert';
  const cookie = principal.type === 'login' ? security.executeAsLogin(name, way) : security.executeAsUser(name, way);
  if (cookieInto !== null) assignVariable(core, activation, cookieInto.name, cookie, varbinary(8000));
}

function setUser(core: SessionCore, activation: Activation, { user, noReset }: Extract<Statement, { kind: 'setUser' }>): void {
  const at = instructionOf(activation);
  const name = user === null || at === undefined ? null : scalarOf(activation.compiled, at, user, core.catalogs).evaluate(activation);
  core.security.setUser(name === null ? null : String(name), noReset);
}

function revert(core: SessionCore, activation: Activation, { cookie }: Extract<Statement, { kind: 'revert' }>): void {
  const at = instructionOf(activation);
  const given =
    cookie === null || at === undefined
      ? null
      : scalarOf(activation.compiled, at, cookie, core.catalogs, varbinary(8000)).evaluate(activation);
  core.security.revert(given instanceof Uint8Array ? given : null);
}
