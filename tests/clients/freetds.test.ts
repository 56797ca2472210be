import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETUP } from './cases.ts';
import { runScript, type ServerProcess, startServer } from './fixture.ts';
import { programOnPath } from './toolchain.ts';

interface Result {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program with text on standard input. */
function run(command: string, args: readonly string[], input: string, environment: Readonly<Record<string, string>> = {}): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...environment } });
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => (output += bytes));
    child.stderr.on('data', (bytes: Buffer) => (output += bytes));
    child.on('close', (status) => resolve({ status, output }));
    child.stdin.end(input);
  });
}

const tsql = programOnPath('tsql');
const bsqldb = programOnPath('bsqldb');

describe.skipIf(tsql.missing !== undefined)(`FreeTDS tsql${tsql.missing === undefined ? '' : ` is passed over: ${tsql.missing}`}`, () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
    await runScript(server, SETUP);
  });
  afterAll(() => server.stop());

  const query = (text: string, version: string) =>
    run(
      'tsql',
      ['-H', server.host, '-p', String(server.port), '-U', 'sa', '-P', server.password, '-D', 'clients', '-o', 'q'],
      `${text}\nGO\nquit\n`,
      { TDSVER: version },
    );

  it.each(['7.1', '7.2', '7.3', '7.4'])('runs batches in TDS %s', async (version) => {
    const { output } = await query("SELECT 1 + 1 AS two, DB_NAME() AS db, CAST('2024-02-29' AS date) AS day", version);
    expect(output).toMatch(/two\tdb\tday\n2\tclients\t(2024-02-29|Feb 29 2024.*)\n/);
  });

  it('gets several results, messages and errors', async () => {
    const { output } = await query('EXEC dbo.talk\nGO\nSELECT 1/0', '7.4');
    expect(output).toContain('hello');
    expect(output).toContain('careful');
    expect(output).toMatch(/one\n1\n2\n/);
    expect(output).toMatch(/two\ntwo\n/);
    expect(output).toContain('Msg 8134 (severity 16, state 1)');
    expect(output).toContain('Divide by zero error encountered.');
  });

  it('is refused with a wrong password', async () => {
    const { status, output } = await run('tsql', ['-H', server.host, '-p', String(server.port), '-U', 'sa', '-P', 'wrong'], 'quit\n');
    expect(status).not.toBe(0);
    expect(output).toContain("Login failed for user 'sa'.");
  });
});

describe.skipIf(bsqldb.missing !== undefined)(
  `FreeTDS bsqldb${bsqldb.missing === undefined ? '' : ` is passed over: ${bsqldb.missing}`}`,
  () => {
    let server: ServerProcess;
    beforeAll(async () => {
      server = await startServer();
      await runScript(server, SETUP);
    });
    afterAll(() => server.stop());

    it('runs scripts', async () => {
      // db-lib finds a server by its name in freetds.conf.
      const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-freetds-'));
      const configuration = path.join(folder, 'freetds.conf');
      writeFileSync(configuration, `[sprocket]\nhost = ${server.host}\nport = ${server.port}\ntds version = 7.4\nclient charset = UTF-8\n`);
      const script = "SELECT 1 + 1 AS two, N'zwei ß' AS zwei\nGO\nEXEC dbo.talk\nGO\n";
      const args = ['-S', 'sprocket', '-U', 'sa', '-P', server.password, '-D', 'clients', '-t', '|', '-q'];
      const { output } = await run('bsqldb', args, script, { FREETDSCONF: configuration });
      expect(output).toMatch(/2\s*\|zwei ß/);
      expect(output).toMatch(/^two$/m);
    });
  },
);
