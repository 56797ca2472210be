/**
 * What functions about keys answer: `functions/cryptography.ts` declares them. A key that is not there, that one may not see, that is not open or whose
 * secret does not open is NULL; only a missing master key is an error (15581).
 */

import { DATETIME, nvarchar, type Type, varbinary } from '@sprocket/tsql';
import { ALGORITHMS, LAST_DEPRECATED_LEVEL } from '../catalog/cryptography/algorithms.ts';
import { decryptWithKey, encryptWithKey, guidOf } from '../catalog/cryptography/message.ts';
import { bytesFrom, type Certificate, hexOf, type PairedKey, type Protection, type SymmetricKey } from '../catalog/cryptography/model.ts';
import { writePvk } from '../catalog/cryptography/pvk.ts';
import { keysOf, type OpenKey, type PairWord, privateKeyBytes } from '../catalog/cryptography/ring.ts';
import { rsaDecrypt, rsaEncrypt, rsaSign, rsaVerify } from '../catalog/cryptography/rsa.ts';
import { sidOfThumbprint, textOfSid } from '../catalog/cryptography/sid.ts';
import { signedBytes } from '../catalog/ddl/keys/signature.ts';
import { nameKey } from '../catalog/model.ts';
import { holds, visibleCatalog } from '../catalog/security/index.ts';
import { datetimeOf } from '../catalog/views/shared.ts';
import { SqlError, sqlError } from '../errors.ts';
import { bytesToGuid, guidToBytes } from '../values/convert/bytes.ts';
import type { Value, Variant } from '../values/value.ts';
import type { SessionCore } from './session-core.ts';

type Answer = (core: SessionCore, ...args: readonly Value[]) => Value;

const CERTIFICATE = 'certificate';
const ASYMMETRIC = 'asymmetric key';

export const KEY_ANSWERS: Readonly<Record<string, Answer>> = {
  CERT_ID: (core, name) => named(visibleKeys(core).certificates, name)?.id ?? null,
  ASYMKEY_ID: (core, name) => named(visibleKeys(core).asymmetricKeys, name)?.id ?? null,
  KEY_ID: (core, name) => symmetricKey(core, name)?.id ?? null,
  KEY_GUID: (core, name) => guidText(symmetricKey(core, name)?.guid),
  KEY_NAME: (core, value) => keyName(core, value),
  CERTENCODED: (core, id) => bytesOrNull(pairOf(core, CERTIFICATE, id)?.encoded),
  CERTPRIVATEKEY: (core, id, encryption, decryption) =>
    secretly(core, CERTIFICATE, id, decryption, (secret) => writePvk(secret, String(encryption))),
  CERTPROPERTY: (core, id, property) => certificateProperty(pairOf(core, CERTIFICATE, id), String(property)),
  ASYMKEYPROPERTY: (core, id, property) => sidProperty(pairOf(core, ASYMMETRIC, id), String(property)),
  // Only keys of providers have properties.
  SYMKEYPROPERTY: () => null,
  IS_OBJECTSIGNED: (core, _class, objectId, word, thumbprint) => isSigned(core, Number(objectId), String(word), thumbprint),
  ENCRYPTBYKEY: (core, guid, plain, add, by) => encrypt(core, String(guid), plain, proof(add, by)),
  DECRYPTBYKEY: (core, cipherText, add, by) => decrypt(core, cipherText, proof(add, by)),
  DECRYPTBYKEYAUTOCERT: (core, id, word, cipherText, add, by) => decryptBy(core, CERTIFICATE, [id, word, cipherText], proof(add, by)),
  DECRYPTBYKEYAUTOASYMKEY: (core, id, word, cipherText, add, by) => decryptBy(core, ASYMMETRIC, [id, word, cipherText], proof(add, by)),
  ENCRYPTBYCERT: (core, id, plain) => encryptByPair(pairOf(core, CERTIFICATE, id), plain),
  ENCRYPTBYASYMKEY: (core, id, plain) => encryptByPair(pairOf(core, ASYMMETRIC, id), plain),
  DECRYPTBYCERT: (core, id, sealed, word) => secretly(core, CERTIFICATE, id, word, (secret) => rsaDecrypt(secret, sealed as Uint8Array)),
  DECRYPTBYASYMKEY: (core, id, sealed, word) => secretly(core, ASYMMETRIC, id, word, (secret) => rsaDecrypt(secret, sealed as Uint8Array)),
  SIGNBYCERT: (core, id, plain, word) => secretly(core, CERTIFICATE, id, word, (secret) => rsaSign(secret, plain as Uint8Array)),
  SIGNBYASYMKEY: (core, id, plain, word) => secretly(core, ASYMMETRIC, id, word, (secret) => rsaSign(secret, plain as Uint8Array)),
  VERIFYSIGNEDBYCERT: (core, id, plain, signature) => verified(pairOf(core, CERTIFICATE, id), plain, signature),
  VERIFYSIGNEDBYASYMKEY: (core, id, plain, signature) => verified(pairOf(core, ASYMMETRIC, id), plain, signature),
};

