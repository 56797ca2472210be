SET NOCOUNT ON
GO
-- A class of modules has options of its own.
CREATE VIEW v WITH RECOMPILE AS SELECT 1 AS a
GO
--> Msg 487, Level 16, State 1, Procedure v, Line 2: An invalid option was specified for the statement "CREATE/ALTER VIEW".
CREATE FUNCTION f() RETURNS int WITH RECOMPILE AS BEGIN RETURN 1 END
GO
--> Msg 487, Level 16, State 1, Procedure f, Line 1: An invalid option was specified for the statement "CREATE/ALTER FUNCTION".
CREATE PROCEDURE p WITH VIEW_METADATA AS SELECT 1
GO
--> Msg 487, Level 16, State 1, Procedure p, Line 1: An invalid option was specified for the statement "CREATE/ALTER PROCEDURE".
CREATE PROCEDURE p WITH INLINE = ON AS SELECT 1
GO
--> Msg 487, Level 16, State 1, Procedure p, Line 1: An invalid option was specified for the statement "CREATE/ALTER PROCEDURE".
CREATE TABLE t (a int, b int)
GO
CREATE TRIGGER g ON t WITH RECOMPILE AFTER INSERT AS SELECT 1
GO
--> Msg 487, Level 16, State 1, Procedure g, Line 1: An invalid option was specified for the statement "CREATE/ALTER TRIGGER".
SELECT COUNT(*) AS made FROM sys.objects WHERE name IN ('v', 'f', 'p', 'g')
GO
--> made int
--> 0
-- The columns of views and of inline functions have names.
CREATE VIEW v AS SELECT a + 1 FROM t
GO
--> Msg 4511, Level 16, State 1, Procedure v, Line 2: Create View or Function failed because no column name was specified for column 1.
CREATE FUNCTION f() RETURNS TABLE AS RETURN SELECT a, a + 1 FROM t
GO
--> Msg 4514, Level 16, State 1, Procedure f, Line 1: CREATE FUNCTION failed because a column name is not specified for column 2.
-- What is computed is not written, whatever else the view is.
CREATE VIEW totals AS SELECT SUM(a) AS total, b FROM t GROUP BY b
GO
UPDATE totals SET total = 1
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'totals' failed because it contains a derived or constant field.
UPDATE totals SET b = 1
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'totals' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
DELETE totals
GO
--> Msg 4403, Level 16, State 1, Line 1: Cannot update the view or function 'totals' because it contains aggregates, or a DISTINCT or GROUP BY clause, or PIVOT or UNPIVOT operator.
INSERT totals VALUES (1, 2)
GO
--> Msg 4406, Level 16, State 1, Line 1: Update or insert of view or function 'totals' failed because it contains a derived or constant field.
