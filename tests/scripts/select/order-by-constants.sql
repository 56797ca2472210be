SET NOCOUNT ON
GO
CREATE TABLE t (a int, b int)
CREATE TABLE u (id int)
INSERT t VALUES (1, 20), (2, 10)
INSERT u VALUES (3)
GO
-- What folds to a constant orders nothing, though it is no position.
SELECT a FROM t ORDER BY 1 + 0
GO
--> Msg 408, Level 16, State 1, Line 2: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a FROM t ORDER BY ABS(-1)
GO
--> Msg 408, Level 16, State 1, Line 1: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a FROM t ORDER BY COALESCE(NULL, 1)
GO
--> Msg 408, Level 16, State 1, Line 1: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a FROM t ORDER BY a, CASE 1 WHEN 1 THEN 5 ELSE a END
GO
--> Msg 408, Level 16, State 1, Line 1: A constant expression was encountered in the ORDER BY list, position 2.
SELECT a FROM t ORDER BY CASE WHEN NULL > a THEN 1 ELSE 2 END
GO
--> Msg 408, Level 16, State 1, Line 1: A constant expression was encountered in the ORDER BY list, position 1.
SELECT a FROM t ORDER BY -1
GO
--> Msg 108, Level 16, State 1, Line 1: The ORDER BY position number -1 is out of range of the number of items in the select list.
SELECT ROW_NUMBER() OVER (ORDER BY LEN('abc')) FROM t
GO
--> Msg 5308, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support integer indices as ORDER BY clause expressions.
SELECT ROW_NUMBER() OVER (ORDER BY 1 - 2) FROM t
GO
--> Msg 5309, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.
SELECT ROW_NUMBER() OVER (ORDER BY CAST(1 AS bigint)) FROM t
GO
--> Msg 5309, Level 15, State 1, Line 1: Windowed functions, aggregates and NEXT VALUE FOR functions do not support constants as ORDER BY clause expressions.
-- What is computed when the statement runs is accepted, whatever it is.
SELECT a FROM t ORDER BY UPPER('x'), b
SELECT a FROM t ORDER BY ISNULL(NULL, 1), b
SELECT a FROM t ORDER BY CASE 1 WHEN 1 THEN b ELSE 5 END
SELECT a FROM t ORDER BY LEN(UPPER('abc')), b
SELECT a FROM t ORDER BY GETDATE(), b
GO
--> a int
--> 2
--> 1
--> a int
--> 2
--> 1
--> a int
--> 2
--> 1
--> a int
--> 2
--> 1
--> a int
--> 2
--> 1
-- After a set operation only what the first query selects; names that it does not know are errors of their own.
SELECT a FROM t UNION SELECT id FROM u ORDER BY b
GO
--> Msg 104, Level 16, State 1, Line 2: ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT operator.
SELECT a FROM t UNION SELECT id FROM u ORDER BY a + 1
GO
--> Msg 104, Level 16, State 1, Line 1: ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT operator.
SELECT a FROM t UNION SELECT id FROM u ORDER BY id
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'id'.
SELECT a FROM t x UNION SELECT id FROM u y ORDER BY y.id
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "y.id" could not be bound.
SELECT a AS z FROM t x UNION SELECT id FROM u y ORDER BY x.a DESC
GO
--> z int
--> 3
--> 2
--> 1
-- 8120 names a table as FROM does, whatever its alias.
SELECT a, b FROM dbo.t AS x GROUP BY a
GO
--> Msg 8120, Level 16, State 1, Line 2: Column 'dbo.t.b' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT x.a FROM t x JOIN t y ON x.a = y.a GROUP BY y.a
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 't.a' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
WITH c AS (SELECT * FROM t) SELECT q.b FROM c AS q GROUP BY a
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 'c.b' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
SELECT q.b FROM (SELECT * FROM t) q GROUP BY a
GO
--> Msg 8120, Level 16, State 1, Line 1: Column 'q.b' is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.
-- EXISTS asks for no columns.
SELECT 1 AS one WHERE EXISTS (SELECT *)
GO
--> one int!
--> 1