const visibleKeys = ({ catalogs, security }: SessionCore) => keysOf(visibleCatalog(security.token(catalogs.current)));

function named<Key extends { readonly name: string }>(keys: readonly Key[], name: Value | undefined): Key | undefined {
  return keys.find((key) => nameKey(key.name) === nameKey(String(name)));
}

function symmetricKey(core: SessionCore, name: Value | undefined): SymmetricKey | undefined {
  return core.keys.temporary.get(nameKey(String(name))) ?? named(visibleKeys(core).symmetricKeys, name);
}

const bytesOrNull = (hex: string | undefined): Value => (hex === undefined ? null : bytesFrom(hex));
const guidText = (guid: string | undefined): Value => (guid === undefined ? null : bytesToGuid(bytesFrom(guid)));

/** Of a GUID, or of the GUID that a cipher text begins with. */
function keyName(core: SessionCore, value: Value | undefined): Value {
  const guid = value instanceof Uint8Array ? guidOf(value) : guidToBytes(String(value));
  if (guid === undefined) return null;
  const hex = hexOf(guid);
  const known = [...core.keys.temporary.values(), ...visibleKeys(core).symmetricKeys];
  return known.find((key) => key.guid === hex)?.name ?? null;
}

type Pairs = { readonly certificate: Certificate; readonly 'asymmetric key': PairedKey };

function pairOf<Word extends PairWord>(core: SessionCore, word: Word, id: Value | undefined): Pairs[Word] | undefined {
  const { certificates, asymmetricKeys } = visibleKeys(core);
  const pairs: readonly PairedKey[] = word === CERTIFICATE ? certificates : asymmetricKeys;
  return pairs.find((pair) => pair.id === id) as Pairs[Word] | undefined;
}

/** Does something with a private key: that takes CONTROL of it, and its password when it has one. */
function secretly(
  core: SessionCore,
  word: PairWord,
  id: Value | undefined,
  password: Value | undefined,
  use: (pkcs8: Uint8Array) => Uint8Array | undefined,
): Value {
  const pair = pairOf(core, word, id);
  const secret = pair && privateKey(core, pair, word, password);
  return (secret && use(secret)) ?? null;
}

function privateKey(core: SessionCore, pair: PairedKey, word: PairWord, password: Value | undefined): Uint8Array | undefined {
  const { catalogs, security, keys } = core;
  const securable = { class: word === CERTIFICATE ? 'CERTIFICATE' : 'ASYMMETRIC KEY', id: pair.id } as const;
  if (!holds(security.token(catalogs.current), 'CONTROL', securable)) return undefined;
  // A password that is not needed does no harm here.
  const needed = pair.privateKey?.kind === 'password' && typeof password === 'string' ? password : null;
  try {
    return privateKeyBytes(pair, word, catalogs.current, keys, needed);
  } catch (thrown) {
    if (thrown instanceof SqlError && thrown.number !== 15581) return undefined;
    throw thrown;
  }
}

/** The authenticator's bytes; none unless the argument before it says so. */
function proof(add: Value | undefined, by: Value | undefined): Uint8Array | null {
  return add === undefined || add === null || add === 0 ? null : Buffer.from(String(by ?? ''), 'utf16le');
}

/** Raises 8152 when the result would be longer than 8,000 bytes. A deprecated algorithm encrypts in old databases only. */
function encrypt(core: SessionCore, guid: string, plain: Value | undefined, authenticator: Uint8Array | null): Value {
  const opened = core.keys.open.get(hexOf(guidToBytes(guid)));
  const algorithm = opened && ALGORITHMS[opened.definition.algorithm];
  if (opened === undefined || algorithm === undefined) return null;
  if (algorithm.deprecated && core.catalogs.current.options.compatibilityLevel > LAST_DEPRECATED_LEVEL) return null;
  const sealed = encryptWithKey(bytesFrom(opened.definition.guid), algorithm, opened.key, plain as Uint8Array, authenticator);
  if (sealed === undefined) throw sqlError(8152);
  return sealed;
}

