-- date, time, datetime2 and datetimeoffset have their own ranges and 100 ns.
SELECT CAST('0001-01-01' AS date) AS a, CAST('9999-12-31 23:59:59.9999999' AS datetime2) AS b, CAST('12:34:56.7891234' AS time) AS c, CAST('2024-01-02 03:04:05.678 +05:30' AS datetimeoffset) AS d
GO
--> a date, b datetime2(7), c time(7), d datetimeoffset(7)
--> 0001-01-01 | 9999-12-31 23:59:59.9999999 | 12:34:56.7891234 | 2024-01-02 03:04:05.6780000 +05:30
-- A scale rounds, up to the next day.
SELECT CAST('12:34:56.789' AS time(1)) AS a, CAST('2024-01-01 23:59:59.96' AS datetime2(1)) AS b, CAST('2024-01-01 10:00:00.5' AS datetime2(0)) AS c
GO
--> a time(1), b datetime2(1), c datetime2(0)
--> 12:34:56.8 | 2024-01-02 00:00:00.0 | 2024-01-01 10:00:01
-- Among each other.
DECLARE @d datetime2(3) = '2024-05-06 07:08:09.123'
SELECT CAST(@d AS date) AS d, CAST(@d AS time(0)) AS t, CAST(@d AS datetime) AS dt, CAST(@d AS datetimeoffset(0)) AS o, CAST(CAST('10:00' AS time) AS datetime) AS f
GO
--> d date, t time(0), dt datetime, o datetimeoffset(0), f datetime
--> 2024-05-06 | 07:08:09 | 2024-05-06 07:08:09.123 | 2024-05-06 07:08:09 +00:00 | 1900-01-01 10:00:00.000
-- datetime to datetime2 shows the thirds of a millisecond.
SELECT CAST(CAST('2024-01-01 00:00:00.003' AS datetime) AS datetime2(7)) AS a
GO
--> a datetime2(7)
--> 2024-01-01 00:00:00.0033333
-- Offsets compare by the moment.
SELECT CASE WHEN CAST('2024-01-01 12:00 +02:00' AS datetimeoffset) = CAST('2024-01-01 10:00 +00:00' AS datetimeoffset) THEN 'same' ELSE 'other' END AS s
SELECT SWITCHOFFSET(CAST('2024-01-01 12:00 +02:00' AS datetimeoffset(0)), '-05:00') AS a, TODATETIMEOFFSET(CAST('2024-01-01 12:00' AS datetime2(0)), '+01:00') AS b, CAST('2024-07-01 12:00' AS datetime2(0)) AT TIME ZONE 'W. Europe Standard Time' AS c
GO
--> s varchar(5)!
--> 'same'
--> a datetimeoffset(0), b datetimeoffset(0), c datetimeoffset(0)
--> 2024-01-01 05:00:00 -05:00 | 2024-01-01 12:00:00 +01:00 | 2024-07-01 12:00:00 +02:00
-- The newer types have no arithmetic.
SELECT CAST('20240101' AS date) + 1
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: date is incompatible with int
SELECT CAST('20240101' AS datetime2) - CAST('20230101' AS datetime2)
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type datetime2 is invalid for subtract operator.
-- date beats a string in a comparison; a number does not become a date.
SELECT CASE WHEN CAST('20240102' AS date) > '2024-01-01' THEN 1 ELSE 0 END AS n
SELECT CAST(5 AS date)
GO
--> Msg 529, Level 16, State 1, Line 3: Explicit conversion from data type int to date is not allowed.
