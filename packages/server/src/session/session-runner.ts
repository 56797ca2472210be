/**
 * The requests of one connection, one after the other, on its session. A request that ends without waiting ends within the same turn of the
 * event loop. Every message of the client gets exactly one message back, an attention too: the answer of the request that it stops ends first,
 * then comes its acknowledgement.
 */

import type { ResultSink, Session } from '@sprocket/engine';
import { SqlError } from '@sprocket/engine';
import {
  decodeRpc,
  decodeSqlBatch,
  decodeTransactionManagerRequest,
  PacketStatus,
  PacketType,
  type Protocol,
  ProtocolError,
  type RpcCall,
} from '@sprocket/tds';
import type { Log } from '../log.ts';
import type { EarlyBytes } from './early-bytes.ts';
import type { Output } from './output.ts';
import { bulkRequest, procedureCall, transactionRequest } from './requests.ts';
import { TokenSink } from './token-sink.ts';

/** A message of the client that asks for an answer. */
export interface Request {
  /** A PacketType. */
  readonly type: number;
  /** PacketStatus bits. */
  readonly status: number;
  readonly payload: Uint8Array;
}

export interface SessionRunnerOptions {
  readonly session: Session;
  readonly output: Output;
  readonly protocol: Protocol;
  readonly packetSize: number;
  readonly serverName: string;
  readonly early: EarlyBytes;
  readonly log: Log;
  /** Ends the connection after what was written. */
  readonly hangUp: (reason: string) => void;
  /** Ends the connection at once: a message cannot be read. */
  readonly malformed: (reason: string) => void;
  /** A request has ended: bytes that it read early are to be looked at now. */
  readonly onIdle: () => void;
}

/** Undefined: it has ended already. */
type Running = Promise<void> | undefined;

/** A client waits for each answer; one that sends so many requests ahead is broken. */
const MAX_QUEUED = 64;

export class SessionRunner {
  readonly #options: SessionRunnerOptions;
  readonly #sink: TokenSink;
  readonly #queue: Request[] = [];
  #running: boolean = false;
  /** An attention came while a request was running, and is to be acknowledged after it. */
  #cancelling: boolean = false;
  #closing: string | undefined;
  #closed: boolean = false;
  #malformed: boolean = false;

  constructor(options: SessionRunnerOptions) {
    const { output, protocol, packetSize, serverName, session } = options;
    this.#options = options;
    const inTransaction = () => session.transaction !== 0n;
    this.#sink = new TokenSink({ output, protocol, packetSize, serverName, spid: session.id, inTransaction });
  }

  get idle(): boolean {
    return !this.#running && this.#queue.length === 0;
  }

