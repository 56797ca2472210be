/**
 * What every client is asked to do and what comes back, in one form for all drivers: values as text, rows as lists. A client program runs the cases that its
 * driver can express and prints one JSON line a case; the test compares each with the expectation here, so that a difference between drivers shows.
 */

/** Creates what the cases need, in the database `clients`. */
export const SETUP = `
CREATE DATABASE clients
GO
USE clients
GO
CREATE TABLE dbo.item (id int NOT NULL PRIMARY KEY, name nvarchar(50) NULL, price decimal(10, 2) NULL)
CREATE TABLE dbo.loaded (id int NOT NULL, name nvarchar(50) NULL, price decimal(10, 2) NULL, made datetime2(3) NULL)
GO
CREATE PROCEDURE dbo.add_up @a int, @b int = 10, @sum int OUTPUT AS
BEGIN
  SET @sum = @a + ISNULL(@b, 100)
  SELECT @a AS a, @b AS b
  RETURN @sum * 2
END
GO
CREATE PROCEDURE dbo.add_quietly @a int, @b int = 10, @sum int OUTPUT AS
BEGIN
  SET @sum = @a + ISNULL(@b, 100)
  RETURN @sum * 2
END
GO
CREATE PROCEDURE dbo.talk AS
BEGIN
  PRINT 'hello'
  RAISERROR('careful', 10, 1) WITH NOWAIT
  SELECT 1 AS one UNION ALL SELECT 2
  SELECT 'two' AS two
END
GO
CREATE PROCEDURE dbo.fail @number int AS
BEGIN
  SET NOCOUNT ON
  RAISERROR('It failed: %d', 16, 3, @number)
END
`;

/** One row with a value of every type; columns are named by their types. */
export const ALL_TYPES = `SELECT
  CAST(1 AS bit) AS c_bit, CAST(255 AS tinyint) AS c_tinyint, CAST(-32768 AS smallint) AS c_smallint, CAST(2147483647 AS int) AS c_int,
  CAST(-9223372036854775808 AS bigint) AS c_bigint, CAST(12345.6789 AS decimal(20, 5)) AS c_decimal, CAST(-0.5 AS numeric(5, 2)) AS c_numeric,
  CAST(922337203685477.5807 AS money) AS c_money, CAST(-214748.3648 AS smallmoney) AS c_smallmoney, CAST(0.1 AS float) AS c_float, CAST(0.5 AS real) AS c_real,
  CAST('2024-02-29' AS date) AS c_date, CAST('13:14:15.123456' AS time(6)) AS c_time, CAST('2024-02-29T13:14:15.120' AS datetime) AS c_datetime,
  CAST('2024-02-29T13:14:00' AS smalldatetime) AS c_smalldatetime, CAST('2024-02-29T13:14:15.123456' AS datetime2(6)) AS c_datetime2,
  CAST('2024-02-29T13:14:15.123456+02:00' AS datetimeoffset(6)) AS c_datetimeoffset,
  CAST('ab' AS char(5)) AS c_char, CAST('na' + CHAR(239) + 've ' + CHAR(128) AS varchar(20)) AS c_varchar, CAST(N'漢字' AS nchar(3)) AS c_nchar,
  CAST(N'naïve 漢字 😀' AS nvarchar(30)) AS c_nvarchar, CAST('some text' AS text) AS c_text, CAST(N'ein Täxt' AS ntext) AS c_ntext,
  CAST(0x0102 AS binary(4)) AS c_binary, CAST(0x00FF AS varbinary(10)) AS c_varbinary, CAST(0xABCD AS image) AS c_image,
  CAST('6F9619FF-8B86-D011-B42D-00C04FC964FF' AS uniqueidentifier) AS c_uniqueidentifier, CAST('<a>1</a>' AS xml) AS c_xml,
  CAST(REPLICATE(CAST(N'x' AS nvarchar(max)), 100000) AS nvarchar(max)) AS c_nvarcharmax, CAST(REPLICATE(CAST('y' AS varchar(max)), 50000) AS varchar(max)) AS c_varcharmax,
  CAST('/1/2/' AS hierarchyid) AS c_hierarchyid, CAST(NULL AS hierarchyid) AS c_nullclr,
  geometry::Point(1, 2, 0) AS c_geometry, geography::Point(47.651, -122.349, 4326) AS c_geography,
  CAST(NULL AS int) AS c_null, CAST(NULL AS nvarchar(max)) AS c_nullmax`;

