-- Conversions that fail: number, severity, state and words, and what the failure ends.

-- Characters to numbers. 245 ends the batch and rolls back.
BEGIN TRAN
GO
SELECT CAST('12x' AS int) AS n
GO
--> n int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value '12x' to data type int.
SELECT @@TRANCOUNT AS open_transactions
GO
--> open_transactions int!
--> 0
SELECT CAST(N'1.5' AS int) AS n
GO
--> n int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the nvarchar value '1.5' to data type int.
SELECT CAST('99999999999' AS int) AS n
PRINT 'goes on'
GO
--> n int
--> Msg 248, Level 16, State 1, Line 1: The conversion of the varchar value '99999999999' overflowed an int column.
--> print: goes on
SELECT CAST('300' AS tinyint) AS n
GO
--> n tinyint
--> Msg 244, Level 16, State 1, Line 1: The conversion of the varchar value '300' overflowed an INT1 column. Use a larger integer column.
SELECT CAST('40000' AS smallint) AS n
GO
--> n smallint
--> Msg 244, Level 16, State 2, Line 1: The conversion of the varchar value '40000' overflowed an INT2 column. Use a larger integer column.
SELECT CAST('99999999999999999999' AS bigint) AS n
GO
--> n bigint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type bigint.
SELECT CAST('x' AS bit) AS n
GO
--> n bit
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'x' to data type bit.
SELECT CAST('x' AS bigint) AS n
PRINT 'goes on'
GO
--> n bigint
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to bigint.
SELECT CAST('x' AS decimal(5,2)) AS n
GO
--> n decimal(5,2)
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to numeric.
SELECT CAST('x' AS float) AS n
GO
--> n float
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to float.
SELECT CAST('x' AS uniqueidentifier) AS n
PRINT 'not reached'
GO
--> n uniqueidentifier
--> Msg 8169, Level 16, State 2, Line 1: Conversion failed when converting from a character string to uniqueidentifier.

-- Numbers that do not fit.
SELECT CAST(300 AS tinyint) AS n
PRINT 'goes on'
GO
--> n tinyint
--> Msg 220, Level 16, State 2, Line 3: Arithmetic overflow error for data type tinyint, value = 300.
--> print: goes on
SELECT CAST(-1 AS tinyint) AS n
GO
--> n tinyint
--> Msg 220, Level 16, State 2, Line 1: Arithmetic overflow error for data type tinyint, value = -1.
SELECT CAST(40000 AS smallint) AS n
GO
--> n smallint
--> Msg 220, Level 16, State 1, Line 1: Arithmetic overflow error for data type smallint, value = 40000.
SELECT CAST(3000000000 AS int) AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
SELECT CAST(1e20 AS bigint) AS n
GO
--> n bigint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type bigint.
SELECT CAST(300e0 AS tinyint) AS n
GO
--> n tinyint
--> Msg 232, Level 16, State 1, Line 1: Arithmetic overflow error for type tinyint, value = 300.000000.
SELECT CAST(1e10 AS int) AS n
GO
--> n int
--> Msg 232, Level 16, State 3, Line 1: Arithmetic overflow error for type int, value = 10000000000.000000.
SELECT CAST(1234.5 AS decimal(5,2)) AS n
GO
--> n decimal(5,2)
--> Msg 8115, Level 16, State 8, Line 1: Arithmetic overflow error converting numeric to data type numeric.
SELECT CAST(1e40 AS real) AS n
GO
--> n real
--> Msg 232, Level 16, State 2, Line 1: Arithmetic overflow error for type real, value = 10000000000000000000000000000000000000000.000000.
SELECT 2147483647 + 1 AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
SELECT CAST(255 AS tinyint) + CAST(1 AS tinyint) AS n
GO
--> n tinyint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type tinyint.
SELECT CAST(9223372036854775807 AS bigint) + 1 AS n
GO
--> n bigint
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type bigint.
SELECT -CAST(-2147483648 AS int) AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.

