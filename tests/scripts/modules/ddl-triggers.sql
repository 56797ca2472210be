-- Triggers on the database fire after data definition, with what happened in EVENTDATA().
CREATE TABLE log (id int IDENTITY, event varchar(40), object nvarchar(100), kind varchar(40), target varchar(40), command nvarchar(400));
GO
CREATE TRIGGER keep ON DATABASE FOR DDL_DATABASE_LEVEL_EVENTS AS
DECLARE @e xml = EVENTDATA();
INSERT log (event, object, kind, target, command) VALUES (
  @e.value('(/EVENT_INSTANCE/EventType)[1]', 'varchar(40)'),
  CONCAT(@e.value('(/EVENT_INSTANCE/DatabaseName)[1]', 'sysname') + '.', @e.value('(/EVENT_INSTANCE/SchemaName)[1]', 'sysname') + '.',
    @e.value('(/EVENT_INSTANCE/ObjectName)[1]', 'sysname')),
  @e.value('(/EVENT_INSTANCE/ObjectType)[1]', 'varchar(40)'),
  @e.value('(/EVENT_INSTANCE/TargetObjectName)[1]', 'varchar(40)'),
  @e.value('(/EVENT_INSTANCE/TSQLCommand/CommandText)[1]', 'nvarchar(400)'));
