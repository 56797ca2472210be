/**
 * A session as the server drives it: batches, procedure calls, transaction requests and bulk loads, one at a time. Each request ends in one place,
 * which reports what nothing caught, makes pending changes durable and gives the connection back.
 */

import { INT } from '@sprocket/tsql';
import { nameKey } from '../catalog/model.ts';
import { parseName } from '../catalog/object-name.ts';
import type { SentText } from '../catalog/views/live.ts';
import { SqlError, sqlError } from '../errors.ts';
import { createActivation, runBatch } from '../run/activation.ts';
import { checkAll } from '../run/compiled.ts';
import type { Steps } from '../run/contracts.ts';
import { callModule } from '../run/execute.ts';
import { BatchAborted, Cancelled, CompileFailure, RaisedError, SyntaxErrors, toSqlError } from '../run/failures.ts';
import { findLanguage } from '../run/languages.ts';
import type { NativeArgument } from '../run/modules.ts';
import { DEFAULT_OPTIONS, LEGACY_OPTIONS, type SessionOptions } from '../run/options.ts';
import { sendError, settlePlace } from '../run/recover.ts';
import type { Stopwatch } from '../run/runtime.ts';
import { SILENT } from './administer.ts';
import type { BulkRequest, CallParameter, IsolationLevel, ProcedureCall, ResultSink, Session, TransactionRequest } from './api.ts';
import { releaseApplocks } from './applocks.ts';
import { insertBulk } from './bulk/load.ts';
import { ClientOutput } from './client-output.ts';
import { moment } from './clock.ts';
import { dropGlobals } from './definitions.ts';
import { drive } from './drive.ts';
import { runLogonTriggers } from './logon.ts';
import { NO_OUTPUT, type SessionCore } from './session-core.ts';

export class ClientSession implements Session {
  readonly #core: SessionCore;
  readonly #home: number;
  readonly #onClose: (session: ClientSession) => void;
  #isClosed = false;
  #isAbandoned = false;

  constructor(core: SessionCore, onClose: (session: ClientSession) => void) {
    this.#core = core;
    this.#onClose = onClose;
    this.#home = core.catalogs.currentId;
    core.options = this.#startOptions();
  }

  get id(): number {
    return this.#core.id;
  }

  get database(): string {
    return this.#core.catalogs.current.name;
  }

  get transaction(): bigint {
    return this.#core.transactions.descriptor;
  }

  get flushing(): Promise<void> | undefined {
    return this.#core.flushing;
  }

  batch(text: string, sink: ResultSink): Promise<void> | undefined {
    return this.#request(sink, runBatchText(this.#core, text));
  }

  call(call: ProcedureCall, sink: ResultSink): Promise<void> | undefined {
    return this.#request(sink, runCall(this.#core, call, sink));
  }

  transact(request: TransactionRequest, sink: ResultSink): Promise<void> | undefined {
    return this.#request(sink, runTransactionRequest(this.#core, request));
  }

  bulk(request: BulkRequest, sink: ResultSink): Promise<void> | undefined {
    return this.#request(sink, insertBulk(this.#core, request));
  }

  /** Runs the LOGON triggers. Rejects with 17892. */
  async logOn(): Promise<void> {
    let refusal: unknown;
    const core = this.#core;
    const body = function* (): Steps<void> {
      try {
        yield* runLogonTriggers(core);
      } catch (thrown) {
        refusal = thrown;
      }
    };
    await this.#request(SILENT, body());
    if (refusal === undefined) return;
    this.close();
    throw refusal;
  }

  /** Runs what is none of a client's requests. */
  background(body: (core: SessionCore) => Steps<void>, sink: ResultSink): Promise<void> | undefined {
    return this.#request(sink, body(this.#core));
  }

  cancel(): void {
    this.#core.interruption.cancel();
    this.#core.instance.locks.cancel(this.#core);
  }

