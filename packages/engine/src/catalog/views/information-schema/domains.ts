/** DOMAINS (alias types) and SEQUENCES. */

import { BIT, INT, nvarchar, SMALLINT, SQL_VARIANT, SYSNAME, TINYINT, varchar } from '@sprocket/tsql';
import type { Sequence, UserType } from '../../model.ts';
import { collationOf } from '../../types.ts';
import { type ColumnRows, column, nullable } from '../define.ts';
import { bit, variantOf } from '../shared.ts';
import {
  characterSet,
  characters,
  dataType,
  datetimePrecision,
  naming,
  numericPrecision,
  numericRadix,
  numericScale,
  octets,
} from './typed.ts';

type Alias = Extract<UserType, { kind: 'alias' }>;

export const DOMAIN_COLUMNS: ColumnRows<Alias> = {
  ...naming<Alias>('DOMAIN', (d) => d),
  DATA_TYPE: nullable(SYSNAME, ({ base }) => dataType({ type: base })),
  CHARACTER_MAXIMUM_LENGTH: nullable(INT, ({ base }) => characters({ type: base })),
  CHARACTER_OCTET_LENGTH: nullable(INT, ({ base }) => octets({ type: base })),
  COLLATION_CATALOG: nullable(varchar(6)),
  COLLATION_SCHEMA: nullable(varchar(3)),
  COLLATION_NAME: nullable(SYSNAME, ({ base }, { catalog }) => collationOf(base, catalog)),
  CHARACTER_SET_CATALOG: nullable(varchar(6)),
  CHARACTER_SET_SCHEMA: nullable(varchar(3)),
  CHARACTER_SET_NAME: nullable(SYSNAME, ({ base }, { catalog }) => characterSet({ type: base }, catalog)),
  NUMERIC_PRECISION: nullable(TINYINT, ({ base }) => numericPrecision({ type: base })),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, ({ base }) => numericRadix({ type: base })),
  NUMERIC_SCALE: nullable(TINYINT, ({ base }) => numericScale({ type: base })),
  DATETIME_PRECISION: nullable(SMALLINT, ({ base }) => datetimePrecision({ type: base })),
  DOMAIN_DEFAULT: nullable(nvarchar(4000)),
};

export const SEQUENCE_COLUMNS: ColumnRows<Sequence> = {
  ...naming<Sequence>('SEQUENCE', (s) => s),
  DATA_TYPE: nullable(SYSNAME, dataType),
  NUMERIC_PRECISION: column(TINYINT, numericPrecision),
  NUMERIC_PRECISION_RADIX: nullable(SMALLINT, 10),
  NUMERIC_SCALE: nullable(INT, numericScale),
  START_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.start)),
  MINIMUM_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.minimum)),
  MAXIMUM_VALUE: column(SQL_VARIANT, (s) => variantOf(s.type, s.maximum)),
  INCREMENT: column(SQL_VARIANT, (s) => variantOf(s.type, s.increment)),
  CYCLE_OPTION: nullable(BIT, (s) => bit(s.cycle)),
  DECLARED_DATA_TYPE: nullable(INT),
  DECLARED_NUMERIC_PRECISION: nullable(INT),
  DECLARED_NUMERIC_SCALE: nullable(INT),
};
