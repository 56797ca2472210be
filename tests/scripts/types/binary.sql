-- Literals and lengths.
SELECT 0x AS e, 0xABC AS odd, 0x0102 AS b, DATALENGTH(0x0102) AS n, CAST(0x01 AS binary(3)) AS padded, CAST(0x010203 AS varbinary(2)) AS cut
GO
--> e varbinary(1)!, odd varbinary(2)!, b varbinary(2)!, n int, padded binary(3), cut varbinary(2)
--> 0x | 0x0ABC | 0x0102 | 2 | 0x010000 | 0x0102
-- From and to numbers and strings.
SELECT CAST(258 AS varbinary(4)) AS a, CAST(258 AS binary(2)) AS b, CAST(0x0102 AS int) AS c, CAST('AB' AS varbinary(5)) AS d, CAST(N'AB' AS varbinary(5)) AS e, CAST(0x4142 AS varchar(5)) AS f
GO
--> a varbinary(4), b binary(2), c int, d varbinary(5), e varbinary(5), f varchar(5)
--> 0x00000102 | 0x0102 | 258 | 0x4142 | 0x41004200 | 'AB'
-- Styles 1 and 2 are hexadecimal text.
SELECT CONVERT(varchar(10), 0x0AFF, 1) AS a, CONVERT(varchar(10), 0x0AFF, 2) AS b, CONVERT(varbinary(5), '0x0AFF', 1) AS c, CONVERT(varbinary(5), '0AFF', 2) AS d
GO
--> a varchar(10), b varchar(10), c varbinary(5), d varbinary(5)
--> '0x0AFF' | '0AFF' | 0x0AFF | 0x0AFF
SELECT CONVERT(varbinary(5), 'xyz', 1) AS a
GO
--> a varbinary(5)
--> Msg 8114, Level 16, State 5, Line 1: Error converting data type varchar to varbinary.
-- Concatenation and comparison; trailing zeros do not count in a comparison.
SELECT 0x01 + 0x02 AS c, CASE WHEN 0x01 < 0x02 THEN 1 ELSE 0 END AS lt, CASE WHEN 0x0100 = 0x01 THEN 1 ELSE 0 END AS eq, 0x01 + 1 AS n
GO
--> c varbinary(2)!, lt int!, eq int!, n int
--> 0x0102 | 1 | 1 | 2
-- No implicit conversion from strings.
DECLARE @b varbinary(5) = 'abc'
GO
--> Msg 257, Level 16, State 3, Line 2: Implicit conversion from data type varchar to varbinary is not allowed. Use the CONVERT function to run this query.
-- Hashes.
SELECT HASHBYTES('SHA2_256', 'abc') AS h
SELECT CONVERT(varchar(32), HASHBYTES('MD5', 'abc'), 2) AS m
GO
--> h varbinary(8000)
--> 0xBA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD
--> m varchar(32)
--> '900150983CD24FB0D6963F7D28E17F72'
