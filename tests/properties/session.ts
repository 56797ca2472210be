/** A session on an engine of its own, for tests that put questions to it: a batch in, its lines out as golden scripts show them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@sprocket/engine';
import { LineSink } from '../scripts/format.ts';

export interface TestSession {
  run(text: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openSession(): Promise<TestSession> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sprocket-properties-'));
  const failures: string[] = [];
  const engine = await openEngine({
    dataDirectory,
    proceduresDirectory: undefined,
    saPassword: 'properties',
    serverName: 'PROPERTIES',
    log: (level, event, fields) => {
      if (level === 'error') failures.push(`${event} ${JSON.stringify(fields)}`);
    },
  });
  const session = await engine.login({
    user: 'sa',
    password: 'properties',
    database: 'tempdb',
    language: '',
    hostName: 'properties',
    applicationName: 'property tests',
    clientInterface: 'test',
    clientAddress: '127.0.0.1',
    hostProcessId: 1,
    packetSize: 4096,
    encrypted: false,
    ansiDefaults: true,
  });
  return {
    run: async (text) => {
      const sink = new LineSink();
      await session.batch(text, sink);
      if (failures.length > 0) throw new Error(`${failures.splice(0).join('\n')}\n${text}`);
      return sink.lines;
    },
    close: async () => {
      session.close();
      await engine.close(0);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
