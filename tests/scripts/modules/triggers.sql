-- Triggers: once a statement, with inserted and deleted.
CREATE TABLE dbo.t (id int PRIMARY KEY, n int NOT NULL);
CREATE TABLE dbo.log (id int IDENTITY PRIMARY KEY, what varchar(100) NOT NULL);
GO
CREATE TRIGGER dbo.t_all ON dbo.t AFTER INSERT, UPDATE, DELETE AS
BEGIN
  SET NOCOUNT ON;
  INSERT dbo.log (what)
  SELECT CONCAT('i', (SELECT COUNT(*) FROM inserted), ' d', (SELECT COUNT(*) FROM deleted), CASE WHEN UPDATE(n) THEN ' n' ELSE '' END, ' @@TRANCOUNT ', @@TRANCOUNT);
END
GO
INSERT dbo.t VALUES (1, 1), (2, 2);
UPDATE dbo.t SET n = n + 1;
UPDATE dbo.t SET id = id + 10 WHERE id = 2;
DELETE dbo.t WHERE id = 99;
DELETE dbo.t WHERE id = 1;
SELECT id, what FROM dbo.log ORDER BY id;
GO
--> (2 rows)
--> (2 rows)
--> (1 row)
--> (0 rows)
--> (1 row)
--> id int!, what varchar(100)!
--> 1 | 'i2 d0 n @@TRANCOUNT 1'
--> 2 | 'i2 d2 n @@TRANCOUNT 1'
--> 3 | 'i1 d1 @@TRANCOUNT 1'
--> 4 | 'i0 d0 @@TRANCOUNT 1'
--> 5 | 'i0 d1 @@TRANCOUNT 1'

-- @@IDENTITY crosses the trigger's scope, SCOPE_IDENTITY does not.
CREATE TABLE dbo.own (id int IDENTITY(500, 1) PRIMARY KEY, n int);
GO
CREATE TRIGGER dbo.own_insert ON dbo.own FOR INSERT AS INSERT dbo.log (what) VALUES ('own');
GO
INSERT dbo.own (n) VALUES (1);
SELECT SCOPE_IDENTITY() AS scope_id, CASE WHEN @@IDENTITY < 100 THEN 'of the log' END AS id;
GO
--> (1 row)
--> (1 row)
--> scope_id numeric(38,0), id varchar(10)
--> 500 | 'of the log'

-- ROLLBACK in a trigger ends the batch and undoes the statement; what the trigger does afterwards stays.
CREATE TRIGGER dbo.t_guard ON dbo.t AFTER INSERT AS
IF EXISTS (SELECT 1 FROM inserted WHERE n < 0)
BEGIN
  RAISERROR ('negative', 16, 1);
  ROLLBACK TRANSACTION;
  INSERT dbo.log (what) VALUES ('refused');
END
GO
DELETE dbo.log;
INSERT dbo.t VALUES (20, 20);
INSERT dbo.t VALUES (21, -1);
PRINT 'not reached';
GO
--> (6 rows)
--> (1 row)
--> Msg 50000, Level 16, State 1, Procedure t_guard, Line 6: negative
--> (1 row)
--> Msg 3609, Level 16, State 1, Line 3: The transaction ended in the trigger. The batch has been aborted.
SELECT id, n FROM dbo.t ORDER BY id;
SELECT what FROM dbo.log ORDER BY id;
GO
--> id int!, n int!
--> 12 | 3
--> 20 | 20
--> what varchar(100)!
--> 'i1 d0 n @@TRANCOUNT 1'
--> 'refused'

-- An error in a trigger ends the batch and rolls back.
CREATE TRIGGER dbo.t_error ON dbo.t AFTER DELETE AS
DECLARE @x int = 1 / 0;
GO
BEGIN TRAN;
DELETE dbo.t WHERE id = 20;
PRINT 'not reached';
GO
--> Msg 8134, Level 16, State 1, Procedure t_error, Line 4: Divide by zero error encountered.
--> info 3621: The statement has been terminated.
SELECT @@TRANCOUNT AS zero, COUNT(*) AS rows FROM dbo.t;
DROP TRIGGER dbo.t_error;
GO
--> zero int!, rows int
--> 0 | 2

-- INSTEAD OF replaces the change; its own writes reach the table.
CREATE TRIGGER dbo.log_instead ON dbo.log INSTEAD OF INSERT AS
INSERT dbo.log (what) SELECT UPPER(what) FROM inserted;
GO
DELETE dbo.log;
INSERT dbo.log (what) VALUES ('lower');
SELECT what FROM dbo.log;
GO
--> (2 rows)
--> (1 row)
--> (1 row)
--> what varchar(100)!
--> 'LOWER'
DISABLE TRIGGER dbo.log_instead ON dbo.log;
INSERT dbo.log (what) VALUES ('lower');
SELECT what FROM dbo.log ORDER BY id;
GO
--> (1 row)
--> what varchar(100)!
--> 'LOWER'
--> 'lower'

-- A trigger sees which columns were assigned.
CREATE TABLE dbo.w (a int, b int, c int);
GO
CREATE TRIGGER dbo.w_update ON dbo.w AFTER UPDATE AS
SELECT COLUMNS_UPDATED() AS mask, CASE WHEN UPDATE(b) THEN 'b' ELSE 'not b' END AS b;
GO
UPDATE dbo.w SET a = 1, c = 2;
UPDATE dbo.w SET b = 1;
GO
--> mask varbinary(128), b varchar(5)!
--> 0x05 | 'not b'
--> (0 rows)
--> mask varbinary(128), b varchar(5)!
--> 0x02 | 'b'
--> (0 rows)
