/**
 * The data type tokens of [MS-TDS] 2.2.5.4. The names are the specification's without the word TYPE. Servers
 * and clients of SQL Server 2005 and later send the nullable forms; the fixed ones still arrive from some
 * clients, from sql_variant and in bulk loads, so decoders know them all.
 */

/** The first byte of every TYPE_INFO. */
export const DataType = {
  // [MS-TDS] 2.2.5.4.1: fixed-length
  NULL: 0x1f,
  INT1: 0x30,
  BIT: 0x32,
  INT2: 0x34,
  INT4: 0x38,
  DATETIM4: 0x3a,
  FLT4: 0x3b,
  MONEY: 0x3c,
  DATETIME: 0x3d,
  FLT8: 0x3e,
  MONEY4: 0x7a,
  INT8: 0x7f,
  // [MS-TDS] 2.2.5.4.2: variable-length, with a one-byte length
  GUID: 0x24,
  INTN: 0x26,
  DECIMAL: 0x37,
  NUMERIC: 0x3f,
  BITN: 0x68,
  DECIMALN: 0x6a,
  NUMERICN: 0x6c,
  FLTN: 0x6d,
  MONEYN: 0x6e,
  DATETIMN: 0x6f,
  DATEN: 0x28,
  TIMEN: 0x29,
  DATETIME2N: 0x2a,
  DATETIMEOFFSETN: 0x2b,
  CHAR: 0x2f,
  VARCHAR: 0x27,
  BINARY: 0x2d,
  VARBINARY: 0x25,
  // with a two-byte length
  BIGVARBINARY: 0xa5,
  BIGVARCHAR: 0xa7,
  BIGBINARY: 0xad,
  BIGCHAR: 0xaf,
  NVARCHAR: 0xe7,
  NCHAR: 0xef,
  // with a four-byte length
  TEXT: 0x23,
  IMAGE: 0x22,
  NTEXT: 0x63,
  SSVARIANT: 0x62,
  // [MS-TDS] 2.2.5.4.3: partially length-prefixed
  XML: 0xf1,
  UDT: 0xf0,
  JSON: 0xf4,
  // [MS-TDS] 2.2.5.5.5
  TVP: 0xf3,
} as const;
