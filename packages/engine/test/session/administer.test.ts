import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOGIN, startServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

test('a batch of the process itself runs as sa and leaves no session behind', async () => {
  const before = server.engine.metrics().sessions;
  await server.engine.administer("CREATE LOGIN app WITH PASSWORD = N'pass word 1', CHECK_POLICY = OFF");
  expect(server.engine.metrics().sessions).toBe(before);
  const session = await server.engine.login({ ...LOGIN, user: 'app', password: 'pass word 1', database: 'master' });
  session.close();
});

test('its first error is raised with number and line', async () => {
  await expect(server.engine.administer("PRINT 'fine'\nRAISERROR('first', 16, 1)\nRAISERROR('second', 16, 1)")).rejects.toThrow(
    'Msg 50000, Line 2: first',
  );
});
