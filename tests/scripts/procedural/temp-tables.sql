SET NOCOUNT ON
GO
-- A temporary table lives for the session, and is seen by the batches that follow.
CREATE TABLE #t (id int NOT NULL PRIMARY KEY, name varchar(10) NULL DEFAULT 'none')
INSERT #t (id) VALUES (1), (2)
GO
SELECT * FROM #t ORDER BY id
SELECT id FROM tempdb..#t WHERE id = 2
SELECT CASE WHEN OBJECT_ID('tempdb..#t') IS NULL THEN 'no' ELSE 'yes' END AS there
GO
--> id int!, name varchar(10)
--> 1 | 'none'
--> 2 | 'none'
--> id int!
--> 2
--> there varchar(3)!
--> 'yes'
-- It can be altered, indexed, truncated and dropped.
ALTER TABLE #t ADD n int NULL
CREATE INDEX ix ON #t (n)
GO
UPDATE #t SET n = id * 10
SELECT n FROM #t ORDER BY n
TRUNCATE TABLE #t
DROP TABLE #t
DROP TABLE IF EXISTS #t
GO
--> n int
--> 10
--> 20
CREATE PROCEDURE inner_p AS
INSERT #shared VALUES (2)
CREATE TABLE #own (id int)
SELECT id FROM #shared ORDER BY id
GO
CREATE PROCEDURE outer_p AS
CREATE TABLE #shared (id int)
INSERT #shared VALUES (1)
EXEC inner_p
SELECT OBJECT_ID('tempdb..#own') AS own
GO
-- A procedure's table is seen by what it calls, and dropped at its end.
EXEC outer_p
SELECT OBJECT_ID('tempdb..#shared') AS shared
GO
--> id int
--> 1
--> 2
--> own int
--> NULL
--> shared int
--> NULL
-- Two procedures may have tables of the same name; the inner one hides the outer.
CREATE PROCEDURE hides AS
CREATE TABLE #t (x varchar(10))
INSERT #t VALUES ('inner')
SELECT x FROM #t
GO
CREATE TABLE #t (x varchar(10))
INSERT #t VALUES ('outer')
EXEC hides
SELECT x FROM #t
DROP TABLE #t
GO
--> x varchar(10)
--> 'inner'
--> x varchar(10)
--> 'outer'
-- A rollback undoes its rows, and its creation.
CREATE TABLE #r (id int)
BEGIN TRAN
INSERT #r VALUES (1)
CREATE TABLE #made (id int)
ROLLBACK
SELECT (SELECT COUNT(*) FROM #r) AS n, OBJECT_ID('tempdb..#made') AS made
DROP TABLE #r
GO
--> n int, made int
--> 0 | NULL
-- SELECT INTO, and joins with other tables.
SELECT v INTO #v FROM (VALUES (1), (2)) t (v)
SELECT a.v FROM #v a JOIN (VALUES (2), (3)) b (v) ON a.v = b.v
DROP TABLE #v
GO
--> v int!
--> 2
-- A global one is for all sessions.
CREATE TABLE ##g (id int)
INSERT ##g VALUES (7)
SELECT id FROM ##g
DROP TABLE ##g
GO
--> id int
--> 7
-- Twice is an error; so is one that is not there.
CREATE TABLE #d (id int)
GO
CREATE TABLE #d (id int)
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named '#d' in the database.
DROP TABLE #nothing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the table '#nothing', because it does not exist or you do not have permission.
SELECT * FROM #nothing
GO
--> Msg 208, Level 16, State 0, Line 1: Invalid object name '#nothing'.
