-- DATEADD keeps the day inside the month.
SELECT DATEADD(month, 1, CAST('20240131' AS date)) AS a, DATEADD(year, 1, CAST('20240229' AS date)) AS b, DATEADD(day, -1, CAST('20240301' AS date)) AS c, DATEADD(hour, 25, CAST('20240101' AS datetime)) AS d, DATEADD(quarter, 2, CAST('20240101' AS smalldatetime)) AS e
GO
--> a date, b date, c date, d datetime, e smalldatetime
--> 2024-02-29 | 2025-02-28 | 2024-02-29 | 2024-01-02 01:00:00.000 | 2024-07-01 00:00:00
-- A string gives datetime, and the number is cut to an int.
SELECT DATEADD(day, 1, '20240101') AS a, DATEADD(day, 1.9, CAST('20240101' AS date)) AS b
GO
--> a datetime, b date
--> 2024-01-02 00:00:00.000 | 2024-01-02
-- DATEDIFF counts boundaries that are crossed.
SELECT DATEDIFF(year, '20231231', '20240101') AS a, DATEDIFF(day, '20240101 23:59', '20240102 00:01') AS b, DATEDIFF(month, '20240131', '20240201') AS c, DATEDIFF(hour, '10:59', '11:00') AS d, DATEDIFF(week, '20240106', '20240107') AS e, DATEDIFF(minute, '11:00', '10:00') AS f
GO
--> a int, b int, c int, d int, e int, f int
--> 1 | 1 | 1 | 1 | 1 | -60
-- It overflows; DATEDIFF_BIG does not.
SELECT DATEDIFF_BIG(millisecond, '20000101', '20240101') AS a
SELECT DATEDIFF(millisecond, '20000101', '20240101') AS b
GO
--> a bigint
--> 757382400000
--> b int
--> Msg 535, Level 16, State 0, Line 3: The datediff function resulted in an overflow. The number of dateparts separating two date/time instances is too large. Try to use datediff with a less precise datepart.
-- Parts.
DECLARE @d datetime2(7) = '2024-03-05 14:07:09.1234567'
SELECT YEAR(@d) AS y, MONTH(@d) AS m, DAY(@d) AS d, DATEPART(quarter, @d) AS q, DATEPART(dayofyear, @d) AS dy, DATEPART(hour, @d) AS h, DATEPART(ms, @d) AS ms, DATEPART(mcs, @d) AS mcs, DATEPART(ns, @d) AS ns
SELECT DATEPART(weekday, @d) AS wd, DATEPART(week, @d) AS wk, DATEPART(iso_week, @d) AS iso, DATENAME(month, @d) AS mn, DATENAME(weekday, @d) AS wn, DATENAME(year, @d) AS yn
GO
--> y int, m int, d int, q int, dy int, h int, ms int, mcs int, ns int
--> 2024 | 3 | 5 | 1 | 65 | 14 | 123 | 123456 | 123456700
--> wd int, wk int, iso int, mn nvarchar(30), wn nvarchar(30), yn nvarchar(30)
--> 3 | 10 | 10 | 'March' | 'Tuesday' | '2024'
-- DATEFIRST moves the week day, @@DATEFIRST tells it.
SET DATEFIRST 1
SELECT @@DATEFIRST AS f, DATEPART(dw, '20240305') AS wd
SET DATEFIRST 7
GO
--> f tinyint!, wd int
--> 1 | 2
-- Building and ends of months.
SELECT DATEFROMPARTS(2024, 2, 29) AS a, EOMONTH('20240210') AS b, EOMONTH('20240210', 1) AS c, DATETIMEFROMPARTS(2024, 1, 2, 3, 4, 5, 6) AS d, TIMEFROMPARTS(1, 2, 3, 45, 2) AS e, DATETIME2FROMPARTS(2024, 1, 2, 3, 4, 5, 67, 3) AS f
GO
--> a date!, b date, c date, d datetime!, e time(2)!, f datetime2(3)!
--> 2024-02-29 | 2024-02-29 | 2024-03-31 | 2024-01-02 03:04:05.007 | 01:02:03.45 | 2024-01-02 03:04:05.067
SELECT DATEFROMPARTS(2023, 2, 29) AS a
GO
--> a date!
--> Msg 289, Level 16, State 1, Line 1: Cannot construct data type date, some of the arguments have values which are not valid.
-- Beginnings.
SELECT DATETRUNC(month, CAST('2024-03-05 10:11' AS datetime2(0))) AS a, DATETRUNC(week, CAST('20240306' AS date)) AS b, DATEADD(month, DATEDIFF(month, 0, '20240305'), 0) AS c
GO
--> a datetime2(0), b date, c datetime
--> 2024-03-01 00:00:00 | 2024-03-03 | 2024-03-01 00:00:00.000
-- ISDATE.
SELECT ISDATE('20240229') AS a, ISDATE('20230229') AS b, ISDATE('hello') AS c
GO
--> a int!, b int!, c int!
--> 1 | 0 | 0
-- An unknown part.
SELECT DATEPART(moment, GETDATE())
GO
--> Msg 155, Level 15, State 1, Line 2: 'moment' is not a recognized datepart option.
SELECT DATEADD(hour, 1, CAST('20240101' AS date))
GO
--> Msg 9810, Level 16, State 1, Line 1: The datepart hour is not supported by date function dateadd for data type date.
SELECT DATEADD(year, 9000, CAST('20240101' AS datetime)) AS a
GO
--> a datetime
--> Msg 517, Level 16, State 1, Line 1: Adding a value to a 'datetime' column caused an overflow.
