-- Which cursors there are: sp_cursor_list, sp_describe_cursor, its columns and tables, sys.dm_exec_cursors.
CREATE TABLE dbo.t (id int PRIMARY KEY, n decimal(9, 2) NULL, s varchar(10) NOT NULL, big nvarchar(max) NULL, stamp rowversion);
INSERT dbo.t (id, n, s) VALUES (1, 10, 'a'), (2, 20, 'b');
GO
--> (2 rows)
CREATE VIEW dbo.v AS SELECT id, n FROM dbo.t;
GO
DECLARE g CURSOR SCROLL FOR SELECT id, n, n + 1 AS more, s, big, stamp FROM dbo.t ORDER BY id FOR UPDATE OF n, s;
DECLARE l CURSOR LOCAL FAST_FORWARD FOR SELECT v.id FROM dbo.v JOIN dbo.t ON t.id = v.id;
DECLARE @v CURSOR, @list CURSOR;
SET @v = CURSOR STATIC FOR SELECT DISTINCT n FROM dbo.t;
OPEN @v;
FETCH @v;
OPEN g;
FETCH ABSOLUTE 2 FROM g;
UPDATE dbo.t SET n = 21 WHERE CURRENT OF g;

DECLARE @reference sysname, @name sysname, @scope smallint, @status smallint, @model smallint, @concurrency smallint, @scrollable smallint,
  @open smallint, @rows int, @fetch smallint, @columns smallint, @count smallint, @operation smallint, @handle int;
EXEC sp_cursor_list @cursor_return = @list OUTPUT, @cursor_scope = 3;
WHILE 1 = 1
BEGIN
  FETCH NEXT FROM @list INTO @reference, @name, @scope, @status, @model, @concurrency, @scrollable, @open, @rows, @fetch, @columns, @count, @operation, @handle;
  IF @@FETCH_STATUS <> 0 BREAK;
  PRINT CONCAT_WS(' ', @reference, @name, @scope, @status, @model, @concurrency, @scrollable, @open, @rows, @fetch, @columns, @count, @operation);
END;
DEALLOCATE @list;

EXEC sp_describe_cursor @list OUTPUT, N'local', N'l';
FETCH NEXT FROM @list INTO @reference, @name, @scope, @status, @model, @concurrency, @scrollable, @open, @rows, @fetch, @columns, @count, @operation, @handle;
PRINT CONCAT_WS(' ', @reference, @scope, @status, @model, @concurrency, @scrollable, @open);
DEALLOCATE @list;

DECLARE @column sysname, @place int, @flags int, @size int, @type smallint, @precision tinyint, @scale tinyint, @order int, @direction varchar(1), @hidden smallint,
  @columnid int, @objectid int, @dbid int, @database sysname;
EXEC sp_describe_cursor_columns @list OUTPUT, N'global', N'g';
WHILE 1 = 1
BEGIN
  FETCH NEXT FROM @list INTO @column, @place, @flags, @size, @type, @precision, @scale, @order, @direction, @hidden, @columnid, @objectid, @dbid, @database;
  IF @@FETCH_STATUS <> 0 BREAK;
  PRINT CONCAT(@place, ' ', @column, ' flags ', @flags, ' size ', @size, ' type ', @type, ' ', @precision, ',', @scale, ' column ', @columnid, ' of ', OBJECT_NAME(@objectid));
END;
DEALLOCATE @list;

DECLARE @owner sysname, @table sysname, @hint smallint, @lock smallint, @server sysname;
EXEC sp_describe_cursor_tables @list OUTPUT, N'local', N'l';
WHILE 1 = 1
BEGIN
  FETCH NEXT FROM @list INTO @owner, @table, @hint, @lock, @server, @objectid, @dbid, @database;
  IF @@FETCH_STATUS <> 0 BREAK;
  PRINT CONCAT_WS(' ', @owner, @table, @database, OBJECT_NAME(@objectid));
END;
DEALLOCATE @list;

