import { connect as connectSocket, type Socket } from 'node:net';
import { EMPTY_LOGIN, Encryption, encodeLogin7, encodePrelogin, frameMessage, PacketType, prelogin } from '@sprocket/tds';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect, run, type StubServer, startStubServer } from './stub-server.ts';

const PACKET = 4096;
const preloginMessage = frameMessage(encodePrelogin(prelogin({ major: 16, minor: 0, build: 0, subBuild: 0 }, Encryption.NOT_SUPPORTED)), {
  type: PacketType.PRELOGIN,
  packetSize: PACKET,
});
const loginMessage = frameMessage(encodeLogin7({ ...EMPTY_LOGIN, userName: 'sa', password: 'secret' }), {
  type: PacketType.TDS7_LOGIN,
  packetSize: PACKET,
});
const message = (type: number, payload: Uint8Array) => frameMessage(payload, { type, packetSize: PACKET });

describe('malformed input', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer(['--login-timeout-seconds', '2']);
  });
  afterAll(() => server.close());

  function open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = connectSocket(server.tds.port, server.tds.host, () => resolve(socket));
      socket.once('error', reject);
    });
  }

  /** Sends each piece after an answer to the one before; resolves when the server closes. */
  async function sendUntilClosed(pieces: readonly Uint8Array[]): Promise<void> {
    const socket = await open();
    socket.on('error', () => {});
    const rest = [...pieces];
    const sendNext = () => {
      const piece = rest.shift();
      if (piece !== undefined) socket.write(piece);
    };
    socket.on('data', sendNext);
    sendNext();
    await new Promise((resolve) => socket.once('close', resolve));
  }

  async function stillServes(): Promise<void> {
    const connection = await connect(server);
    expect((await run(connection, 'select 1')).rows).toEqual([[1]]);
    connection.close();
  }

  const lastReason = () =>
    String(server.logged.findLast((line) => line.fields.reason !== undefined && line.level !== 'debug')?.fields.reason);

  it.each<[string, Uint8Array[], string]>([
    ['an unknown packet type', [Uint8Array.of(0x42, 1, 0, 8, 0, 0, 0, 0)], 'Unknown packet type 0x42'],
    ['a packet shorter than its header', [Uint8Array.of(0x12, 1, 0, 4, 0, 0, 0, 0)], 'shorter than its header'],
    ['a packet that is too long', [Uint8Array.of(0x12, 1, 0xff, 0xff, 0, 0, 0, 0)], 'longer than the limit'],
    ['an HTTP request', [Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')], 'Unknown packet type 0x47'],
    ['a PRELOGIN of rubbish', [message(PacketType.PRELOGIN, Uint8Array.of(0, 0, 50, 0, 50, 0xff))], 'PRELOGIN'],
    ['a batch before the login', [preloginMessage, message(PacketType.SQL_BATCH, new Uint8Array(8))], 'before the login'],
    ['a LOGIN7 cut short', [preloginMessage, message(PacketType.TDS7_LOGIN, new Uint8Array(20))], 'LOGIN7'],
    [
      'a login message without end',
      [preloginMessage, ...Array.from({ length: 40 }, () => endless(PacketType.TDS7_LOGIN))],
      'message of more than',
    ],
    ['a second login', [preloginMessage, loginMessage, loginMessage], 'after the login'],
    [
      'a batch without its headers',
      [preloginMessage, loginMessage, message(PacketType.SQL_BATCH, Uint8Array.of(9, 0, 0, 0))],
      'SQLBatch ends too early',
    ],
    [
      'an RPC of rubbish',
      [preloginMessage, loginMessage, message(PacketType.RPC, Uint8Array.of(4, 0, 0, 0, 255, 255, 10, 0, 0, 0, 0, 0, 99))],
      'RPC ends too early',
    ],
    ['a bulk load of rubbish', [preloginMessage, loginMessage, message(PacketType.BULK_LOAD, Uint8Array.of(1, 2, 3))], 'token'],
    [
      'an unknown transaction request',
      [preloginMessage, loginMessage, message(PacketType.TRANSACTION_MANAGER_REQUEST, Uint8Array.of(4, 0, 0, 0, 99, 0))],
      'request 99',
    ],
  ])('%s closes the connection and nothing else', async (_what, pieces, reason) => {
    // The endless login is sent in one go, as no answer comes in between.
    await sendUntilClosed(pieces.length > 5 ? [pieces[0]!, Buffer.concat(pieces.slice(1))] : pieces);
    await vi.waitFor(() => expect(lastReason()).toContain(reason));
    await stillServes();
  });

  it('survives random bytes in every phase', async () => {
    const phases = [[], [preloginMessage], [preloginMessage, loginMessage]];
    const types = [
      PacketType.SQL_BATCH,
      PacketType.RPC,
      PacketType.BULK_LOAD,
      PacketType.TRANSACTION_MANAGER_REQUEST,
      PacketType.PRELOGIN,
      PacketType.TDS7_LOGIN,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...phases),
        fc.constantFrom(...types),
        fc.uint8Array({ maxLength: 200 }),
        async (before, type, payload) => {
          // An attention inside a message that never ends is out of order, so the server closes the connection in the end.
          await sendUntilClosed([...before, Buffer.concat([message(type, payload), Uint8Array.of(0x42, 1, 0, 8, 0, 0, 0, 0)])]);
        },
      ),
      { numRuns: 40 },
    );
    await stillServes();
  });

  it('survives connections that break off in the middle of anything', async () => {
    for (const pieces of [[], [preloginMessage.subarray(0, 5)], [preloginMessage], [preloginMessage, loginMessage.subarray(0, 30)]]) {
      const socket = await open();
      for (const piece of pieces) socket.write(piece);
      socket.resetAndDestroy();
    }
    await stillServes();
  });
});

/** A full packet that is not the last of its message. */
function endless(type: number): Uint8Array {
  const packet = Buffer.alloc(PACKET);
  packet[0] = type;
  packet.writeUInt16BE(PACKET, 2);
  return packet;
}
