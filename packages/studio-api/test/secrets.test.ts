import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../src/accounts/password.ts';
import { ConfigurationError, readConfiguration } from '../src/configuration.ts';
import { loadSecrets } from '../src/secrets.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'studio-secrets-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('sealing', () => {
  test('opens with the same key and context alone', () => {
    const secrets = loadSecrets({ dataDir, secret: 'x'.repeat(32) });
    const sealed = secrets.seal('pässword', 'row 1');
    expect(secrets.open(sealed, 'row 1')).toBe('pässword');
    expect(sealed).not.toContain('pässword');
    expect(secrets.seal('pässword', 'row 1')).not.toBe(sealed);
    expect(() => secrets.open(sealed, 'row 2')).toThrow();
    expect(() => secrets.open(`${sealed.slice(0, -2)}AA`, 'row 1')).toThrow();
    expect(() => secrets.open('plain', 'row 1')).toThrow('not a sealed value');
    expect(() => loadSecrets({ dataDir, secret: 'y'.repeat(32) }).open(sealed, 'row 1')).toThrow();
  });

  test('without a secret the key is a file that only its owner reads, made once', () => {
    const first = loadSecrets({ dataDir, secret: undefined });
    const file = path.join(dataDir, 'key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(loadSecrets({ dataDir, secret: undefined }).open(first.seal('a', 'c'), 'c')).toBe('a');
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(first.key('sessions').equals(first.key('credentials'))).toBe(false);
  });

  test('a key file that is none is refused', () => {
    writeFileSync(path.join(dataDir, 'key'), 'short');
    expect(() => loadSecrets({ dataDir, secret: undefined })).toThrow('is not a key file');
  });
});

describe('passwords', () => {
  test('are hashed with their cost and a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('a long password'), hashPassword('a long password')]);
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword('a long password', one)).toBe(true);
    expect(await verifyPassword('a long passwort', one)).toBe(false);
  });

  test('nobody has no password, after the usual time', async () => {
    expect(await verifyPassword('anything', null)).toBe(false);
  });

  test('the two ways to type an accent are one password', async () => {
    expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true);
  });
});

describe('settings', () => {
  test('have defaults for one machine', () => {
    expect(readConfiguration({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: path.resolve('data', 'studio'),
      databaseUrl: undefined,
      sqlEditor: true,
      secureCookies: false,
      oidc: undefined,
      managed: undefined,
    });
  });

  test('are read from the variables', () => {
    const configuration = readConfiguration({
      FEATURE_SQL_EDITOR: 'off',
      SPROCKET_STUDIO_PUBLIC_URL: 'https://studio.example.org/',
      SPROCKET_STUDIO_OIDC_ISSUER: 'https://login.example.org',
      SPROCKET_STUDIO_OIDC_CLIENT_ID: 'studio',
      SPROCKET_STUDIO_MANAGED_HOST: '127.0.0.1',
      SPROCKET_STUDIO_MANAGED_PORT: '14330',
      SPROCKET_STUDIO_MANAGED_DATABASE: 'spokes',
      SPROCKET_STUDIO_MANAGED_LOGIN: 'l',
      SPROCKET_STUDIO_MANAGED_PASSWORD: ' p ',
    });
    expect(configuration).toMatchObject({
      sqlEditor: false,
      publicUrl: 'https://studio.example.org',
      oidc: { issuer: 'https://login.example.org', clientId: 'studio', clientSecret: undefined, name: 'login.example.org' },
      managed: { host: '127.0.0.1', port: 14330, database: 'spokes', login: 'l', password: ' p ', encrypt: true },
    });
  });

  test.each([
    [{ SPROCKET_STUDIO_PORT: '70000' }, 'SPROCKET_STUDIO_PORT must be 0 to 65535, not "70000"'],
    [{ FEATURE_SQL_EDITOR: 'maybe' }, 'FEATURE_SQL_EDITOR must be on or off, not "maybe"'],
    [{ SPROCKET_STUDIO_SECRET: 'short' }, 'SPROCKET_STUDIO_SECRET must have at least 32 characters'],
    [{ SPROCKET_STUDIO_DATABASE_URL: 'mysql://x' }, 'SPROCKET_STUDIO_DATABASE_URL must begin with postgres://'],
    [{ SPROCKET_STUDIO_PUBLIC_URL: 'ftp://x' }, 'SPROCKET_STUDIO_PUBLIC_URL must be an address with http: or https:'],
    [{ SPROCKET_STUDIO_OIDC_ISSUER: 'https://x' }, 'SPROCKET_STUDIO_OIDC_CLIENT_ID is needed beside SPROCKET_STUDIO_OIDC_ISSUER'],
  ])('%o is refused by name', (variables, message) => {
    expect(() => readConfiguration(variables as Record<string, string>)).toThrow(new ConfigurationError(message));
  });
});
