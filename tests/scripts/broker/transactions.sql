-- A message is there with the commit of its sender, and what was received comes back with a rollback.
CREATE QUEUE q;
CREATE SERVICE s ON QUEUE q ([DEFAULT]);
CREATE QUEUE answers;
CREATE SERVICE asker ON QUEUE answers;
CREATE TABLE dbo.h (n int IDENTITY, h uniqueidentifier);
GO
DECLARE @h uniqueidentifier;
BEGIN TRAN;
BEGIN DIALOG @h FROM SERVICE asker TO SERVICE 's';
SEND ON CONVERSATION @h ('one');
INSERT dbo.h VALUES (@h);
SELECT COUNT(*) AS own FROM q;
GO
--> (1 row)
--> own int
--> 1

--! as c2
SELECT COUNT(*) AS others FROM q;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
SELECT COUNT(*) AS endpoints FROM sys.conversation_endpoints;
GO
--> others int
--> 0
--> body varchar(10)
--> endpoints int
--> 0
COMMIT;
GO

--! as c2
SELECT CAST(message_body AS varchar(10)) AS body FROM q;
GO
--> body varchar(10)
--> 'one'

-- Rolled back: nothing was sent, and nothing was received.
DECLARE @h uniqueidentifier;
SELECT @h = h FROM dbo.h;
BEGIN TRAN;
SEND ON CONVERSATION @h ('two');
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
ROLLBACK;
SELECT CAST(message_body AS varchar(10)) AS body, message_sequence_number, status FROM q;
SELECT send_sequence FROM sys.conversation_endpoints WHERE conversation_handle = @h;
GO
--> body varchar(10)
--> 'one'
--> 'two'
--> body varchar(10), message_sequence_number bigint!, status tinyint!
--> 'one' | 0 | 1
--> send_sequence bigint!
--> 1

-- To a savepoint.
DECLARE @h uniqueidentifier;
SELECT @h = h FROM dbo.h;
BEGIN TRAN;
SEND ON CONVERSATION @h ('two');
SAVE TRAN here;
SEND ON CONVERSATION @h ('three');
ROLLBACK TRAN here;
COMMIT;
SELECT CAST(message_body AS varchar(10)) AS body, message_sequence_number FROM q ORDER BY queuing_order;
GO
--> body varchar(10), message_sequence_number bigint!
--> 'one' | 0
--> 'two' | 1

-- Two readers do not get the same conversation group: another one is received, and nothing where there is none.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE asker TO SERVICE 's';
SEND ON CONVERSATION @h ('other');
BEGIN TRAN;
DECLARE @g uniqueidentifier;
GET CONVERSATION GROUP @g FROM q;
SELECT CASE WHEN @g IS NULL THEN 0 ELSE 1 END AS locked;
GO
--> locked int!
--> 1

--! as c2
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
WAITFOR (RECEIVE CAST(message_body AS varchar(10)) AS body FROM q), TIMEOUT 20;
DECLARE @g uniqueidentifier = 0x01;
GET CONVERSATION GROUP @g FROM q;
SELECT @g AS g;
GO
--> body varchar(10)
--> 'other'
--> body varchar(10)
--> body varchar(10)
--> g uniqueidentifier
--> NULL
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
COMMIT;
GO
--> body varchar(10)
--> 'one'
--> 'two'

--! as c2
SELECT COUNT(*) AS n FROM q;
GO
--> n int
--> 0

-- WAITFOR gives up after its time; a variable keeps its value and nothing was counted.
DECLARE @h uniqueidentifier = 0x01, @start datetime2 = SYSDATETIME();
WAITFOR (RECEIVE TOP (1) @h = conversation_handle FROM q), TIMEOUT 30;
SELECT @@ROWCOUNT AS received, @h AS h, CASE WHEN DATEDIFF(millisecond, @start, SYSDATETIME()) >= 29 THEN 1 ELSE 0 END AS waited;
WAITFOR (GET CONVERSATION GROUP @h FROM q), TIMEOUT 0;
SELECT @h AS h;
WAITFOR (RECEIVE * FROM q), TIMEOUT 0;
GO
--> received int!, h uniqueidentifier, waited int!
--> 0 | '00000001-0000-0000-0000-000000000000' | 1
--> h uniqueidentifier
--> NULL
--> status tinyint!, priority tinyint!, queuing_order bigint!, conversation_group_id uniqueidentifier!, conversation_handle uniqueidentifier!, message_sequence_number bigint!, service_name nvarchar(512), service_id int!, service_contract_name nvarchar(256), service_contract_id int!, message_type_name nvarchar(256), message_type_id int!, validation nchar(2)!, message_body varbinary(max), message_enqueue_time datetime!

-- Five rollbacks in a row switch the queue off; one receive that holds begins the count anew.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE asker TO SERVICE 's';
SEND ON CONVERSATION @h ('poison');
DECLARE @n int = 0;
WHILE @n < 4
BEGIN
    BEGIN TRAN;
    RECEIVE TOP (1) @h = conversation_handle FROM q;
    ROLLBACK;
    SET @n += 1;
END
SELECT is_receive_enabled FROM sys.service_queues WHERE name = 'q';
BEGIN TRAN;
RECEIVE TOP (1) @h = conversation_handle FROM q;
ROLLBACK;
GO
--> is_receive_enabled bit!
--> 1
SELECT is_receive_enabled, is_enqueue_enabled FROM sys.service_queues WHERE name = 'q';
RECEIVE * FROM q;
WAITFOR (RECEIVE * FROM q), TIMEOUT 10;
GO
--> is_receive_enabled bit!, is_enqueue_enabled bit!
--> 0 | 0
--> Msg 9617, Level 16, State 1, Line 2: The service queue "q" is currently disabled.
--> Msg 9617, Level 16, State 1, Line 3: The service queue "q" is currently disabled.
DECLARE @g uniqueidentifier;
GET CONVERSATION GROUP @g FROM q;
GO
--> Msg 9617, Level 16, State 1, Line 2: The service queue "q" is currently disabled.
ALTER QUEUE q WITH STATUS = ON, POISON_MESSAGE_HANDLING (STATUS = OFF);
GO
DECLARE @h uniqueidentifier, @n int = 0;
WHILE @n < 7
BEGIN
    BEGIN TRAN;
    RECEIVE TOP (1) @h = conversation_handle FROM q;
    ROLLBACK;
    SET @n += 1;
END
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
SELECT is_receive_enabled FROM sys.service_queues WHERE name = 'q';
GO
--> body varchar(10)
--> 'poison'
--> is_receive_enabled bit!
--> 1
