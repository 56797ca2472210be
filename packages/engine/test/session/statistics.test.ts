import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, LOGIN, startServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

const FIGURES = /\d+ ms/g;

test('SET STATISTICS TIME: what compiling took, and each statement behind its rows', async () => {
  const session = await server.engine.login({ ...LOGIN, database: 'master' });
  await batch(session, 'SET STATISTICS TIME ON');
  const { messages } = await batch(session, "SELECT 1 AS n\nIF 1 = 1\nWAITFOR DELAY '00:00:00.030'");
  expect(messages.map(({ number, line, message }) => [number, line, message.replace(FIGURES, 'n ms')])).toEqual([
    [3613, 3, 'SQL Server parse and compile time: \n   CPU time = n ms, elapsed time = n ms.'],
    [3612, 1, '\n SQL Server Execution Times:\n   CPU time = n ms,  elapsed time = n ms.'],
    [3612, 2, '\n SQL Server Execution Times:\n   CPU time = n ms,  elapsed time = n ms.'],
    [3612, 3, '\n SQL Server Execution Times:\n   CPU time = n ms,  elapsed time = n ms.'],
  ]);
  const [cpu = 0, elapsed = 0] = [...(messages.at(-1)?.message ?? '').matchAll(/(\d+) ms/g)].map((match) => Number(match[1]));
  expect(elapsed).toBeGreaterThanOrEqual(29);
  expect(cpu).toBeLessThan(elapsed);
  session.close();
});

test('IO is accepted in silence, and the SET that turns TIME off says nothing of itself', async () => {
  const session = await server.engine.login({ ...LOGIN, database: 'master' });
  await batch(session, 'SET STATISTICS IO, TIME ON');
  const { messages } = await batch(session, 'SET STATISTICS TIME OFF');
  expect(messages.map(({ number }) => number)).toEqual([3613]);
  expect((await batch(session, 'SELECT 1 AS n')).messages).toEqual([]);
  session.close();
});
