-- API server cursors, as drivers call them: sp_cursoropen, sp_cursorfetch, sp_cursor, sp_cursoroption, sp_cursorclose.
CREATE TABLE dbo.t (id int PRIMARY KEY, n int NULL CONSTRAINT small CHECK (n < 1000), s varchar(10) NULL DEFAULT 'new');
CREATE TABLE dbo.heap (n int NULL);
INSERT dbo.t VALUES (1, 10, 'a'), (2, 20, 'b'), (3, 30, 'c'), (4, 40, 'd'), (5, 50, 'e');
INSERT dbo.heap VALUES (1), (2);
GO
--> (5 rows)
--> (2 rows)

-- What is asked for and what is given: 1 keyset, 2 dynamic, 4 forward only, 8 static, 16 fast forward; 1 read only, 2 scroll locks, 4 optimistic.
CREATE PROCEDURE dbo.opens @text nvarchar(200), @scroll int, @concurrency int AS
DECLARE @h int, @rows int, @s int = @scroll, @c int = @concurrency;
DECLARE @sets TABLE (id int);
EXEC sp_cursoropen @h OUTPUT, @text, @s OUTPUT, @c OUTPUT, @rows OUTPUT;
PRINT CONCAT('scroll ', @s, ' concurrency ', @c, ' rows ', @rows);
EXEC sp_cursorclose @h;
GO
EXEC dbo.opens N'SELECT id FROM dbo.t', 1, 4;
EXEC dbo.opens N'SELECT id FROM dbo.t', 2, 8194;
EXEC dbo.opens N'SELECT id FROM dbo.t', 4, 4;
EXEC dbo.opens N'SELECT id FROM dbo.t', 8, 4;
EXEC dbo.opens N'SELECT id FROM dbo.t', 16, 1;
EXEC dbo.opens N'SELECT DISTINCT n FROM dbo.t', 1, 4;
EXEC dbo.opens N'SELECT id FROM dbo.t ORDER BY s', 2, 4;
EXEC dbo.opens N'SELECT n FROM dbo.heap', 1, 4;
GO
--> id int!, ROWSTAT int!
--> print: scroll 1 concurrency 4 rows 5
--> id int!, ROWSTAT int!
--> print: scroll 2 concurrency 2 rows -1
--> id int!, ROWSTAT int!
--> print: scroll 4 concurrency 4 rows -1
--> id int!, ROWSTAT int!
--> print: scroll 8 concurrency 1 rows 5
--> id int!, ROWSTAT int!
--> print: scroll 16 concurrency 1 rows -1
--> n int, ROWSTAT int!
--> print: scroll 8 concurrency 1 rows 5
--> id int!, ROWSTAT int!
--> print: scroll 1 concurrency 4 rows 5
--> n int, ROWSTAT int!
--> print: scroll 1 concurrency 4 rows 2
EXEC dbo.opens N'SELECT DISTINCT n FROM dbo.t', 98305, 4;
GO
--> Msg 16955, Level 16, State 1, Procedure dbo.opens, Line 6: Could not create an acceptable cursor.
--> print: scroll 98305 concurrency 4 rows 
--> Msg 16909, Level 16, State 1, Procedure dbo.opens, Line 8: sp_cursorclose: The cursor identifier value provided (0) is not valid.
EXEC dbo.opens N'SELECT n FROM dbo.t', 3, 4;
GO
--> Msg 16902, Level 16, State 1, Procedure dbo.opens, Line 6: sp_cursoropen: The value of the parameter scrollopt is invalid.
--> print: scroll 3 concurrency 4 rows 
--> Msg 16909, Level 16, State 1, Procedure dbo.opens, Line 8: sp_cursorclose: The cursor identifier value provided (0) is not valid.
EXEC dbo.opens N'SELECT n FROM dbo.t', 1, 3;
GO
--> Msg 16902, Level 16, State 1, Procedure dbo.opens, Line 6: sp_cursoropen: The value of the parameter ccopt is invalid.
--> print: scroll 1 concurrency 3 rows 
--> Msg 16909, Level 16, State 1, Procedure dbo.opens, Line 8: sp_cursorclose: The cursor identifier value provided (0) is not valid.

