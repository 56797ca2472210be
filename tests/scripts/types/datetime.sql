-- datetime has steps of 1/300 second: .000, .003, .007.
SELECT CAST('2024-01-01T00:00:00.001' AS datetime) AS a, CAST('2024-01-01T00:00:00.002' AS datetime) AS b, CAST('2024-01-01T00:00:00.005' AS datetime) AS c, CAST('2024-01-01T23:59:59.999' AS datetime) AS d
GO
--> a datetime, b datetime, c datetime, d datetime
--> 2024-01-01 00:00:00.000 | 2024-01-01 00:00:00.003 | 2024-01-01 00:00:00.007 | 2024-01-02 00:00:00.000
-- Numbers are days since 1900.
SELECT CAST(0 AS datetime) AS a, CAST(1.5 AS datetime) AS b, CAST(-1 AS datetime) AS c, CAST(CAST('19000102 12:00' AS datetime) AS float) AS f, CAST(CAST('19000102 12:00' AS datetime) AS int) AS i
GO
--> a datetime, b datetime, c datetime, f float, i int
--> 1900-01-01 00:00:00.000 | 1900-01-02 12:00:00.000 | 1899-12-31 00:00:00.000 | 1.5 | 2
-- Arithmetic counts days.
SELECT CAST('20240101' AS datetime) + 1 AS a, CAST('20240101' AS datetime) - 0.5 AS b, CAST('20240103' AS datetime) - CAST('20240101' AS datetime) AS c
GO
--> a datetime, b datetime, c datetime
--> 2024-01-02 00:00:00.000 | 2023-12-31 12:00:00.000 | 1900-01-03 00:00:00.000
-- Forms of strings.
SELECT CAST('20240229' AS datetime) AS a, CAST('2024-02-29 13:14:15' AS datetime) AS b, CAST('Feb 29 2024 1:02PM' AS datetime) AS c, CAST('13:14' AS datetime) AS d, CAST('' AS datetime) AS e
GO
--> a datetime, b datetime, c datetime, d datetime, e datetime
--> 2024-02-29 00:00:00.000 | 2024-02-29 13:14:15.000 | 2024-02-29 13:02:00.000 | 1900-01-01 13:14:00.000 | 1900-01-01 00:00:00.000
-- The order of day and month follows DATEFORMAT, for datetime also in yyyy-mm-dd, but not in yyyymmdd.
SET DATEFORMAT dmy
SELECT CAST('01/02/2024' AS datetime) AS a, CAST('2024-01-02' AS datetime) AS b, CAST('2024-01-02' AS date) AS c, CAST('20240102' AS datetime) AS d
SET DATEFORMAT mdy
SELECT CAST('01/02/2024' AS datetime) AS a
GO
--> a datetime, b datetime, c date, d datetime
--> 2024-02-01 00:00:00.000 | 2024-02-01 00:00:00.000 | 2024-01-02 | 2024-01-02 00:00:00.000
--> a datetime
--> 2024-01-02 00:00:00.000
-- Two-digit years.
SELECT CAST('1/2/49' AS datetime) AS a, CAST('1/2/50' AS datetime) AS b
GO
--> a datetime, b datetime
--> 2049-01-02 00:00:00.000 | 1950-01-02 00:00:00.000
-- Nonsense and ranges.
SELECT CAST('2024-02-30' AS datetime) AS a
GO
--> a datetime
--> Msg 242, Level 16, State 3, Line 2: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SELECT CAST('hello' AS datetime) AS a
GO
--> a datetime
--> Msg 241, Level 16, State 1, Line 1: Conversion failed when converting date and/or time from character string.
SELECT CAST('17521231' AS datetime) AS a
GO
--> a datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.
SELECT CAST('99991231' AS datetime) + 1 AS a
GO
--> a datetime
--> Msg 8115, Level 16, State 2, Line 1: Arithmetic overflow error converting expression to data type datetime.
-- smalldatetime rounds to the minute and ends in 2079.
SELECT CAST('2024-01-01 10:00:29.998' AS smalldatetime) AS a, CAST('2024-01-01 10:00:29.999' AS smalldatetime) AS b, CAST('20790606 23:59' AS smalldatetime) AS c
SELECT CAST('20790607' AS smalldatetime) AS d
GO
--> a smalldatetime, b smalldatetime, c smalldatetime
--> 2024-01-01 10:00:00 | 2024-01-01 10:01:00 | 2079-06-06 23:59:00
--> d smalldatetime
--> Msg 242, Level 16, State 3, Line 3: The conversion of a varchar data type to a smalldatetime data type resulted in an out-of-range value.
