-- Trailing blanks do not count in comparisons and in LEN, but in DATALENGTH and in LIKE.
SELECT CASE WHEN 'abc' = 'abc  ' THEN 1 ELSE 0 END AS eq, LEN('abc  ') AS len, DATALENGTH('abc  ') AS bytes, DATALENGTH(N'abc') AS wide, CASE WHEN 'abc ' LIKE 'abc' THEN 1 ELSE 0 END AS l1, CASE WHEN 'abc' LIKE 'abc ' THEN 1 ELSE 0 END AS l2
GO
--> eq int!, len int, bytes int, wide int, l1 int!, l2 int!
--> 1 | 3 | 5 | 6 | 1 | 0
-- char is padded, varchar is not.
DECLARE @c char(5) = 'ab', @v varchar(5) = 'ab', @n nchar(3) = N'x'
SELECT @c AS c, @v AS v, @c + '|' AS cp, DATALENGTH(@c) AS cn, DATALENGTH(@n) AS nn
GO
--> c char(5), v varchar(5), cp varchar(6), cn int, nn int
--> 'ab   ' | 'ab' | 'ab   |' | 5 | 6
-- Lengths left out: 1 in a declaration, 30 in CAST.
DECLARE @v varchar = 'abc', @n nchar = N'xyz'
SELECT @v AS v, @n AS n, CAST('1234567890123456789012345678901234567890' AS varchar) AS w, DATALENGTH(CAST('a' AS char)) AS c
GO
--> v varchar(1), n nchar(1), w varchar(30), c int
--> 'a' | 'x' | '123456789012345678901234567890' | 30
-- Concatenation: types, lengths and NULL.
SELECT 'ab' + N'c' AS a, 'ab' + 'cde' AS b, CAST('x' AS char(2)) + CAST('y' AS char(2)) AS c, CASE WHEN 'x' + NULL IS NULL THEN 1 END AS d
GO
--> a nvarchar(3)!, b varchar(5)!, c char(4), d int
--> 'abc' | 'abcde' | 'x y ' | 1
-- It ends at 8000 bytes unless one side is MAX.
SELECT DATALENGTH(REPLICATE('a', 8000) + 'b') AS a, DATALENGTH(CAST(REPLICATE('a', 8000) AS varchar(max)) + 'b') AS b, LEN(REPLICATE('a', 9000)) AS c, LEN(REPLICATE(CAST('a' AS varchar(max)), 9000)) AS d
GO
--> a int, b bigint, c int, d bigint
--> 8000 | 8001 | 8000 | 9000
-- Numbers do not concatenate.
SELECT 'a' + 1 AS x
GO
--> x int
--> Msg 245, Level 16, State 1, Line 2: Conversion failed when converting the varchar value 'a' to data type int.
SELECT '5' + 1 AS x, 'a' + CAST(1 AS varchar(5)) AS y, CAST(CONCAT('a', 1, NULL, 2.5) AS varchar(9)) AS z
GO
--> x int, y varchar(6), z varchar(9)
--> 6 | 'a1' | 'a12.5'
-- The default collation ignores case, but not accents.
SELECT CASE WHEN 'ABC' = 'abc' THEN 1 ELSE 0 END AS c, CASE WHEN N'é' = N'e' THEN 1 ELSE 0 END AS a, CASE WHEN N'É' = N'é' THEN 1 ELSE 0 END AS ca, CASE WHEN 'a' < 'B' THEN 1 ELSE 0 END AS o
GO
--> c int!, a int!, ca int!, o int!
--> 1 | 0 | 1 | 1
-- COLLATE decides otherwise.
SELECT CASE WHEN 'ABC' = 'abc' COLLATE Latin1_General_CS_AS THEN 1 ELSE 0 END AS cs, CASE WHEN N'é' = N'e' COLLATE Latin1_General_CI_AI THEN 1 ELSE 0 END AS ai, CASE WHEN 'a' < 'B' COLLATE Latin1_General_BIN THEN 1 ELSE 0 END AS bin
GO
--> cs int!, ai int!, bin int!
--> 0 | 1 | 0
-- Characters outside the code page become a question mark in varchar.
SELECT CAST(N'漢字' AS varchar(10)) AS a, N'漢' AS b, CAST(N'é' AS varchar(5)) AS c
GO
--> a varchar(10), b nvarchar(1)!, c varchar(5)
--> '??' | '漢' | 'é'
