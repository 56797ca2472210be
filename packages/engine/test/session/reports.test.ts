import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, LOGIN, startServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

test('DBCC INPUTBUFFER tells what the session has sent, SQLPERF the logs of all databases', async () => {
  const session = await server.engine.login({ ...LOGIN, database: 'master' });
  const input = 'DBCC INPUTBUFFER (@@SPID) WITH NO_INFOMSGS';
  expect((await batch(session, input)).rows).toEqual([['Language Event', 0, input]]);
  const { rows } = await batch(session, 'DBCC SQLPERF (LOGSPACE)');
  const master = rows.find(([name]) => name === 'master');
  expect(master?.[1]).toBeGreaterThanOrEqual(0);
  expect([0, 100]).toContain(master?.[2]);
  expect(master?.[3]).toBe(0);
  session.close();
});
