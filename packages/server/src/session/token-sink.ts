/**
 * What a request produces, as tokens in packets. A DONE says whether more follows, which is known only when the next token or the end comes, so
 * each is held back until then. Everything else is encoded at once; full packets leave while rows are still being produced.
 */

import type { EnvironmentChange, ResultColumn, ResultSink, ServerMessage, StatementCommand, Value } from '@sprocket/engine';
import {
  type Column,
  CurCmd,
  column,
  type Done,
  DoneStatus,
  type EnvChange,
  MessageWriter,
  PacketType,
  type Protocol,
  type RowEncoder,
  rowEncoder,
  TokenWriter,
  type Value as WireValue,
  writeColMetadata,
  writeDone,
  writeEnvChange,
  writeReturnStatus,
  writeReturnValue,
  writeServerMessage,
} from '@sprocket/tds';
import type { Type } from '@sprocket/tsql';
import { writeBrowseInfo } from './browse-info.ts';
import type { Output } from './output.ts';
import { carriesType, columnFlags, wireType, wireValue } from './tds-types.ts';

/** Packets are sent when this many bytes of tokens wait: enough to make system calls rare, little enough to keep memory flat. */
const FLUSH_AT = 32 * 1024;
/** A stream of rows gives other sessions a turn after so many milliseconds, and hears of an attention then. */
const TURN = 2;
/** Messages above this severity are errors. */
const INFORMATIONAL = 10;
/** From this severity on the connection ends. [MS-TDS] 2.2.7.10 */
const FATAL = 20;

export interface TokenSinkOptions {
  readonly output: Output;
  readonly protocol: Protocol;
  readonly packetSize: number;
  readonly spid: number;
  readonly serverName: string;
  /** Whether the session has a transaction open. */
  readonly inTransaction: () => boolean;
}

const COMMANDS: Readonly<Record<StatementCommand, number>> = {
  select: CurCmd.SELECT,
  insert: CurCmd.INSERT,
  update: CurCmd.UPDATE,
  delete: CurCmd.DELETE,
  merge: CurCmd.MERGE,
  execute: CurCmd.EXECUTE,
  'begin transaction': CurCmd.BEGIN_TRANSACTION,
  commit: CurCmd.COMMIT_TRANSACTION,
  rollback: CurCmd.ROLLBACK_TRANSACTION,
  ddl: CurCmd.NONE,
  set: CurCmd.NONE,
  other: CurCmd.NONE,
};

export class TokenSink implements ResultSink {
  readonly #options: TokenSinkOptions;
  readonly #writer = new TokenWriter();
  readonly #packets: MessageWriter;
  #encodeRow: RowEncoder = () => undefined;
  #held: Done | undefined;
  /** An error came after the last DONE. */
  #failed: boolean = false;
  #fatal: boolean = false;
  #turnEnds = 0;
  /** Descriptor of the transaction that began last: its end names it. */
  #transaction = 0n;

  constructor(options: TokenSinkOptions) {
    this.#options = options;
    this.#packets = new MessageWriter({ type: PacketType.TABULAR_RESULT, packetSize: options.packetSize, spid: options.spid });
  }

  /** A message of this answer was so severe that the connection must end with it. */
  get fatal(): boolean {
    return this.#fatal;
  }

