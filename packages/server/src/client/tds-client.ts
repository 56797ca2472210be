/**
 * A small TDS client over our own wire package, for `sprocket sql` and for loading scripts. It speaks to any SQL Server: prelogin, encryption, login,
 * batches and calls whose answers are streams of tokens, and attentions. One request at a time.
 */

import { hostname } from 'node:os';
import {
  DEFAULT_PACKET_SIZE,
  DoneStatus,
  decodePrelogin,
  EMPTY_LOGIN,
  Encryption,
  encodeLogin7,
  encodePrelogin,
  encodeSqlBatch,
  FeatureId,
  frameMessage,
  type Message,
  MessageReader,
  NO_LOGIN_FLAGS,
  PacketType,
  type Protocol,
  prelogin,
  protocolFor,
  TdsVersion,
  type Token,
  TokenParser,
  transactionHeaders,
} from '@sprocket/tds';
import { type Channel, openChannel } from './channel.ts';
import { ClientError } from './client-error.ts';
import { PacketQueue } from './packet-queue.ts';

/** `login`: the login is encrypted and the rest is not, unless the server wants more. */
export type ClientEncryption = 'off' | 'login' | 'on' | 'strict';

export interface ClientOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Empty for the login's default. */
  readonly database: string;
  readonly encryption: ClientEncryption;
  readonly trustCertificate: boolean;
  readonly applicationName: string;
  readonly connectTimeout?: number;
  readonly packetSize?: number;
}

const CONNECT_TIMEOUT = 15_000;
const CLIENT_VERSION = { major: 16, minor: 0, build: 0, subBuild: 0 };

const ASKED: Readonly<Record<ClientEncryption, number>> = {
  off: Encryption.NOT_SUPPORTED,
  login: Encryption.OFF,
  on: Encryption.ON,
  strict: Encryption.NOT_SUPPORTED,
};