function decrypt(core: SessionCore, cipherText: Value | undefined, authenticator: Uint8Array | null): Value {
  const guid = guidOf(cipherText as Uint8Array);
  return decryptOpened(guid && core.keys.open.get(hexOf(guid)), cipherText, authenticator);
}

type Opened = Pick<OpenKey, 'definition' | 'key'>;

function decryptOpened(opened: Opened | undefined, cipherText: Value | undefined, authenticator: Uint8Array | null): Value {
  const algorithm = opened && ALGORITHMS[opened.definition.algorithm];
  if (opened === undefined || algorithm === undefined) return null;
  return decryptWithKey(algorithm, opened.key, cipherText as Uint8Array, authenticator) ?? null;
}

/** Opens the key of the cipher text by a certificate or an asymmetric key, for this one value. */
function decryptBy(core: SessionCore, word: PairWord, args: readonly (Value | undefined)[], authenticator: Uint8Array | null): Value {
  const [id, password, cipherText] = args;
  const guid = cipherText instanceof Uint8Array ? guidOf(cipherText) : undefined;
  const definition = guid && visibleKeys(core).symmetricKeys.find((key) => key.guid === hexOf(guid));
  const pair = pairOf(core, word, id);
  if (definition === undefined || pair === undefined) return null;
  const sealed = definition.protections.find((one): one is Sealed => one.kind === word && one.thumbprint === pair.thumbprint);
  const secret = sealed && privateKey(core, pair, word, password);
  const key = secret && revealed(sealed, secret);
  return key === undefined ? null : decryptOpened({ definition, key }, cipherText, authenticator);
}

/** Symmetric keys by their protection: a query may ask for the same one in every row, and RSA takes a millisecond. */
const known = new WeakMap<Sealed, Uint8Array>();

type Sealed = Extract<Protection, { readonly thumbprint: string }>;

function revealed(sealed: Sealed, secret: Uint8Array): Uint8Array | undefined {
  const key = known.get(sealed) ?? rsaDecrypt(secret, bytesFrom(sealed.bits));
  if (key !== undefined) known.set(sealed, key);
  return key;
}

function encryptByPair(pair: PairedKey | undefined, plain: Value | undefined): Value {
  return (pair && rsaEncrypt(bytesFrom(pair.publicKey), plain as Uint8Array)) ?? null;
}

function verified(pair: PairedKey | undefined, plain: Value | undefined, signature: Value | undefined): Value {
  if (pair === undefined) return null;
  return rsaVerify(bytesFrom(pair.publicKey), plain as Uint8Array, signature as Uint8Array) ? 1 : 0;
}

const variant = (type: Type, value: NonNullable<Value>): Variant => ({ type, value: value as Variant['value'] });
const words = (text: string): Variant => variant(nvarchar(Math.max(1, text.length)), text);

function certificateProperty(certificate: Certificate | undefined, property: string): Value {
  if (certificate === undefined) return null;
  switch (property.toLowerCase()) {
    case 'expiry_date':
      return variant(DATETIME, datetimeOf(certificate.expiry));
    case 'start_date':
      return variant(DATETIME, datetimeOf(certificate.start));
    case 'issuer_name':
      return words(certificate.issuer);
    case 'cert_serial_number':
      return words(certificate.serial);
    case 'subject':
      return words(certificate.subject);
    default:
      return sidProperty(certificate, property);
  }
}

/** The SID of a login or user that is mapped to the key. */
function sidProperty(pair: PairedKey | undefined, property: string): Value {
  if (pair === undefined) return null;
  const sid = sidOfThumbprint(pair.thumbprint);
  switch (property.toLowerCase()) {
    case 'sid':
      return variant(varbinary(85), sid);
    case 'string_sid':
      return words(textOfSid(sid));
    default:
      return null;
  }
}

/** NULL when there is no such signature, 0 when it is not of this text. */
function isSigned(core: SessionCore, objectId: number, word: string, thumbprint: Value | undefined): Value {
  const { signatures, certificates, asymmetricKeys } = visibleKeys(core);
  const wanted = thumbprint instanceof Uint8Array ? hexOf(thumbprint) : '';
  const found = signatures.find((one) => one.objectId === objectId && one.by === nameKey(word) && one.thumbprint === wanted);
  const pair = [...certificates, ...asymmetricKeys].find((one) => one.thumbprint === wanted);
  const module = core.catalogs.current.objectsById.get(objectId);
  if (found === undefined || pair === undefined || module === undefined || !('definition' in module)) return null;
  return rsaVerify(bytesFrom(pair.publicKey), signedBytes(module), bytesFrom(found.bits)) ? 1 : 0;
}
