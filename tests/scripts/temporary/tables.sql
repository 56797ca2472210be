-- Temporary tables belong to the scope that made them.
CREATE PROCEDURE dbo.makes AS
CREATE TABLE #t (a int);
INSERT #t VALUES (1), (2);
EXEC ('SELECT COUNT(*) AS seen_by_callee FROM #t');
GO
EXEC dbo.makes;
SELECT * FROM #t;
GO
--> (2 rows)
--> seen_by_callee int
--> 2
--> Msg 208, Level 16, State 0, Line 2: Invalid object name '#t'.
EXEC dbo.makes;
GO
--> (2 rows)
--> seen_by_callee int
--> 2

-- A table of the session is seen by procedures; theirs of the same name hides it.
CREATE TABLE #t (a int, s varchar(10));
INSERT #t VALUES (100, 'session');
EXEC dbo.makes;
SELECT a, s FROM #t;
GO
--> (1 row)
--> (2 rows)
--> seen_by_callee int
--> 2
--> a int, s varchar(10)
--> 100 | 'session'
CREATE TABLE #t (a int);
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named '#t' in the database.
DROP TABLE #t;
DROP TABLE IF EXISTS #t;
DROP TABLE #t;
GO
--> Msg 3701, Level 11, State 5, Line 3: Cannot drop the table '#t', because it does not exist or you do not have permission.

-- SELECT INTO, indexes, ALTER, rollback.
SELECT 1 AS id, CAST('x' AS varchar(5)) AS s INTO #s;
ALTER TABLE #s ADD extra int NULL;
CREATE UNIQUE INDEX ix ON #s (id);
INSERT #s (id, s) VALUES (2, 'y');
INSERT #s (id, s) VALUES (2, 'z');
SELECT * FROM #s ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> Msg 2601, Level 14, State 1, Line 7: Cannot insert duplicate key row in object 'dbo.#s' with unique index 'ix'. The duplicate key value is (2).
--> info 3621: The statement has been terminated.
--> id int!, s varchar(5), extra int
--> 1 | 'x' | NULL
--> 2 | 'y' | NULL
BEGIN TRAN;
INSERT #s (id, s) VALUES (3, 'gone');
CREATE TABLE #rolled (a int);
ROLLBACK;
SELECT COUNT(*) AS two FROM #s;
SELECT OBJECT_ID('tempdb..#rolled') AS gone;
SELECT * FROM tempdb..#s WHERE id = 1;
GO
--> (1 row)
--> two int
--> 2
--> gone int
--> NULL
--> id int!, s varchar(5), extra int
--> 1 | 'x' | NULL
SELECT * FROM #rolled;
GO
--> Msg 208, Level 16, State 0, Line 1: Invalid object name '#rolled'.

-- Identity begins anew with each table.
CREATE PROCEDURE dbo.counts AS
CREATE TABLE #c (id int IDENTITY, x char(1));
INSERT #c (x) VALUES ('a'), ('b');
SELECT id, x FROM #c;
GO
EXEC dbo.counts;
EXEC dbo.counts;
GO
--> (2 rows)
--> id int!, x char(1)
--> 1 | 'a'
--> 2 | 'b'
--> (2 rows)
--> id int!, x char(1)
--> 1 | 'a'
--> 2 | 'b'
CREATE TABLE ##g (a int);
INSERT ##g VALUES (5);
SELECT a FROM ##g;
DROP TABLE ##g;
GO
--> (1 row)
--> a int
--> 5
