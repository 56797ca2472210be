SET NOCOUNT ON
GO
-- Everything but zero is 1; the strings true and false are known, and blanks do not matter.
SELECT CAST(5 AS bit) AS a, CAST(0 AS bit) AS b, CAST(0.4 AS bit) AS c, CAST('true' AS bit) AS d, CAST('FALSE' AS bit) AS e, CAST('2' AS bit) AS f, CAST('' AS bit) AS g
GO
--> a bit, b bit, c bit, d bit, e bit, f bit, g bit
--> 1 | 0 | 1 | 1 | 0 | 1 | 0
SELECT CAST('yes' AS bit) AS a
GO
--> a bit
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'yes' to data type bit.
-- A column of it.
DECLARE @t TABLE (b bit NULL)
INSERT @t VALUES (7), (NULL), ('false')
SELECT b, CASE WHEN b = 1 THEN 'on' WHEN b = 0 THEN 'off' END AS s FROM @t
GO
--> b bit, s varchar(3)
--> 1 | 'on'
--> NULL | NULL
--> 0 | 'off'
-- No arithmetic among bits, but with numbers.
SELECT CAST(1 AS bit) + CAST(1 AS bit)
GO
--> Msg 402, Level 16, State 1, Line 2: The data types bit and bit are incompatible in the add operator.
SELECT CAST(1 AS bit) + 1 AS n, CAST(1 AS bit) & CAST(1 AS bit) AS b, MAX(CAST(b AS int)) AS m FROM (VALUES (CAST(1 AS bit)), (0)) x (b)
GO
--> n int, b bit, m int
--> 2 | 1 | 1
-- No MAX either.
SELECT MAX(CAST(1 AS bit))
GO
--> Msg 8117, Level 16, State 1, Line 2: Operand data type bit is invalid for max operator.
