/**
 * The built-in functions as an editor shows them: names, parameters and result types, a line each. The workbench must not import the engine,
 * so the lines are written here; a test holds their names and numbers of arguments against the engine's tables.
 * Notation: parameters in brackets may be left out, `…` repeats the last one, `:part` is a keyword and not an expression.
 */

/** A built-in function. */
export interface BuiltinSignature {
  /** Upper case. */
  readonly name: string;
  /** As in the documentation: `DATEADD(datepart, number, date)`. */
  readonly label: string;
  /** Parts of the label. */
  readonly parameters: readonly string[];
  readonly minArgs: number;
  /** Infinity when the last parameter repeats. */
  readonly maxArgs: number;
  /** The result type, or a word for it. */
  readonly returns: string;
  /** Positions of arguments that are keywords. */
  readonly words?: readonly number[];
  readonly kind: 'scalar' | 'aggregate' | 'window' | 'table';
}

const SCALAR = `
LEFT(string, length) string
RIGHT(string, length) string
SUBSTRING(expression, start[, length]) string
STUFF(string, start, length, replacement) string
LTRIM(string[, characters]) string
RTRIM(string[, characters]) string
TRIM(string[, characters]) string
UPPER(string) string
LOWER(string) string
REVERSE(string) string
LEN(string) int
DATALENGTH(expression) int
CHARINDEX(search, string[, start]) int
PATINDEX(pattern, string) int
REPLACE(string, pattern, replacement) string
TRANSLATE(string, characters, translations) string
ASCII(string) int
UNICODE(string) int
CHAR(integer) char(1)
NCHAR(integer) nchar(1)
CONCAT(value, value, …) string
CONCAT_WS(separator, value, value, …) string
REPLICATE(string, count) string
SPACE(count) varchar
STR(number[, length, decimals]) varchar
QUOTENAME(string[, quote]) nvarchar(258)
STRING_ESCAPE(text, type) nvarchar(max)
SOUNDEX(string) varchar(4)
DIFFERENCE(string, string) int
PARSENAME(name, part) sysname
FORMAT(value, format[, culture]) nvarchar(4000)
ABS(number) number
SIGN(number) number
FLOOR(number) number
CEILING(number) number
ROUND(number, length[, function]) number
ACOS(float) float
ASIN(float) float
ATAN(float) float
COS(float) float
COT(float) float
EXP(float) float
LOG10(float) float
SIN(float) float
SQRT(float) float
SQUARE(float) float
TAN(float) float
ATN2(y, x) float
LOG(float[, base]) float
PI() float
POWER(number, exponent) number
DEGREES(number) number
RADIANS(number) number
RAND([seed]) float
LEFT_SHIFT(value, bits) integer
RIGHT_SHIFT(value, bits) integer
BIT_COUNT(value) bigint
GET_BIT(value, offset) bit
SET_BIT(value, offset[, bit]) integer
GETDATE() datetime
GETUTCDATE() datetime
SYSDATETIME() datetime2(7)
SYSUTCDATETIME() datetime2(7)
SYSDATETIMEOFFSET() datetimeoffset(7)
CURRENT_TIMEZONE() varchar
CURRENT_TIMEZONE_ID() varchar
DATEPART(:datepart, date) int
DATENAME(:datepart, date) nvarchar
YEAR(date) int
MONTH(date) int
DAY(date) int
DATEADD(:datepart, number, date) date
DATEDIFF(:datepart, start, end) int
DATEDIFF_BIG(:datepart, start, end) bigint
EOMONTH(date[, months]) date
ISDATE(expression) int
DATEFROMPARTS(year, month, day) date
TIMEFROMPARTS(hour, minute, seconds, fractions, precision) time
DATETIMEFROMPARTS(year, month, day, hour, minute, seconds, milliseconds) datetime
SMALLDATETIMEFROMPARTS(year, month, day, hour, minute) smalldatetime
DATETIME2FROMPARTS(year, month, day, hour, minute, seconds, fractions, precision) datetime2
DATETIMEOFFSETFROMPARTS(year, month, day, hour, minute, seconds, fractions, hour_offset, minute_offset, precision) datetimeoffset
DATETRUNC(:datepart, date) date
DATE_BUCKET(:datepart, number, date[, origin]) date
SWITCHOFFSET(datetimeoffset, offset) datetimeoffset
TODATETIMEOFFSET(date, offset) datetimeoffset
ISNULL(check, replacement) any
CHOOSE(index, value, …) any
GREATEST(value, …) any
LEAST(value, …) any
ISNUMERIC(expression) int
JSON_VALUE(json, path) nvarchar(4000)
JSON_QUERY(json[, path]) nvarchar(max)
JSON_MODIFY(json, path, value) nvarchar(max)
JSON_PATH_EXISTS(json, path) int
ISJSON(json[, :kind]) int
NEWID() uniqueidentifier
NEWSEQUENTIALID() uniqueidentifier
CHECKSUM(value, …) int
BINARY_CHECKSUM(value, …) int
HASHBYTES(algorithm, input) varbinary(8000)
COMPRESS(expression) varbinary(max)
DECOMPRESS(expression) varbinary(max)
CRYPT_GEN_RANDOM(length[, seed]) varbinary(8000)
PWDENCRYPT(password) varbinary(128)
PWDCOMPARE(password, hash[, version]) int
ENCRYPTBYPASSPHRASE(passphrase, cleartext[, add_authenticator, authenticator]) varbinary(8000)
DECRYPTBYPASSPHRASE(passphrase, ciphertext[, add_authenticator, authenticator]) varbinary(8000)
ENCRYPTBYKEY(key_guid, cleartext[, add_authenticator, authenticator]) varbinary(8000)
DECRYPTBYKEY(ciphertext[, add_authenticator, authenticator]) varbinary(8000)
DECRYPTBYKEYAUTOCERT(cert_id, password, ciphertext[, add_authenticator, authenticator]) varbinary(8000)
DECRYPTBYKEYAUTOASYMKEY(key_id, password, ciphertext[, add_authenticator, authenticator]) varbinary(8000)
ENCRYPTBYCERT(cert_id, cleartext) varbinary(8000)
DECRYPTBYCERT(cert_id, ciphertext[, password]) varbinary(8000)
ENCRYPTBYASYMKEY(key_id, cleartext) varbinary(8000)
DECRYPTBYASYMKEY(key_id, ciphertext[, password]) varbinary(8000)
SIGNBYCERT(cert_id, cleartext[, password]) varbinary(8000)
SIGNBYASYMKEY(key_id, cleartext[, password]) varbinary(8000)
VERIFYSIGNEDBYCERT(cert_id, data, signature) int
VERIFYSIGNEDBYASYMKEY(key_id, data, signature) int
KEY_ID(name) int
KEY_GUID(name) uniqueidentifier
KEY_NAME(ciphertext) nvarchar(128)
SYMKEYPROPERTY(key_id, property) sql_variant
ASYMKEY_ID(name) int
ASYMKEYPROPERTY(key_id, property) sql_variant
CERT_ID(name) int
CERTENCODED(cert_id) varbinary(8000)
CERTPRIVATEKEY(cert_id, encryption_password[, decryption_password]) varbinary(8000)
CERTPROPERTY(cert_id, property) sql_variant
IS_OBJECTSIGNED(class, object_id, cert_class, thumbprint) int
TEXTPTR(column) varbinary(16)
TEXTVALID(column, pointer) int
CHANGE_TRACKING_CURRENT_VERSION() bigint
GET_TRANSMISSION_STATUS(conversation_handle) nvarchar
CHANGE_TRACKING_IS_COLUMN_IN_MASK(column_id, change_columns) bit
CHANGE_TRACKING_MIN_VALID_VERSION(table_id) bigint
PUBLISHINGSERVERNAME() nvarchar(128)
TERTIARY_WEIGHTS(expression) varbinary(8000)
COLLATIONPROPERTY(collation, property) sql_variant
SQL_VARIANT_PROPERTY(expression, property) sql_variant
FORMATMESSAGE(message[, value, …]) nvarchar(2047)
FN_HADR_BACKUP_IS_PREFERRED_REPLICA(database) bit
FN_HADR_IS_PRIMARY_REPLICA(database) bit
GET_FILESTREAM_TRANSACTION_CONTEXT() varbinary(max)
FN_VARBINTOHEXSTR(value) nvarchar(max)
FN_VARBINTOHEXSUBSTRING(prefix, value, start, length) nvarchar(max)
APP_NAME() nvarchar(128)
APPLOCK_MODE(principal, resource, owner) nvarchar(32)
APPLOCK_TEST(principal, resource, mode, owner) smallint
COLUMNS_UPDATED() varbinary
CONNECTIONPROPERTY(property) sql_variant
CONTEXT_INFO() varbinary(128)
CURRENT_REQUEST_ID() smallint
CURRENT_TRANSACTION_ID() bigint
CURSOR_STATUS(kind, cursor) smallint
DATABASE_PRINCIPAL_ID([principal]) int
DB_ID([name]) int
DB_NAME([id]) nvarchar(128)
EVENTDATA() xml
GETANSINULL([database]) int
HAS_DBACCESS(database) int
HAS_PERMS_BY_NAME(securable, class, permission[, sub_securable, sub_class]) int
HOST_ID() char(10)
HOST_NAME() nvarchar(128)
IDENT_CURRENT(table) numeric(38,0)
IDENT_INCR(table) numeric(38,0)
IDENT_SEED(table) numeric(38,0)
IS_MEMBER(group) int
IS_ROLEMEMBER(role[, principal]) int
IS_SRVROLEMEMBER(role[, login]) int
LOGINPROPERTY(login, property) sql_variant
MIN_ACTIVE_ROWVERSION() binary(8)
ORIGINAL_DB_NAME() nvarchar(128)
ORIGINAL_LOGIN() nvarchar(128)
PERMISSIONS([object_id, column]) int
ROWCOUNT_BIG() bigint
SCOPE_IDENTITY() numeric(38,0)
SESSION_CONTEXT(key) sql_variant
SESSIONPROPERTY(option) sql_variant
SID_BINARY(login) varbinary(85)
SUSER_ID([login]) int
SUSER_NAME([id]) nvarchar(128)
SUSER_SID([login, mode]) varbinary(85)
SUSER_SNAME([sid]) nvarchar(128)
TRIGGER_NESTLEVEL([object_id, type, category]) int
UPDATE(:column) boolean
USER_ID([user]) int
USER_NAME([id]) nvarchar(128)
XACT_STATE() smallint
ERROR_LINE() int
ERROR_MESSAGE() nvarchar(4000)
ERROR_NUMBER() int
ERROR_PROCEDURE() nvarchar(128)
ERROR_SEVERITY() int
ERROR_STATE() int
ASSEMBLYPROPERTY(assembly, property) sql_variant
CERTENCODED(certificate_id) varbinary
COL_LENGTH(table, column) smallint
COL_NAME(table_id, column_id) nvarchar(128)
COLUMNPROPERTY(object_id, column, property) int
DATABASEPROPERTY(database, property) int
DATABASEPROPERTYEX(database, property) sql_variant
EDGE_ID_FROM_PARTS(object_id, graph_id) nvarchar(1000)
FILE_ID(name) smallint
FILE_IDEX(name) int
FILE_NAME(id) nvarchar(128)
FILEGROUP_ID(name) int
FILEGROUP_NAME(id) nvarchar(128)
FILEGROUPPROPERTY(filegroup, property) int
FILEPROPERTY(file, property) int
FULLTEXTCATALOGPROPERTY(catalog, property) int
FULLTEXTSERVICEPROPERTY(property) int
GRAPH_ID_FROM_EDGE_ID(edge_id) bigint
GRAPH_ID_FROM_NODE_ID(node_id) bigint
INDEX_COL(table, index_id, key_id) nvarchar(128)
INDEXKEY_PROPERTY(object_id, index_id, key_id, property) int
INDEXPROPERTY(object_id, index, property) int
NODE_ID_FROM_PARTS(object_id, graph_id) nvarchar(1000)
OBJECT_DEFINITION(object_id) nvarchar(max)
OBJECT_ID(name[, type]) int
OBJECT_ID_FROM_EDGE_ID(edge_id) int
OBJECT_ID_FROM_NODE_ID(node_id) int
OBJECT_NAME(object_id[, database_id]) nvarchar(128)
OBJECT_SCHEMA_NAME(object_id[, database_id]) nvarchar(128)
OBJECTPROPERTY(object_id, property) int
OBJECTPROPERTYEX(object_id, property) sql_variant
SCHEMA_ID([schema]) int
SCHEMA_NAME([schema_id]) nvarchar(128)
SERVERPROPERTY(property) sql_variant
STATS_DATE(object_id, stats_id) datetime
TYPE_ID(type) int
TYPE_NAME(type_id) nvarchar(128)
TYPEPROPERTY(type, property) int
XML_SCHEMA_NAMESPACE(relational_schema, collection[, namespace]) xml`;

