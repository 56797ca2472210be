/**
 * Certificates, keys, what they are encrypted by and what they have signed. sys.openkeys shows the session's own key ring. The master key of a database
 * and the service master key are symmetric keys here, as they are in SQL Server.
 */

import {
  BIT,
  char,
  DATETIME,
  INT,
  MAX,
  nvarchar,
  SQL_VARIANT,
  SYSNAME,
  TINYINT,
  type Type,
  UNIQUEIDENTIFIER,
  varbinary,
} from '@sprocket/tsql';
import { bytesToGuid } from '../../values/convert/bytes.ts';
import { ALGORITHMS } from '../cryptography/algorithms.ts';
import { bytesFrom, type Certificate, type PairedKey, type Protection, type Signature, type SymmetricKey } from '../cryptography/model.ts';
import { keysOf } from '../cryptography/ring.ts';
import { sidOfThumbprint, textOfSid } from '../cryptography/sid.ts';
import type { DatabaseCatalog } from '../model.ts';
import { type ColumnRows, column, defineView, nullable, type SystemView } from './define.ts';
import type { OpenKeyFigures } from './live.ts';
import { principalId } from './principals.ts';
import { bit, CHAR_2, DESCRIPTION, datetimeOf, SID, SYSTEM_CREATED } from './shared.ts';

const THUMBPRINT: Type = varbinary(32);
const BITS: Type = varbinary(MAX);
const CHAR_4: Type = char(4, DESCRIPTION.collation);

const PRIVATE_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  none: ['NA', 'NO_PRIVATE_KEY'],
  'master key': ['MK', 'ENCRYPTED_BY_MASTER_KEY'],
  password: ['PW', 'ENCRYPTED_BY_PASSWORD'],
};

const privateKind = ({ privateKey }: PairedKey): readonly [string, string] => PRIVATE_KEYS[privateKey?.kind ?? 'none'] ?? ['NA', ''];

const CERTIFICATE_COLUMNS: ColumnRows<Certificate> = {
  name: column(SYSNAME, (c) => c.name),
  certificate_id: column(INT, (c) => c.id),
  principal_id: nullable(INT, (c, { catalog }) => principalId(catalog, c.owner)),
  pvt_key_encryption_type: column(CHAR_2, (c) => privateKind(c)[0]),
  pvt_key_encryption_type_desc: nullable(DESCRIPTION, (c) => privateKind(c)[1]),
  is_active_for_begin_dialog: nullable(BIT, (c) => bit(c.activeForDialog)),
  issuer_name: nullable(nvarchar(442), (c) => c.issuer),
  cert_serial_number: nullable(nvarchar(64), (c) => c.serial),
  sid: nullable(SID, (c) => sidOfThumbprint(c.thumbprint)),
  string_sid: nullable(nvarchar(128), (c) => textOfSid(sidOfThumbprint(c.thumbprint))),
  subject: nullable(nvarchar(4000), (c) => c.subject),
  expiry_date: nullable(DATETIME, (c) => datetimeOf(c.expiry)),
  start_date: nullable(DATETIME, (c) => datetimeOf(c.start)),
  thumbprint: column(THUMBPRINT, (c) => bytesFrom(c.thumbprint)),
  attested_by: nullable(nvarchar(260)),
  pvt_key_last_backup_date: nullable(DATETIME, (c) => (c.lastBackup === null ? null : datetimeOf(c.lastBackup))),
  key_length: nullable(INT, (c) => c.bits),
};

/** Codes of key lengths. */
const RSA: Readonly<Record<number, string>> = { 512: '1R', 1024: '2R', 2048: '3R', 3072: '4R', 4096: '5R' };

const ASYMMETRIC_COLUMNS: ColumnRows<PairedKey> = {
  name: column(SYSNAME, (k) => k.name),
  principal_id: nullable(INT, (k, { catalog }) => principalId(catalog, k.owner)),
  asymmetric_key_id: column(INT, (k) => k.id),
  pvt_key_encryption_type: column(CHAR_2, (k) => privateKind(k)[0]),
  pvt_key_encryption_type_desc: nullable(DESCRIPTION, (k) => privateKind(k)[1]),
  thumbprint: column(THUMBPRINT, (k) => bytesFrom(k.thumbprint)),
  algorithm: column(CHAR_2, (k) => RSA[k.bits] ?? ''),
  algorithm_desc: nullable(DESCRIPTION, (k) => `RSA_${k.bits}`),
  key_length: column(INT, (k) => k.bits),
  sid: nullable(SID, (k) => sidOfThumbprint(k.thumbprint)),
  string_sid: nullable(nvarchar(128), (k) => textOfSid(sidOfThumbprint(k.thumbprint))),
  public_key: column(BITS, (k) => bytesFrom(k.publicKey)),
  attested_by: nullable(nvarchar(260)),
  provider_type: nullable(nvarchar(120)),
  cryptographic_provider_guid: nullable(UNIQUEIDENTIFIER),
  cryptographic_provider_algid: nullable(SQL_VARIANT),
};

const SYMMETRIC_COLUMNS: ColumnRows<SymmetricKey> = {
  name: column(SYSNAME, (k) => k.name),
  principal_id: nullable(INT, (k, { catalog }) => principalId(catalog, k.owner)),
  symmetric_key_id: column(INT, (k) => k.id),
  key_length: column(INT, (k) => ALGORITHMS[k.algorithm]?.bits ?? 0),
  key_algorithm: column(CHAR_2, (k) => ALGORITHMS[k.algorithm]?.code ?? ''),
  algorithm_desc: nullable(DESCRIPTION, (k) => ALGORITHMS[k.algorithm]?.description ?? null),
  create_date: column(DATETIME, (k) => datetimeOf(k.created)),
  modify_date: column(DATETIME, (k) => datetimeOf(k.modified)),
  key_guid: nullable(UNIQUEIDENTIFIER, (k) => bytesToGuid(bytesFrom(k.guid))),
  key_thumbprint: nullable(SQL_VARIANT),
  provider_type: nullable(nvarchar(120)),
  cryptographic_provider_guid: nullable(UNIQUEIDENTIFIER),
  cryptographic_provider_algid: nullable(SQL_VARIANT),
};