-- Fetching: 1 first, 2 next, 4 previous, 8 last, 16 absolute, 32 relative, 128 refresh, 256 information, 512 previous without adjusting.
DECLARE @h int, @s int = 1, @c int = 4, @r int, @status int, @row int, @count int;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT, @r OUTPUT;
EXEC sp_cursorfetch @h, 16, 4, 2;
EXEC @status = sp_cursorfetch @h, 4, 0, 4;
SELECT @status AS adjusted;
EXEC sp_cursorfetch @h, 8, 0, 2;
EXEC @status = sp_cursorfetch @h, 512, 0, 4;
SELECT @status AS not_adjusted;
EXEC sp_cursorfetch @h, 32, 2, 1;
EXEC sp_cursorfetch @h, 16, -5, 1;
EXEC sp_cursorfetch @h, 4, 0, 1;
EXEC sp_cursorfetch @h, 256, @row OUTPUT, @count OUTPUT;
SELECT @row AS before_all, @count AS rows;
EXEC sp_cursorfetch @h, 2, 0, 20;
EXEC sp_cursorfetch @h, 2, 0, 20;
EXEC sp_cursorfetch @h, 256, @row OUTPUT, @count OUTPUT;
SELECT @row AS behind_all, @count AS rows;
EXEC sp_cursorfetch @h, 1, 0, 0;
EXEC sp_cursorfetch @h, 1, 0, -1;
EXEC sp_cursorclose @h;
EXEC sp_cursorfetch 77, 1, 0, 1;
GO
--> id int!, ROWSTAT int!
--> id int!, ROWSTAT int!
--> 4 | 1
--> 5 | 1
--> id int!, ROWSTAT int!
--> 1 | 1
--> 2 | 1
--> 3 | 1
--> 4 | 1
--> adjusted int
--> 2
--> id int!, ROWSTAT int!
--> 4 | 1
--> 5 | 1
--> id int!, ROWSTAT int!
--> 1 | 1
--> 2 | 1
--> 3 | 1
--> not_adjusted int
--> 0
--> id int!, ROWSTAT int!
--> 3 | 1
--> id int!, ROWSTAT int!
--> 1 | 1
--> id int!, ROWSTAT int!
--> before_all int, rows int
--> 0 | 5
--> id int!, ROWSTAT int!
--> 1 | 1
--> 2 | 1
--> 3 | 1
--> 4 | 1
--> 5 | 1
--> id int!, ROWSTAT int!
--> behind_all int, rows int
--> -1 | 5
--> id int!, ROWSTAT int!
--> Msg 16902, Level 16, State 1, Line 21: sp_cursorfetch: The value of the parameter nrows is invalid.
--> Msg 16909, Level 16, State 1, Line 23: sp_cursorfetch: The cursor identifier value provided (4d) is not valid.
DECLARE @h int, @s int = 2, @c int = 4;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT;
EXEC sp_cursorfetch @h, 16, 1, 1;
EXEC sp_cursorclose @h;
SET @s = 4;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT;
EXEC sp_cursorfetch @h, 4, 0, 1;
EXEC sp_cursorclose @h;
GO
--> id int!, ROWSTAT int!
--> Msg 16925, Level 16, State 1, Line 3: The fetch type Absolute cannot be used with dynamic cursors.
--> id int!, ROWSTAT int!
--> Msg 16911, Level 16, State 1, Line 7: sp_cursorfetch: The fetch type previous cannot be used with forward only cursors.

-- Changes: 1 update, 2 delete, 4 insert, with 32 to stand on the row; columns as parameters or pieces of SQL.
DECLARE @h int, @s int = 1, @c int = 4;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id, n, s FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT;
EXEC sp_cursor @h, 1, 1, N'', @n = 1;
EXEC sp_cursorfetch @h, 2, 0, 3;
EXEC sp_cursor @h, 33, 2, N'', @n = 21, @s = 'B';
EXEC sp_cursor @h, 1, 1, N'dbo.t', N'SET n = n + 1';
EXEC sp_cursor @h, 1, 1, N'', N'n = n + 1', N's = ''A''';
EXEC sp_cursor @h, 1, 3, N'', N'UPDATE dbo.t SET s = UPPER(s)';
EXEC sp_cursor @h, 4, 0, N'', @id = 6, @n = 60;
EXEC sp_cursor @h, 4, 0, N'', N'VALUES (7, 70, DEFAULT)';
EXEC sp_cursor @h, 4, 0, N'', N'8, 80', N'''h''';
EXEC sp_cursor @h, 4, 0, N'', N'INSERT INTO dbo.t (id) VALUES (9)';
EXEC sp_cursorfetch @h, 128, 0, 0;
EXEC sp_cursor @h, 2, 3, N'';
EXEC sp_cursor @h, 8, 0, N'';
EXEC sp_cursorfetch @h, 8, 0, 4;
EXEC sp_cursor @h, 65, 2, N'', @n = 22;
EXEC sp_cursor @h, 2, 0, N'';
EXEC sp_cursorclose @h;
SELECT * FROM dbo.t;
GO
--> id int!, n int, s varchar(10), ROWSTAT int!
--> Msg 16931, Level 16, State 1, Line 5: There are no rows in the current fetch buffer.
--> id int!, n int, s varchar(10), ROWSTAT int!
--> 1 | 10 | 'a' | 1
--> 2 | 20 | 'b' | 1
--> 3 | 30 | 'c' | 1
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> id int!, n int, s varchar(10), ROWSTAT int!
--> 1 | 12 | 'A' | 1
--> 2 | 21 | 'B' | 1
--> 3 | 30 | 'C' | 1
--> (1 row)
--> id int!, n int, s varchar(10), ROWSTAT int!
--> 1 | 12 | 'A' | 1
--> 2 | 21 | 'B' | 1
--> 0 | NULL | NULL | 2
--> id int!, n int, s varchar(10), ROWSTAT int!
--> 6 | 60 | 'new' | 1
--> 7 | 70 | 'new' | 1
--> 8 | 80 | 'h' | 1
--> 9 | NULL | 'new' | 1
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> id int!, n int, s varchar(10)
--> 1 | 12 | 'A'
--> 2 | 22 | 'B'
--> 4 | 40 | 'd'
--> 5 | 50 | 'e'

