-- Mistakes that SQL Server finds while it compiles a statement.
CREATE TABLE t (a int NOT NULL, b int NULL)
GO
INSERT t (a, b) VALUES (1)
GO
--> Msg 109, Level 15, State 1, Line 1: There are more columns in the INSERT statement than values specified in the VALUES clause. The number of values in the VALUES clause must match the number of columns specified in the INSERT statement.
INSERT t (a) VALUES (1, 2)
GO
--> Msg 110, Level 15, State 1, Line 1: There are fewer columns in the INSERT statement than values specified in the VALUES clause. The number of values in the VALUES clause must match the number of columns specified in the INSERT statement.
INSERT t (a, b) SELECT 1
GO
--> Msg 120, Level 15, State 1, Line 1: The select list for the INSERT statement contains fewer items than the insert list. The number of SELECT values must match the number of INSERT columns.
INSERT t (a) SELECT 1, 2
GO
--> Msg 121, Level 15, State 1, Line 1: The select list for the INSERT statement contains more items than the insert list. The number of SELECT values must match the number of INSERT columns.
INSERT t (a, a) VALUES (1, 2)
GO
--> Msg 264, Level 16, State 1, Line 1: The column name 'a' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
UPDATE t SET a = 1, a = 2
GO
--> Msg 264, Level 16, State 1, Line 1: The column name 'a' is specified more than once in the SET clause or column list of an INSERT. A column cannot be assigned more than one value in the same clause. Modify the clause to make sure that a column is updated only once. If this statement updates or inserts columns into a view, column aliasing can conceal the duplication in your code.
SELECT a FROM t AS x WHERE t.a = 1
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "t.a" could not be bound.
SELECT x.* FROM t
GO
--> Msg 107, Level 15, State 1, Line 1: The column prefix 'x' does not match with a table name or alias name used in the query.
SELECT a, b FROM t ORDER BY 3
GO
--> Msg 108, Level 16, State 1, Line 1: The ORDER BY position number 3 is out of range of the number of items in the select list.
SELECT LEFT('a') AS x
GO
--> Msg 174, Level 15, State 1, Line 1: The left function requires 2 argument(s).
SELECT nothing(1) AS x
GO
--> Msg 195, Level 15, State 10, Line 1: 'nothing' is not a recognized built-in function name.
SELECT dbo.nothing(1) AS x
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "dbo" or the user-defined function or aggregate "dbo.nothing", or the name is ambiguous.
SELECT CAST(1 AS nothing) AS x
GO
--> Msg 243, Level 16, State 1, Line 1: Type nothing is not a defined system type.
SELECT SUM(SUM(a)) AS x FROM t
GO
--> Msg 130, Level 15, State 1, Line 1: Cannot perform an aggregate function on an expression containing an aggregate or a subquery.
SELECT a FROM t WHERE SUM(a) > 1
GO
--> Msg 147, Level 15, State 1, Line 1: An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING clause or a select list, and the column being aggregated is an outer reference.
SELECT SUM('x') AS x FROM t
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type varchar is invalid for sum operator.
SELECT a, b FROM t UNION SELECT a FROM t
GO
--> Msg 205, Level 16, State 1, Line 1: All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in their target lists.
SELECT TOP (-1) a FROM t
GO
--> Msg 127, Level 15, State 1, Line 1: A TOP N or FETCH rowcount value may not be negative.
