-- Arguments that functions do not take.
SELECT LEFT('abc', -1) AS s
PRINT 'goes on'
GO
--> Msg 536, Level 16, State 6, Line 2: Invalid length parameter passed to the left function.
SELECT SUBSTRING('abc', 1, -1) AS s
GO
--> Msg 536, Level 16, State 8, Line 1: Invalid length parameter passed to the substring function.
SELECT RIGHT('abc', -1) AS s
GO
--> Msg 536, Level 16, State 6, Line 1: Invalid length parameter passed to the right function.
DECLARE @n int = -1
SELECT LEFT('abc', @n) AS s
PRINT 'goes on'
GO
--> s varchar(3)
--> Msg 537, Level 16, State 2, Line 2: Invalid length parameter passed to the LEFT or SUBSTRING function.
--> print: goes on
DECLARE @n int = -1
SELECT SUBSTRING('abc', 1, @n) AS s
SELECT RIGHT('abc', @n) AS s
SELECT REPLICATE('a', @n) AS s, SPACE(@n) AS t
GO
--> s varchar(3)
--> Msg 537, Level 16, State 2, Line 2: Invalid length parameter passed to the LEFT or SUBSTRING function.
--> s varchar(3)
--> Msg 536, Level 16, State 2, Line 3: Invalid length parameter passed to the RIGHT function.
--> s varchar(8000), t varchar(8000)
--> NULL | NULL
SELECT ROUND(1) AS n
GO
--> Msg 189, Level 15, State 1, Line 1: The round function requires 2 to 3 arguments.
SELECT LEN() AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The len function requires 1 argument(s).
SELECT CHARINDEX('a') AS n
GO
--> Msg 189, Level 15, State 1, Line 1: The charindex function requires 2 to 3 arguments.
SELECT GETDATE(1) AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The getdate function requires 0 argument(s).
SELECT ISNULL(1) AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The isnull function requires 2 argument(s).
SELECT COALESCE(NULL, NULL) AS n
GO
--> Msg 4127, Level 16, State 1, Line 1: At least one of the arguments to COALESCE must be an expression that is not the NULL constant.
SELECT NULLIF(NULL, 1) AS n
GO
--> Msg 4151, Level 16, State 1, Line 1: The type of the first argument to NULLIF cannot be the NULL constant because the type of the first argument has to be known.
SELECT CASE WHEN 1 = 1 THEN NULL ELSE NULL END AS n
GO
--> Msg 8133, Level 16, State 1, Line 1: At least one of the result expressions in a CASE specification must be an expression other than the NULL constant.
SELECT IIF(1 = 1, NULL, NULL) AS n
GO
--> Msg 8133, Level 16, State 1, Line 1: At least one of the result expressions in a CASE specification must be an expression other than the NULL constant.
SELECT CONCAT('a') AS s
GO
--> Msg 189, Level 15, State 1, Line 1: The concat function requires 2 to 254 arguments.
SELECT CHOOSE(1) AS s
GO
--> Msg 189, Level 15, State 1, Line 1: The choose function requires 2 to 255 arguments.
SELECT NEWID(1) AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The newid function requires 0 argument(s).
SELECT MAX(1, 2) AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The max function requires 1 argument(s).
SELECT COUNT(1, 2) AS n
GO
--> Msg 174, Level 15, State 1, Line 1: The count function requires 1 argument(s).
SELECT DATEADD(nothing, 1, GETDATE()) AS d
GO
--> Msg 155, Level 15, State 1, Line 1: 'nothing' is not a recognized dateadd option.
SELECT DATEDIFF('day', GETDATE(), GETDATE()) AS d
GO
--> Msg 1023, Level 15, State 1, Line 1: Invalid parameter 1 specified for datediff.
SELECT DATEPART(hour, CAST('2024-01-01' AS date)) AS d
GO
--> Msg 9810, Level 16, State 2, Line 1: The datepart hour is not supported by date function datepart for data type date.
SELECT DATEADD(hour, 1, CAST('2024-01-01' AS date)) AS d
GO
--> Msg 9810, Level 16, State 1, Line 1: The datepart hour is not supported by date function dateadd for data type date.
SELECT DATEADD(year, 9999, CAST('2024-01-01' AS date)) AS d
PRINT 'goes on'
GO
--> d date
--> Msg 517, Level 16, State 1, Line 1: Adding a value to a 'date' column caused an overflow.
--> print: goes on
SELECT DATEADD(year, 9999, CAST('2024-01-01' AS datetime)) AS d
GO
--> d datetime
--> Msg 517, Level 16, State 1, Line 1: Adding a value to a 'datetime' column caused an overflow.
SELECT DATEDIFF(second, '1900-01-01', '2024-01-01') AS d
SELECT DATEDIFF(millisecond, '1900-01-01', '2024-01-01') AS d
GO
--> d int
--> Msg 535, Level 16, State 0, Line 1: The datediff function resulted in an overflow. The number of dateparts separating two date/time instances is too large. Try to use datediff with a less precise datepart.
--> d int
--> Msg 535, Level 16, State 0, Line 2: The datediff function resulted in an overflow. The number of dateparts separating two date/time instances is too large. Try to use datediff with a less precise datepart.
SELECT DATEFROMPARTS(2024, 2, 30) AS d
GO
--> d date!
--> Msg 289, Level 16, State 1, Line 1: Cannot construct data type date, some of the arguments have values which are not valid.
SELECT DATETIMEFROMPARTS(2024, 2, 30, 0, 0, 0, 0) AS d
SELECT TIMEFROMPARTS(25, 0, 0, 0, 7) AS d
GO
--> d datetime!
--> Msg 289, Level 16, State 3, Line 1: Cannot construct data type datetime, some of the arguments have values which are not valid.
--> d time(7)!
--> Msg 289, Level 16, State 2, Line 2: Cannot construct data type time, some of the arguments have values which are not valid.
SELECT DATETIME2FROMPARTS(2024, 2, 1, 0, 0, 0, 0, 9) AS d
GO
--> Msg 1002, Level 15, State 1, Line 1: Line 1: Specified scale 9 is invalid.
DECLARE @p int = 3
SELECT TIMEFROMPARTS(1, 0, 0, 0, @p) AS d
GO
--> Msg 10760, Level 16, State 1, Line 2: Scale argument is not valid. Valid expressions for data type time scale argument are integer constants and integer constant expressions.
SELECT DATETRUNC(week, CAST('12:00' AS time)) AS d
GO
--> Msg 9810, Level 16, State 10, Line 1: The datepart week is not supported by date function datetrunc for data type time.
SELECT DATE_BUCKET(day, 0, GETDATE()) AS d
GO
--> d datetime
--> Msg 9834, Level 16, State 1, Line 1: Invalid bucket width value passed to date_bucket function. Only positive values are allowed.
SELECT DATE_BUCKET(day, -1, GETDATE()) AS d
GO
--> d datetime
--> Msg 9834, Level 16, State 1, Line 1: Invalid bucket width value passed to date_bucket function. Only positive values are allowed.
SELECT EOMONTH('9999-12-31', 1) AS d
GO
--> d date
--> Msg 517, Level 16, State 1, Line 1: Adding a value to a 'date' column caused an overflow.
SELECT SWITCHOFFSET(SYSDATETIMEOFFSET(), '+15:00') AS d
GO
--> d datetimeoffset(7)
--> Msg 9812, Level 16, State 0, Line 1: The timezone provided to builtin function switchoffset is invalid.
SELECT TODATETIMEOFFSET(GETDATE(), 'x') AS d
GO
--> d datetimeoffset(3)
--> Msg 9812, Level 16, State 2, Line 1: The timezone provided to builtin function todatetimeoffset is invalid.
SELECT GETDATE() AT TIME ZONE 'nowhere' AS d
GO
--> d datetimeoffset(3)
--> Msg 9820, Level 16, State 1, Line 1: The time zone parameter 'nowhere' provided to AT TIME ZONE clause is invalid.
SELECT ISDATE(1, 2) AS d
GO
--> Msg 174, Level 15, State 1, Line 1: The isdate function requires 1 argument(s).
SELECT FORMAT(1, 'N', 'nowhere') AS s
GO
--> s nvarchar(4000)
--> Msg 9818, Level 16, State 1, Line 1: The culture parameter 'nowhere' provided in the function call is not supported.
SELECT FORMAT('a', 'N') AS s
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varchar is invalid for argument 1 of format function.
SELECT PARSE('x' AS int) AS n
PRINT 'not reached'
GO
--> n int
--> Msg 9819, Level 16, State 1, Line 1: Error converting string value 'x' into data type int using culture ''.
SELECT PARSE('1' AS int USING 'nowhere') AS n
GO
--> n int
--> Msg 9818, Level 16, State 1, Line 1: The culture parameter 'nowhere' provided in the function call is not supported.
SELECT LOG(0) AS n
PRINT 'goes on'
GO
--> n float
--> Msg 3623, Level 16, State 1, Line 1: An invalid floating point operation occurred.
--> print: goes on
SELECT SQRT(-1) AS n
GO
--> n float
--> Msg 3623, Level 16, State 1, Line 1: An invalid floating point operation occurred.
SELECT ACOS(2) AS n
GO
--> n float
--> Msg 3623, Level 16, State 1, Line 1: An invalid floating point operation occurred.
SELECT POWER(10, 20) AS n
GO
--> n int
--> Msg 232, Level 16, State 3, Line 1: Arithmetic overflow error for type int, value = 100000000000000000000.000000.
SELECT POWER(0, -1) AS n
GO
--> n int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
SELECT EXP(1000) AS n
GO
--> n float
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type float.
SELECT ABS(CAST(-2147483648 AS int)) AS n
GO
--> n int
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type int.
SELECT CHAR(300) AS n, NCHAR(-1) AS m
GO
--> n char(1), m nchar(1)
--> NULL | NULL
SELECT STRING_AGG(REPLICATE('a', 5000), '') AS s FROM (VALUES (1), (2)) AS v(n)
PRINT 'goes on'
GO
--> s varchar(8000)
--> Msg 9829, Level 16, State 1, Line 1: STRING_AGG aggregation result exceeded the limit of 8000 bytes. Use LOB types to avoid result truncation.
--> print: goes on
SELECT STRING_AGG('a') AS s
GO
--> Msg 174, Level 15, State 1, Line 1: The string_agg function requires 2 argument(s).
DECLARE @s varchar(2) = ','
SELECT STRING_AGG(n, @s) AS s FROM (VALUES (1), (2)) AS v(n)
GO
--> s nvarchar(4000)
--> '1,2'
SELECT STRING_AGG(n, n) AS s FROM (VALUES ('1'), ('2')) AS v(n)
GO
--> Msg 8733, Level 16, State 1, Line 1: Separator parameter for STRING_AGG must be a string literal or variable.
SELECT * FROM STRING_SPLIT('a,b', ',,')
GO
--> value varchar(3)
--> Msg 214, Level 16, State 11, Line 1: Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.
SELECT * FROM STRING_SPLIT('a,b')
GO
--> Msg 313, Level 16, State 3, Line 1: An insufficient number of arguments were supplied for the procedure or function string_split.
SELECT * FROM STRING_SPLIT('a,b', ',', 2)
GO
--> Msg 4199, Level 16, State 1, Line 1: Argument value 2 is invalid for argument 3 of string_split function.
DECLARE @one int = 1
SELECT * FROM STRING_SPLIT('a,b', ',', @one)
GO
--> Msg 8748, Level 16, State 1, Line 2: The enable_ordinal argument for string_split only supports constant values (not variables or columns).
SELECT * FROM GENERATE_SERIES(1, 10, 0)
GO
--> value int
--> Msg 4199, Level 16, State 1, Line 1: Argument value 0 is invalid for argument 3 of generate_series function.
SELECT * FROM GENERATE_SERIES(1, 10.0)
GO
--> Msg 5373, Level 16, State 1, Line 1: All the input parameters should be of the same type. Supported types are tinyint, smallint, int, bigint, decimal and numeric.
SELECT * FROM GENERATE_SERIES('a', 'b')
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varchar is invalid for argument 1 of generate_series function.
SELECT HASHBYTES('nothing', 'a') AS b
GO
--> b varbinary(8000)
--> NULL
SELECT TRANSLATE('abc', 'ab', 'x') AS s
GO
--> s varchar(3)
--> Msg 9828, Level 16, State 1, Line 1: The second and third arguments of the TRANSLATE built-in function must contain an equal number of characters.
SELECT STR(1, 2, 3, 4) AS s
GO
--> Msg 189, Level 15, State 1, Line 1: The str function requires 1 to 3 arguments.
SELECT PERCENTILE_CONT(2) WITHIN GROUP (ORDER BY n) OVER () AS p FROM (VALUES (1), (2)) AS v(n)
GO
--> p float
--> Msg 8727, Level 16, State 1, Line 1: Input parameter of percentile function is outside of range [0, 1].
SELECT ROW_NUMBER() AS n
GO
--> Msg 10753, Level 15, State 3, Line 1: The function 'ROW_NUMBER' must have an OVER clause.
SELECT ROW_NUMBER() OVER () AS n
GO
--> Msg 4112, Level 15, State 1, Line 1: The function 'ROW_NUMBER' must have an OVER clause with ORDER BY.
SELECT ROW_NUMBER() OVER (ORDER BY 1) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 5308, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.
SELECT SUM(n) OVER (ORDER BY 'a') AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 5309, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.
SELECT n FROM (VALUES (1), (2)) AS v(n) WHERE ROW_NUMBER() OVER (ORDER BY n) = 1
GO
--> Msg 4108, Level 15, State 1, Line 1: Windowed functions can only appear in the SELECT or ORDER BY clauses.
SELECT SUM(n) OVER w AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 5362, Level 15, State 3, Line 1: Window 'w' is undefined.
SELECT LAG(n, -1) OVER (ORDER BY n) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 8730, Level 16, State 1, Line 1: Offset parameter for Lag and Lead functions cannot be a negative value.
DECLARE @none int = 0
SELECT NTILE(@none) OVER (ORDER BY n) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> n bigint
--> Msg 4116, Level 15, State 1, Line 2: The function 'ntile' takes only a positive int or bigint expression as its input.
SELECT NTILE(0) OVER (ORDER BY n) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 4116, Level 15, State 1, Line 1: The function 'ntile' takes only a positive int or bigint expression as its input.
SELECT COUNT(DISTINCT n) OVER () AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 10759, Level 15, State 1, Line 1: Use of DISTINCT is not allowed with the OVER clause.
SELECT SUM(DISTINCT n) OVER (ORDER BY n) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 10759, Level 15, State 1, Line 1: Use of DISTINCT is not allowed with the OVER clause.
SELECT RANK() OVER (ORDER BY n ROWS 1 PRECEDING) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 10752, Level 15, State 3, Line 1: The function 'rank' may not have a window frame.
SELECT SUM(n) OVER (PARTITION BY n ROWS 1 PRECEDING) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 10756, Level 15, State 1, Line 1: Window frame with ROWS or RANGE must have an ORDER BY clause.
SELECT SUM(n) OVER (ROWS 1 PRECEDING) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'ROWS'.
SELECT SUM(n) OVER (ORDER BY n RANGE 1 PRECEDING) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 4194, Level 16, State 1, Line 1: RANGE is only supported with UNBOUNDED and CURRENT ROW window frame delimiters.
SELECT SUM(n) OVER (ORDER BY n ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) AS n FROM (VALUES (1), (2)) AS v(n)
GO
--> Msg 4193, Level 16, State 1, Line 1: 'BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW' is not a valid window frame and cannot be used with the OVER clause.
SELECT SESSION_CONTEXT(N'a') + 1 AS n
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type sql_variant to int is not allowed. Use the CONVERT function to run this query.
SELECT CAST('a' AS varchar(10)) COLLATE nothing AS s
GO
--> Msg 448, Level 16, State 1, Line 1: Invalid collation 'nothing'.
SELECT 1 COLLATE Latin1_General_CI_AS AS s
GO
--> Msg 447, Level 16, State 0, Line 1: Expression type int is invalid for COLLATE clause.
SELECT CERTENCODED(1) AS x
GO
--> x varbinary(8000)
--> NULL
SELECT dbo.f(1) AS x
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "dbo" or the user-defined function or aggregate "dbo.f", or the name is ambiguous.
