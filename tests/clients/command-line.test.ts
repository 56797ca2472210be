import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, type ServerProcess, startServer } from './fixture.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'sprocket-cli-'));

describe('sprocket', () => {
  it('helps', async () => {
    const { status, stdout } = await program([]);
    expect(status).toBe(0);
    for (const command of ['start', 'serve', 'sql', 'check']) expect(stdout).toContain(`sprocket ${command}`);
    expect((await program(['help', 'serve'])).stdout).toContain('--tds-port (0 to 65535)');
    expect((await program(['sql', '--help'])).stdout).toContain('--server host[,port]');
    expect((await program(['version'])).stdout).toMatch(/^Sprocket \d+\.\d+\.\d+, Node v26/);
  });

  it('knows no other commands', async () => {
    expect(await program(['bake'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'sprocket: there is no command "bake"; try: sprocket help\n',
    });
  });
});

describe('a start that cannot succeed', () => {
  const fails = async (args: readonly string[], message: RegExp) => {
    const { status, stdout, stderr } = await program(['serve', '--tds-port', '0', '--http-port', '0', '--data-dir', folder(), ...args]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const complaint = stderr.split('\n').filter((line) => line.startsWith('sprocket: '));
    expect(complaint).toHaveLength(1);
    expect(complaint[0]).toMatch(message);
  };

  it('names a port in use', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as { port: number };
    await fails(['--tds-port', String(port)], new RegExp(`tdsPort: cannot listen on 127.0.0.1:${port}: the port is in use$`));
    await fails(['--http-port', String(port)], /httpPort: .* the port is in use$/);
    busy.close();
  });

  it('names a folder that cannot be used', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    await fails(['--data-dir', path.join(file, 'data')], /dataDir .* cannot be used: it is not a folder$/);
    await fails(['--procedures-dir', path.join(file, 'x')], /proceduresDir .* cannot be read: it is not a folder$/);
    await fails(['--procedures-dir', '/nowhere'], /proceduresDir \/nowhere cannot be read: there is no such file or folder$/);
  });

  it('names a bad setting', async () => {
    const config = path.join(folder(), 'sprocket.yaml');
    writeFileSync(config, 'tdsprot: 1\n');
    await fails(['--config', config], /sprocket.yaml: unknown setting "tdsprot"/);
    await fails(['--log-level', 'loud'], /--log-level: one of debug, info, warn, error expected, not "loud"$/);
  });
});