SELECT name, properties, is_open, fetch_status, fetch_buffer_size, fetch_buffer_start FROM sys.dm_exec_cursors(@@SPID) ORDER BY cursor_id;
SELECT COUNT(*) AS nobodys FROM sys.dm_exec_cursors(32000);
GO
--> n decimal(9,2)
--> 10.00
--> id int!, n decimal(9,2), more decimal(10,2), s varchar(10)!, big nvarchar(max), stamp timestamp!
--> 2 | 20.00 | 21.00 | 'b' | NULL | 0x00000000000007D2
--> (1 row)
--> print: g g 2 1 2 3 1 1 2 0 6 1 4
--> print: l l 1 -1 4 1 0 0 0 -9 1 0 0
--> print: @v @v 1 1 1 1 1 1 2 0 1 1 2
--> print: l 1 -1 4 1 0 0
--> print: 0 id flags 2 size 4 type 56 10,0 column 1 of t
--> print: 1 n flags 22 size 5 type 106 9,2 column 2 of t
--> print: 2 more flags 6 size 9 type 106 10,2 column -1 of 
--> print: 3 s flags 16 size 10 type 167 0,0 column 3 of t
--> print: 4 big flags 4 size 2147483647 type 231 0,0 column 4 of t
--> print: 5 stamp flags 2 size 8 type 189 0,0 column 5 of t
--> print: dbo v golden v
--> print: dbo t golden t
--> name nvarchar(256), properties nvarchar(256), is_open bit!, fetch_status int, fetch_buffer_size int!, fetch_buffer_start int!
--> 'g' | 'TSQL | Keyset | Optimistic | Global (0)' | 1 | 0 | 1 | 2
--> 'l' | 'TSQL | Fast_Forward | Read Only | Local (0)' | 0 | -9 | 0 | 0
--> '@v' | 'TSQL | Snapshot | Read Only | Global (0)' | 1 | 0 | 1 | 1
--> nobodys int
--> 0
DEALLOCATE g;
GO

-- What is not there.
DECLARE @list CURSOR;
EXEC sp_describe_cursor @list OUTPUT, N'local', N'nothing';
GO
--> Msg 16916, Level 16, State 4, Procedure sp_describe_cursor, Line 22: A cursor with the name 'nothing' does not exist.
DECLARE @list CURSOR;
EXEC sp_describe_cursor_columns @list OUTPUT, N'session', N'c';
GO
--> Msg 16902, Level 16, State 42, Procedure sp_describe_cursor_columns, Line 9: sp_describe_cursor_columns: The value of the parameter cursor_source is invalid.
DECLARE @list CURSOR;
EXEC sp_describe_cursor_tables @list OUTPUT, N'global', NULL;
GO
--> Msg 16902, Level 16, State 43, Procedure sp_describe_cursor_tables, Line 14: sp_describe_cursor_tables: The value of the parameter cursor_identity is invalid.
DECLARE @list CURSOR;
EXEC sp_cursor_list @list OUTPUT, 4;
SELECT CURSOR_STATUS('variable', '@list') AS unallocated;
GO
--> info 16902: sp_cursor_list: The value of the parameter cursor_scope is invalid.
--> unallocated smallint
--> -2

-- Cursor parameters: only an open cursor comes back, only to a variable that has none and says OUTPUT.
CREATE PROCEDURE dbo.gives @c CURSOR VARYING OUTPUT, @open bit AS
SET @c = CURSOR SCROLL FOR SELECT id FROM dbo.t ORDER BY id;
IF @open = 1 OPEN @c;
GO
DECLARE @c CURSOR;
EXEC dbo.gives @c OUTPUT, 0;
SELECT CURSOR_STATUS('variable', '@c') AS closed_;
EXEC dbo.gives @c, 1;
SELECT CURSOR_STATUS('variable', '@c') AS input_;
EXEC dbo.gives @c OUTPUT, 1;
FETCH LAST FROM @c;
EXEC dbo.gives @c OUTPUT, 1;
GO
--> closed_ smallint
--> -2
--> input_ smallint
--> -2
--> id int!
--> 2
--> Msg 16951, Level 16, State 1, Line 8: The variable '@c' cannot be used as a parameter because a CURSOR OUTPUT parameter must not have a cursor allocated to it before execution of the procedure.
DECLARE @n int;
EXEC dbo.gives @n OUTPUT, 1;
GO
--> Msg 206, Level 16, State 2, Line 2: Operand type clash: int is incompatible with cursor
