-- Parts of a string; positions begin at 1.
SELECT LEFT('abcdef', 2) AS l, RIGHT('abcdef', 2) AS r, SUBSTRING('abcdef', 2, 3) AS s, SUBSTRING('abcdef', 0, 3) AS z, SUBSTRING('abc', 5, 2) AS past
GO
--> l varchar(2), r varchar(2), s varchar(3), z varchar(3), past varchar(2)
--> 'ab' | 'ef' | 'bcd' | 'ab' | ''
-- A negative length: a constant is refused when the batch is compiled, another value when it is met.
SELECT LEFT('abc', -1)
GO
--> Msg 536, Level 16, State 6, Line 2: Invalid length parameter passed to the left function.
DECLARE @n int = -1
SELECT SUBSTRING('abc', 1, @n) AS x
GO
--> x varchar(3)
--> Msg 537, Level 16, State 2, Line 2: Invalid length parameter passed to the LEFT or SUBSTRING function.
DECLARE @n int = -1
SELECT RIGHT('abc', @n) AS x
GO
--> x varchar(3)
--> Msg 536, Level 16, State 2, Line 2: Invalid length parameter passed to the RIGHT function.
-- Searching.
SELECT CHARINDEX('c', 'abcabc') AS a, CHARINDEX('c', 'abcabc', 4) AS b, CHARINDEX('x', 'abc') AS c, CHARINDEX('B', 'abc') AS d, PATINDEX('%[0-9]%', 'ab3d') AS e, CHARINDEX(NULL, 'a') AS f
GO
--> a int, b int, c int, d int, e int, f int
--> 3 | 6 | 0 | 2 | 3 | NULL
-- Replacing.
SELECT REPLACE('aXbxc', 'x', '-') AS a, CAST(STUFF('abcdef', 2, 3, 'XY') AS varchar(9)) AS b, CAST(TRANSLATE('2*[3+4]', '[]', '()') AS varchar(9)) AS c, REVERSE('abc') AS d, CAST(REPLICATE('ab', 3) AS varchar(9)) AS e, CAST(SPACE(3) + '|' AS varchar(9)) AS f
GO
--> a varchar(8000), b varchar(9), c varchar(9), d varchar(3), e varchar(9), f varchar(9)
--> 'a-b-c' | 'aXYef' | '2*(3+4)' | 'cba' | 'ababab' | '   |'
-- Trimming and case.
SELECT LTRIM('  a ') + '|' AS l, RTRIM(' a  ') + '|' AS r, TRIM('  a  ') + '|' AS t, TRIM('xy' FROM 'xyaxy') AS tx, UPPER('aé') AS u, LOWER('AÉ') AS lo
GO
--> l varchar(5), r varchar(5), t varchar(6), tx varchar(5), u varchar(2), lo varchar(2)
--> 'a |' | ' a|' | 'a|' | 'a' | 'AÉ' | 'aé'
-- Characters.
SELECT ASCII('A') AS a, CHAR(66) AS b, UNICODE(N'漢') AS c, NCHAR(8364) AS d, ASCII('') AS e, CHAR(256) AS f
GO
--> a int, b char(1), c int, d nchar(1), e int, f char(1)
--> 65 | 'B' | 28450 | '€' | NULL | NULL
-- Joining and splitting.
SELECT CAST(CONCAT('a', NULL, 'b') AS varchar(9)) AS c, CAST(CONCAT_WS(', ', 'a', NULL, 'b') AS varchar(9)) AS w, STRING_AGG(v, '-') WITHIN GROUP (ORDER BY v DESC) AS s FROM (VALUES ('x'), (NULL), ('y')) t (v)
SELECT value, ordinal FROM STRING_SPLIT('b,a,,c', ',', 1) ORDER BY ordinal
GO
--> c varchar(9), w varchar(9), s varchar(8000)
--> 'ab' | 'a, b' | 'y-x'
--> value varchar(6), ordinal bigint
--> 'b' | 1
--> 'a' | 2
--> '' | 3
--> 'c' | 4
-- Names and sounds.
SELECT QUOTENAME('a]b') AS a, QUOTENAME('it''s', '''') AS b, PARSENAME('srv.db.dbo.t', 1) AS c, PARSENAME('srv.db.dbo.t', 4) AS d, CAST(SOUNDEX('Robert') AS varchar(9)) AS e, DIFFERENCE('Smith', 'Smythe') AS f
GO
--> a nvarchar(258), b nvarchar(258), c nvarchar(128), d nvarchar(128), e varchar(9), f int
--> '[a]]b]' | '''it''''s''' | 't' | 'srv' | 'R163' | 4
-- FORMAT is culture-aware and nvarchar(4000).
SELECT FORMAT(1234567.891, 'N2') AS n, FORMAT(CAST('20240305' AS date), 'dd MMM yyyy', 'en-US') AS d, FORMAT(0.256, 'P1') AS p, FORMAT(42, '00000') AS z
GO
--> n nvarchar(4000), d nvarchar(4000), p nvarchar(4000), z nvarchar(4000)
--> '1,234,567.89' | '05 Mar 2024' | '25.6 %' | '00042'
-- Wrong counts and types.
SELECT LEN('a', 'b')
GO
--> Msg 174, Level 15, State 1, Line 2: The len function requires 1 argument(s).
SELECT REPLACE('abc')
GO
--> Msg 174, Level 15, State 1, Line 1: The replace function requires 3 argument(s).
SELECT ROUND(1)
GO
--> Msg 189, Level 15, State 1, Line 1: The round function requires 2 to 3 arguments.
SELECT nonesuch('a')
GO
--> Msg 195, Level 15, State 10, Line 1: 'nonesuch' is not a recognized built-in function name.
SELECT dbo.nonesuch('a')
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "dbo" or the user-defined function or aggregate "dbo.nonesuch", or the name is ambiguous.