const AGGREGATE = `
COUNT([expression]) int
COUNT_BIG([expression]) bigint
SUM(expression) number
AVG(expression) number
MIN(expression) any
MAX(expression) any
STDEV(expression) float
STDEVP(expression) float
VAR(expression) float
VARP(expression) float
STRING_AGG(expression, separator) string
CHECKSUM_AGG(expression) int
APPROX_COUNT_DISTINCT(expression) bigint
PERCENTILE_CONT(fraction) float
PERCENTILE_DISC(fraction) any
APPROX_PERCENTILE_CONT(fraction) float
APPROX_PERCENTILE_DISC(fraction) any`;

const WINDOW = `
ROW_NUMBER() bigint
RANK() bigint
DENSE_RANK() bigint
NTILE(buckets) bigint
CUME_DIST() float
PERCENT_RANK() float
LAG(expression[, offset, default]) any
LEAD(expression[, offset, default]) any
FIRST_VALUE(expression) any
LAST_VALUE(expression) any`;

const TABLE = `
STRING_SPLIT(string, separator[, enable_ordinal]) table (value, ordinal)
GENERATE_SERIES(start, stop[, step]) table (value)`;

/** Functions with a grammar of their own: label and result. */
const SPECIAL = `
CAST(expression AS type) type
TRY_CAST(expression AS type) type
CONVERT(:type, expression[, style]) type
TRY_CONVERT(:type, expression[, style]) type
PARSE(string AS type USING culture) type
TRY_PARSE(string AS type USING culture) type
COALESCE(value, value, …) any
NULLIF(left, right) any
IIF(condition, then, else) any
JSON_OBJECT(key: value, …) nvarchar(max)
JSON_ARRAY(value, …) nvarchar(max)`;

