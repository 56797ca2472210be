/**
 * Where the server's certificate comes from: the files that the settings name, or a self-signed one in the data folder, made when the server
 * starts there for the first time and kept, so that clients that pin it go on trusting it.
 */

import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import { ConfigurationError } from '../config/configuration-error.ts';
import type { Config } from '../config/settings.ts';
import type { Log } from '../log.ts';
import { type Certificate, selfSignedCertificate } from './self-signed.ts';

const FOLDER = 'tls';
const VALID_DAYS = 3650;

/** The certificate to serve with. Throws ConfigurationError for files that cannot be used. */
export async function loadCertificate(config: Config, log: Log): Promise<Certificate> {
  if ((config.tlsCertificate === '') !== (config.tlsKey === '')) {
    throw new ConfigurationError('tlsCertificate and tlsKey belong together: give both or neither');
  }
  const certificate = config.tlsCertificate === '' ? await ownCertificate(config.dataDir, log) : suppliedCertificate(config);
  warnAboutDates(certificate, log);
  return certificate;
}

function suppliedCertificate(config: Config): Certificate {
  const certificate = { certificate: readText(config.tlsCertificate), key: readText(config.tlsKey) };
  try {
    createSecureContext({ cert: certificate.certificate, key: certificate.key });
  } catch (error) {
    throw new ConfigurationError(`${config.tlsCertificate} and ${config.tlsKey} cannot be used: ${messageOf(error)}`);
  }
  return certificate;
}

async function ownCertificate(dataDir: string, log: Log): Promise<Certificate> {
  const folder = path.join(dataDir, FOLDER);
  const files = { certificate: path.join(folder, 'server.crt'), key: path.join(folder, 'server.key') };
  if (existsSync(files.certificate) && existsSync(files.key)) {
    return { certificate: readText(files.certificate), key: readText(files.key) };
  }
  const names = [...new Set([hostname(), 'localhost', '127.0.0.1'])];
  const made = await selfSignedCertificate({ names, days: VALID_DAYS, now: new Date() });
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.key, made.key, { mode: 0o600 });
  writeFileSync(files.certificate, made.certificate);
  log('info', 'self-signed certificate made', { file: files.certificate });
  return made;
}

function warnAboutDates(certificate: Certificate, log: Log): void {
  const { validFromDate, validToDate } = new X509Certificate(certificate.certificate);
  const now = Date.now();
  if (now < validFromDate.getTime() || now > validToDate.getTime()) {
    log('warn', 'certificate is not valid today', { from: validFromDate.toISOString(), to: validToDate.toISOString() });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${file} cannot be read: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
