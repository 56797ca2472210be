-- A searched CASE takes the first true branch; without ELSE it is NULL.
SELECT v, CASE WHEN v < 0 THEN 'minus' WHEN v = 0 THEN 'zero' WHEN v > 0 THEN 'plus' END AS sign FROM (VALUES (-1), (0), (2), (NULL)) x (v)
GO
--> v int, sign varchar(5)
--> -1 | 'minus'
--> 0 | 'zero'
--> 2 | 'plus'
--> NULL | NULL
-- A simple CASE compares; NULL never matches.
SELECT v, CASE v WHEN 1 THEN 'one' WHEN NULL THEN 'never' ELSE 'other' END AS word FROM (VALUES (1), (2), (NULL)) x (v)
GO
--> v int, word varchar(5)!
--> 1 | 'one'
--> 2 | 'other'
--> NULL | 'other'
-- The type is the common one of all branches, taken or not.
SELECT CASE WHEN 1 = 1 THEN 1 ELSE 2.5 END AS a, CASE WHEN 1 = 0 THEN N'x' ELSE 'abc' END AS b, CASE WHEN 1 = 1 THEN 5 ELSE NULL END AS c
GO
--> a numeric(2,1)!, b nvarchar(3)!, c int!
--> 1.0 | 'abc' | 5
-- A string branch beside a number is converted to the number.
SELECT CASE WHEN 1 = 0 THEN 1 ELSE 'abc' END AS v
GO
--> v int
--> Msg 245, Level 16, State 1, Line 2: Conversion failed when converting the varchar value 'abc' to data type int.
-- Only what is needed is evaluated.
SELECT CASE WHEN v = 0 THEN 0 ELSE 10 / v END AS q FROM (VALUES (0), (5)) x (v)
GO
--> q int
--> 0
--> 2
-- IIF, NULLIF, COALESCE, CHOOSE and ISNULL are of the same family.
SELECT IIF(2 > 1, 'a', 'bcd') AS i, NULLIF(3, 3) AS n, COALESCE(NULL, NULL, 4) AS c, CHOOSE(2, 'x', 'yy', 'z') AS h, CHOOSE(9, 'x') AS h2, ISNULL(NULL, 'q') AS s
GO
--> i varchar(3)!, n tinyint, c int!, h varchar(2)!, h2 varchar(1), s varchar(1)!
--> 'a' | NULL | 4 | 'yy' | NULL | 'q'
-- ISNULL takes the type and length of its first argument, COALESCE the common type.
DECLARE @s char(2)
SELECT ISNULL(@s, 'abcdef') AS i, COALESCE(@s, 'abcdef') AS c, ISNULL(CAST(NULL AS int), 2.9) AS j, COALESCE(CAST(NULL AS int), 2.9) AS k
GO
--> i char(2), c varchar(6), j int!, k numeric(11,1)!
--> 'ab' | 'abcdef' | 2 | 2.9
-- In an aggregate.
SELECT SUM(CASE WHEN v > 1 THEN 1 ELSE 0 END) AS many, COUNT(CASE WHEN v > 1 THEN 1 END) AS n FROM (VALUES (1), (2), (3)) x (v)
GO
--> many int, n int
--> 2 | 2
--> info 8153: Warning: Null value is eliminated by an aggregate or other SET operation.
-- Nothing but NULL has no type.
SELECT CASE WHEN 1 = 1 THEN NULL ELSE NULL END
GO
--> Msg 8133, Level 16, State 1, Line 2: At least one of the result expressions in a CASE specification must be an expression other than the NULL constant.
SELECT COALESCE(NULL, NULL)
GO
--> Msg 4127, Level 16, State 1, Line 1: At least one of the arguments to COALESCE must be an expression that is not the NULL constant.
-- Branches that cannot meet.
SELECT CASE WHEN 1 = 1 THEN 1 ELSE CAST('20240101' AS date) END
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: int is incompatible with date
-- A condition is not a value.
SELECT CASE WHEN 1 THEN 2 END
GO
--> Msg 4145, Level 15, State 1, Line 2: An expression of non-boolean type specified in a context where a condition is expected, near 'THEN'.
