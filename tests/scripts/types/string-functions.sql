-- Cutting and trimming.
SELECT RIGHT('abc', 2) AS a, LTRIM('  x ') AS b, RTRIM(' x  ') AS c, LOWER('AbC') AS d, REVERSE('abc') AS e, SPACE(2) + 'x' AS f
GO
--> a varchar(2), b varchar(4), c varchar(4), d varchar(3), e varchar(3), f varchar(3)
--> 'bc' | 'x ' | ' x' | 'abc' | 'cba' | '  x'
-- Searching: positions begin with 1, and 0 is not found.
SELECT CHARINDEX('b', 'abcb') AS a, CHARINDEX('b', 'abcb', 3) AS b, CHARINDEX('z', 'abc') AS c, PATINDEX('%[0-9]%', 'ab3') AS d
GO
--> a int, b int, c int, d int
--> 2 | 4 | 0 | 3
SELECT REPLACE('aXbX', 'x', '-') AS a, TRANSLATE('[1]', '[]', '()') AS b, STUFF('abcd', 2, 2, 'XYZ') AS c, QUOTENAME('a]b') AS d, QUOTENAME('a', '"') AS e
GO
--> a varchar(8000), b varchar(3), c varchar(5), d nvarchar(258), e nvarchar(258)
--> 'a-b-' | '(1)' | 'aXYZd' | '[a]]b]' | '"a"'
SELECT ASCII('A') AS a, UNICODE(N'é') AS b, CHAR(66) AS c, NCHAR(233) AS d, SOUNDEX('Robert') AS e, DIFFERENCE('Robert', 'Rupert') AS f
GO
--> a int, b int, c char(1), d nchar(1), e varchar(5), f int
--> 65 | 233 | 'B' | 'é' | 'R163' | 4
SELECT PARSENAME('s.d.o.t', 1) AS a, PARSENAME('s.d.o.t', 4) AS b, PARSENAME('a.b', 3) AS c, STRING_ESCAPE('a"b', 'json') AS d
GO
--> a nvarchar(128), b nvarchar(128), c nvarchar(128), d nvarchar(max)
--> 't' | 's' | NULL | 'a\"b'
SELECT FORMAT(1234.5, 'N2', 'en-US') AS a, FORMAT(CAST('2024-02-29' AS date), 'yyyy/MM/dd', 'en-US') AS b, FORMAT(0.25, 'P0', 'en-US') AS c
GO
--> a nvarchar(4000), b nvarchar(4000), c nvarchar(4000)
--> '1,234.50' | '2024/02/29' | '25 %'
SELECT value FROM STRING_SPLIT('a,b,,c', ',')
SELECT value, ordinal FROM STRING_SPLIT('x y', ' ', 1) ORDER BY ordinal DESC
GO
--> value varchar(6)
--> 'a'
--> 'b'
--> ''
--> 'c'
--> value varchar(3), ordinal bigint
--> 'y' | 2
--> 'x' | 1
SELECT STRING_AGG(value, '-') WITHIN GROUP (ORDER BY value DESC) AS s FROM (VALUES ('a'), ('c'), ('b')) AS v (value)
GO
--> s varchar(8000)
--> 'c-b-a'
-- What is not allowed.
SELECT RIGHT('abc', -1) AS a
GO
--> Msg 536, Level 16, State 6, Line 2: Invalid length parameter passed to the right function.
SELECT SUBSTRING('abc', 1, -1) AS a
GO
--> Msg 536, Level 16, State 8, Line 1: Invalid length parameter passed to the substring function.
SELECT TRANSLATE('abc', 'ab', 'x') AS a
GO
--> a varchar(3)
--> Msg 9828, Level 16, State 1, Line 1: The second and third arguments of the TRANSLATE built-in function must contain an equal number of characters.
SELECT value FROM STRING_SPLIT('a,b', ',,')
GO
--> value varchar(3)
--> Msg 214, Level 16, State 11, Line 1: Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.