/** The keys of a database with its master key; master has the service master key too. */
function symmetricKeys(catalog: DatabaseCatalog): readonly SymmetricKey[] {
  const { masterKey, symmetricKeys: keys } = keysOf(catalog);
  const own = { owner: 'dbo', algorithm: 'AES_256' } as const;
  const master = masterKey === null ? [] : [{ ...own, ...masterKey, id: 101, name: '##MS_DatabaseMasterKey##' }];
  const service = { ...own, id: 102, name: '##MS_ServiceMasterKey##', guid: '0'.repeat(32), protections: [] };
  const services = catalog.databaseId === 1 ? [{ ...service, created: SYSTEM_CREATED, modified: SYSTEM_CREATED }] : [];
  return [...master, ...services, ...keys];
}

interface KeyEncryption {
  readonly keyId: number;
  readonly protection: Protection;
}

const ENCRYPTIONS: Readonly<Record<Protection['kind'], readonly [string, string]>> = {
  password: ['ESKP', 'ENCRYPTION BY PASSWORD'],
  'master key': ['ESKM', 'ENCRYPTION BY MASTER KEY'],
  'service master key': ['ESKM', 'ENCRYPTION BY MASTER KEY'],
  certificate: ['EPUC', 'ENCRYPTION BY CERTIFICATE'],
  'asymmetric key': ['EPUA', 'ENCRYPTION BY ASYMMETRIC KEY'],
  'symmetric key': ['ESKS', 'ENCRYPTION BY SYMMETRIC KEY'],
};

function* keyEncryptions(catalog: DatabaseCatalog): Iterable<KeyEncryption> {
  for (const { id, protections } of symmetricKeys(catalog)) for (const protection of protections) yield { keyId: id, protection };
}

const KEY_ENCRYPTION_COLUMNS: ColumnRows<KeyEncryption> = {
  key_id: column(INT, ({ keyId }) => keyId),
  thumbprint: nullable(THUMBPRINT, ({ protection }) =>
    'thumbprint' in protection ? bytesFrom(protection.thumbprint) : protection.kind === 'symmetric key' ? bytesFrom(protection.guid) : null,
  ),
  crypt_type: column(CHAR_4, ({ protection }) => ENCRYPTIONS[protection.kind][0]),
  crypt_type_desc: nullable(DESCRIPTION, ({ protection }) => ENCRYPTIONS[protection.kind][1]),
  crypt_property: nullable(BITS, ({ protection }) => bytesFrom(protection.bits)),
};

const signatureKind = ({ by, counter }: Signature): readonly [string, string] => [
  `${counter ? 'C' : 'S'}PV${by === 'certificate' ? 'C' : 'A'}`,
  `${counter ? 'COUNTER ' : ''}SIGNATURE BY ${by.toUpperCase()}`,
];

const CRYPT_PROPERTY_COLUMNS: ColumnRows<Signature> = {
  class: column(TINYINT, 1),
  class_desc: nullable(DESCRIPTION, 'OBJECT_OR_COLUMN'),
  major_id: column(INT, (s) => s.objectId),
  thumbprint: column(THUMBPRINT, (s) => bytesFrom(s.thumbprint)),
  crypt_type: column(CHAR_4, (s) => signatureKind(s)[0]),
  crypt_type_desc: nullable(DESCRIPTION, (s) => signatureKind(s)[1]),
  crypt_property: column(BITS, (s) => bytesFrom(s.bits)),
};

const OPEN_KEY_COLUMNS: ColumnRows<OpenKeyFigures> = {
  database_id: nullable(INT, (k) => k.databaseId),
  database_name: nullable(SYSNAME, (k) => k.databaseName),
  key_id: nullable(INT, (k) => k.id),
  key_name: nullable(SYSNAME, (k) => k.name),
  key_guid: nullable(UNIQUEIDENTIFIER, (k) => bytesToGuid(bytesFrom(k.guid))),
  opened_date: nullable(DATETIME, (k) => datetimeOf(k.opened)),
  status: nullable(INT, (k) => bit(k.known)),
};

export const KEY_VIEWS: readonly SystemView[] = [
  defineView('sys', 'certificates', { columns: CERTIFICATE_COLUMNS, items: ({ catalog }) => keysOf(catalog).certificates }),
  defineView('sys', 'asymmetric_keys', { columns: ASYMMETRIC_COLUMNS, items: ({ catalog }) => keysOf(catalog).asymmetricKeys }),
  defineView('sys', 'symmetric_keys', { columns: SYMMETRIC_COLUMNS, items: ({ catalog }) => symmetricKeys(catalog) }),
  defineView('sys', 'key_encryptions', { columns: KEY_ENCRYPTION_COLUMNS, items: ({ catalog }) => keyEncryptions(catalog) }),
  defineView('sys', 'crypt_properties', { columns: CRYPT_PROPERTY_COLUMNS, items: ({ catalog }) => keysOf(catalog).signatures }),
  defineView('sys', 'openkeys', { live: true, columns: OPEN_KEY_COLUMNS, items: ({ live }) => live.openKeys() }),
];
