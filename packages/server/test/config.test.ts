import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationPage } from '../src/config/document.ts';
import { loadConfig } from '../src/config/load.ts';
import { environmentName, flagName, SETTING_NAMES } from '../src/config/settings.ts';

const workingDirectory = mkdtempSync(path.join(tmpdir(), 'sprocket-config-'));

function load(args: string[] = [], environment: Record<string, string> = {}, directory = workingDirectory) {
  return loadConfig({ args, environment, workingDirectory: directory });
}

function folderWith(yaml: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sprocket-config-'));
  writeFileSync(path.join(folder, 'sprocket.yaml'), yaml);
  return folder;
}

describe('names of a setting', () => {
  it('are derived from its key', () => {
    expect(environmentName('tdsPort')).toBe('SPROCKET_TDS_PORT');
    expect(flagName('tdsPort')).toBe('tds-port');
    expect(environmentName('host')).toBe('SPROCKET_HOST');
  });
});

describe('loadConfig', () => {
  it('gives the defaults when nothing is set', () => {
    const { config, file } = load();
    expect(file).toBeUndefined();
    expect(config).toMatchObject({ host: '127.0.0.1', tdsPort: 1433, httpPort: 8080, saPassword: '', tlsMode: 'optional' });
    expect(config.dataDir).toBe(path.join(workingDirectory, 'data'));
    expect(config.proceduresDir).toBe('');
  });

  it('lets the command line win over the environment and the environment over the file', () => {
    const folder = folderWith('tdsPort: 1\nhttpPort: 2\nhost: "::"\n');
    const { config } = load(['--tds-port', '7'], { SPROCKET_TDS_PORT: '6', SPROCKET_HTTP_PORT: '5' }, folder);
    expect([config.tdsPort, config.httpPort, config.host]).toEqual([7, 5, '::']);
  });

  it('resolves paths of the file against its folder', () => {
    const folder = folderWith('dataDir: ./db\n');
    expect(load([], { SPROCKET_CONFIG: path.join(folder, 'sprocket.yaml') }).config.dataDir).toBe(path.join(folder, 'db'));
    expect(load(['--config', path.join(folder, 'sprocket.yaml')]).config.dataDir).toBe(path.join(folder, 'db'));
  });

  it('takes an empty file and an empty variable as nothing set', () => {
    expect(load([], { SPROCKET_TDS_PORT: '' }, folderWith('')).config.tdsPort).toBe(1433);
  });

  it('reports variables that look like settings', () => {
    expect(load([], { SPROCKET_TDSPORT: '1', SPROCKET_HOST: 'x', OTHER: '1' }).unknownVariables).toEqual(['SPROCKET_TDSPORT']);
  });

  it.each([
    ['an unknown key', 'tds_port: 1\n', 'unknown setting "tds_port": did you mean "tdsPort"?'],
    ['a port that is text', 'tdsPort: many\n', 'tdsPort: a whole number from 0 to 65535 expected, not "many"'],
    ['a port out of range', 'tdsPort: 70000\n', 'tdsPort: a whole number from 0 to 65535 expected, not 70000'],
    ['a list', '- a\n', 'settings expected'],
    ['a wrong choice', 'tlsMode: maybe\n', 'tlsMode: one of off, optional, required, strict expected, not "maybe"'],
    ['text that is a number', 'host: 5\n', 'host: text expected, not 5'],
    ['broken YAML', 'host: "x\n', 'sprocket.yaml: '],
  ])('refuses %s of the file in one line', (_what, yaml, message) => {
    expect(() => load([], {}, folderWith(yaml))).toThrow(message);
    try {
      load([], {}, folderWith(yaml));
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
      expect((error as Error).name).toBe('ConfigurationError');
    }
  });

  it.each([
    [['--tds-prot', '1'], "Unknown option '--tds-prot'"],
    [['--tds-port', 'x'], '--tds-port: a whole number from 0 to 65535 expected, not "x"'],
    [['--config', '/nowhere/sprocket.yaml'], '/nowhere/sprocket.yaml: '],
    [['extra'], 'Unexpected argument'],
  ])('refuses %j', (args, message) => {
    expect(() => load(args)).toThrow(message);
  });
});

describe('the configuration page', () => {
  it('has a row for every setting and no secret', () => {
    for (const name of SETTING_NAMES) expect(configurationPage()).toContain(`| \`${name}\` | \`${environmentName(name)}\` |`);
  });
});
