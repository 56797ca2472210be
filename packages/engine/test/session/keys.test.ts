import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALGORITHMS } from '../../src/catalog/cryptography/algorithms.ts';
import { decryptWithKey, encryptWithKey } from '../../src/catalog/cryptography/message.ts';
import { PASSWORD, Recorder, startServer, type TestServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.close());

async function run(text: string, database = 'vault'): Promise<Recorder> {
  const session = await server.login(database);
  const recorder = new Recorder();
  await session.batch(text, recorder);
  session.close();
  expect(recorder.messages.filter(({ severity }) => severity > 10)).toEqual([]);
  return recorder;
}

const READ = `OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
SELECT CAST(DECRYPTBYKEY(secret) AS varchar(20)) FROM dbo.t`;

test('a restart of the server keeps keys and what they encrypted; open keys end with their session', async () => {
  await run('CREATE DATABASE vault', '');
  await run(`CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'a master password'
CREATE CERTIFICATE c WITH SUBJECT = 'c'
CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE c
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
SELECT ENCRYPTBYKEY(KEY_GUID('k'), 'kept') AS secret INTO dbo.t`);
  expect((await run('SELECT DECRYPTBYKEY(secret), (SELECT COUNT(*) FROM sys.openkeys) FROM dbo.t')).rows).toEqual([[null, 0]]);
  await server.restart();
  expect((await run(READ)).rows).toEqual([['kept']]);
});

test('the service master key is for the owner of the server alone, and no file has a password or a private key in the clear', () => {
  expect(statSync(join(server.directory, 'service-master.key')).mode & 0o777).toBe(0o600);
  const files = readdirSync(server.directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.startsWith('vault'));
  const stored = files.filter((file) => statSync(join(server.directory, file)).isFile());
  const bytes = Buffer.concat(stored.map((file) => readFileSync(join(server.directory, file)))).toString('latin1');
  expect(bytes).toContain('master key');
  expect(bytes).not.toContain('a master password');
  // PKCS #8 begins with its version and the algorithm; a public key has no version.
  expect(bytes).not.toContain('020100300d06092a864886f7');
  expect(bytes).not.toContain(PASSWORD);
});

test('a connection that is reset has no open keys', async () => {
  const session = await server.login('vault');
  const recorder = new Recorder();
  await session.batch(READ, recorder);
  expect(recorder.rows).toEqual([['kept']]);
  session.reset(false);
  await session.batch('USE vault SELECT COUNT(*) FROM sys.openkeys', recorder);
  expect(recorder.rows).toEqual([[0]]);
  session.close();
});

test('what a key encrypts it decrypts, with its own authenticator only', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(ALGORITHMS)), bytes, bytes, bytes, (algorithm, plain, proof, other) => {
      const key = new Uint8Array(algorithm.keyBytes).fill(7);
      const sealed = encryptWithKey(new Uint8Array(16), algorithm, key, plain, proof)!;
      expect(decryptWithKey(algorithm, key, sealed, proof)).toEqual(plain);
      expect(decryptWithKey(algorithm, key, sealed, null)).toBeUndefined();
      if (Buffer.compare(proof, other) !== 0) expect(decryptWithKey(algorithm, key, sealed, other)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
