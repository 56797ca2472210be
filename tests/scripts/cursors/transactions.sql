-- Cursors and the end of transactions; where a cursor belongs when it does not say.
CREATE TABLE dbo.t (id int PRIMARY KEY);
INSERT dbo.t VALUES (1), (2), (3);
GO
--> (3 rows)

-- They stay open as a rule.
DECLARE c CURSOR FOR SELECT id FROM dbo.t;
BEGIN TRAN;
OPEN c;
FETCH c;
COMMIT;
FETCH c;
BEGIN TRAN;
UPDATE dbo.t SET id = 20 WHERE CURRENT OF c;
ROLLBACK;
FETCH c;
DEALLOCATE c;
GO
--> id int!
--> 1
--> id int!
--> 2
--> (1 row)
--> id int!
--> 3

-- CURSOR_CLOSE_ON_COMMIT closes those that the transaction has opened, whatever ends it.
SET CURSOR_CLOSE_ON_COMMIT ON;
DECLARE before CURSOR STATIC FOR SELECT id FROM dbo.t;
DECLARE inside CURSOR FOR SELECT id FROM dbo.t;
DECLARE own CURSOR LOCAL FOR SELECT id FROM dbo.t;
DECLARE @v CURSOR;
SET @v = CURSOR STATIC FOR SELECT id FROM dbo.t;
OPEN before;
BEGIN TRAN;
OPEN inside;
OPEN own;
OPEN @v;
BEGIN TRAN;
COMMIT;
SELECT CURSOR_STATUS('global', 'inside') AS inside;
COMMIT;
SELECT CURSOR_STATUS('global', 'before') AS before, CURSOR_STATUS('global', 'inside') AS inside, CURSOR_STATUS('local', 'own') AS own,
  CURSOR_STATUS('variable', '@v') AS v;
FETCH inside;
BEGIN TRAN;
OPEN inside;
ROLLBACK;
SELECT CURSOR_STATUS('global', 'inside') AS inside;
SET CURSOR_CLOSE_ON_COMMIT OFF;
DEALLOCATE before;
DEALLOCATE inside;
GO
--> inside smallint
--> 1
--> before smallint, inside smallint, own smallint, v smallint
--> 1 | -1 | -1 | -1
--> Msg 16917, Level 16, State 2, Line 20: Cursor is not open.
--> inside smallint
--> -1

-- The database decides about cursors that are neither LOCAL nor GLOBAL.
DECLARE shared CURSOR FOR SELECT id FROM dbo.t;
GO
ALTER DATABASE CURRENT SET CURSOR_DEFAULT LOCAL;
GO
DECLARE mine CURSOR FOR SELECT id FROM dbo.t;
DECLARE still CURSOR GLOBAL FOR SELECT id FROM dbo.t;
SELECT CURSOR_STATUS('local', 'mine') AS mine, CURSOR_STATUS('global', 'mine') AS not_global;
GO
--> mine smallint, not_global smallint
--> -1 | -3
SELECT CURSOR_STATUS('global', 'shared') AS shared, CURSOR_STATUS('global', 'still') AS still, CURSOR_STATUS('local', 'mine') AS gone;
DEALLOCATE shared;
DEALLOCATE still;
GO
--> shared smallint, still smallint, gone smallint
--> -1 | -1 | -3

-- A transaction that begins by itself begins with the cursor.
SET IMPLICIT_TRANSACTIONS ON;
DECLARE c CURSOR FOR SELECT id FROM dbo.t;
OPEN c;
SELECT @@TRANCOUNT AS began;
FETCH c;
DELETE dbo.t WHERE CURRENT OF c;
ROLLBACK;
SET IMPLICIT_TRANSACTIONS OFF;
SELECT COUNT(*) AS all_three FROM dbo.t;
DEALLOCATE c;
GO
--> began int!
--> 1
--> id int!
--> 1
--> (1 row)
--> all_three int
--> 3
