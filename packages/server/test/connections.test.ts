import { readFileSync } from 'node:fs';
import type { ConnectionError } from 'tedious';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, run, type StubServer, startStubServer } from './stub-server.ts';

describe('a connection', () => {
  let server: StubServer;
  beforeAll(async () => {
    server = await startStubServer();
  });
  afterAll(() => server.close());

  it.each([
    ['without encryption', { encrypt: false }],
    ['with encryption inside TDS packets', { encrypt: true }],
    ['with encryption before TDS', { encrypt: 'strict' as const }],
    ['in TDS 7.1', { encrypt: false, tdsVersion: '7_1' }],
    ['in TDS 7.2', { encrypt: false, tdsVersion: '7_2' }],
    ['with large packets', { encrypt: false, packetSize: 32767 }],
    ['with small packets', { encrypt: false, packetSize: 512 }],
  ])('works %s', async (_how, options) => {
    const ca = options.encrypt === 'strict' ? { cryptoCredentialsDetails: { rejectUnauthorized: false } } : {};
    const connection = await connect(server, { options: { ...options, ...ca } });
    expect((await run(connection, 'select 1 2 3')).rows).toEqual([[1], [2], [3]]);
    const many = await run(connection, 'rows 20000');
    expect(many.rowCount).toBe(20000);
    expect(many.rows[19999]).toEqual([20000, 'x'.repeat(100)]);
    connection.close();
  });
});
