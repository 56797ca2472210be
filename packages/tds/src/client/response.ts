/**
 * A whole answer as one value, for clients that want results rather than tokens: the command line, load generators
 * and tests. Whoever streams large results reads tokens from a TokenParser instead.
 */
import type { Protocol } from '../protocol.ts';
import type { Column } from '../tokens/column.ts';
import type { Done, EnvChange, LoginAck, ReturnValue, ServerMessage, Token } from '../tokens/token.ts';
import { TokenParser } from '../tokens/token-parser.ts';
import { DoneStatus } from '../tokens/token-type.ts';
import type { Value } from '../types/type-info.ts';

/** Everything that a request brought back, each kind in the order of its arrival. */
export interface Response {
  readonly results: readonly ResultSet[];
  /** Errors and informational messages. */
  readonly messages: readonly ServerMessage[];
  /** The counts of statements, those with results included. */
  readonly rowCounts: readonly number[];
  readonly returnValues: readonly ReturnValue[];
  readonly environment: readonly EnvChange[];
  /** Of the last procedure; null if there was none. */
  readonly returnStatus: number | null;
  /** Present in the answer to a login that succeeded. */
  readonly loginAck: LoginAck | null;
  /** The server has acknowledged an attention. */
  readonly attention: boolean;
}

/** A result set. */
export interface ResultSet {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** Reads the payload of an answer. */
export function readResponse(payload: Uint8Array, protocol: Protocol): Response {
  const parser = new TokenParser({ protocol });
  parser.push(payload);
  const response = emptyResponse();
  for (let token = parser.next(); token !== undefined; token = parser.next()) accept(response, token);
  parser.finish();
  return response;
}

/** A Response under construction. */
interface Draft extends Response {
  readonly results: { readonly columns: readonly Column[]; readonly rows: (readonly Value[])[] }[];
  readonly messages: ServerMessage[];
  readonly rowCounts: number[];
  readonly returnValues: ReturnValue[];
  readonly environment: EnvChange[];
  returnStatus: number | null;
  loginAck: LoginAck | null;
  attention: boolean;
}

function emptyResponse(): Draft {
  return {
    results: [],
    messages: [],
    rowCounts: [],
    returnValues: [],
    environment: [],
    returnStatus: null,
    loginAck: null,
    attention: false,
  };
}

function accept(response: Draft, token: Token): void {
  switch (token.kind) {
    case 'COLMETADATA':
      response.results.push({ columns: token.columns ?? response.results.at(-1)?.columns ?? [], rows: [] });
      break;
    case 'ROW':
    case 'NBCROW':
      response.results.at(-1)?.rows.push(token.values);
      break;
    case 'ERROR':
    case 'INFO':
      response.messages.push(token);
      break;
    case 'DONE':
    case 'DONEPROC':
    case 'DONEINPROC':
      acceptDone(response, token);
      break;
    case 'RETURNVALUE':
      response.returnValues.push(token);
      break;
    case 'RETURNSTATUS':
      response.returnStatus = token.value;
      break;
    case 'ENVCHANGE':
      response.environment.push(token);
      break;
    case 'LOGINACK':
      response.loginAck = token;
      break;
    default:
      break;
  }
}

function acceptDone(response: Draft, { status, rowCount }: Done): void {
  if ((status & DoneStatus.COUNT) !== 0) response.rowCounts.push(rowCount);
  if ((status & DoneStatus.ATTN) !== 0) response.attention = true;
}
