-- A statement that fails on a row fails in the same way when it runs again, and works when the data allow it.
CREATE TABLE t (i int NOT NULL)
INSERT t VALUES (0)
GO
--> (1 row)
SELECT 10 / i AS x FROM t
GO
--> x int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
SELECT 10 / i AS x FROM t
GO
--> x int
--> Msg 8134, Level 16, State 1, Line 1: Divide by zero error encountered.
UPDATE t SET i = 5
GO
--> (1 row)
SELECT 10 / i AS x FROM t
GO
--> x int
--> 2
-- A call of constants that has a native form for other types only.
SELECT SIGN(1e1) AS x, ABS(-2.5) AS y, FLOOR(1.5e0) AS z FROM t
GO
--> x float!, y numeric(2,1), z float!
--> 1 | 2.5 | 1
