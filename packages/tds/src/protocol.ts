/**
 * What both ends of a connection have agreed on: the TDS version of [MS-TDS] 2.2.7.14 and the features that
 * change how types travel. Encoders and decoders ask for a capability by name and never compare versions, so
 * what differs between versions is written down here alone.
 */

/** TDSVersion as LOGIN7 carries it. [MS-TDS] 2.2.6.4 */
export const TdsVersion = {
  TDS_7_0: 0x70000000,
  TDS_7_1: 0x71000000,
  TDS_7_1_REVISION_1: 0x71000001,
  TDS_7_2: 0x72090002,
  TDS_7_3_A: 0x730a0003,
  TDS_7_3_B: 0x730b0003,
  TDS_7_4: 0x74000004,
  TDS_8_0: 0x08000000,
} as const;

/** The capabilities of a connection. */
export interface Protocol {
  /** The TDSVersion of the connection. */
  readonly version: number;
  /** Character types carry a collation (7.1). */
  readonly collations: boolean;
  /** TABNAME gives table names part by part (7.1 revision 1). */
  readonly tableNameParts: boolean;
  /** ALL_HEADERS, 8-byte row counts, 4-byte user types and line numbers, varchar(max) and xml (7.2). */
  readonly tds72: boolean;
  /** date, time, datetime2 and datetimeoffset (7.3). */
  readonly dateTypes: boolean;
  /** NBCROW, rows that list their NULLs in a bitmap (7.3.B). */
  readonly nullBitmapRows: boolean;
  /** The client reads UTF-8 in char and varchar (feature UTF8_SUPPORT). */
  readonly utf8: boolean;
  /** The client knows the json type (feature JSONSUPPORT). */
  readonly json: boolean;
}

/** Features of FEATUREEXTACK that change how types travel. */
export interface ProtocolFeatures {
  readonly utf8?: boolean;
  readonly json?: boolean;
}

/** The capabilities that come with a TDSVersion. */
export function protocolFor(version: number, features: ProtocolFeatures = {}): Protocol {
  const rank = version === TdsVersion.TDS_8_0 ? TdsVersion.TDS_7_4 : version;
  return {
    version,
    collations: rank >= TdsVersion.TDS_7_1,
    tableNameParts: rank >= TdsVersion.TDS_7_1_REVISION_1,
    tds72: rank >= TdsVersion.TDS_7_2,
    dateTypes: rank >= TdsVersion.TDS_7_3_A,
    nullBitmapRows: rank >= TdsVersion.TDS_7_3_B,
    utf8: features.utf8 ?? false,
    json: features.json ?? false,
  };
}

/** The newest version that both this package and a client asking for `requested` speak; undefined before 7.0. */
export function negotiateVersion(requested: number): number | undefined {
  if (requested === TdsVersion.TDS_8_0) return TdsVersion.TDS_8_0;
  const known = Object.values(TdsVersion).filter((version) => version !== TdsVersion.TDS_8_0);
  return known.findLast((version) => version <= requested);
}

/** TDS 7.4 with the features that this package can encode, for servers and clients of our own. */
export const TDS_7_4_PROTOCOL: Protocol = protocolFor(TdsVersion.TDS_7_4, { utf8: true, json: true });