-- What it refuses.
DECLARE @h int, @s int = 1, @c int = 4, @status int;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id, n FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT;
EXEC sp_cursorfetch @h, 2, 0, 2;
EXEC sp_cursor @h, 1, 3, N'', @n = 1;
EXEC sp_cursor @h, 1, 1, N'';
EXEC sp_cursor @h, 4, 0, N'';
EXEC sp_cursor @h, 3, 1, N'';
EXEC sp_cursor @h, 0, 1, N'';
EXEC sp_cursor @h, 68, 1, N'', @n = 1;
EXEC sp_cursor @h, 1, 1, N'', @n = 1, @nothing = 2;
EXEC sp_cursor @h, 1, 1, N'', N'UPDATE dbo.t SET n = 1 WHERE id = 1';
EXEC sp_cursor @h, 1, 1, N'dbo.heap', N'SET n = 1';
EXEC @status = sp_cursor @h, 1, 1, N'', @n = 5000;
SELECT @status AS status;
UPDATE dbo.t SET n = n + 1;
EXEC @status = sp_cursor @h, 1, 1, N'', @n = 1;
SELECT @status AS status;
EXEC sp_cursorfetch @h, 128, 0, 0;
EXEC sp_cursor @h, 33, 1, N'', @n = 1;
EXEC sp_cursorclose @h;
EXEC sp_cursor 77, 1, 1, N'', @n = 1;
SELECT @s = 8, @c = 1;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id, n FROM dbo.t', @s OUTPUT, @c OUTPUT;
EXEC sp_cursorfetch @h, 2, 0, 1;
EXEC sp_cursor @h, 2, 1, N'';
EXEC sp_cursorclose @h;
GO
--> id int!, n int, ROWSTAT int!
--> id int!, n int, ROWSTAT int!
--> 1 | 12 | 1
--> 2 | 22 | 1
--> Msg 16930, Level 16, State 1, Line 6: The requested row is not in the fetch buffer.
--> Msg 16935, Level 16, State 1, Line 7: No parameter values were specified for the sp_cursor-UPDATE statement.
--> Msg 16935, Level 16, State 1, Line 8: No parameter values were specified for the sp_cursor-INSERT statement.
--> Msg 16902, Level 16, State 1, Line 9: sp_cursor: The value of the parameter optype is invalid.
--> Msg 16902, Level 16, State 1, Line 10: sp_cursor: The value of the parameter optype is invalid.
--> Msg 16904, Level 16, State 1, Line 11: sp_cursor: optype: You can only specify ABSOLUTE in conjunction with DELETE or UPDATE.
--> Msg 16936, Level 16, State 1, Line 12: sp_cursor: One or more values parameters were invalid.
--> Msg 16936, Level 16, State 1, Line 13: sp_cursor: One or more values parameters were invalid.
--> Msg 16933, Level 16, State 1, Line 1: The cursor does not include the table being modified or the table is not updatable through the cursor.
--> info 3621: The statement has been terminated.
--> Msg 547, Level 16, State 0, Line 1: The UPDATE statement conflicted with the CHECK constraint "small". The conflict occurred in database "golden", table "dbo.t", column 'n'.
--> info 3621: The statement has been terminated.
--> status int
--> 547
--> (4 rows)
--> Msg 16947, Level 16, State 1, Line 1: No rows were updated or deleted.
--> info 16934: Optimistic concurrency check failed. The row was modified outside of this cursor.
--> info 3621: The statement has been terminated.
--> status int
--> 16947
--> id int!, n int, ROWSTAT int!
--> 1 | 13 | 1
--> 2 | 23 | 1
--> (1 row)
--> Msg 16909, Level 16, State 1, Line 23: sp_cursor: The cursor identifier value provided (4d) is not valid.
--> id int!, n int, ROWSTAT int!
--> id int!, n int, ROWSTAT int!
--> 1 | 1 | 1
--> Msg 16929, Level 16, State 1, Line 27: The cursor is READ ONLY.