  reset(keepTransaction: boolean): void {
    const core = this.#core;
    // Nobody gets the connection of an application role back.
    this.#isAbandoned = core.security.isApplicationRole;
    core.isKilled ||= this.#isAbandoned;
    if (!keepTransaction) core.transactions.close();
    dropGlobals(core);
    core.reset(this.#home, this.#startOptions());
    core.releaseConnection();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#onClose(this);
    const core = this.#core;
    core.instance.sessions.delete(core.id);
    if (core.current !== null) {
      // The running request ends first; its end finds the session closed.
      this.cancel();
      return;
    }
    this.#end();
  }

  #end(): void {
    const core = this.#core;
    core.output = NO_OUTPUT;
    core.transactions.close();
    releaseApplocks(core, 'Session');
    dropGlobals(core);
    core.temporaries.clear();
    core.releaseConnection();
  }

  #startOptions(): SessionOptions {
    const { ansiDefaults, language } = this.#core.login;
    const options = ansiDefaults ? DEFAULT_OPTIONS : LEGACY_OPTIONS;
    const known = findLanguage(language);
    return known === undefined ? options : { ...options, language: known.name, dateFormat: known.dateFormat, dateFirst: known.dateFirst };
  }

  #request(sink: ResultSink, body: Steps<void>): Promise<void> | undefined {
    const core = this.#core;
    return drive(this.#guarded(sink, body), () => core.startSlice());
  }

  /** The one place where a request begins and ends. */
  *#guarded(sink: ResultSink, body: Steps<void>): Steps<void> {
    const core = this.#core;
    const output = new ClientOutput(sink, {
      hasPendingChanges: () => core.transactions.hasPending,
      settle: () => core.transactions.settle(),
      isInModule: () => core.status.nestLevel > 0,
    });
    core.output = output;
    core.requestOutput = output;
    core.interruption.clear();
    core.status.openTries = 0;
    core.lastRequest = moment();
    core.instance.metrics.batchStarted();
    try {
      if (core.isKilled) throw sqlError(this.#isAbandoned ? 18059 : 596);
      yield* body;
    } catch (thrown) {
      endByError(core, thrown);
    } finally {
      finish(core, output);
      if (this.#isClosed) this.#end();
    }
  }
}

/** What no activation has handled: errors of compiling, cancellation, an aborted batch. */
function endByError(core: SessionCore, thrown: unknown): void {
  if (thrown instanceof Cancelled) {
    // After an attention the transaction stays unless XACT_ABORT is on.
    if ((core.options.xactAbort || core.isKilled) && core.transactions.count > 0) core.transactions.rollback(null);
    if (core.isKilled) sendError(core, settlePlace(sqlError(596), 1, null));
    return;
  }
  if (thrown instanceof BatchAborted) {
    if (thrown.closesSession) core.isKilled = true;
    return;
  }
  const error = toSqlError(thrown, core.log);
  core.status.error = error.number;
  sendError(core, error);
  for (const other of othersOf(thrown)) sendError(core, other);
  if (error.cause instanceof SqlError && error.cause.number === TERMINATED) sendError(core, settlePlace(error.cause, error.line, null));
  const rollsBack = error.errorClass === 'transaction' || (core.options.xactAbort && !(error instanceof RaisedError));
  if (rollsBack && core.transactions.count > 0) core.transactions.rollback(null);
  core.output.done('other', undefined);
}

/** The notice that a statement has left nothing behind, where no activation has sent it. */
const TERMINATED = 3621;

/** A text may have several errors; the first decides what they end. */
function othersOf(thrown: unknown): readonly SqlError[] {
  return thrown instanceof SyntaxErrors || thrown instanceof CompileFailure ? thrown.others : [];
}

function finish(core: SessionCore, output: ClientOutput): void {
  try {
    if (core.transactions.endOfBatch()) sendError(core, settlePlace(sqlError(3998), 1, null));
  } catch (thrown) {
    sendError(core, toSqlError(thrown, core.log));
  }
  if (core.transactions.count === 0) core.messages.ended();
  output.release();
  if (output.hasErrors) core.instance.metrics.errorSent();
  core.output = NO_OUTPUT;
  core.requestOutput = null;
  core.current = null;
  core.status.nestLevel = 0;
  core.status.insertExecutes = 0;
  core.status.caught = null;
  core.releaseConnection();
}

function* runBatchText(core: SessionCore, text: string): Steps<void> {
  core.input = { event: 'Language Event', text };
  const stop = core.options.statisticsTime ? core.stopwatch() : null;
  const { compiled } = core.modules.batch(text);
  if (core.options.parseOnly && !turnsParsingOff(compiled.program.code)) return;
  checkAll(compiled, core.catalogs);
  if (stop !== null) sendCompileTime(core, stop(), compiled.program.code.at(-1)?.line ?? 1);
  yield* runBatch(core, createActivation(core, { kind: 'batch', compiled, module: null, procedureName: null }));
}