/** Connects and logs in. Rejects with a ClientError. */
export async function connectClient(options: ClientOptions): Promise<TdsClient> {
  const reader = new MessageReader({ streamed: [PacketType.TABULAR_RESULT] });
  let queue: PacketQueue | undefined;
  const channel = await openChannel({
    ...options,
    connectTimeout: options.connectTimeout ?? CONNECT_TIMEOUT,
    onBytes: (bytes) => {
      reader.push(bytes);
      for (let message = reader.next(); message !== undefined; message = reader.next()) queue?.put(message);
    },
    onEnd: (error) => queue?.fail(error),
  });
  queue = new PacketQueue(channel);
  const client = new TdsClient(channel, queue, options.packetSize ?? DEFAULT_PACKET_SIZE);
  try {
    await client.login(options);
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

export class TdsClient {
  readonly #channel: Channel;
  readonly #queue: PacketQueue;
  #packetSize: number;
  #protocol: Protocol = protocolFor(TdsVersion.TDS_7_4, { utf8: true });
  #transaction = 0n;
  #database = '';
  #cancelled: boolean = false;

  constructor(channel: Channel, queue: PacketQueue, packetSize: number) {
    this.#channel = channel;
    this.#queue = queue;
    this.#packetSize = packetSize;
  }

  /** The current database, as the server last said. */
  get database(): string {
    return this.#database;
  }

  get protocol(): Protocol {
    return this.#protocol;
  }

  async login(options: ClientOptions): Promise<void> {
    if (options.encryption === 'strict') await this.#channel.startStrict();
    const loginOnly = await this.#prelogin(options.encryption);
    const errors: string[] = [];
    await this.#send(PacketType.TDS7_LOGIN, loginPayload(options, this.#packetSize));
    if (loginOnly) this.#channel.stopWrapped();
    let accepted = false;
    for await (const token of this.#answer()) {
      if (token.kind === 'ERROR') errors.push(token.message);
      if (token.kind === 'LOGINACK') accepted = true;
    }
    if (!accepted) throw new ClientError(errors.join(' ') || 'the server refused the login');
  }

  /** Runs a batch; its answer must be read to the end. */
  batch(text: string): AsyncGenerator<Token> {
    return this.request(PacketType.SQL_BATCH, encodeSqlBatch({ headers: transactionHeaders(this.#transaction), text }, this.#protocol));
  }

  /** Sends any request. */
  request(type: number, payload: Uint8Array): AsyncGenerator<Token> {
    void this.#send(type, payload);
    return this.#answer();
  }

  /** Sends an attention; the answer that is being read ends soon. */
  cancel(): void {
    this.#cancelled = true;
    void this.#send(PacketType.ATTENTION, new Uint8Array(0));
  }

  close(): void {
    this.#channel.close();
  }

  /** Resolves when the network has the bytes; the order of messages is kept without waiting. */
  #send(type: number, payload: Uint8Array): Promise<void> {
    return new Promise((resolve) => this.#channel.write(frameMessage(payload, { type, packetSize: this.#packetSize }), resolve));
  }

  /** Settles encryption; true when it is for the login alone. */
  async #prelogin(encryption: ClientEncryption): Promise<boolean> {
    const payload = encodePrelogin({ ...prelogin(CLIENT_VERSION, ASKED[encryption]), instance: '', threadId: 0, mars: false });
    await this.#send(PacketType.PRELOGIN, payload);
    const answer = decodePrelogin((await this.#queue.take()).payload);
    if (encryption === 'strict') return false;
    const encrypts = answer.encryption !== Encryption.NOT_SUPPORTED;
    if (encryption === 'on' && !encrypts) throw new ClientError('the server does not encrypt');
    if (encryption === 'off' && encrypts) throw new ClientError('the server requires encryption');
    const loginOnly = answer.encryption === Encryption.OFF;
    if (encrypts) await this.#channel.startWrapped({ loginOnly });
    return loginOnly;
  }

  async *#answer(): AsyncGenerator<Token> {
    const parser = new TokenParser({ protocol: this.#protocol });
    let acknowledged = false;
    for (let ended = false; !ended; ) {
      const packet: Message = this.#queue.takeNow() ?? (await this.#queue.take());
      parser.push(packet.payload);
      for (let token = parser.next(); token !== undefined; token = parser.next()) {
        this.#follow(token);
        acknowledged ||= token.kind === 'DONE' && (token.status & DoneStatus.ATTN) !== 0;
        yield token;
      }
      // A cancelled request has two answers: what is left of its own and the acknowledgement.
      ended = packet.last && (!this.#cancelled || acknowledged);
    }
    this.#cancelled = false;
  }

  /** Takes over what the server changes about the connection. */
  #follow(token: Token): void {
    if (token.kind === 'LOGINACK') this.#protocol = protocolFor(token.tdsVersion, { utf8: this.#protocol.utf8 });
    if (token.kind !== 'ENVCHANGE') return;
    if (token.type === 'database') this.#database = token.newValue;
    if (token.type === 'packetSize') this.#packetSize = Number(token.newValue);
    if (token.type === 'beginTransaction') this.#transaction = token.newValue ?? 0n;
    if (token.type === 'commitTransaction' || token.type === 'rollbackTransaction') this.#transaction = 0n;
  }
}

function loginPayload(options: ClientOptions, packetSize: number): Uint8Array {
  return encodeLogin7({
    ...EMPTY_LOGIN,
    tdsVersion: options.encryption === 'strict' ? TdsVersion.TDS_8_0 : TdsVersion.TDS_7_4,
    packetSize,
    clientPid: process.pid,
    flags: { ...NO_LOGIN_FLAGS, odbc: true, useDbNotify: true, setLanguageNotify: true, initialDatabaseFatal: true, extension: true },
    hostName: hostname(),
    userName: options.user,
    password: options.password,
    appName: options.applicationName,
    serverName: options.host,
    interfaceName: 'Sprocket',
    database: options.database,
    features: [{ id: FeatureId.UTF8_SUPPORT, data: new Uint8Array(0) }],
  });
}
