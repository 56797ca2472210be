/** What a fetch shows in place of a row that is gone: NULL where a column may be NULL, and nothing of its type elsewhere. */

import type { Type, TypeName } from '@sprocket/tsql';
import type { ResultColumn } from '../../session/api.ts';
import type { Value } from '../../values/value.ts';

const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';

const BLANK: Readonly<Partial<Record<TypeName, (type: Type) => Value>>> = {
  bigint: () => 0n,
  decimal: () => 0n,
  numeric: () => 0n,
  money: () => 0n,
  smallmoney: () => 0n,
  datetime2: () => 0n,
  datetimeoffset: () => ({ utc: 0n, offset: 0 }),
  uniqueidentifier: () => EMPTY_GUID,
  char: spaces,
  varchar: spaces,
  nchar: spaces,
  nvarchar: spaces,
  text: () => '',
  ntext: () => '',
  xml: () => '',
  binary: zeros,
  varbinary: zeros,
  image: zeros,
  rowversion: () => new Uint8Array(8),
  sql_variant: () => null,
};

/** Strings and binaries of a length are filled to it; those of max are empty. */
function spaces({ length }: Type): Value {
  return ' '.repeat(Math.max(length, 0));
}

function zeros({ length }: Type): Value {
  return new Uint8Array(Math.max(length, 0));
}

export const blankRow = (columns: readonly ResultColumn[]): readonly Value[] =>
  columns.map(({ type, nullable }) => (nullable ? null : (BLANK[type.name] ?? (() => 0))(type)));
