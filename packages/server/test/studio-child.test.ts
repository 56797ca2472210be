import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../src/config/load.ts';
import type { Log } from '../src/log.ts';
import { StudioChild } from '../src/studio/child.ts';
import { studioVariables } from '../src/studio/variables.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sprocket-studio-child-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the workbench's place. */
function program(name: string, text: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

/** A log, and a promise of the first line about an event. */
function listening(event: string): { log: Log; heard: Promise<Readonly<Record<string, unknown>>> } {
  const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
  return { log: (_level, name, fields = {}) => name === event && resolve(fields), heard: promise };
}

const READY = "process.send({ kind: 'ready', address: 'http://' + process.env.WHERE }); process.on('disconnect', () => process.exit(0));";

test('the address comes from the child, which gets its variables', async () => {
  const child = new StudioChild({ variables: { WHERE: 'here' }, log: () => {}, program: program('ready', READY) });
  expect(await child.start()).toBe('http://here');
  await child.stop();
});

test('a child that dies is started again', async () => {
  const text = `import { existsSync, writeFileSync } from 'node:fs';
const mark = ${JSON.stringify(path.join(folder, 'mark'))};
if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(7); }
${READY}`;
  const ended = listening('workbench ended, starting it again');
  const ready = listening('workbench ready');
  const log: Log = (...line) => {
    ended.log(...line);
    ready.log(...line);
  };
  const child = new StudioChild({ variables: { WHERE: 'again' }, log, program: program('dies', text) });
  expect(await child.start()).toBe('http://again');
  expect(await ended.heard).toMatchObject({ reason: 7 });
  expect(await ready.heard).toMatchObject({ address: 'http://again' });
  await child.stop();
});

test('without a build there is no child', async () => {
  const child = new StudioChild({ variables: {}, log: () => {}, program: path.join(folder, 'absent.mjs') });
  expect(await child.start()).toBeUndefined();
  await child.stop();
});

test('the child is told of the server beside it under an address that it can reach', () => {
  const { config } = loadConfig({ args: ['--host', '0.0.0.0', '--tls-mode', 'off'], environment: {}, workingDirectory: folder });
  const managed = { host: '0.0.0.0', port: 1433, database: 'spokes', login: 'studio', password: 'secret' };
  expect(studioVariables(config, managed)).toMatchObject({
    SPROCKET_STUDIO_PORT: '3000',
    SPROCKET_STUDIO_MANAGED_HOST: '127.0.0.1',
    SPROCKET_STUDIO_MANAGED_PASSWORD: 'secret',
    SPROCKET_STUDIO_MANAGED_ENCRYPT: 'off',
  });
  expect(studioVariables(config, undefined)).not.toHaveProperty('SPROCKET_STUDIO_MANAGED_HOST');
});
