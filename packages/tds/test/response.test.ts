/** Answers as one value. */
import {
  CurCmd,
  column,
  type Done,
  DoneStatus,
  encodeTokens,
  ProtocolError,
  readResponse,
  type ServerMessage,
  TDS_7_4_PROTOCOL,
  type Token,
  TokenWriter,
} from '@sprocket/tds';
import { expect, test } from 'vitest';

const done = (kind: Done['kind'], status: number, rowCount: number): Done => ({ kind, status, curCmd: CurCmd.SELECT, rowCount });
const columns = [column('n', { name: 'int' })];

test('an answer keeps the order of its results, counts and messages', () => {
  const info: ServerMessage = {
    kind: 'INFO',
    number: 0,
    state: 1,
    class: 0,
    message: 'hello',
    serverName: 's',
    procName: '',
    lineNumber: 1,
  };
  const error: ServerMessage = { ...info, kind: 'ERROR', number: 50_000, class: 16, message: 'no' };
  const output: Token = {
    kind: 'RETURNVALUE',
    ordinal: 1,
    name: '@o',
    origin: 'parameter',
    userType: 0,
    flags: 0,
    type: { name: 'bit' },
    value: 1,
  };
  const response = read([
    { kind: 'COLMETADATA', columns },
    { kind: 'ROW', values: [1] },
    { kind: 'NBCROW', values: [null] },
    done('DONEINPROC', DoneStatus.MORE | DoneStatus.COUNT, 2),
    info,
    done('DONEINPROC', DoneStatus.MORE | DoneStatus.COUNT, 7),
    { kind: 'COLMETADATA', columns: null },
    { kind: 'ROW', values: [2] },
    done('DONEINPROC', DoneStatus.MORE, 0),
    error,
    { kind: 'RETURNSTATUS', value: -4 },
    output,
    done('DONEPROC', DoneStatus.FINAL, 0),
  ]);
  expect(response).toEqual({
    results: [
      { columns, rows: [[1], [null]] },
      { columns, rows: [[2]] },
    ],
    messages: [info, error],
    rowCounts: [2, 7],
    returnValues: [output],
    environment: [],
    returnStatus: -4,
    loginAck: null,
    attention: false,
  });
});

test('the answer to a login has its acknowledgement and environment', () => {
  const ack: Token = { kind: 'LOGINACK', tdsVersion: TDS_7_4_PROTOCOL.version, progName: 'Sprocket', progVersion: [16, 0, 1] };
  const change: Token = { kind: 'ENVCHANGE', type: 'packetSize', newValue: '8000', oldValue: '4096' };
  expect(read([change, ack, done('DONE', DoneStatus.FINAL, 0)])).toMatchObject({ loginAck: ack, environment: [change] });
});

test('an acknowledged attention shows', () => {
  expect(read([done('DONE', DoneStatus.ATTN, 0)]).attention).toBe(true);
});

test('an answer that is cut off is refused', () => {
  expect(() => readResponse(Uint8Array.of(0x79, 0), TDS_7_4_PROTOCOL)).toThrow(ProtocolError);
});

function read(tokens: readonly Token[]) {
  const w = new TokenWriter();
  encodeTokens(w, tokens, TDS_7_4_PROTOCOL);
  return readResponse(w.toBytes(), TDS_7_4_PROTOCOL);
}
