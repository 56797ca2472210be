/**
 * BulkLoad, the rows that follow an INSERT BULK statement. [MS-TDS] 2.2.6.1: COLMETADATA, rows and DONE, like an
 * answer but from the client. A load can be of any length, so it is read incrementally from the packets of the
 * message (let MessageReader stream the type).
 */
import { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { ProtocolError } from '../protocol-error.ts';
import type { Column } from '../tokens/column.ts';
import { encodeTokens } from '../tokens/table.ts';
import type { Token } from '../tokens/token.ts';
import { TokenParser } from '../tokens/token-parser.ts';
import { TokenType } from '../tokens/token-type.ts';
import type { Value } from '../types/type-info.ts';

/** What a chunk of a bulk load brought. */
export interface BulkLoadPart {
  /** The columns, once they are known. */
  readonly columns: readonly Column[] | null;
  readonly rows: readonly (readonly Value[])[];
}

/** The longest value that a bulk load may bring, unless the server sets another limit. */
const DEFAULT_MAX_VALUE_SIZE = 256 * 1024 * 1024;

/** Reads one bulk load. */
export class BulkLoadReader {
  readonly #parser: TokenParser;
  #columns: readonly Column[] | null = null;

  constructor(protocol: Protocol, maxValueSize = DEFAULT_MAX_VALUE_SIZE) {
    this.#parser = new TokenParser({ protocol, columnsOf: 'bulk', maxTokenSize: maxValueSize });
  }

  /** Takes the payload of a packet and returns the rows that it completes. */
  push(payload: Uint8Array): BulkLoadPart {
    this.#parser.push(payload);
    const rows: (readonly Value[])[] = [];
    for (let token = this.#parser.next(); token !== undefined; token = this.#parser.next()) this.#accept(token, rows);
    return { columns: this.#columns, rows };
  }

  /** Checks that the load is complete; call it after the last packet. Some clients write the short DONE of TDS 7.1, which SQL Server lets pass. */
  finish(): void {
    if (this.#parser.incompleteToken !== TokenType.DONE) this.#parser.finish();
  }

  #accept(token: Token, rows: (readonly Value[])[]): void {
    switch (token.kind) {
      case 'COLMETADATA':
        this.#columns = token.columns;
        return;
      case 'ROW':
      case 'NBCROW':
        rows.push(token.values);
        return;
      case 'DONE':
        return;
      default:
        throw new ProtocolError(`${token.kind} in a bulk load`);
    }
  }
}

/** Writes the payload of a bulk load. */
export function encodeBulkLoad(columns: readonly Column[], rows: readonly (readonly Value[])[], protocol: Protocol): Uint8Array {
  const w = new TokenWriter();
  const tokens: Token[] = rows.map((values) => ({ kind: 'ROW', values }));
  const done: Token = { kind: 'DONE', status: 0, curCmd: 0, rowCount: 0 };
  encodeTokens(w, [{ kind: 'COLMETADATA', columns }, ...tokens, done], protocol, 'bulk');
  return w.toBytes();
}