GO
CREATE TABLE a (id int PRIMARY KEY, v int);
CREATE INDEX ix ON a (v);
ALTER TABLE a ADD w int;
CREATE TABLE #not_here (id int);
CREATE TABLE dbo.b (id int);
DROP TABLE a, b;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
CREATE OR ALTER PROC p AS SELECT 1 AS one;
GO
--> (1 row)
CREATE OR ALTER PROC p AS SELECT 2 AS two;
GO
--> (1 row)
CREATE SCHEMA s;
GO
--> (1 row)
CREATE SEQUENCE s.n;
CREATE SYNONYM s.y FOR dbo.log;
CREATE TYPE s.t FROM int;
CREATE USER u WITHOUT LOGIN;
CREATE ROLE r;
ALTER ROLE r ADD MEMBER u;
GRANT SELECT ON log TO r;
DROP PROC p;
DROP TABLE IF EXISTS nowhere;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
DROP TABLE nowhere;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the table 'nowhere', because it does not exist or you do not have permission.
SELECT event, object, kind, target, command FROM log ORDER BY id;
GO
--> event varchar(40), object nvarchar(100), kind varchar(40), target varchar(40), command nvarchar(400)
--> 'CREATE_TABLE' | 'golden.dbo.a' | 'TABLE' | NULL | 'CREATE TABLE a (id int PRIMARY KEY, v int)'
--> 'CREATE_INDEX' | 'golden.dbo.ix' | 'INDEX' | 'a' | 'CREATE INDEX ix ON a (v)'
--> 'ALTER_TABLE' | 'golden.dbo.a' | 'TABLE' | NULL | 'ALTER TABLE a ADD w int'
--> 'CREATE_TABLE' | 'golden.dbo.b' | 'TABLE' | NULL | 'CREATE TABLE dbo.b (id int)'
--> 'DROP_TABLE' | 'golden.dbo.a' | 'TABLE' | NULL | 'DROP TABLE a, b'
--> 'DROP_TABLE' | 'golden.dbo.b' | 'TABLE' | NULL | 'DROP TABLE a, b'
--> 'CREATE_PROCEDURE' | 'golden.dbo.p' | 'PROCEDURE' | NULL | 'CREATE OR ALTER PROC p AS SELECT 1 AS one;'
--> 'ALTER_PROCEDURE' | 'golden.dbo.p' | 'PROCEDURE' | NULL | 'CREATE OR ALTER PROC p AS SELECT 2 AS two;'
--> 'CREATE_SCHEMA' | 'golden.s.s' | 'SCHEMA' | NULL | 'CREATE SCHEMA s;'
--> 'CREATE_SEQUENCE' | 'golden.s.n' | 'SEQUENCE' | NULL | 'CREATE SEQUENCE s.n'
--> 'CREATE_SYNONYM' | 'golden.s.y' | 'SYNONYM' | NULL | 'CREATE SYNONYM s.y FOR dbo.log'
--> 'CREATE_TYPE' | 'golden.s.t' | 'TYPE' | NULL | 'CREATE TYPE s.t FROM int'
--> 'CREATE_USER' | 'golden.u' | 'SQL USER' | NULL | 'CREATE USER u WITHOUT LOGIN'
--> 'CREATE_ROLE' | 'golden.r' | 'ROLE' | NULL | 'CREATE ROLE r'
--> 'ADD_ROLE_MEMBER' | 'golden.u' | 'SQL USER' | NULL | 'ALTER ROLE r ADD MEMBER u'
--> 'GRANT_DATABASE' | 'golden.dbo.log' | 'TABLE' | NULL | 'GRANT SELECT ON log TO r'
--> 'DROP_PROCEDURE' | 'golden.dbo.p' | 'PROCEDURE' | NULL | 'DROP PROC p'
-- Outside of such a trigger there is no event.
SELECT EVENTDATA() AS nothing;
SELECT name, parent_class, parent_class_desc, parent_id, type, is_disabled FROM sys.triggers;
SELECT COUNT(*) AS objects FROM sys.objects WHERE name = 'keep';
SELECT TOP 3 type, type_desc, event_group_type, event_group_type_desc FROM sys.trigger_events ORDER BY type;
SELECT type, type_name, parent_type FROM sys.trigger_event_types WHERE type IN (21, 10018, 10017, 10016, 10001) ORDER BY type;
GO
--> nothing xml
--> NULL
--> name nvarchar(128)!, parent_class tinyint!, parent_class_desc nvarchar(60), parent_id int!, type char(2)!, is_disabled bit!
--> 'keep' | 0 | 'DATABASE' | 0 | 'TR' | 0
--> objects int
--> 0
--> type int!, type_desc nvarchar(60)!, event_group_type int, event_group_type_desc nvarchar(60)
--> 21 | 'CREATE_TABLE' | 10016 | 'DDL_DATABASE_LEVEL_EVENTS'
--> 22 | 'ALTER_TABLE' | 10016 | 'DDL_DATABASE_LEVEL_EVENTS'
--> 23 | 'DROP_TABLE' | 10016 | 'DDL_DATABASE_LEVEL_EVENTS'
--> type int!, type_name nvarchar(64), parent_type int
--> 21 | 'CREATE_TABLE' | 10018
--> 10001 | 'DDL_EVENTS' | NULL
--> 10016 | 'DDL_DATABASE_LEVEL_EVENTS' | 10001
--> 10017 | 'DDL_TABLE_VIEW_EVENTS' | 10016
--> 10018 | 'DDL_TABLE_EVENTS' | 10017
DISABLE TRIGGER keep ON DATABASE;
TRUNCATE TABLE log;
CREATE TABLE quiet (id int);
SELECT COUNT(*) AS logged FROM log;
SELECT name, is_disabled FROM sys.triggers;
ENABLE TRIGGER ALL ON DATABASE;
DROP TABLE quiet;
SELECT event FROM log;
GO
--> logged int
--> 0
--> name nvarchar(128)!, is_disabled bit!
--> 'keep' | 1
--> (1 row)
--> event varchar(40)
--> 'DROP_TABLE'
-- ROLLBACK in a trigger undoes the statement and ends the batch.
CREATE TRIGGER safety ON DATABASE FOR DROP_TABLE, ALTER_TABLE AS
PRINT 'tables stay as they are';
ROLLBACK;
GO
--> (1 row)
CREATE TABLE kept (id int);
DROP TABLE kept;
SELECT 'not reached' AS text;
GO
--> (1 row)
--> (1 row)
--> print: tables stay as they are
--> Msg 3609, Level 16, State 1, Line 2: The transaction ended in the trigger. The batch has been aborted.
SELECT COUNT(*) AS still_there FROM sys.tables WHERE name = 'kept';
SELECT @@TRANCOUNT AS open_transactions;
GO
--> still_there int
--> 1
--> open_transactions int!
--> 0
BEGIN TRAN;
INSERT log (event) VALUES ('undone');
ALTER TABLE kept ADD x int;
GO
--> (1 row)
--> (1 row)
--> print: tables stay as they are
--> Msg 3609, Level 16, State 1, Line 3: The transaction ended in the trigger. The batch has been aborted.
SELECT @@TRANCOUNT AS open_transactions, (SELECT COUNT(*) FROM log WHERE event = 'undone') AS undone, COL_LENGTH('kept', 'x') AS x;
GO
--> open_transactions int!, undone int, x smallint
--> 0 | 0 | NULL
BEGIN TRY
  DROP TABLE kept;
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message, @@TRANCOUNT AS open_transactions;
END CATCH;
GO
--> (1 row)
--> print: tables stay as they are
--> number int, message nvarchar(4000), open_transactions int!
--> 3609 | 'The transaction ended in the trigger. The batch has been aborted.' | 0
DROP TRIGGER safety ON DATABASE;
DROP TABLE kept;
GO
--> (1 row)
--> (1 row)
-- An error in the body fails the statement.
CREATE TRIGGER failing ON DATABASE FOR CREATE_VIEW AS THROW 50001, 'no views here', 1;
GO
--> (1 row)
CREATE VIEW v AS SELECT 1 AS one;
GO
--> (1 row)
--> Msg 50001, Level 16, State 1, Procedure failing, Line 2: no views here
SELECT OBJECT_ID('v') AS v;
DROP TRIGGER failing ON DATABASE;
GO
--> v int
--> NULL
--> (1 row)
-- Names, events and options.
CREATE TRIGGER keep ON DATABASE FOR CREATE_TABLE AS PRINT 'again';
GO
--> Msg 2714, Level 16, State 2, Procedure keep, Line 2: There is already an object named 'keep' in the database.
CREATE TRIGGER dbo.x ON DATABASE FOR CREATE_TABLE AS PRINT 'x';
GO
--> Msg 1094, Level 15, State 1, Procedure x, Line 1: Cannot specify a schema name as a prefix to the trigger name for database and server level triggers.
CREATE TRIGGER x ON DATABASE FOR CREATE_NOTHING AS PRINT 'x';
GO
--> Msg 1084, Level 15, State 1, Procedure x, Line 1: 'CREATE_NOTHING' is an invalid event type.
CREATE TRIGGER x ON DATABASE FOR CREATE_LOGIN AS PRINT 'x';
GO
--> Msg 1098, Level 15, State 1, Procedure x, Line 1: The specified event type(s) is/are not valid on the specified target object.
CREATE TRIGGER x ON DATABASE FOR INSERT AS PRINT 'x';
GO
--> Msg 1098, Level 15, State 1, Procedure x, Line 1: The specified event type(s) is/are not valid on the specified target object.
ALTER TRIGGER x ON DATABASE FOR CREATE_TABLE AS PRINT 'x';
GO
--> Msg 208, Level 16, State 6, Procedure x, Line 1: Invalid object name 'x'.
CREATE TRIGGER x ON DATABASE FOR CREATE_TABLE AS SELECT nothing FROM log;
GO
--> Msg 207, Level 16, State 1, Procedure x, Line 1: Invalid column name 'nothing'.
DISABLE TRIGGER x ON DATABASE;
GO
--> Msg 1088, Level 16, State 119, Line 1: Cannot find the object "x" because it does not exist or you do not have permissions.
DROP TRIGGER x ON DATABASE;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the trigger 'x', because it does not exist or you do not have permission.
DROP TRIGGER IF EXISTS x ON DATABASE;
DROP TRIGGER keep;
GO
--> Msg 3701, Level 11, State 5, Line 2: Cannot drop the trigger 'keep', because it does not exist or you do not have permission.
ALTER TRIGGER keep ON DATABASE FOR DDL_TABLE_EVENTS AS SELECT TRIGGER_NESTLEVEL() AS level, @@TRANCOUNT AS open_transactions;
GO
CREATE TABLE c (id int);
GO
--> level int, open_transactions int!
--> 1 | 1
DROP TRIGGER keep ON DATABASE;
DROP TABLE c;
GO
-- On the server: for all databases, and for logins.
CREATE TRIGGER everywhere ON ALL SERVER FOR DDL_LOGIN_EVENTS, CREATE_TABLE, CREATE_DATABASE AS
SELECT DB_NAME() AS db, EVENTDATA().value('(/EVENT_INSTANCE/EventType)[1]', 'varchar(40)') AS event,
  EVENTDATA().value('(/EVENT_INSTANCE/DatabaseName)[1]', 'varchar(40)') AS database_name,
  EVENTDATA().value('(/EVENT_INSTANCE/ObjectName)[1]', 'varchar(40)') AS object;
