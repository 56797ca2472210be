-- The batches of a session share one scope; what they call has its own.
CREATE TABLE t (id int IDENTITY(10, 5), v int)
GO
SELECT SCOPE_IDENTITY() AS none
INSERT t VALUES (1)
GO
--> none numeric(38,0)
--> NULL
--> (1 row)
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
GO
--> s numeric(38,0), i numeric(38,0)
--> 10 | 10
CREATE PROCEDURE adds AS SELECT SCOPE_IDENTITY() AS before INSERT t VALUES (2) SELECT SCOPE_IDENTITY() AS own
GO
EXEC adds
EXEC ('INSERT t VALUES (3)')
EXEC sp_executesql N'INSERT t VALUES (@p)', N'@p int', 4
GO
--> before numeric(38,0)
--> NULL
--> (1 row)
--> own numeric(38,0)
--> 15
--> (1 row)
--> (1 row)
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
GO
--> s numeric(38,0), i numeric(38,0)
--> 10 | 25
INSERT t VALUES (5)
SELECT 1 / 0
GO
--> (1 row)
--> - int
--> Msg 8134, Level 16, State 1, Line 2: Divide by zero error encountered.
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
GO
--> s numeric(38,0), i numeric(38,0)
--> 30 | 30
-- Table variables and temporary tables count.
DECLARE @t TABLE (id int IDENTITY(100, 1), v int)
INSERT @t (v) VALUES (1), (2)
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
CREATE TABLE #t (id int IDENTITY(200, 1), v int)
INSERT #t (v) VALUES (1), (2)
SELECT SCOPE_IDENTITY() AS s, @@IDENTITY AS i
GO
--> (2 rows)
--> s numeric(38,0), i numeric(38,0)
--> 101 | 101
--> (2 rows)
--> s numeric(38,0), i numeric(38,0)
--> 201 | 201
