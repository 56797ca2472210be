/**
 * All tokens in one table, by name and by number. COLMETADATA and rows stand apart from it: they depend on what
 * came before them, see `encodeTokens` and the token parser.
 */
import type { TokenWriter } from '../bytes/token-writer.ts';
import type { Protocol } from '../protocol.ts';
import { colInfoCodec, orderCodec, tabNameCodec } from './browse.ts';
import type { TokenCodec } from './codec.ts';
import { writeColMetadata } from './colmetadata.ts';
import type { Column, ColumnsOf } from './column.ts';
import { doneCodec, doneInProcCodec, doneProcCodec } from './done.ts';
import { envChangeCodec } from './env-change.ts';
import { loginAckCodec } from './login-ack.ts';
import { errorCodec, infoCodec } from './message.ts';
import { returnStatusCodec, returnValueCodec } from './return.ts';
import { fixedRowEncoder } from './row.ts';
import { featureExtAckCodec, sessionStateCodec, sspiCodec } from './session.ts';
import type { ColMetadata, Row, Token } from './token.ts';
import { TokenType } from './token-type.ts';

/** Tokens that can be read and written on their own. */
export type PlainToken = Exclude<Token, ColMetadata | Row>;

/** The token of one kind; kinds that look alike share a type. */
type TokenOf<K, T = PlainToken> = T extends { readonly kind: infer Kinds } ? (K extends Kinds ? T : never) : never;

/** The codec of every plain token. */
export const TOKENS: { readonly [K in PlainToken['kind']]: TokenCodec<TokenOf<K>> } = {
  COLINFO: colInfoCodec,
  DONE: doneCodec,
  DONEINPROC: doneInProcCodec,
  DONEPROC: doneProcCodec,
  ENVCHANGE: envChangeCodec,
  ERROR: errorCodec,
  FEATUREEXTACK: featureExtAckCodec,
  INFO: infoCodec,
  LOGINACK: loginAckCodec,
  ORDER: orderCodec,
  RETURNSTATUS: returnStatusCodec,
  RETURNVALUE: returnValueCodec,
  SESSIONSTATE: sessionStateCodec,
  SSPI: sspiCodec,
  TABNAME: tabNameCodec,
};

/** The name of each token number. */
export const TOKEN_KINDS: ReadonlyMap<number, Token['kind']> = new Map(
  (Object.keys(TOKENS) as PlainToken['kind'][])
    .map((kind): [number, Token['kind']] => [TokenType[kind], kind])
    .concat([
      [TokenType.COLMETADATA, 'COLMETADATA'],
      [TokenType.ROW, 'ROW'],
      [TokenType.NBCROW, 'NBCROW'],
    ]),
);

/** Writes a plain token. */
export function encodeToken(w: TokenWriter, token: PlainToken, protocol: Protocol): void {
  (TOKENS[token.kind] as unknown as TokenCodec<PlainToken>).encode(w, token, protocol);
}

/** Writes a sequence of tokens, rows after their COLMETADATA. For short answers and for tests; results stream through `rowEncoder`. */
export function encodeTokens(w: TokenWriter, tokens: Iterable<Token>, protocol: Protocol, columnsOf: ColumnsOf = 'result'): void {
  let columns: readonly Column[] = [];
  for (const token of tokens) {
    if (token.kind === 'COLMETADATA') {
      columns = token.columns ?? columns;
      writeColMetadata(w, token.columns, protocol, columnsOf);
    } else if (isRow(token)) fixedRowEncoder(columns, protocol, token.kind)(w, token.values);
    else encodeToken(w, token, protocol);
  }
}

function isRow(token: Token): token is Row {
  return token.kind === 'ROW' || token.kind === 'NBCROW';
}