  columns(columns: readonly ResultColumn[]): void {
    this.#release();
    const described = columns.map(describe);
    writeColMetadata(this.#writer, described, this.#options.protocol);
    if (columns[0]?.browse !== undefined) writeBrowseInfo(this.#writer, columns, this.#options.protocol);
    this.#encodeRow = encoderOf(described, columns, this.#options.protocol);
    this.#turnEnds = performance.now() + TURN;
  }

  row(values: readonly Value[]): boolean {
    this.#encodeRow(this.#writer, values as readonly WireValue[]);
    if (this.#writer.length < FLUSH_AT) return false;
    this.#send(this.#packets.fullPackets(this.#writer));
    return this.#options.output.congested || performance.now() > this.#turnEnds;
  }

  async drained(): Promise<void> {
    await new Promise(setImmediate);
    await this.#options.output.drained();
    this.#turnEnds = performance.now() + TURN;
  }

  done(command: StatementCommand, rowCount: number | undefined, inProcedure: boolean): void {
    this.#release();
    const kind = inProcedure ? 'DONEINPROC' : command === 'execute' ? 'DONEPROC' : 'DONE';
    const counted = rowCount !== undefined && !this.#failed;
    this.#held = {
      kind,
      status: this.#status() | (counted ? DoneStatus.COUNT : 0),
      curCmd: COMMANDS[command],
      rowCount: counted ? rowCount : 0,
    };
  }

  message(message: ServerMessage, flush: boolean): void {
    this.#release();
    const isError = message.severity > INFORMATIONAL;
    this.#failed ||= isError;
    this.#fatal ||= message.severity >= FATAL;
    writeServerMessage(
      this.#writer,
      {
        kind: isError ? 'ERROR' : 'INFO',
        number: message.number,
        state: message.state,
        class: message.severity,
        message: message.message,
        serverName: this.#options.serverName,
        procName: message.procedure ?? '',
        lineNumber: message.line,
      },
      this.#options.protocol,
    );
    if (flush) this.#send(this.#packets.flush(this.#writer));
  }

  returnStatus(status: number): void {
    this.#release();
    writeReturnStatus(this.#writer, status);
  }

  returnValue(name: string, ordinal: number, type: Type, value: Value): void {
    this.#release();
    const token = {
      kind: 'RETURNVALUE',
      origin: 'parameter',
      userType: 0,
      flags: 0,
      name,
      ordinal,
      type: wireType(type),
      value: wireValue(value),
    } as const;
    writeReturnValue(this.#writer, token, this.#options.protocol);
  }

  environment(change: EnvironmentChange): void {
    this.#release();
    writeEnvChange(this.#writer, environmentToken(change, this.#transaction));
    if (change.kind === 'begin transaction') this.#transaction = change.descriptor;
  }

  /** The client asked to reset the connection with this request. */
  resetAcknowledged(): void {
    writeEnvChange(this.#writer, { kind: 'ENVCHANGE', type: 'resetConnection' });
  }

  /** Ends one procedure call of several; `more` calls follow. */
  endCall(more: boolean): void {
    this.#release();
    writeDone(
      this.#writer,
      { kind: 'DONEPROC', status: this.#status() | (more ? DoneStatus.MORE : 0), curCmd: CurCmd.EXECUTE, rowCount: 0 },
      this.#options.protocol,
    );
  }

  /** Ends an answer that statements made. */
  endBatch(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined && held.kind !== 'DONEINPROC') return writeDone(this.#writer, held, this.#options.protocol);
    if (held !== undefined) this.#writeMore(held);
    this.#writeDone(this.#status());
  }

  /** Ends an answer that the client has cut short. */
  endStopped(): void {
    this.#release();
    this.#writeDone(this.#status() | DoneStatus.ERROR);
  }

  /** The one token of the answer to an attention. */
  acknowledgeAttention(): void {
    this.#writeDone(this.#status() | DoneStatus.ATTN);
  }

  /** Sends what is left and ends the message. The sink can take the next answer. */
  finish(): void {
    this.#options.output.write(this.#packets.end(this.#writer));
    this.#failed = false;
  }

  /** The status bits that the moment gives; an error counts once. */
  #status(): number {
    const failed = this.#failed ? DoneStatus.ERROR : 0;
    this.#failed = false;
    return failed | (this.#options.inTransaction() ? DoneStatus.INXACT : 0);
  }

  #release(): void {
    if (this.#held === undefined) return;
    this.#writeMore(this.#held);
    this.#held = undefined;
  }

  #writeMore(held: Done): void {
    writeDone(this.#writer, { ...held, status: held.status | DoneStatus.MORE }, this.#options.protocol);
  }

  /** A DONE that ends no statement. */
  #writeDone(status: number): void {
    writeDone(this.#writer, { kind: 'DONE', status, curCmd: CurCmd.NONE, rowCount: 0 }, this.#options.protocol);
  }

  #send(packets: Uint8Array | undefined): void {
    if (packets !== undefined) this.#options.output.write(packets);
  }
}

function describe(result: ResultColumn): Column {
  return column(result.name, wireType(result.type), columnFlags(result));
}

/** Only columns whose values carry their type cost a conversion per row. */
function encoderOf(described: readonly Column[], columns: readonly ResultColumn[], protocol: Protocol): RowEncoder {
  const encode = rowEncoder(described, protocol);
  return columns.some(({ type }) => carriesType(type)) ? (w, values) => encode(w, (values as readonly Value[]).map(wireValue)) : encode;
}

/** `open` is the transaction that a commit or rollback ends. */
function environmentToken(change: EnvironmentChange, open: bigint): EnvChange {
  switch (change.kind) {
    case 'database':
    case 'language':
      return { kind: 'ENVCHANGE', type: change.kind, newValue: change.value, oldValue: change.old };
    case 'begin transaction':
      return { kind: 'ENVCHANGE', type: 'beginTransaction', newValue: change.descriptor, oldValue: null };
    case 'commit':
      return { kind: 'ENVCHANGE', type: 'commitTransaction', newValue: null, oldValue: open };
    case 'rollback':
      return { kind: 'ENVCHANGE', type: 'rollbackTransaction', newValue: null, oldValue: open };
  }
}
