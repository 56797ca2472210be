-- Styles of dates to text.
DECLARE @d datetime = '2024-03-05T14:07:09.123'
SELECT CONVERT(varchar(30), @d) AS s0, CONVERT(varchar(30), @d, 1) AS s1, CONVERT(varchar(30), @d, 101) AS s101, CONVERT(varchar(30), @d, 102) AS s102, CONVERT(varchar(30), @d, 103) AS s103, CONVERT(varchar(30), @d, 104) AS s104
SELECT CONVERT(varchar(30), @d, 105) AS s105, CONVERT(varchar(30), @d, 106) AS s106, CONVERT(varchar(30), @d, 107) AS s107, CONVERT(varchar(30), @d, 108) AS s108, CONVERT(varchar(30), @d, 109) AS s109, CONVERT(varchar(30), @d, 110) AS s110
SELECT CONVERT(varchar(30), @d, 111) AS s111, CONVERT(varchar(30), @d, 112) AS s112, CONVERT(varchar(30), @d, 113) AS s113, CONVERT(varchar(30), @d, 114) AS s114, CONVERT(varchar(30), @d, 120) AS s120, CONVERT(varchar(30), @d, 121) AS s121
SELECT CONVERT(varchar(30), @d, 126) AS s126, CONVERT(varchar(30), @d, 127) AS s127, CONVERT(varchar(30), @d, 23) AS s23, CONVERT(varchar(30), @d, 22) AS s22, CONVERT(varchar(10), @d, 20) AS s20
GO
--> s0 varchar(30), s1 varchar(30), s101 varchar(30), s102 varchar(30), s103 varchar(30), s104 varchar(30)
--> 'Mar  5 2024  2:07PM' | '03/05/24' | '03/05/2024' | '2024.03.05' | '05/03/2024' | '05.03.2024'
--> s105 varchar(30), s106 varchar(30), s107 varchar(30), s108 varchar(30), s109 varchar(30), s110 varchar(30)
--> '05-03-2024' | '05 Mar 2024' | 'Mar 05, 2024' | '14:07:09' | 'Mar  5 2024  2:07:09:123PM' | '03-05-2024'
--> s111 varchar(30), s112 varchar(30), s113 varchar(30), s114 varchar(30), s120 varchar(30), s121 varchar(30)
--> '2024/03/05' | '20240305' | '05 Mar 2024 14:07:09:123' | '14:07:09:123' | '2024-03-05 14:07:09' | '2024-03-05 14:07:09.123'
--> s126 varchar(30), s127 varchar(30), s23 varchar(30), s22 varchar(30), s20 varchar(10)
--> '2024-03-05T14:07:09.123' | '2024-03-05T14:07:09.123' | '2024-03-05' | '03/05/24  2:07:09 PM' | '2024-03-05'
-- The newer types in CAST.
SELECT CAST(CAST('20240305' AS date) AS varchar(30)) AS d, CAST(CAST('14:07:09.1' AS time(3)) AS varchar(30)) AS t, CAST(CAST('2024-03-05 14:07:09.5' AS datetime2(2)) AS varchar(30)) AS d2, CAST(CAST('2024-03-05 14:07 +01:00' AS datetimeoffset(0)) AS varchar(40)) AS o
GO
--> d varchar(30), t varchar(30), d2 varchar(30), o varchar(40)
--> '2024-03-05' | '14:07:09.100' | '2024-03-05 14:07:09.50' | '2024-03-05 14:07:00 +01:00'
-- Styles of text to dates.
SELECT CONVERT(date, '05/03/2024', 103) AS a, CONVERT(date, '03/05/2024', 101) AS b, CONVERT(datetime, '05.03.2024 10:11', 104) AS c, CONVERT(datetime, '2024-03-05T10:11:12', 126) AS d
GO
--> a date, b date, c datetime, d datetime
--> 2024-03-05 | 2024-03-05 | 2024-03-05 10:11:00.000 | 2024-03-05 10:11:12.000
-- TRY_CONVERT and TRY_CAST give NULL instead of an error.
SELECT TRY_CONVERT(date, 'nonsense') AS a, TRY_CAST('20240230' AS datetime) AS b, TRY_CONVERT(date, '31/12/2024', 101) AS c
GO
--> a date, b datetime, c date
--> NULL | NULL | NULL
-- A style that does not exist.
SELECT CONVERT(varchar(30), GETDATE(), 999) AS a
GO
--> a varchar(30)
--> Msg 281, Level 16, State 1, Line 2: 999 is not a valid style number when converting from datetime to a character string.
