/**
 * A load generator on bare sockets, in a process of its own so that it is not the limit: each connection logs in, then sends one encoded request
 * again and again, each after the whole answer to the one before. Only packet headers of answers are looked at. Prints one line of JSON.
 *
 *     node --conditions=@sprocket/source bench/tds-load.ts '{"port":1433,"connections":32,"seconds":3,"request":"…hex…","login":true}'
 */

import { connect, type Socket } from 'node:net';
import { EMPTY_LOGIN, Encryption, encodeLogin7, encodePrelogin, frameMessage, NO_LOGIN_FLAGS, PacketType, prelogin } from '@sprocket/tds';

/** What to do. `request` is a framed message in hexadecimal; `setup` are framed messages that each connection sends once. */
export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly request: string;
  readonly setup?: readonly string[];
  /** False for an echo server, which wants no login. */
  readonly login: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

export interface LoadResult {
  readonly calls: number;
  readonly callsPerSecond: number;
  /** Microseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly bytesPerCall: number;
}

const PACKET_SIZE = 4096;
const END_OF_MESSAGE = 0x01;
const HEADER_LENGTH = 8;
const WARM_UP = 0.25;

/** Sends messages one by one and resolves with the time and size of each whole answer. */
class Exchange {
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);
  #received = 0;
  #onAnswer: (bytes: number) => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
  }

  send(message: Uint8Array, onAnswer: (bytes: number) => void): void {
    this.#onAnswer = onAnswer;
    this.#socket.write(message);
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    const data = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    let ended = false;
    while (!ended && at + HEADER_LENGTH <= data.length) {
      const length = data.readUInt16BE(at + 2);
      if (at + length > data.length) break;
      ended = (data[at + 1]! & END_OF_MESSAGE) !== 0;
      at += length;
    }
    this.#received += at;
    this.#rest = data.subarray(at);
    if (!ended) return;
    const received = this.#received;
    this.#received = 0;
    this.#onAnswer(received);
  }
}

async function open(plan: LoadPlan): Promise<Exchange> {
  const socket = connect({ port: plan.port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const exchange = new Exchange(socket);
  const ask = (message: Uint8Array) => new Promise<number>((resolve) => exchange.send(message, resolve));
  if (plan.login) {
    const hello = encodePrelogin(prelogin({ major: 16, minor: 0, build: 0, subBuild: 0 }, Encryption.NOT_SUPPORTED));
    await ask(frameMessage(hello, { type: PacketType.PRELOGIN, packetSize: PACKET_SIZE }));
    const { user = 'sa', password = '', database = '' } = plan;
    const login = encodeLogin7({
      ...EMPTY_LOGIN,
      flags: { ...NO_LOGIN_FLAGS, odbc: true },
      userName: user,
      password,
      database,
      packetSize: PACKET_SIZE,
    });
    await ask(frameMessage(login, { type: PacketType.TDS7_LOGIN, packetSize: PACKET_SIZE }));
  }
  for (const message of plan.setup ?? []) await ask(Buffer.from(message, 'hex'));
  return exchange;
}

/** Runs the plan. */
export async function generateLoad(plan: LoadPlan): Promise<LoadResult> {
  const request = Buffer.from(plan.request, 'hex');
  const exchanges = await Promise.all(Array.from({ length: plan.connections }, () => open(plan)));
  const times: number[] = [];
  let bytes = 0;
  const begin = performance.now() + WARM_UP * 1000;
  const end = begin + plan.seconds * 1000;
  const loop = (exchange: Exchange) =>
    new Promise<void>((resolve) => {
      let sent = 0;
      const next = () => {
        sent = performance.now();
        exchange.send(request, onAnswer);
      };
      const onAnswer = (received: number) => {
        const now = performance.now();
        if (sent >= begin) {
          times.push(now - sent);
          bytes += received;
        }
        if (now < end) next();
        else resolve();
      };
      next();
    });
  await Promise.all(exchanges.map(loop));
  const elapsed = (performance.now() - begin) / 1000;
  for (const exchange of exchanges) exchange.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10_000) / 10;
  return {
    calls: times.length,
    callsPerSecond: Math.round((times.length / elapsed) * 100) / 100,
    p50: at(0.5),
    p99: at(0.99),
    bytesPerCall: Math.round(bytes / Math.max(1, times.length)),
  };
}

if (import.meta.main) {
  const plan = JSON.parse(process.argv[2] ?? '{}') as LoadPlan;
  process.stdout.write(`${JSON.stringify(await generateLoad(plan))}\n`);
  process.exit(0);
}