/** SET STATISTICS TIME: what parsing and binding the batch took, at the line of its last statement. */
function sendCompileTime(core: SessionCore, { cpu, elapsed }: ReturnType<Stopwatch>, line: number): void {
  const { number, severity, state, message } = sqlError(3613, cpu, elapsed);
  core.output.message({ number, severity, state, message, line, procedure: null }, false);
}

const turnsParsingOff = (code: readonly { readonly kind: string }[]): boolean =>
  code.some(
    (instruction) =>
      instruction.kind === 'setSwitches' && 'names' in instruction && (instruction.names as readonly string[]).includes('PARSEONLY'),
  );

/** A procedure called by a client: its OUTPUT values and status go to the sink. */
function* runCall(core: SessionCore, call: ProcedureCall, sink: ResultSink): Steps<void> {
  const { name, number } = numberedName(call.procedure);
  const parts = (parseName(name) ?? []).map((part) => part ?? '');
  core.input = sentCall(call, parts.at(-1) ?? '', `${name};${number}`);
  const module = core.modules.procedure(parts, number);
  if (module === undefined) throw sqlError(2812, call.procedure);
  const returned: (() => void)[] = [];
  const args = call.parameters.map((parameter, ordinal) => callArgument(parameter, ordinal, sink, returned));
  const spelled = parts.filter((part) => part !== '').join('.');
  const status = yield* callModule(core, module, spelled, args);
  core.transactions.settle();
  core.requestOutput?.release();
  if (status !== undefined) sink.returnStatus(status);
  for (const send of returned) send();
}

/** A call of sp_executesql counts as the text that it runs. */
function sentCall({ parameters }: ProcedureCall, procedure: string, written: string): SentText {
  if (nameKey(procedure) !== nameKey('sp_executesql')) return { event: 'RPC Event', text: written };
  const [text = '', declarations = ''] = parameters
    .slice(0, 2)
    .map(({ value }) => (value.kind === 'table' ? '' : String(value.value ?? '')));
  return { event: 'Language Event', text: declarations === '' ? text : `(${declarations})${text}` };
}

/** Clients may call `p;2` too. */
function numberedName(procedure: string): { readonly name: string; readonly number: number } {
  const number = /;(\d+)$/.exec(procedure);
  return number === null ? { name: procedure, number: 1 } : { name: procedure.slice(0, number.index), number: Number(number[1]) };
}

function callArgument(parameter: CallParameter, ordinal: number, sink: ResultSink, returned: (() => void)[]): NativeArgument {
  const { name, output, isDefault, value } = parameter;
  if (value.kind === 'table') {
    const table = { typeName: value.typeName, rows: value.rows };
    return { name, type: TABLE_TYPE, value: null, output: false, isDefault, table, cursor: null, assign: () => {} };
  }
  return {
    name,
    type: value.type,
    value: value.value,
    output,
    isDefault,
    table: null,
    cursor: null,
    assign: (result, type) => {
      if (output) returned.push(() => sink.returnValue(name, ordinal, type, result));
    },
  };
}

const TABLE_TYPE = { ...INT, name: 'table' } as const;

// biome-ignore lint/correctness/useYield: requests are generators; this one never waits
function* runTransactionRequest(core: SessionCore, request: TransactionRequest): Steps<void> {
  const { transactions } = core;
  switch (request.kind) {
    case 'begin':
      return begin(core, request);
    case 'save':
      return transactions.save(request.name);
    case 'commit':
    case 'rollback':
      if (request.kind === 'commit') transactions.commit();
      else transactions.rollback(request.name === '' ? null : request.name);
      if (request.begin !== undefined) begin(core, request.begin);
  }
}

interface Beginning {
  readonly isolation: IsolationLevel | undefined;
  readonly name: string;
}

function begin(core: SessionCore, { isolation, name }: Beginning): void {
  if (isolation !== undefined) core.options = { ...core.options, isolation };
  core.transactions.begin(name === '' ? null : name);
}