  receive(request: Request): void {
    if (this.#closing !== undefined || this.#closed || this.#malformed) return;
    if (this.#queue.length >= MAX_QUEUED) return this.#options.hangUp('too many requests without waiting for answers');
    this.#queue.push(request);
    this.#runNext();
  }

  attention(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#cancelling = true;
      this.#options.session.cancel();
    } else this.#acknowledge();
  }

  /** Hangs up now, or after the request that runs. */
  closeWhenIdle(reason: string): void {
    this.#closing = reason;
    this.#queue.length = 0;
    if (!this.#running) this.#options.hangUp(reason);
  }

  /** Stops what runs, as an attention would, without an answer to it. */
  cancel(): void {
    if (this.#running) this.#options.session.cancel();
  }

  /** The connection is gone. */
  close(): void {
    this.#closed = true;
    this.#queue.length = 0;
    if (this.#running) this.#options.session.cancel();
    else this.#options.session.close();
  }

  #runNext(): void {
    while (!this.#running) {
      const request = this.#queue.shift();
      if (request === undefined) return;
      this.#run(request);
    }
  }

  #run(request: Request): void {
    this.#running = true;
    this.#options.early.begin();
    const running = this.#attempt(() => this.#execute(request));
    if (running === undefined) this.#ended();
    else void running.then(() => this.#ended()).then(() => this.#runNext());
  }

  /** Runs a step; what it throws, at once or later, is answered or ends the connection. */
  #attempt(step: () => Running): Running {
    try {
      return step()?.catch((error: unknown) => this.#failed(error));
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  #execute(request: Request): Running {
    const { session, protocol } = this.#options;
    if ((request.status & (PacketStatus.RESET_CONNECTION | PacketStatus.RESET_CONNECTION_SKIP_TRAN)) !== 0) this.#reset(request.status);
    if ((request.status & PacketStatus.IGNORE) !== 0) return this.#endAnswer();
    switch (request.type) {
      case PacketType.SQL_BATCH:
        return then(session.batch(decodeSqlBatch(request.payload, protocol).text, this.#sink), () => this.#endAnswer());
      case PacketType.RPC:
        return this.#callFrom(decodeRpc(request.payload, protocol).calls, 0);
      case PacketType.TRANSACTION_MANAGER_REQUEST:
        return then(this.#transact(request.payload), () => this.#endAnswer());
      case PacketType.BULK_LOAD:
        return then(session.bulk(bulkRequest(request.payload, protocol), this.#sink), () => this.#endAnswer());
      default:
        throw new ProtocolError(`A message of type ${request.type}`);
    }
  }

  /** Calls of one message follow one another until one is cancelled. */
  #callFrom(calls: readonly RpcCall[], index: number): Running {
    const call = calls[index];
    if (call === undefined) return undefined;
    const more = index + 1 < calls.length;
    const running = call.noExecute ? undefined : this.#options.session.call(procedureCall(call), this.#sink);
    return then(running, () => {
      if (this.#cancelled) return this.#endAnswer();
      this.#sink.endCall(more);
      return this.#callFrom(calls, index + 1);
    });
  }

  #transact(payload: Uint8Array): Running {
    const request = transactionRequest(decodeTransactionManagerRequest(payload).request);
    if (request !== undefined) return this.#options.session.transact(request, this.#sink);
    refuse(this.#sink, 'Distributed transactions are not supported.');
    return undefined;
  }

  #reset(status: number): void {
    this.#options.session.reset((status & PacketStatus.RESET_CONNECTION_SKIP_TRAN) !== 0);
    this.#sink.resetAcknowledged();
  }

  get #cancelled(): boolean {
    return this.#cancelling || this.#options.early.interrupted();
  }

  #endAnswer(): undefined {
    if (this.#cancelled) this.#sink.endStopped();
    else this.#sink.endBatch();
  }

  #acknowledge(): void {
    this.#cancelling = false;
    this.#sink.acknowledgeAttention();
    this.#sink.finish();
  }

  /** Sends the answer and leaves the runner ready for the next request. */
  #ended(): void {
    this.#running = false;
    if (this.#closed) return this.#options.session.close();
    if (this.#malformed) return;
    this.#sink.finish();
    if (this.#cancelling) this.#acknowledge();
    if (this.#sink.fatal) this.#options.hangUp('an error of severity 20 or more');
    else if (this.#closing !== undefined) this.#options.hangUp(this.#closing);
    else this.#options.onIdle();
  }

  #failed(error: unknown): void {
    if (error instanceof ProtocolError) {
      this.#malformed = true;
      this.#queue.length = 0;
      return this.#options.malformed(error.message);
    }
    if (error instanceof SqlError) this.#sink.message({ ...error, message: error.message }, false);
    else {
      this.#options.log('error', 'internal error', {
        session: this.#options.session.id,
        stack: error instanceof Error ? error.stack : String(error),
      });
      refuse(this.#sink, 'Internal error. The log of the server has the details.');
    }
    this.#endAnswer();
  }
}

/** An error of ours that no statement raised: Msg 8630. */
function refuse(sink: ResultSink, message: string): void {
  sink.message({ number: 8630, severity: 16, state: 1, message, line: 1, procedure: null }, false);
}

/** Goes on at once when there is nothing to wait for. */
function then(running: Running, next: () => Running): Running {
  return running === undefined ? next() : running.then(next);
}
