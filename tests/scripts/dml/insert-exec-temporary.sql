-- INSERT … EXEC into temporary tables and table variables: what is executed may create temporary tables and write to the database; the whole is one statement.
CREATE TABLE plain (a int PRIMARY KEY)
GO
CREATE PROC both AS SET NOCOUNT ON; CREATE TABLE #x (i int); INSERT #x VALUES (3), (4); INSERT plain SELECT i FROM #x; DELETE #x WHERE i = 3; SELECT i FROM #x
GO
CREATE TABLE #v (a tinyint NOT NULL)
INSERT #v EXEC both
SELECT * FROM #v
SELECT * FROM plain
GO
--> (1 row)
--> a tinyint!
--> 4
--> a int!
--> 3
--> 4
-- rows do not fit: the procedure's writes are undone
DELETE plain
GO
--> (2 rows)
CREATE PROC misfit AS SET NOCOUNT ON; INSERT plain VALUES (9); SELECT CAST(NULL AS int)
GO
CREATE TABLE #w (a int NOT NULL)
BEGIN TRY INSERT #w EXEC misfit END TRY BEGIN CATCH PRINT LEFT(ERROR_MESSAGE(), 70) END CATCH
SELECT COUNT(*) AS none FROM plain
SELECT COUNT(*) AS none FROM #w
SELECT @@TRANCOUNT AS trancount
GO
--> print: Cannot insert the value NULL into column 'a', table 'tempdb.dbo.#w____
--> none int
--> 0
--> none int
--> 0
--> trancount int!
--> 0
-- an inner error that is caught
CREATE PROC caught AS SET NOCOUNT ON; INSERT plain VALUES (1); BEGIN TRY INSERT plain VALUES (1) END TRY BEGIN CATCH SELECT ERROR_NUMBER() END CATCH; SELECT COUNT(*) FROM plain
GO
CREATE TABLE #c (a int)
INSERT #c EXEC caught
SELECT * FROM #c
SELECT * FROM plain
GO
--> (2 rows)
--> a int
--> 2627
--> 1
--> a int!
--> 1
DECLARE @t TABLE (a int)
INSERT @t EXEC both
GO
--> (1 row)
DELETE plain
DECLARE @t TABLE (a int)
INSERT @t EXEC both
SELECT * FROM @t
SELECT * FROM plain
GO
--> (3 rows)
--> (1 row)
--> a int
--> 4
--> a int!
--> 3
--> 4
BEGIN TRAN
DELETE plain
DECLARE @t TABLE (a int)
INSERT @t EXEC both
SELECT @@TRANCOUNT
ROLLBACK
SELECT COUNT(*) FROM plain
SELECT COUNT(*) FROM @t
GO
--> (2 rows)
--> (1 row)
--> - int!
--> 1
--> - int
--> 2
--> - int
--> 1
CREATE TABLE #l (name nvarchar(128), size float, used float, status int)
SET NOCOUNT ON
INSERT #l EXEC ('DBCC SQLPERF (LOGSPACE)')
SELECT CASE WHEN COUNT(*) >= 4 THEN 'all' END FROM #l
GO
--> info 2528: DBCC execution completed. If DBCC printed error messages, contact your system administrator.
--> - varchar(3)
--> 'all'
-- An error inside leaves nothing open.
CREATE TABLE #e (a int)
INSERT #e EXEC ('CREATE TABLE #i (i int); SELECT nonesuch FROM #i')
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nonesuch'.
INSERT #e EXEC ('CREATE TABLE #i (i int); INSERT #i VALUES (1); SELECT i FROM #i')
SELECT a FROM #e
GO
--> a int
--> 1