/** Text longer than this is given as its length. */
export const LONG_TEXT = 1000;

export const ALL_TYPES_EXPECTED: Readonly<Record<string, string | null>> = {
  c_bit: '1',
  c_tinyint: '255',
  c_smallint: '-32768',
  c_int: '2147483647',
  c_bigint: '-9223372036854775808',
  c_decimal: '12345.67890',
  c_numeric: '-0.50',
  c_money: '922337203685477.5807',
  c_smallmoney: '-214748.3648',
  c_float: '0.1',
  c_real: '0.5',
  c_date: '2024-02-29',
  c_time: '13:14:15.123456',
  c_datetime: '2024-02-29 13:14:15.120000',
  c_smalldatetime: '2024-02-29 13:14:00.000000',
  c_datetime2: '2024-02-29 13:14:15.123456',
  c_datetimeoffset: '2024-02-29 13:14:15.123456 +02:00',
  c_char: 'ab   ',
  c_varchar: 'naïve €',
  c_nchar: '漢字 ',
  c_nvarchar: 'naïve 漢字 😀',
  c_text: 'some text',
  c_ntext: 'ein Täxt',
  c_binary: '01020000',
  c_varbinary: '00FF',
  c_image: 'ABCD',
  c_uniqueidentifier: '6F9619FF-8B86-D011-B42D-00C04FC964FF',
  c_xml: '<a>1</a>',
  c_nvarcharmax: 'length 100000',
  c_varcharmax: 'length 50000',
  c_hierarchyid: '5B40',
  c_nullclr: null,
  c_geometry: '00000000010C000000000000F03F0000000000000040',
  c_geography: 'E6100000010C17D9CEF753D347407593180456965EC0',
  c_null: null,
  c_nullmax: null,
};

/** The answer of every case. What a driver cannot say about one is left out of both sides by the client's test. */
export const EXPECTED = {
  /** DB_NAME(), SUSER_SNAME() and what @@VERSION begins with. */
  login: ['clients', 'sa', 'Microsoft SQL Server'],
  batch: [['2', 'text']],
  types: ALL_TYPES_EXPECTED,
  /** `SELECT id + 1, name` for three pairs of parameters through one prepared statement. */
  prepared: [
    ['2', 'one'],
    ['3', 'zwei ß'],
    ['4', null],
  ],
  /** Rows put in with parameters, read back in order. */
  insert: [
    ['1', 'one', '1.50'],
    ['2', null, '-2.00'],
    ['3', 'x漢', null],
  ],
  procedure: { rows: [['1', '2']], sum: '3', status: '6' },
  /** @b is not given. */
  default: { rows: [['1', '10']], sum: '11', status: '22' },
  /** @b is NULL. */
  null: { rows: [['1', null]], sum: '101', status: '202' },
  results: [[['1'], ['2']], [['two']]],
  messages: ['hello', 'careful'],
  /** RAISERROR, a division by zero, a table that is missing, a syntax error, a procedure that is missing. */
  errors: ['50000', '8134', '208', '156', '2812'],
  error: { number: '50000', severity: '16', state: '3', procedure: 'dbo.fail', line: '4', message: 'It failed: 7' },
  /** Rows of `item` after a rollback, after a commit, and @@TRANCOUNT at the end. */
  transactions: ['0', '1', '0'],
  /** A WAITFOR of a minute was stopped within five seconds, and the connection works. */
  cancel: ['stopped', '1'],
  /** COUNT, SUM(id) and SUM(price) of 1,000 rows that came as a bulk load, and a name. */
  bulk: ['1000', '500500', '5005.00', 'name 1000'],
  /** A geometry sent as a parameter, its SRID, the same as the driver decodes it, and the latitude of a geography. */
  clr: ['LINESTRING (0 0, 1 1, 2 0)', '7', 'LINESTRING(0 0, 1 1, 2 0)', '47.651'],
} as const;

export type CaseName = keyof typeof EXPECTED;
