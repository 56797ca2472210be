-- A SELECT without FROM has one row, or none when WHERE is not true.
SELECT 1 AS a, 'x' AS b
SELECT 1 AS a WHERE 1 = 0
GO
--> a int!, b varchar(1)!
--> 1 | 'x'
--> a int!
-- Literals have their narrowest types.
SELECT 1 AS i, 3000000000 AS n, 1.50 AS d, 1e3 AS f, $1.5 AS m, 0xAB AS b, 'abc' AS s, N'abc' AS u, '' AS e, NULL AS z
GO
--> i int!, n numeric(10,0)!, d numeric(3,2)!, f float!, m money!, b varbinary(1)!, s varchar(3)!, u nvarchar(3)!, e varchar(1)!, z int
--> 1 | 3000000000 | 1.50 | 1000 | 1.5000 | 0xAB | 'abc' | 'abc' | '' | NULL
-- An aggregate over the one row.
SELECT COUNT(*) AS n, MAX(5) AS m
GO
--> n int, m int
--> 1 | 5
-- Escaped quotes and line breaks.
SELECT 'it''s' AS a, 'one\
 line' AS b
GO
--> a varchar(4)!, b varchar(8)!
--> 'it''s' | 'one line'
-- A star needs a table.
SELECT *
GO
--> Msg 263, Level 16, State 1, Line 2: Must specify table to select from.
SELECT x
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'x'.
SELECT t.x
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "t.x" could not be bound.
