/**
 * The client's end of a request's output. Results of statements whose storage transaction is not committed yet are held back, in order, until it is:
 * so several small changes of one batch share a commit and none is acknowledged before it is durable. Rows always follow a commit, so nothing
 * large is ever held.
 */

import type { Output } from '../run/output.ts';
import type { Value } from '../values/value.ts';
import type { EnvironmentChange, ResultColumn, ResultSink, ServerMessage, StatementCommand } from './api.ts';

/** What the output must know of the session. */
export interface OutputState {
  /** Changes that are made and not committed. */
  readonly hasPendingChanges: () => boolean;
  readonly settle: () => void;
  readonly isInModule: () => boolean;
}

/** Held results beyond this many force a commit. */
const HELD_LIMIT = 512;

export class ClientOutput implements Output {
  readonly #sink: ResultSink;
  readonly #state: OutputState;
  #held: (() => void)[] = [];
  #hasErrors = false;

  constructor(sink: ResultSink, state: OutputState) {
    this.#sink = sink;
    this.#state = state;
  }

  /** True when an error was sent. */
  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  columns(columns: readonly ResultColumn[]): void {
    this.#state.settle();
    this.release();
    this.#sink.columns(columns);
  }

  row(values: readonly Value[]): boolean {
    return this.#sink.row(values);
  }

  drained(): Promise<void> {
    return this.#sink.drained();
  }

  done(command: StatementCommand, rowCount: number | undefined): void {
    const inProcedure = this.#state.isInModule();
    this.#send(() => this.#sink.done(command, rowCount, inProcedure));
  }

  message(message: ServerMessage, flush: boolean): void {
    if (message.severity > 10) this.#hasErrors = true;
    if (flush) this.#state.settle();
    this.#send(() => this.#sink.message(message, flush));
  }

  environment(change: EnvironmentChange): void {
    this.#send(() => this.#sink.environment(change));
  }

  /** Sends what was held: its changes are durable now. */
  release(): void {
    if (this.#held.length === 0) return;
    const held = this.#held;
    this.#held = [];
    for (const send of held) send();
  }

  /** Drops what was held: its changes were lost. */
  discard(): void {
    this.#held = [];
  }

  #send(send: () => void): void {
    if (!this.#state.hasPendingChanges()) {
      this.release();
      send();
      return;
    }
    this.#held.push(send);
    if (this.#held.length >= HELD_LIMIT) this.#state.settle();
  }
}