describe('a server process', () => {
  it('prints a generated password once and keeps it', async () => {
    const dataDir = folder();
    const start = async () => {
      const { runProgram } = await import('./fixture.ts');
      const child = runProgram(['serve', '--tds-port', '0', '--http-port', '0', '--data-dir', dataDir]);
      let text = '';
      await new Promise<void>((resolve) =>
        child.stdout?.on('data', (bytes: Buffer) => {
          text += bytes;
          if (text.includes('is ready')) resolve();
        }),
      );
      const port = /clients at [^,]*,(\d+)/.exec(text)?.[1] ?? '';
      return { text, port, stop: () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM')) };
    };
    const first = await start();
    const password = /password of the login sa is (\S+)/.exec(first.text)?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(16);
    await first.stop();
    const second = await start();
    expect(second.text).not.toContain('password');
    const login = await program([
      'sql',
      '-S',
      `127.0.0.1,${second.port}`,
      '-U',
      'sa',
      '-P',
      password,
      '-Q',
      'SELECT 1 AS one',
      '--format',
      'csv',
    ]);
    expect(login).toMatchObject({ status: 0, stdout: 'one\n1\n' });
    await second.stop();
  });

  it('answers health checks and metrics, and stops when asked to', async () => {
    const server = await startServer();
    expect(await (await fetch(`${server.http}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${server.http}/health/ready`)).json()).toMatchObject({ status: 'ready', workers: 1, procedureProblems: 0 });
    const metrics = await (await fetch(`${server.http}/metrics`)).text();
    expect(metrics).toMatch(/^sprocket_sessions 0$/m);
    expect(metrics).toMatch(/^# TYPE sprocket_procedure_duration_seconds histogram$/m);
    expect(await server.stop()).toBe(0);
  });

  it('is frugal when idle', async () => {
    const server = await startServer();
    const pages = Number(readFileSync(`/proc/${server.pid}/statm`, 'utf8').split(' ')[1]);
    expect((pages * 4096) / 1e6).toBeLessThan(200);
    await server.stop();
  });
});

describe('sprocket sql', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const sql = (args: readonly string[], input = '') =>
    program(['sql', '-S', `${server.host},${server.port}`, '-U', 'sa', '-P', server.password, ...args], input);

  it('prints results as tables, CSV and JSON', async () => {
    const query = "SELECT 1 AS id, N'zwei ß' AS name UNION ALL SELECT 22, NULL";
    expect((await sql(['-Q', query])).stdout).toBe('id name\n-- ------\n 1 zwei ß\n22 NULL\n\n(2 rows affected)\n');
    expect((await sql(['-Q', query, '--format', 'csv'])).stdout).toBe('id,name\n1,zwei ß\n22,\n');
    expect(JSON.parse((await sql(['-Q', query, '--format', 'json'])).stdout)).toEqual([
      { id: 1, name: 'zwei ß' },
      { id: 22, name: null },
    ]);
  });

  it('runs scripts with GO and counts, from a file and from standard input', async () => {
    const script = 'CREATE TABLE #t (n int)\nGO\nINSERT INTO #t VALUES (1)\nGO 3\n/*\nGO\n*/ SELECT COUNT(*) AS n FROM #t\nGO\n';
    const file = path.join(folder(), 'script.sql');
    writeFileSync(file, script);
    const output = path.join(folder(), 'out.csv');
    expect((await sql(['-i', file, '-o', output, '--format', 'csv'])).status).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe('n\n3\n');
    expect((await sql(['--format', 'csv'], script)).stdout).toBe('n\n3\n');
  });

  it('tells failure', async () => {
    const script = "PRINT 'before'\nGO\nRAISERROR('It failed.', 16, 1)\nGO\nPRINT 'after'\n";
    const goesOn = await sql([], script);
    expect(goesOn.status).toBe(0);
    expect(goesOn.stdout).toBe('before\nMsg 50000, Level 16, State 1, Server SPROCKET, Line 1\nIt failed.\nafter\n');
    const stops = await sql(['-b'], script);
    expect(stops.status).toBe(1);
    expect(stops.stdout).not.toContain('after');
    const refused = await program(['sql', '-S', `${server.host},${server.port}`, '-U', 'sa', '-P', 'wrong', '-Q', 'SELECT 1']);
    expect(refused).toEqual({ status: 1, stdout: '', stderr: "sprocket: Login failed for user 'sa'.\n" });
  });
});

describe('sprocket check', () => {
  it('finds nothing wrong with good procedures', async () => {
    const procedures = folder();
    mkdirSync(path.join(procedures, '_global', 'dbo'), { recursive: true });
    writeFileSync(path.join(procedures, '_global', 'dbo', 'good.sql'), 'CREATE PROCEDURE good AS SELECT 1 AS one\n');
    expect(await program(['check', procedures])).toEqual({ status: 0, stdout: 'No problems.\n', stderr: '' });
  });

  it('names file, line and message of bad ones', async () => {
    const procedures = folder();
    mkdirSync(path.join(procedures, 'shop', 'dbo'), { recursive: true });
    writeFileSync(path.join(procedures, 'shop', 'dbo', 'bad.sql'), 'CREATE PROCEDURE bad AS\nBEGIN\n  SELECT FROM WHERE\nEND\n');
    writeFileSync(path.join(procedures, 'shop', 'dbo', 'lost.sql'), 'CREATE PROCEDURE sales.lost AS SELECT 1\n');
    const { status, stdout } = await program(['check', procedures]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/shop\/dbo\/bad\.sql:3: .*Incorrect syntax near the keyword 'FROM'/);
    expect(stdout).toMatch(/shop\/dbo\/lost\.sql:1: .*sales.*dbo/);
    expect(stdout).toMatch(/2 problems\.\n$/);
  });

  it('wants a folder that it can read', async () => {
    expect((await program(['check'])).stderr).toBe('sprocket: one folder expected: sprocket check <folder>\n');
    expect((await program(['check', '/nowhere'])).stderr).toMatch(/^sprocket: \/nowhere cannot be read/);
  });
});