/** All built-in functions that are called with parentheses. */
export const BUILTIN_SIGNATURES: readonly BuiltinSignature[] = [
  ...lines(SCALAR, 'scalar'),
  ...lines(SPECIAL, 'scalar'),
  ...lines(AGGREGATE, 'aggregate'),
  ...lines(WINDOW, 'window'),
  ...lines(TABLE, 'table'),
];

/** A built-in function by its name in any case. */
export function builtinFunction(name: string): BuiltinSignature | undefined {
  return BY_NAME.get(name.toUpperCase());
}

const BY_NAME = new Map(BUILTIN_SIGNATURES.map((row) => [row.name, row]));

/** The system functions that begin with @@, and those written without parentheses. */
export const GLOBAL_VARIABLES: readonly string[] =
  `@@CONNECTIONS @@CPU_BUSY @@CURSOR_ROWS @@DATEFIRST @@DBTS @@DEF_SORTORDER_ID @@DEFAULT_LANGID
@@ERROR @@FETCH_STATUS @@IDENTITY @@IDLE @@IO_BUSY @@LANGID @@LANGUAGE @@LOCK_TIMEOUT @@MAX_CONNECTIONS @@MAX_PRECISION @@MICROSOFTVERSION
@@NESTLEVEL @@OPTIONS @@PACK_RECEIVED @@PACK_SENT @@PACKET_ERRORS @@PROCID @@REMSERVER @@ROWCOUNT @@SERVERNAME @@SERVICENAME @@SPID
@@TEXTSIZE @@TIMETICKS @@TOTAL_ERRORS @@TOTAL_READ @@TOTAL_WRITE @@TRANCOUNT @@VERSION`.split(/\s+/);
export const NILADIC_FUNCTIONS: readonly string[] = [
  'CURRENT_TIMESTAMP',
  'CURRENT_DATE',
  'CURRENT_USER',
  'SESSION_USER',
  'SYSTEM_USER',
  'USER',
];

function lines(text: string, kind: BuiltinSignature['kind']): readonly BuiltinSignature[] {
  return text
    .trim()
    .split('\n')
    .map((line) => parseLine(line, kind));
}

function parseLine(line: string, kind: BuiltinSignature['kind']): BuiltinSignature {
  const open = line.indexOf('(');
  const close = line.indexOf(') ');
  const list = line.slice(open + 1, close);
  const required = parts(list.split('[')[0]!);
  const all = parts(list.replace(/[[\]]/g, ''));
  const repeats = all.at(-1) === '…';
  const parameters = (repeats ? all.slice(0, -1) : all).map((part) => part.replace(/^:/, ''));
  const words = all.flatMap((part, index) => (part.startsWith(':') ? [index] : []));
  return {
    name: line.slice(0, open),
    label: line.slice(0, close + 1).replace(/:(?=\w)/g, ''),
    parameters,
    minArgs: required.filter((part) => part !== '…').length,
    maxArgs: repeats ? Number.POSITIVE_INFINITY : parameters.length,
    returns: line.slice(close + 2),
    ...(words.length === 0 ? {} : { words }),
    kind,
  };
}

function parts(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
