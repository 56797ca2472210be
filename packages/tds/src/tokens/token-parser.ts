/**
 * A stream of tokens, read incrementally: the client's side of an answer, and the server's side of a bulk load.
 * Chunks go in as they arrive and tokens come out as they become complete. A token that is cut off is read again
 * from its start when more bytes are there; a row only from the column that was cut off, so that large values are
 * not decoded twice.
 */
import { ByteQueue } from '../bytes/byte-queue.ts';
import { type ByteReader, Incomplete, streamReader } from '../bytes/byte-reader.ts';
import { type Protocol, protocolFor } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import { type ResultColumns, readColMetadata } from './colmetadata.ts';
import type { ColumnsOf } from './column.ts';
import { beginRow, type PendingRow, readNextValue } from './row.ts';
import { TOKEN_KINDS, TOKENS } from './table.ts';
import type { LoginAck, Row, Token } from './token.ts';

export interface TokenParserOptions {
  readonly protocol: Protocol;
  /** Whose columns the stream has; `result` unless it is a bulk load. */
  readonly columnsOf?: ColumnsOf;
  /** The most bytes that a single token or value may keep waiting. */
  readonly maxTokenSize?: number;
}

const DEFAULT_MAX_TOKEN_SIZE = 0x7fff_ffff;

/** Reads tokens from chunks of any size. */
export class TokenParser {
  /** What the connection has agreed on; LOGINACK sets the version. */
  protocol: Protocol;
  readonly #columnsOf: ColumnsOf;
  readonly #maxTokenSize: number;
  readonly #queue = new ByteQueue();
  #columns: ResultColumns | null = null;
  #row: PendingRow | null = null;
  #reader: ByteReader | null = null;
  #readerBytes: Uint8Array | null = null;
  /** The queue's length below which reading on is pointless. */
  #needed = 1;

  constructor(options: TokenParserOptions) {
    this.protocol = options.protocol;
    this.#columnsOf = options.columnsOf ?? 'result';
    this.#maxTokenSize = options.maxTokenSize ?? DEFAULT_MAX_TOKEN_SIZE;
  }

  /** Takes over a chunk: it must not be changed afterwards. */
  push(chunk: Uint8Array): void {
    this.#queue.append(chunk);
  }

  /** The next complete token. Throws a ProtocolError if there cannot be one. */
  next(): Token | undefined {
    if (this.#queue.length < this.#needed) return undefined;
    try {
      const token = this.#read(this.#readerOfQueue());
      this.#needed = 1;
      return token;
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      this.#waitFor(error.missing);
      return undefined;
    }
  }

  /** The number of the token that has begun and is not complete; undefined between tokens and inside a row. */
  get incompleteToken(): number | undefined {
    return this.#row === null && this.#queue.length > 0 ? this.#queue.bytes[this.#queue.start] : undefined;
  }

  /** Checks that the stream does not end inside a token. */
  finish(): void {
    if (this.#queue.length > 0 || this.#row !== null) throw new ProtocolError('The stream ends inside a token');
  }

  /** The reader of a chunk serves all its tokens. */
  #readerOfQueue(): ByteReader {
    const { bytes, start, end } = this.#queue;
    if (this.#reader === null || this.#readerBytes !== bytes || this.#reader.end !== end) {
      const interrupted = this.#reader?.interrupted ?? null;
      this.#reader = streamReader(bytes, start, end);
      this.#reader.interrupted = interrupted;
      this.#readerBytes = bytes;
    }
    this.#reader.position = start;
    return this.#reader;
  }

  #read(r: ByteReader): Token {
    const token = this.#row === null ? this.#readToken(r) : this.#readRow(r, this.#row);
    this.#queue.consumeTo(r.position);
    return token;
  }

  #readToken(r: ByteReader): Token {
    const number = r.byte();
    const kind = TOKEN_KINDS.get(number);
    switch (kind) {
      case undefined:
        throw new ProtocolError(`Unknown token 0x${number.toString(16).padStart(2, '0')}`);
      case 'COLMETADATA':
        return this.#readColumns(r);
      case 'ROW':
      case 'NBCROW':
        return this.#readRow(r, this.#beginRow(r, kind));
      case 'LOGINACK':
        return this.#adopt(TOKENS.LOGINACK.decode(r, this.protocol));
      default:
        return TOKENS[kind].decode(r, this.protocol);
    }
  }

  #readColumns(r: ByteReader): Token {
    const read = readColMetadata(r, this.protocol, this.#columnsOf);
    if (read !== null) this.#columns = read;
    return { kind: 'COLMETADATA', columns: read === null ? null : read.columns };
  }

  #beginRow(r: ByteReader, kind: 'ROW' | 'NBCROW'): PendingRow {
    if (this.#columns === null) throw new ProtocolError(`${kind} without COLMETADATA`);
    const row = beginRow(r, kind, this.#columns.columns.length);
    this.#row = row;
    this.#queue.consumeTo(r.position);
    return row;
  }

  #readRow(r: ByteReader, row: PendingRow): Row {
    const decoders = this.#columns?.decoders ?? [];
    while (row.values.length < decoders.length) {
      readNextValue(r, row, decoders);
      this.#queue.consumeTo(r.position);
    }
    this.#row = null;
    return { kind: row.kind, values: row.values };
  }

  #adopt(token: LoginAck): LoginAck {
    const { utf8, json } = this.protocol;
    this.protocol = protocolFor(token.tdsVersion, { utf8, json });
    return token;
  }

  #waitFor(missing: number): void {
    this.#needed = this.#queue.length + missing;
    if (this.#needed > this.#maxTokenSize) throw new ProtocolError(`A token of more than ${this.#maxTokenSize} bytes`);
  }
}