-- Money.
SELECT CAST('x' AS money) AS n
PRINT 'not reached'
GO
--> n money
--> Msg 235, Level 16, State 0, Line 3: Cannot convert a char value to money. The char value has incorrect syntax.
SELECT CAST('x' AS smallmoney) AS n
PRINT 'not reached'
GO
--> n smallmoney
--> Msg 293, Level 16, State 0, Line 1: Cannot convert a char value to smallmoney. The char value has incorrect syntax.
SELECT CAST('999999999999999999' AS money) AS n
GO
--> n money
--> Msg 236, Level 16, State 1, Line 1: The conversion from char data type to money resulted in a money overflow error.
SELECT CAST('999999999' AS smallmoney) AS n
GO
--> n smallmoney
--> Msg 294, Level 16, State 1, Line 1: The conversion from char data type to smallmoney data type resulted in a smallmoney overflow error.
SELECT CAST($123456.78 AS varchar(3)) AS n
PRINT 'goes on'
GO
--> n varchar(3)
--> Msg 234, Level 16, State 2, Line 1: There is insufficient result space to convert a money value to varchar.
--> print: goes on
SELECT CAST($123456.78 AS nvarchar(3)) AS n
GO
--> n nvarchar(3)
--> Msg 234, Level 16, State 2, Line 1: There is insufficient result space to convert a money value to nvarchar.
SELECT CAST(999999999 AS smallmoney) AS n
GO
--> n smallmoney
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type smallmoney.
SELECT CAST(1e20 AS money) AS n
GO
--> n money
--> Msg 8115, Level 16, State 4, Line 1: Arithmetic overflow error converting float to data type money.

-- Numbers into too few characters: stars for integers, errors for the others.
SELECT CAST(12345 AS varchar(3)) AS stars
SELECT CAST(12345 AS nvarchar(3)) AS n
GO
--> stars varchar(3)
--> '*'
--> n nvarchar(3)
--> Msg 8115, Level 16, State 2, Line 4: Arithmetic overflow error converting expression to data type nvarchar.
SELECT CAST(123.45 AS varchar(3)) AS n
GO
--> n varchar(3)
--> Msg 8115, Level 16, State 5, Line 1: Arithmetic overflow error converting numeric to data type varchar.
SELECT CAST(1.5e0 AS varchar(2)) AS n
GO
--> n varchar(2)
--> Msg 232, Level 16, State 2, Line 1: Arithmetic overflow error for type varchar, value = 1.500000.
SELECT CAST(NEWID() AS varchar(10)) AS n
GO
--> n varchar(10)
--> Msg 8170, Level 16, State 2, Line 1: Insufficient result space to convert uniqueidentifier value to char.

-- Dates.
SELECT CAST('2024-13-01' AS date) AS d
PRINT 'not reached'
GO
--> d date
--> Msg 241, Level 16, State 1, Line 3: Conversion failed when converting date and/or time from character string.
SELECT CAST('2024-02-30' AS datetime) AS d
GO
--> d datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SELECT CAST('20241301' AS datetime) AS d
PRINT 'goes on'
GO
--> d datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
--> print: goes on
SELECT CAST('x' AS smalldatetime) AS d
PRINT 'not reached'
GO
--> d smalldatetime
--> Msg 295, Level 16, State 3, Line 1: Conversion failed when converting character string to smalldatetime data type.
SELECT CAST('2100-01-01' AS smalldatetime) AS d
GO
--> d smalldatetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a smalldatetime data type resulted in an out-of-range value.
SELECT CAST('1700-01-01' AS datetime) AS d
GO
--> d datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SELECT CAST(CAST('0001-01-01' AS date) AS datetime) AS d
PRINT 'goes on'
GO
--> d datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a date data type to a datetime data type resulted in an out-of-range value.
--> print: goes on
SELECT CAST(CAST('1800-01-01' AS datetime2) AS smalldatetime) AS d
GO
--> d smalldatetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a datetime2 data type to a smalldatetime data type resulted in an out-of-range value.
SELECT CAST(9999999 AS datetime) AS d
GO
--> d datetime
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type datetime.
SELECT CAST('25:00' AS time) AS d
GO
--> d time(7)
--> Msg 241, Level 16, State 1, Line 1: Conversion failed when converting date and/or time from character string.
SELECT CONVERT(date, '01/02/2024', 112) AS d
GO
--> d date
--> Msg 9807, Level 16, State 0, Line 1: The input character string does not follow style 112, either change the input character string or use a different style.
SELECT CONVERT(datetime, '31/12/2024', 101) AS d
GO
--> d datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SELECT CONVERT(date, 'x', 131) AS d
GO
--> d date
--> Msg 241, Level 16, State 1, Line 1: Conversion failed when converting date and/or time from character string.
SELECT CONVERT(varchar(30), GETDATE(), 999) AS d
GO
--> d varchar(30)
--> Msg 281, Level 16, State 1, Line 1: 999 is not a valid style number when converting from datetime to a character string.
SELECT CONVERT(date, '2024-01-01', 999) AS d
GO
--> d date
--> Msg 9809, Level 16, State 1, Line 1: The style 999 is not supported for conversions from varchar to date.
SELECT CAST(1 AS date) AS d
GO
--> Msg 529, Level 16, State 1, Line 1: Explicit conversion from data type int to date is not allowed.
SELECT CAST(CAST('2024-01-01' AS date) AS int) AS d
GO
--> Msg 529, Level 16, State 1, Line 1: Explicit conversion from data type date to int is not allowed.
SELECT CAST(CAST('12:00' AS time) AS date) AS d
GO
--> Msg 529, Level 16, State 1, Line 1: Explicit conversion from data type time to date is not allowed.