GO
CREATE TABLE d (id int);
CREATE LOGIN somebody WITH PASSWORD = 'Secret-123';
DROP LOGIN somebody;
SELECT name, parent_class, parent_class_desc, is_disabled FROM sys.server_triggers;
SELECT type, type_desc, event_group_type_desc FROM sys.server_trigger_events ORDER BY type;
SELECT COUNT(*) AS here FROM sys.triggers;
DISABLE TRIGGER everywhere ON ALL SERVER;
CREATE TABLE e (id int);
DROP TRIGGER everywhere ON ALL SERVER;
GO
--> db nvarchar(128), event varchar(40), database_name varchar(40), object varchar(40)
--> 'master' | 'CREATE_TABLE' | 'golden' | 'd'
--> db nvarchar(128), event varchar(40), database_name varchar(40), object varchar(40)
--> 'master' | 'CREATE_LOGIN' | NULL | 'somebody'
--> db nvarchar(128), event varchar(40), database_name varchar(40), object varchar(40)
--> 'master' | 'DROP_LOGIN' | NULL | 'somebody'
--> name nvarchar(128)!, parent_class tinyint!, parent_class_desc nvarchar(60), is_disabled bit!
--> 'everywhere' | 100 | 'SERVER' | 0
--> type int!, type_desc nvarchar(60)!, event_group_type_desc nvarchar(60)
--> 21 | 'CREATE_TABLE' | NULL
--> 144 | 'CREATE_LOGIN' | 'DDL_LOGIN_EVENTS'
--> 145 | 'ALTER_LOGIN' | 'DDL_LOGIN_EVENTS'
--> 146 | 'DROP_LOGIN' | 'DDL_LOGIN_EVENTS'
--> 201 | 'CREATE_DATABASE' | NULL
--> here int
--> 0
