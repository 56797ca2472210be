-- ODBC's own functions.
DECLARE @s nvarchar(4000) = N'Returns the length.', @d nvarchar(30) = N'2007-04-21 01:01:01.1234567'
SELECT {fn BIT_LENGTH(@s)} AS bits, {fn OCTET_LENGTH(@s)} AS octets, {fn CONCAT('CONCAT ', 'returns a character string')} AS joined, {fn TRUNCATE(100.123456, 4)} AS truncated
SELECT {fn DAYNAME(@d)} AS day_name, {fn DAYOFMONTH(@d)} AS day_of_month, {fn DAYOFWEEK(@d)} AS day_of_week, {fn DAYOFYEAR(@d)} AS day_of_year, {fn HOUR(@d)} AS h, {fn MINUTE(@d)} AS m, {fn SECOND(@d)} AS s, {fn MONTHNAME(@d)} AS month_name, {fn QUARTER(@d)} AS q, {fn WEEK(@d)} AS w
GO
--> bits int, octets int, joined varchar(33)!, truncated numeric(9,6)!
--> 304 | 38 | 'CONCAT returns a character string' | 100.123400
--> day_name nvarchar(30), day_of_month int, day_of_week int, day_of_year int, h int, m int, s int, month_name nvarchar(30), q int, w int
--> 'Saturday' | 21 | 7 | 111 | 1 | 1 | 1 | 'April' | 2 | 16
-- Those that T-SQL calls otherwise, and those that it calls the same.
SELECT {fn UCASE('a')} AS u, {fn LCASE('A')} AS l, {fn LENGTH('ab ')} AS n, {fn LOCATE('b', 'abcb')} AS first_b, {fn LOCATE('b', 'abcb', 3)} AS next_b, {fn INSERT('abcdef', 2, 3, 'x')} AS i, {fn REPEAT('ab', 2)} AS r, {fn MOD(7, 3)} AS m, {fn ATAN2(0, 1)} AS a, {fn IFNULL(NULL, 'x')} AS n2, {fn LEFT('abc', 2)} AS le, {fn ABS(-1)} AS ab, {fn YEAR('20240229')} AS y
SELECT {fn DATABASE()} AS d, {fn USER()} AS u, CASE WHEN {fn NOW()} > '20200101' THEN 1 END AS n
SELECT LEN({fn CURDATE()}) AS curdate, LEN({fn CURRENT_DATE()}) AS today, LEN({fn CURTIME()}) AS curtime, LEN({fn CURRENT_TIME}) AS now, LEN({fn CURRENT_TIME(6)}) AS micro, CASE WHEN {fn CURDATE()} = CONVERT(char(10), GETDATE(), 23) THEN 1 END AS same
SELECT {fn EXTRACT(HOUR FROM '20240229 13:14:15')} AS h, {fn TIMESTAMPADD(SQL_TSI_MONTH, 1, '20240131')} AS added, {fn TIMESTAMPDIFF(SQL_TSI_DAY, '20240101', '20240301')} AS days, {fn CONVERT('42', SQL_INTEGER)} AS i, {fn CONVERT(42, SQL_WVARCHAR)} AS w
SELECT {d '2024-01-31'} AS d, {ts '2024-01-31 10:00:00'} AS ts, {guid '6F9619FF-8B86-D011-B42D-00C04FC964FF'} AS g
GO
--> u varchar(1), l varchar(1), n int, first_b int, next_b int, i varchar(4), r varchar(4), m int, a float, n2 varchar(1)!, le varchar(2), ab int, y int
--> 'A' | 'a' | 2 | 2 | 4 | 'axef' | 'abab' | 1 | 0 | 'x' | 'ab' | 1 | 2024
--> d nvarchar(128), u nvarchar(128), n int
--> 'golden' | 'dbo' | 1
--> curdate int, today int, curtime int, now int, micro int, same int
--> 10 | 10 | 12 | 12 | 15 | 1
--> h int, added datetime, days int, i int, w nvarchar(30)
--> 13 | 2024-02-29 00:00:00.000 | 60 | 42 | '42'
--> d datetime, ts datetime, g uniqueidentifier
--> 2024-01-31 00:00:00.000 | 2024-01-31 10:00:00.000 | '6F9619FF-8B86-D011-B42D-00C04FC964FF'
-- They nest, and may stand wherever an expression may.
SELECT {fn UCASE({fn LEFT({fn CONCAT(v.a, 'z')}, 2)})} AS nested FROM (VALUES ('ab'), ('c')) AS v(a) WHERE {fn LENGTH(v.a)} > 0 ORDER BY {fn LENGTH(v.a)}
GO
--> nested varchar(2)
--> 'CZ'
--> 'AB'
SELECT {fn NOTHING(1)} AS unknown
GO
--> Msg 195, Level 15, State 10, Line 1: 'NOTHING' is not a recognized built-in function name.
SELECT {fn DAYNAME()} AS too_few
GO
--> Msg 174, Level 15, State 1, Line 1: The dayname function requires 1 argument(s).
SELECT {fn TIMESTAMPADD(SQL_TSI_AGE, 1, '20240131')} AS unknown
GO
--> Msg 155, Level 15, State 1, Line 1: 'SQL_TSI_AGE' is not a recognized datepart option.
SELECT {fn CONVERT(1, SQL_NOTHING)} AS unknown
GO
--> Msg 155, Level 15, State 1, Line 1: 'SQL_NOTHING' is not a recognized data type option.
SELECT {fn EXTRACT(CENTURY FROM '20240131')} AS unknown
GO
--> Msg 155, Level 15, State 1, Line 1: 'CENTURY' is not a recognized datepart option.