-- Binary.
SELECT CONVERT(varbinary(4), '0x1', 1) AS b
GO
--> b varbinary(4)
--> Msg 8114, Level 16, State 5, Line 3: Error converting data type varchar to varbinary.
SELECT CONVERT(varbinary(4), 'zz', 2) AS b
GO
--> b varbinary(4)
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to varbinary.
DECLARE @b varbinary(10) = 'abc'
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type varchar to varbinary is not allowed. Use the CONVERT function to run this query.

-- Sizes in the text.
SELECT CAST(1 AS varchar(9000)) AS n
GO
--> Msg 131, Level 15, State 3, Line 3: The size (9000) given to the type 'varchar' exceeds the maximum allowed for any data type (8000).
DECLARE @v varchar(9000)
GO
--> Msg 131, Level 15, State 3, Line 1: The size (9000) given to the type 'varchar' exceeds the maximum allowed for any data type (8000).
SELECT CAST(1 AS decimal(39, 2)) AS n
GO
--> Msg 2717, Level 16, State 1, Line 1: The size (39) given to the type 'decimal' exceeds the maximum allowed (38).
DECLARE @d decimal(39, 2)
GO
--> Msg 2717, Level 16, State 1, Line 1: The size (39) given to the type 'decimal' exceeds the maximum allowed (38).
SELECT CAST(1 AS decimal(5, 6)) AS n
GO
--> Msg 192, Level 15, State 1, Line 1: The scale must be less than or equal to the precision.
DECLARE @t time(8)
GO
--> Msg 1002, Level 15, State 1, Line 1: Line 1: Specified scale 8 is invalid.
SELECT CAST('1' AS varchar(0)) AS n
GO
--> Msg 1001, Level 15, State 1, Line 1: Line 1: Length or precision specification 0 is invalid.
DECLARE @v nvarchar(5000)
GO
--> Msg 2717, Level 16, State 2, Line 1: The size (5000) given to the parameter '@v' exceeds the maximum allowed (4000).
CREATE TABLE dbo.t (a varchar(9000))
GO
--> Msg 131, Level 15, State 2, Line 1: The size (9000) given to the column 'a' exceeds the maximum allowed for any data type (8000).
CREATE TABLE dbo.t (a nvarchar(4001))
GO
--> Msg 2717, Level 16, State 2, Line 1: The size (4001) given to the parameter 'a' exceeds the maximum allowed (4000).
CREATE TABLE dbo.t (a decimal(40, 2))
GO
--> Msg 2750, Level 16, State 1, Line 1: Column or parameter #1: Specified column precision 40 is greater than the maximum precision of 38.
CREATE TABLE dbo.t (a decimal(5, 6))
GO
--> Msg 183, Level 15, State 1, Line 1: The scale (6) for column 'a' must be within the range 0 to 5.
CREATE TABLE dbo.t (a datetime2(8))
GO
--> Msg 1002, Level 15, State 1, Line 1: Line 1: Specified scale 8 is invalid.
CREATE TABLE dbo.t (a float(54))
GO
--> Msg 2750, Level 16, State 1, Line 1: Column or parameter #1: Specified column precision 54 is greater than the maximum precision of 53.
CREATE TABLE dbo.t (a int(4))
GO
--> Msg 2716, Level 16, State 1, Line 1: Column, parameter, or variable #1: Cannot specify a column width on data type int.
CREATE TABLE dbo.t (a nothing)
GO
--> Msg 2715, Level 16, State 6, Line 1: Column, parameter, or variable #1: Cannot find data type nothing.
