/**
 * The sample database as `sprocket start` gives it: every one of its procedures is called with tedious, and every answer is compared with what the
 * generator's rows say. Procedures that only read come first; those that change rows each work on rows of their own.
 */

import { globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from 'tedious';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './fixture.ts';
import { type Caller, caller } from './spokes/call.ts';
import { everywhereSuite } from './spokes/everywhere.ts';
import { ordersSuite } from './spokes/orders.ts';
import { partsSuite } from './spokes/parts.ts';
import { pricesSuite } from './spokes/prices.ts';
import { salesSuite } from './spokes/sales.ts';
import { tradeSuite } from './spokes/trade.ts';
import { movementsSuite, stockSuite } from './spokes/warehouse.ts';
import { connectTedious } from './tedious.ts';

const PROCEDURES = fileURLToPath(new URL('../../examples/spokes/procedures', import.meta.url));

/** The sample's procedures as they are called: without the schema when it is dbo. */
const procedureNames = (): string[] =>
  globSync('**/*.sql', { cwd: PROCEDURES }).map((file) => {
    const [schema, name] = file
      .replace(/\.sql$/, '')
      .split(path.sep)
      .slice(-2);
    return schema === 'dbo' ? `${name}` : `${schema}.${name}`;
  });

describe('spokes: the sample database', () => {
  let server: ServerProcess;
  let connection: Connection;
  let calls: Caller;

  beforeAll(async () => {
    server = await startServer({ command: 'start', args: ['--workbench', 'off'] });
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
  salesSuite(call);
  ordersSuite(call);
  stockSuite(call);
  tradeSuite(call);
  movementsSuite(call);
  pricesSuite(call);

  it('no procedure was left out', () => {
    expect(new Set(calls.called)).toEqual(new Set(procedureNames()));
  });
});
