/**
 * Starts a real PostgreSQL for the tests of one run, in a folder of its own and without any durability. PostgreSQL refuses to run as root: then it is
 * started as the user `postgres`, which its packages bring along.
 */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server; absent where tests use the embedded database. */
    studioPostgres?: string;
  }
}

const INSTALLED = '/usr/lib/postgresql';
const QUICK = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200';

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const binaries = newestBinaries();
  if (binaries === undefined) return undefined;
  const folder = ownFolder();
  const port = await freePort();
  run(path.join(binaries, 'initdb'), [
    '-D',
    `${folder}/data`,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} ${QUICK}`;
  const control = (...args: string[]) => run(path.join(binaries, 'pg_ctl'), ['-D', `${folder}/data`, '-l', `${folder}/log`, '-w', ...args]);
  control('-o', options, 'start');
  project.provide('studioPostgres', `postgres://postgres@127.0.0.1:${port}/postgres`);
  return () => {
    control('-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
}

function newestBinaries(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(INSTALLED, version, 'bin')).find((folder) => existsSync(path.join(folder, 'initdb')));
}

const isRoot = process.getuid?.() === 0;

function ownFolder(): string {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'studio-postgres-')), 'server');
  mkdirSync(folder, { mode: 0o700 });
  if (!isRoot) return folder;
  const [user, group] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  chownSync(folder, user ?? 0, group ?? 0);
  chownSync(path.dirname(folder), user ?? 0, group ?? 0);
  return folder;
}

function run(program: string, args: readonly string[]): void {
  const [command, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]];
  execFileSync(command, all, { stdio: 'ignore', cwd: '/' });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
