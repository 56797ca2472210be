-- COMMIT counts down, ROLLBACK goes to zero, savepoints stay inside.
CREATE TABLE dbo.t (id int PRIMARY KEY);
GO
BEGIN TRAN;
BEGIN TRAN;
INSERT dbo.t VALUES (1);
SELECT @@TRANCOUNT AS two;
COMMIT;
SELECT @@TRANCOUNT AS one;
COMMIT;
SELECT @@TRANCOUNT AS zero, COUNT(*) AS rows FROM dbo.t;
GO
--> (1 row)
--> two int!
--> 2
--> one int!
--> 1
--> zero int!, rows int
--> 0 | 1
BEGIN TRAN;
BEGIN TRAN;
INSERT dbo.t VALUES (2);
ROLLBACK;
SELECT @@TRANCOUNT AS zero, COUNT(*) AS rows FROM dbo.t;
GO
--> (1 row)
--> zero int!, rows int
--> 0 | 1
COMMIT;
ROLLBACK;
SAVE TRAN s;
GO
--> Msg 3902, Level 16, State 1, Line 1: The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.
--> Msg 3903, Level 16, State 1, Line 2: The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.
--> Msg 628, Level 16, State 0, Line 3: Cannot issue SAVE TRANSACTION when there is no active transaction.

-- Savepoints: the newest of a name counts, and rolling back to one keeps the transaction.
BEGIN TRAN outermost;
INSERT dbo.t VALUES (10);
SAVE TRAN s1;
INSERT dbo.t VALUES (11);
SAVE TRAN s1;
INSERT dbo.t VALUES (12);
ROLLBACK TRAN s1;
SELECT @@TRANCOUNT AS one, COUNT(*) AS rows FROM dbo.t;
ROLLBACK TRAN s1;
SELECT @@TRANCOUNT AS one, COUNT(*) AS rows FROM dbo.t;
ROLLBACK TRAN nowhere;
ROLLBACK TRAN outermost;
SELECT @@TRANCOUNT AS zero, COUNT(*) AS rows FROM dbo.t;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> one int!, rows int
--> 1 | 3
--> one int!, rows int
--> 1 | 3
--> Msg 6401, Level 16, State 1, Line 13: Cannot roll back nowhere. No transaction or savepoint of that name was found.
--> zero int!, rows int
--> 0 | 1

-- A savepoint before the first write.
BEGIN TRAN;
SAVE TRAN early;
INSERT dbo.t VALUES (20);
ROLLBACK TRAN early;
INSERT dbo.t VALUES (21);
COMMIT;
SELECT id FROM dbo.t ORDER BY id;
GO
--> (1 row)
--> (1 row)
--> id int!
--> 1
--> 21

-- Names may come from variables; BEGIN TRAN counts statements as rows 0.
DECLARE @name varchar(40) = 'work';
BEGIN TRAN @name;
SELECT @@ROWCOUNT AS rowcount_after_begin;
INSERT dbo.t VALUES (30);
ROLLBACK TRAN @name;
SELECT @@TRANCOUNT AS zero;
GO
--> rowcount_after_begin int!
--> 0
--> (1 row)
--> zero int!
--> 0

-- A count that a procedure leaves changed is Msg 266.
CREATE PROCEDURE dbo.opens AS BEGIN TRAN;
GO
CREATE PROCEDURE dbo.closes AS ROLLBACK;
GO
EXEC dbo.opens;
SELECT @@TRANCOUNT AS one;
EXEC dbo.closes;
SELECT @@TRANCOUNT AS zero;
GO
--> Msg 266, Level 16, State 2, Procedure dbo.opens, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 0, current count = 1.
--> one int!
--> 1
--> Msg 266, Level 16, State 2, Procedure dbo.closes, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 1, current count = 0.
--> zero int!
--> 0

-- DDL is part of the transaction.
BEGIN TRAN;
CREATE TABLE dbo.made (id int);
INSERT dbo.made VALUES (1);
ALTER TABLE dbo.t ADD extra int NULL;
ROLLBACK;
SELECT OBJECT_ID('dbo.made') AS made, COL_LENGTH('dbo.t', 'extra') AS extra;
GO
--> (1 row)
--> made int, extra smallint
--> NULL | NULL
BEGIN TRAN;
DROP TABLE dbo.t;
ROLLBACK;
SELECT COUNT(*) AS rows FROM dbo.t;
GO
--> rows int
--> 2

-- IMPLICIT_TRANSACTIONS: the first statement that touches a table opens one.
SET IMPLICIT_TRANSACTIONS ON;
GO
SELECT @@TRANCOUNT AS zero;
SELECT COUNT(*) AS rows FROM dbo.t;
SELECT @@TRANCOUNT AS one;
INSERT dbo.t VALUES (40);
ROLLBACK;
SET IMPLICIT_TRANSACTIONS OFF;
SELECT COUNT(*) AS none FROM dbo.t WHERE id = 40;
GO
--> zero int!
--> 0
--> rows int
--> 2
--> one int!
--> 1
--> (1 row)
--> none int
--> 0

-- A procedure that is called first begins the transaction for its caller; one that begins one itself is told so.
CREATE PROCEDURE dbo.first_of_all AS INSERT dbo.t VALUES (41);
GO
CREATE PROCEDURE dbo.leaves_open AS BEGIN TRAN; INSERT dbo.t VALUES (42);
GO
SET IMPLICIT_TRANSACTIONS ON;
EXEC dbo.first_of_all;
SELECT @@TRANCOUNT AS one;
ROLLBACK;
EXEC dbo.leaves_open;
SELECT @@TRANCOUNT AS two;
ROLLBACK;
SET IMPLICIT_TRANSACTIONS OFF;
EXEC dbo.leaves_open;
ROLLBACK;
SELECT COUNT(*) AS none FROM dbo.t WHERE id > 40;
GO
--> (1 row)
--> one int!
--> 1
--> (1 row)
--> Msg 266, Level 16, State 2, Procedure dbo.leaves_open, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 0, current count = 2.
--> two int!
--> 2
--> (1 row)
--> Msg 266, Level 16, State 2, Procedure dbo.leaves_open, Line 0: Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements. Previous count = 0, current count = 1.
--> none int
--> 0

-- Identity values are not given back.
CREATE TABLE dbo.i (id int IDENTITY(1, 1), x int);
INSERT dbo.i (x) VALUES (1);
BEGIN TRAN;
INSERT dbo.i (x) VALUES (2), (3);
ROLLBACK;
INSERT dbo.i (x) VALUES (4);
SELECT id, x FROM dbo.i;
SELECT SCOPE_IDENTITY() AS scope_id, @@IDENTITY AS id, IDENT_CURRENT('dbo.i') AS current_id;
GO
--> (1 row)
--> (2 rows)
--> (1 row)
--> id int!, x int
--> 1 | 1
--> 4 | 4
--> scope_id numeric(38,0), id numeric(38,0), current_id numeric(38,0)
--> 4 | 4 | 4
