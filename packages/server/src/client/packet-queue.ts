/**
 * Packets of answers between the socket and whoever reads tokens. A reader that is slower than the network makes the socket pause, so a large
 * result never lies in memory.
 */

import type { Message } from '@sprocket/tds';

/** The socket as far as the queue needs it. */
export interface Flow {
  pause(): void;
  resume(): void;
}

const PAUSE_AT = 64;

export class PacketQueue {
  readonly #flow: Flow;
  readonly #packets: Message[] = [];
  #waiting: PromiseWithResolvers<Message> | undefined;
  #error: Error | undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  put(packet: Message): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) return waiting.resolve(packet);
    this.#packets.push(packet);
    if (this.#packets.length === PAUSE_AT) this.#flow.pause();
  }

  /** Nothing will come any more: readers fail when they have taken what is there. */
  fail(error: Error): void {
    this.#error ??= error;
    this.#waiting?.reject(this.#error);
    this.#waiting = undefined;
  }

  /** The next packet at once if it is there; the caller saves a turn. */
  takeNow(): Message | undefined {
    const packet = this.#packets.shift();
    if (packet !== undefined && this.#packets.length === PAUSE_AT - 1) this.#flow.resume();
    return packet;
  }

  take(): Promise<Message> {
    const packet = this.takeNow();
    if (packet !== undefined) return Promise.resolve(packet);
    if (this.#error !== undefined) return Promise.reject(this.#error);
    this.#waiting = Promise.withResolvers();
    return this.#waiting.promise;
  }
}
