SET NOCOUNT ON
GO
-- UNION removes duplicates and NULL equals NULL there; UNION ALL keeps them.
SELECT v FROM (VALUES (1), (2), (NULL)) a (v) UNION SELECT v FROM (VALUES (2), (NULL)) b (v) ORDER BY v
SELECT v FROM (VALUES (1), (2)) a (v) UNION ALL SELECT 2 ORDER BY v
GO
--> v int
--> NULL
--> 1
--> 2
--> v int!
--> 1
--> 2
--> 2
-- INTERSECT and EXCEPT are distinct as well.
SELECT v FROM (VALUES (1), (1), (2), (NULL)) a (v) INTERSECT SELECT v FROM (VALUES (1), (NULL), (3)) b (v) ORDER BY v
SELECT v FROM (VALUES (1), (1), (2), (NULL)) a (v) EXCEPT SELECT v FROM (VALUES (2), (NULL)) b (v)
GO
--> v int
--> NULL
--> 1
--> v int
--> 1
-- INTERSECT binds more tightly than UNION and EXCEPT, which go from left to right.
SELECT 1 AS v UNION SELECT 2 INTERSECT SELECT 3
SELECT 1 AS v EXCEPT SELECT 1 UNION SELECT 4
GO
--> v int!
--> 1
--> v int!
--> 4
-- Parentheses decide otherwise.
(SELECT 1 AS v UNION SELECT 2) INTERSECT SELECT 2
GO
--> v int!
--> 2
-- Names come from the first query, types from all of them.
SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2.5, N'long' ORDER BY a
GO
--> a numeric(2,1)!, b nvarchar(4)!
--> 1.0 | 'x'
--> 2.5 | 'long'
-- A string meets a number as a number.
SELECT '7' AS v UNION ALL SELECT 1
GO
--> v int!
--> 7
--> 1
SELECT 'x' AS v UNION ALL SELECT 1
GO
--> v int!
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the varchar value 'x' to data type int.
-- Strings are compared by the collation: case and trailing blanks do not matter.
SELECT COUNT(*) AS n FROM (SELECT 'abc' AS s UNION SELECT 'ABC' UNION SELECT 'abc  ') x
GO
--> n int
--> 1
-- ORDER BY sorts the whole; it may name a column of the first query or a position.
SELECT 2 AS v UNION ALL SELECT 3 UNION ALL SELECT 1 ORDER BY 1 DESC
GO
--> v int!
--> 3
--> 2
--> 1
-- But not an expression that is not in the list.
SELECT 1 AS v UNION SELECT 2 ORDER BY v + 1
GO
--> Msg 207, Level 16, State 1, Line 2: Invalid column name 'v'.
-- The counts of columns must agree.
SELECT 1, 2 UNION SELECT 1
GO
--> Msg 205, Level 16, State 1, Line 2: All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.
-- A set operation inside IN, a derived table and an INSERT.
DECLARE @t TABLE (v int)
INSERT @t SELECT 1 UNION ALL SELECT 5
SELECT v FROM @t WHERE v IN (SELECT 5 UNION SELECT 6)
SELECT SUM(v) AS s FROM (SELECT v FROM @t UNION ALL SELECT v FROM @t) x
GO
--> v int
--> 5
--> s int
--> 12