-- A name, and statements of T-SQL by it; 32 alone chooses the row.
DECLARE @h int, @s int = 2, @c int = 2, @rows int;
EXEC sp_cursoropen @h OUTPUT, N'SELECT id, n FROM dbo.t ORDER BY id', @s OUTPUT, @c OUTPUT;
EXEC sp_cursoroption @h, 2, N'named';
EXEC sp_cursoroption @h, 6, @rows OUTPUT;
SELECT @rows AS not_counted;
EXEC sp_cursorfetch @h, 2, 0, 3;
UPDATE dbo.t SET s = 'first' WHERE CURRENT OF named;
EXEC sp_cursor @h, 32, 3, N'';
UPDATE dbo.t SET s = 'third' WHERE CURRENT OF named;
EXEC sp_cursorclose @h;
UPDATE dbo.t SET s = 'none' WHERE CURRENT OF named;
GO
--> id int!, n int, ROWSTAT int!
--> not_counted int
--> -1
--> id int!, n int, ROWSTAT int!
--> 1 | 1 | 1
--> 2 | 23 | 1
--> 4 | 41 | 1
--> (1 row)
--> (1 row)
--> Msg 16916, Level 16, State 1, Line 13: A cursor with the name 'named' does not exist.
--> info 3621: The statement has been terminated.
SELECT id, s FROM dbo.t;
GO
--> id int!, s varchar(10)
--> 1 | 'first'
--> 2 | 'B'
--> 4 | 'third'
--> 5 | 'e'

-- The rows of a procedure are a snapshot; a text that makes no rows is no cursor, unless it may run directly.
CREATE PROCEDURE dbo.rows_of @from int AS SELECT id FROM dbo.t WHERE id >= @from ORDER BY id;
GO
DECLARE @h int, @s int = 1, @c int = 4, @r int;
EXEC sp_cursoropen @h OUTPUT, N'EXEC dbo.rows_of @p', @s OUTPUT, @c OUTPUT, @r OUTPUT, N'@p int', 2;
SELECT @s AS scroll, @c AS concurrency;
EXEC sp_cursorfetch @h, 2, 0, 1;
EXEC sp_cursor @h, 2, 1, N'';
EXEC sp_cursorclose @h;
EXEC sp_cursoropen @h OUTPUT, N'UPDATE dbo.t SET n = 0 WHERE id = 1';
SET @c = 8196;
EXEC sp_cursoropen @h OUTPUT, N'UPDATE dbo.t SET n = 0 WHERE id = 1', @s OUTPUT, @c OUTPUT;
SELECT @h AS no_cursor;
GO
--> id int!, ROWSTAT int!
--> scroll int, concurrency int
--> 8 | 1
--> id int!, ROWSTAT int!
--> 2 | 1
--> Msg 16929, Level 16, State 1, Line 5: The cursor is READ ONLY.
--> Msg 16937, Level 16, State 1, Line 7: A server cursor cannot be opened on the given statement or statements. Use a default result set or client cursor.
--> (1 row)
--> no_cursor int
--> 0

-- Prepared cursors.
DECLARE @p int, @h int, @s int = 1, @c int = 4;
EXEC sp_cursorprepare @p OUTPUT, N'@from int', N'SELECT id, n FROM dbo.t WHERE id > @from ORDER BY id', 1;
EXEC sp_cursorexecute @p, @h OUTPUT, @s OUTPUT, @c OUTPUT, NULL, 1;
EXEC sp_cursorfetch @h, 2, 0, 1;
EXEC sp_cursor @h, 1, 1, N'', @n = 999;
EXEC sp_cursorclose @h;
EXEC sp_cursorunprepare @p;
EXEC sp_cursorexecute 77, @h OUTPUT;
EXEC sp_cursorprepexec @p OUTPUT, @h OUTPUT, N'@from int', N'SELECT id, n FROM dbo.t WHERE id > @from ORDER BY id', @s OUTPUT, @c OUTPUT, NULL, 1;
EXEC sp_cursorfetch @h, 2, 0, 1;
EXEC sp_cursorclose @h;
GO
--> id int!, n int, ROWSTAT int!
--> id int!, n int, ROWSTAT int!
--> 2 | 23 | 1
--> (1 row)
--> Msg 8179, Level 16, State 2, Line 10: Could not find prepared statement with handle 77.
--> id int!, n int, ROWSTAT int!
--> id int!, n int, ROWSTAT int!
--> 2 | 999 | 1
