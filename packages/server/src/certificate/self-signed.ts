/**
 * A self-signed X.509 v3 certificate (RFC 5280), because node:crypto makes keys but no certificates. RSA with SHA-256 is the one combination
 * that every client's TLS library accepts: OpenSSL, GnuTLS, Java and SChannel, old ones included.
 */

import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import {
  bitString,
  booleanTrue,
  context,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from './der.ts';

const KEY_BITS = 2048;
const SERIAL_BYTES = 16;
const DAY = 86_400_000;

const OID = {
  sha256WithRsa: '1.2.840.113549.1.1.11',
  commonName: '2.5.4.3',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  serverAuthentication: '1.3.6.1.5.5.7.3.1',
} as const;

/** A certificate with its key, both in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface SelfSignedOptions {
  /** Host names and IP addresses that the certificate is good for; the first is its common name. */
  readonly names: readonly string[];
  readonly days: number;
  readonly now: Date;
}

/** Makes a key pair and a certificate that it signs itself. */
export async function selfSignedCertificate(options: SelfSignedOptions): Promise<Certificate> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const body = certificateBody(options, publicKey);
  const der = sequence(body, signatureAlgorithm(), bitString(sign('sha256', body, privateKey)));
  return { certificate: pem('CERTIFICATE', der), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** TBSCertificate, RFC 5280 4.1. */
function certificateBody(options: SelfSignedOptions, publicKey: KeyObject): Buffer {
  const name = commonName(options.names[0] ?? 'localhost');
  // Clocks of clients differ: the certificate is good from a day ago.
  const validity = sequence(time(new Date(options.now.getTime() - DAY)), time(new Date(options.now.getTime() + options.days * DAY)));
  return sequence(
    context(0, true, integer(Buffer.from([2]))),
    integer(positiveSerial()),
    signatureAlgorithm(),
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, true, sequence(...extensions(options.names))),
  );
}

function extensions(names: readonly string[]): Buffer[] {
  const digitalSignatureAndKeyEncipherment = bitString(Buffer.from([0b1010_0000]), 5);
  return [
    extension(OID.basicConstraints, true, sequence()),
    extension(OID.keyUsage, true, digitalSignatureAndKeyEncipherment),
    extension(OID.extendedKeyUsage, false, sequence(objectIdentifier(OID.serverAuthentication))),
    extension(OID.subjectAlternativeName, false, sequence(...names.map(alternativeName))),
  ];
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [booleanTrue()] : []), octetString(value));
}

/** GeneralName: dNSName [2] or iPAddress [7]. */
function alternativeName(name: string): Buffer {
  return isIP(name) === 4 ? context(7, false, Buffer.from(name.split('.').map(Number))) : context(2, false, Buffer.from(name, 'latin1'));
}

function commonName(name: string): Buffer {
  return sequence(set(sequence(objectIdentifier(OID.commonName), utf8String(name))));
}

function signatureAlgorithm(): Buffer {
  return sequence(objectIdentifier(OID.sha256WithRsa), nothing());
}

function positiveSerial(): Buffer {
  const serial = randomBytes(SERIAL_BYTES);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
