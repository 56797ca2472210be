-- The server runs the procedure of a queue when messages arrive.
CREATE QUEUE work;
CREATE SERVICE worker ON QUEUE work ([DEFAULT]);
CREATE QUEUE asked;
CREATE SERVICE asker ON QUEUE asked;
CREATE TABLE dbo.done (id int IDENTITY PRIMARY KEY, body varchar(100), who sysname, run_as sysname, queue int);
GO
CREATE PROCEDURE dbo.process AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @h uniqueidentifier, @body varchar(100), @type sysname;
    WHILE 1 = 1
    BEGIN
        BEGIN TRAN;
        WAITFOR (RECEIVE TOP (1) @h = conversation_handle, @body = CAST(message_body AS varchar(100)), @type = message_type_name FROM dbo.work), TIMEOUT 50;
        IF @@ROWCOUNT = 0
        BEGIN
            ROLLBACK;
            BREAK;
        END
        IF @type = 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' END CONVERSATION @h;
        ELSE
        BEGIN
            INSERT dbo.done (body, who, run_as, queue) SELECT @body, USER_NAME(), ORIGINAL_LOGIN(), (SELECT COUNT(*) FROM sys.dm_broker_activated_tasks WHERE spid = @@SPID AND queue_id = OBJECT_ID('dbo.work') AND procedure_name = '[dbo].[process]');
            SEND ON CONVERSATION @h ('answer to ' + @body);
        END
        COMMIT;
    END
END
GO
ALTER QUEUE work WITH ACTIVATION (STATUS = ON, PROCEDURE_NAME = dbo.process, MAX_QUEUE_READERS = 2, EXECUTE AS SELF);
GO
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE asker TO SERVICE 'worker';
SEND ON CONVERSATION @h ('one');
SEND ON CONVERSATION @h ('two');
GO
DECLARE @n int = 0;
WHILE ((SELECT COUNT(*) FROM dbo.done) < 2 OR EXISTS (SELECT 1 FROM sys.dm_broker_activated_tasks)) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT body, who, queue FROM dbo.done ORDER BY id;
SELECT COUNT(*) AS left_over FROM work;
RECEIVE CAST(message_body AS varchar(100)) AS body FROM asked;
SELECT state FROM sys.dm_broker_queue_monitors WHERE queue_id = OBJECT_ID('dbo.work') AND database_id = DB_ID();
SELECT COUNT(*) AS running FROM sys.dm_broker_activated_tasks;
GO
--> body varchar(100), who nvarchar(128)!, queue int
--> 'one' | 'dbo' | 1
--> 'two' | 'dbo' | 1
--> left_over int
--> 0
--> body varchar(100)
--> 'answer to one'
--> 'answer to two'
--> state nvarchar(32)
--> 'INACTIVE'
--> running int
--> 0

-- As another user.
CREATE USER helper WITHOUT LOGIN;
GRANT EXECUTE ON dbo.process TO helper;
GRANT RECEIVE ON dbo.work TO helper;
ALTER QUEUE work WITH ACTIVATION (EXECUTE AS 'helper');
TRUNCATE TABLE dbo.done;
GO
DECLARE @h uniqueidentifier = (SELECT conversation_handle FROM sys.conversation_endpoints WHERE is_initiator = 1);
SEND ON CONVERSATION @h ('three');
GO
DECLARE @n int = 0;
WHILE (NOT EXISTS (SELECT 1 FROM dbo.done) OR EXISTS (SELECT 1 FROM sys.dm_broker_activated_tasks)) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT body, who FROM dbo.done ORDER BY id;
SELECT COUNT(*) AS left_over FROM work;
GO
--> body varchar(100), who nvarchar(128)!
--> 'three' | 'helper'
--> left_over int
--> 0

-- Switched on with messages in the queue; an answer can be waited for.
ALTER QUEUE work WITH ACTIVATION (STATUS = OFF);
TRUNCATE TABLE dbo.done;
RECEIVE CAST(message_body AS varchar(100)) AS body FROM asked;
GO
--> body varchar(100)
--> 'answer to three'
DECLARE @h uniqueidentifier = (SELECT conversation_handle FROM sys.conversation_endpoints WHERE is_initiator = 1);
SEND ON CONVERSATION @h ('four');
WAITFOR DELAY '00:00:00.050';
SELECT COUNT(*) AS waiting FROM work;
GO
--> waiting int
--> 1
ALTER QUEUE work WITH ACTIVATION (STATUS = ON, EXECUTE AS OWNER);
GO
WAITFOR (RECEIVE CAST(message_body AS varchar(100)) AS body FROM asked), TIMEOUT 1500;
GO
--> body varchar(100)
--> 'answer to four'

-- A procedure that fails again and again is stopped: its queue is off after five rollbacks.
CREATE PROCEDURE dbo.fail AS
BEGIN
    BEGIN TRAN;
    DECLARE @h uniqueidentifier;
    RECEIVE TOP (1) @h = conversation_handle FROM dbo.work;
    INSERT dbo.attempts DEFAULT VALUES;
    RAISERROR ('no', 16, 1);
    ROLLBACK;
END
GO
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM sys.dm_broker_activated_tasks) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
CREATE SEQUENCE dbo.tries AS int START WITH 1;
CREATE TABLE dbo.attempts (n int DEFAULT (NEXT VALUE FOR dbo.tries));
ALTER QUEUE work WITH ACTIVATION (PROCEDURE_NAME = dbo.fail, MAX_QUEUE_READERS = 1, EXECUTE AS SELF);
GO
DECLARE @h uniqueidentifier = (SELECT conversation_handle FROM sys.conversation_endpoints WHERE is_initiator = 1);
SEND ON CONVERSATION @h ('five');
GO
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM sys.service_queues WHERE name = 'work' AND is_receive_enabled = 1) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT is_receive_enabled FROM sys.service_queues WHERE name = 'work';
SELECT NEXT VALUE FOR dbo.tries AS next_try;
SELECT CAST(message_body AS varchar(100)) AS body FROM work;
GO
--> is_receive_enabled bit!
--> 0
--> next_try int!
--> 6
--> body varchar(100)
--> 'five'
