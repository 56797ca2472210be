/** Security identifiers of certificates and asymmetric keys: S-1-9-1 and the five words of the thumbprint. */

import { bytesFrom } from './model.ts';

const PREFIX = Buffer.from('010600000000000901000000', 'hex');

export const sidOfThumbprint = (thumbprint: string): Uint8Array => new Uint8Array(Buffer.concat([PREFIX, bytesFrom(thumbprint)]));

export function textOfSid(sid: Uint8Array): string {
  const bytes = Buffer.from(sid);
  const authorities = Array.from({ length: bytes[1] ?? 0 }, (_, i) => bytes.readUInt32LE(8 + i * 4));
  return ['S', bytes[0], bytes.readUIntBE(2, 6), ...authorities].join('-');
}
