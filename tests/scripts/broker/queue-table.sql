-- A queue can be read like a table and changed by messages only.
CREATE QUEUE dbo.q;
CREATE SERVICE s ON QUEUE q ([DEFAULT]);
GO
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's';
SEND ON CONVERSATION @h (N'first');
SEND ON CONVERSATION @h (N'second');
GO
SELECT TOP (1) CAST(message_body AS nvarchar(10)) AS body, casted_message_body = CASE message_type_name WHEN 'X' THEN CAST(message_body AS nvarchar(max)) ELSE message_body END FROM golden.dbo.q WITH (NOLOCK) ORDER BY queuing_order;
SELECT CAST(a.message_body AS nvarchar(10)) AS a, CAST(b.message_body AS nvarchar(10)) AS b FROM q AS a JOIN dbo.q AS b ON b.queuing_order = a.queuing_order + 1;
SELECT message_type_name, COUNT(*) AS n, CASE WHEN MAX(message_enqueue_time) <= GETDATE() THEN 1 ELSE 0 END AS past FROM q GROUP BY message_type_name;
SELECT COUNT(*) AS n FROM q WHERE EXISTS (SELECT 1 FROM sys.conversation_endpoints AS e WHERE e.conversation_handle = q.conversation_handle);
GO
--> body nvarchar(10), casted_message_body nvarchar(max)
--> 'first' | 'first'
--> a nvarchar(10), b nvarchar(10)
--> 'first' | 'second'
--> message_type_name nvarchar(256), n int, past int!
--> 'DEFAULT' | 2 | 1
--> n int
--> 2
INSERT q (status) VALUES (1);
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'q' cannot be modified.
UPDATE q SET status = 0;
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'q' cannot be modified.
DELETE q;
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'q' cannot be modified.
DELETE FROM x FROM q AS x WHERE status = 1;
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'q' cannot be modified.
TRUNCATE TABLE q;
GO
--> Msg 4708, Level 16, State 2, Line 1: Could not truncate object 'q' because it is not a table.
MERGE q USING (SELECT 1 AS n) AS s ON 1 = 1 WHEN MATCHED THEN DELETE;
GO
--> Msg 270, Level 16, State 1, Line 1: Object 'q' cannot be modified.
DROP TABLE q;
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the table 'q', because it does not exist or you do not have permission.
ALTER TABLE q ADD n int;
GO
--> Msg 4902, Level 16, State 1, Line 1: Cannot find the object "q" because it does not exist or you do not have permissions.
CREATE INDEX i ON q (status);
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "q" because it does not exist or you do not have permissions.
CREATE TABLE q (n int);
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'q' in the database.
SELECT nothing FROM q;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.

-- In views, functions and procedures, and inside a trigger.
CREATE VIEW dbo.waiting AS SELECT COUNT(*) AS n FROM dbo.q;
GO
CREATE TABLE dbo.t (n int);
GO
CREATE TRIGGER dbo.notify ON dbo.t AFTER INSERT AS
BEGIN
    DECLARE @h uniqueidentifier, @body nvarchar(max) = (SELECT n FROM inserted FOR XML PATH('row'));
    BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's' WITH ENCRYPTION = OFF;
    SEND ON CONVERSATION @h (@body);
END
GO
INSERT dbo.t VALUES (7), (8);
SELECT n FROM dbo.waiting;
SELECT CAST(message_body AS nvarchar(100)) AS body FROM q WHERE queuing_order = 2;
GO
--> (2 rows)
--> n int
--> 3
--> body nvarchar(100)
--> '<row><n>8</n></row><row><n>7</n></row>'
CREATE FUNCTION dbo.f () RETURNS int AS BEGIN DECLARE @h uniqueidentifier; RECEIVE @h = conversation_handle FROM dbo.q; RETURN 1 END
GO
--> Msg 443, Level 16, State 15, Procedure f, Line 1: Invalid use of a side-effecting operator 'RECEIVE' within a function.
CREATE FUNCTION dbo.f () RETURNS int AS BEGIN END CONVERSATION NULL; RETURN 1 END
GO
--> Msg 443, Level 16, State 15, Procedure f, Line 1: Invalid use of a side-effecting operator 'END CONVERSATION' within a function.

-- What happens to definitions is told to triggers on the database.
CREATE TABLE dbo.log (id int IDENTITY, event sysname, object sysname NULL, type sysname NULL);
GO
CREATE TRIGGER told ON DATABASE FOR DDL_SSB_EVENTS AS
INSERT dbo.log SELECT EVENTDATA().value('(/EVENT_INSTANCE/EventType)[1]', 'sysname'), EVENTDATA().value('(/EVENT_INSTANCE/ObjectName)[1]', 'sysname'), EVENTDATA().value('(/EVENT_INSTANCE/ObjectType)[1]', 'sysname');
GO
CREATE MESSAGE TYPE logged;
CREATE CONTRACT logged (logged SENT BY ANY);
CREATE QUEUE logged;
ALTER QUEUE logged WITH STATUS = ON;
CREATE SERVICE logged ON QUEUE logged (logged);
DROP SERVICE logged;
DROP QUEUE logged;
DROP CONTRACT logged;
DROP MESSAGE TYPE logged;
SELECT event, object, type FROM dbo.log ORDER BY id;
DROP TRIGGER told ON DATABASE;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> event nvarchar(128)!, object nvarchar(128), type nvarchar(128)
--> 'CREATE_MESSAGE_TYPE' | 'logged' | 'MESSAGE TYPE'
--> 'CREATE_CONTRACT' | 'logged' | 'CONTRACT'
--> 'CREATE_QUEUE' | 'logged' | 'QUEUE'
--> 'ALTER_QUEUE' | 'logged' | 'QUEUE'
--> 'CREATE_SERVICE' | 'logged' | 'SERVICE'
--> 'DROP_SERVICE' | 'logged' | 'SERVICE'
--> 'DROP_QUEUE' | 'logged' | 'QUEUE'
--> 'DROP_CONTRACT' | 'logged' | 'CONTRACT'
--> 'DROP_MESSAGE_TYPE' | 'logged' | 'MESSAGE TYPE'

-- sp_help knows its kind; sp_helptext has nothing to say of it.
CREATE QUEUE dbo.helped;
GO
DECLARE @t TABLE (name sysname, owner sysname, type nvarchar(60), created datetime);
INSERT @t EXEC sp_help 'dbo.helped';
SELECT name, owner, type FROM @t;
GO
--> (1 row)
--> name nvarchar(128)!, owner nvarchar(128)!, type nvarchar(60)
--> 'helped' | 'dbo' | 'service queue'
EXEC sp_helptext 'dbo.helped';
GO
--> Msg 15197, Level 16, State 1, Procedure sp_helptext, Line 43: There is no text for object 'dbo.helped'.
DROP QUEUE dbo.helped;
GO
