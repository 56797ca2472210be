/** sp_datatype_info: the data types, as SQLGetTypeInfo asks for them. */

import type { TextProcedure } from '../procedure.ts';
import { procedure } from '../text.ts';
import { typeInfoRows } from './types.ts';

const definition = (legacy: boolean): string => `
  @data_type int = 0, @ODBCVer tinyint = 2
AS
  SET NOCOUNT ON
  SELECT
    CONVERT(sysname, t.type_name) AS TYPE_NAME,
    CONVERT(smallint, CASE WHEN @ODBCVer >= 3 THEN t.code3 ELSE t.code2 END) AS DATA_TYPE,
    CONVERT(int, CASE WHEN @ODBCVer >= 3 THEN t.size3 ELSE t.size2 END) AS [PRECISION],
    CONVERT(varchar(32), t.literal_prefix) AS LITERAL_PREFIX,
    CONVERT(varchar(32), t.literal_suffix) AS LITERAL_SUFFIX,
    CONVERT(varchar(32), t.create_params) AS CREATE_PARAMS,
    CONVERT(smallint, t.nullable) AS NULLABLE,
    CONVERT(smallint, t.case_sensitive) AS CASE_SENSITIVE,
    CONVERT(smallint, t.searchable) AS SEARCHABLE,
    CONVERT(smallint, t.unsigned_attribute) AS UNSIGNED_ATTRIBUTE,
    CONVERT(smallint, t.money) AS MONEY,
    CONVERT(smallint, t.auto_increment) AS AUTO_INCREMENT,
    CONVERT(sysname, t.type_name) AS LOCAL_TYPE_NAME,
    CONVERT(smallint, t.minimum_scale) AS MINIMUM_SCALE,
    CONVERT(smallint, t.maximum_scale) AS MAXIMUM_SCALE,
    CONVERT(smallint, t.verbose_code) AS SQL_DATA_TYPE,
    CONVERT(smallint, t.subcode) AS SQL_DATETIME_SUB,
    CONVERT(int, CASE WHEN @ODBCVer >= 3 THEN t.radix3 ELSE t.radix2 END) AS NUM_PREC_RADIX,
    CONVERT(smallint, NULL) AS INTERVAL_PRECISION,
    CONVERT(smallint, t.usertype) AS USERTYPE
  FROM (VALUES
    ${typeInfoRows({ legacy })}
  ) AS t(type_name, code3, code2, size3, size2, literal_prefix, literal_suffix, create_params, nullable, case_sensitive, searchable,
    unsigned_attribute, money, auto_increment, minimum_scale, maximum_scale, verbose_code, subcode, radix3, radix2, usertype)
  WHERE @data_type = 0 OR CASE WHEN @ODBCVer >= 3 THEN t.code3 ELSE t.code2 END = @data_type
  ORDER BY 2, 12, 11, 20`;

export const TYPE_INFO: readonly TextProcedure[] = [
  procedure('sp_datatype_info', definition(true)),
  procedure('sp_datatype_info_90', definition(true)),
  procedure('sp_datatype_info_100', definition(false)),
];
