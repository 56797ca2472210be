/**
 * Keys, and sealing what must not be readable at rest.
 *
 * One master secret – from the settings, or from a key file that only its owner can read – gives an independent key for every purpose. Sealing is
 * AES-256-GCM with a fresh nonce; the context (for example the id of the row) is authenticated with it, so that a sealed value cannot be moved to
 * another row.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from './configuration.ts';

const FORMAT = 'v1';
const NONCE = 12;
const TAG = 16;

export interface Secrets {
  /** A key of 32 bytes for one purpose. */
  readonly key: (purpose: string) => Buffer;
  readonly seal: (plain: string, context: string) => string;
  /** Throws when the text was changed, sealed with another key or for another context. */
  readonly open: (sealed: string, context: string) => string;
}

/** The key file is made when there is none and no secret is set. */
export function loadSecrets(configuration: Pick<Configuration, 'secret' | 'dataDir'>): Secrets {
  const master = configuration.secret === undefined ? keyFile(configuration.dataDir) : Buffer.from(configuration.secret, 'utf8');
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'sprocket-studio', purpose, 32));
  const credentials = key('credentials');
  return {
    key,
    seal: (plain, context) => seal(credentials, plain, context),
    open: (sealed, context) => open(credentials, sealed, context),
  };
}

function keyFile(dataDir: string): Buffer {
  const file = path.join(dataDir, 'key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`${file} is not a key file: it must hold 64 hexadecimal digits`);
  return key;
}

function seal(key: Buffer, plain: string, context: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${FORMAT}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
}

function open(key: Buffer, sealed: string, context: string): string {
  const [format, payload] = sealed.split('.');
  const bytes = Buffer.from(payload ?? '', 'base64url');
  if (format !== FORMAT || bytes.length < NONCE + TAG) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(bytes.subarray(bytes.length - TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()]).toString('utf8');
}
