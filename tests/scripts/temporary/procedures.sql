-- Temporary procedures: #p belongs to the session, ##p is seen by all; both end with the session that made them.
CREATE TABLE t (id int PRIMARY KEY, s varchar(10));
INSERT t VALUES (1, 'one'), (2, 'two');
GO
--> (2 rows)
CREATE PROCEDURE #find @id int, @s varchar(10) OUTPUT AS
SELECT @s = s FROM t WHERE id = @id;
RETURN @id * 10;
GO
DECLARE @s varchar(10), @r int;
EXEC @r = #find 2, @s OUTPUT;
SELECT @r AS r, @s AS s;
EXEC tempdb..#find @id = 1, @s = @s OUTPUT;
SELECT @s AS s;
GO
--> r int, s varchar(10)
--> 20 | 'two'
--> s varchar(10)
--> 'one'
CREATE PROC #find AS SELECT 1 AS again;
GO
--> Msg 2714, Level 16, State 3, Procedure #find, Line 1: There is already an object named '#find' in the database.
ALTER PROC #find AS SELECT 2 AS changed;
GO
EXEC #find;
GO
--> changed int!
--> 2
CREATE OR ALTER PROC #find AS SELECT COUNT(*) AS n FROM t;
GO
-- Nested bodies see it.
CREATE PROC outside AS EXEC #find;
GO
EXEC outside;
EXEC ('EXEC #find');
GO
--> n int
--> 2
--> n int
--> 2
-- Another session does not.
--! as c2
EXEC #find;
EXEC outside;
GO
--> Msg 2812, Level 16, State 62, Line 3: Could not find stored procedure '#find'.
--> Msg 2812, Level 16, State 62, Procedure outside, Line 2: Could not find stored procedure '#find'.
-- Made by dynamic SQL it lasts as long as the session too.
EXEC ('CREATE PROC #made AS SELECT ''made'' AS it');
EXEC #made;
SELECT CASE WHEN OBJECT_ID('tempdb..#made') IS NOT NULL THEN 'there' ELSE 'gone' END AS it,
  CASE WHEN OBJECT_ID('#made') IS NULL THEN 'not here' ELSE 'here' END AS this_database;
SELECT type, LEFT(name, 6) AS name, LEN(name) AS length FROM tempdb.sys.procedures WHERE name LIKE '#made%';
DROP PROC #made;
EXEC #made;
GO
--> it varchar(4)!
--> 'made'
--> it varchar(5)!, this_database varchar(8)!
--> 'there' | 'not here'
--> type char(2), name nvarchar(6), length int
--> 'P ' | '#made_' | 128
--> Msg 2812, Level 16, State 62, Line 8: Could not find stored procedure '#made'.
DROP PROCEDURE #made;
DROP PROCEDURE IF EXISTS #made;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the procedure '#made', because it does not exist or you do not have permission.
-- A rollback takes it back.
BEGIN TRAN;
EXEC ('CREATE PROC #rolled AS SELECT 1 AS one');
EXEC #rolled;
ROLLBACK;
EXEC #rolled;
GO
--> one int!
--> 1
--> Msg 2812, Level 16, State 62, Line 6: Could not find stored procedure '#rolled'.
CREATE PROC ##shared @n int = 5 AS SELECT @n AS n, DB_NAME() AS db;
GO
EXEC ##shared;
GO
--> n int, db nvarchar(128)
--> 5 | 'golden'
--! as c2
EXEC ##shared 6;
GO
--> n int, db nvarchar(128)
--> 6 | 'golden'
CREATE PROC ##shared AS SELECT 1 AS one;
GO
--> Msg 2714, Level 16, State 3, Procedure ##shared, Line 1: There is already an object named '##shared' in the database.
--! as c3
EXEC ('CREATE PROC ##gone AS SELECT ''c3'' AS who');
EXEC ##gone;
DROP PROC ##gone;
EXEC ##gone;
GO
--> who varchar(2)!
--> 'c3'
--> Msg 2812, Level 16, State 62, Line 5: Could not find stored procedure '##gone'.
CREATE VIEW #v AS SELECT 1 AS one;
GO
--> Msg 4103, Level 15, State 1, Procedure #v, Line 1: "#v": Temporary views are not allowed.
CREATE FUNCTION #f() RETURNS int AS BEGIN RETURN 1 END;
GO
--> Msg 1074, Level 15, State 1, Procedure #f, Line 1: Creation of temporary functions is not allowed.
DROP PROC ##shared;
EXEC ##shared;
GO
--> Msg 2812, Level 16, State 62, Line 2: Could not find stored procedure '##shared'.
