/**
 * The sample database as `sprocket start` gives it: every one of its procedures is called with tedious, and every answer is compared with what the
 * generator's rows say. Procedures that only read come first; those that change rows each work on rows of their own.
 */

import type { Connection } from 'tedious';
import { afterAll, beforeAll, describe } from 'vitest';
import { type ServerProcess, startServer } from './fixture.ts';
import { type Caller, caller } from './spokes/call.ts';
import { everywhereSuite } from './spokes/everywhere.ts';
import { partsSuite } from './spokes/parts.ts';
import { connectTedious } from './tedious.ts';

describe('spokes: the sample database', () => {
  let server: ServerProcess;
  let connection: Connection;
  let calls: Caller;

  beforeAll(async () => {
    server = await startServer({ command: 'start' });
    connection = await connectTedious(server, { database: 'spokes' });
    calls = caller(connection);
  });

  afterAll(async () => {
    connection?.close();
    await server?.stop();
  });

  const call = () => calls;
  everywhereSuite(call);
  partsSuite(call);
});
