import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, connect as tlsConnect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { integer, objectIdentifier, time } from '../src/certificate/der.ts';
import { selfSignedCertificate } from '../src/certificate/self-signed.ts';
import { loadCertificate } from '../src/certificate/store.ts';
import { loadConfig } from '../src/config/load.ts';
import { silentLog } from '../src/log.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('DER', () => {
  it('encodes integers without superfluous bytes and never negative', () => {
    expect(hex(integer(Buffer.from([0, 0, 5])))).toBe('020105');
    expect(hex(integer(Buffer.from([0x80])))).toBe('02020080');
    expect(hex(integer(Buffer.from([0])))).toBe('020100');
  });

  it('encodes object identifiers', () => {
    expect(hex(objectIdentifier('1.2.840.113549.1.1.11'))).toBe('06092a864886f70d01010b');
  });

  it('encodes years from 2050 on with four digits', () => {
    expect(time(new Date('2049-12-31T23:59:59Z')).toString('latin1').slice(2)).toBe('491231235959Z');
    expect(time(new Date('2050-01-01T00:00:00Z')).toString('latin1').slice(2)).toBe('20500101000000Z');
  });
});

describe('the self-signed certificate', async () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const made = await selfSignedCertificate({ names: ['db.example.org', 'localhost', '127.0.0.1'], days: 10, now });
  const x509 = new X509Certificate(made.certificate);

  it('says what it is good for', () => {
    expect(x509.subject).toBe('CN=db.example.org');
    expect(x509.subjectAltName).toBe('DNS:db.example.org, DNS:localhost, IP Address:127.0.0.1');
    expect(x509.ca).toBe(false);
    expect(x509.validFromDate.toISOString()).toBe('2026-11-19T12:00:00.000Z');
    expect(x509.validToDate.toISOString()).toBe('2026-11-30T12:00:00.000Z');
    expect(x509.checkHost('localhost')).toBe('localhost');
    expect(x509.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(x509.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is signed by its own key', () => {
    expect(x509.verify(x509.publicKey)).toBe(true);
  });

  it('is what openssl reads', () => {
    const text = execFileSync('openssl', ['x509', '-noout', '-text'], { input: made.certificate, encoding: 'utf8' });
    expect(text).toContain('Version: 3 (0x2)');
    expect(text).toContain('TLS Web Server Authentication');
    expect(text).toContain('Digital Signature, Key Encipherment');
  });

  it('lets a client that trusts it verify the server', async () => {
    const fresh = await selfSignedCertificate({ names: ['localhost'], days: 10, now: new Date() });
    const server = createServer({ cert: fresh.certificate, key: fresh.key }, (socket) => socket.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const client = tlsConnect({ socket: connect(port, '127.0.0.1'), ca: fresh.certificate, servername: 'localhost' });
    const authorised = await new Promise<boolean>((resolve, reject) =>
      client.once('secureConnect', () => resolve(client.authorized)).once('error', reject),
    );
    expect(authorised).toBe(true);
    client.destroy();
    server.close();
  });
});

describe('loadCertificate', () => {
  const folder = () => mkdtempSync(path.join(tmpdir(), 'sprocket-tls-'));
  const configFor = (args: string[]) => loadConfig({ args, environment: {}, workingDirectory: folder() }).config;

  it('makes one at the first start and keeps it', async () => {
    const config = configFor(['--data-dir', folder()]);
    const first = await loadCertificate(config, silentLog);
    expect(await loadCertificate(config, silentLog)).toEqual(first);
    expect(statSync(path.join(config.dataDir, 'tls', 'server.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(config.dataDir, 'tls', 'server.crt'), 'utf8')).toBe(first.certificate);
  });

  it('refuses half a pair, a missing file and rubbish', async () => {
    await expect(loadCertificate(configFor(['--tls-key', 'a.pem']), silentLog)).rejects.toThrow('belong together');
    await expect(loadCertificate(configFor(['--tls-key', 'a.pem', '--tls-certificate', 'b.pem']), silentLog)).rejects.toThrow(
      'b.pem cannot be read',
    );
    const rubbish = path.join(folder(), 'x.pem');
    writeFileSync(rubbish, 'rubbish');
    await expect(loadCertificate(configFor(['--tls-key', rubbish, '--tls-certificate', rubbish]), silentLog)).rejects.toThrow(
      'cannot be used',
    );
  });
});
