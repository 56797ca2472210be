-- RECEIVE: one conversation group at a time, its conversations one after the other, with any select list.
CREATE QUEUE q;
CREATE SERVICE here ON QUEUE q ([DEFAULT]);
CREATE QUEUE far;
CREATE SERVICE there ON QUEUE far ([DEFAULT]);
CREATE TABLE dbo.h (n int PRIMARY KEY, h uniqueidentifier, g uniqueidentifier);
GO
DECLARE @a uniqueidentifier, @b uniqueidentifier, @c uniqueidentifier, @g uniqueidentifier = NEWID();
BEGIN DIALOG @a FROM SERVICE here TO SERVICE 'there';
BEGIN DIALOG @b FROM SERVICE here TO SERVICE 'there' WITH RELATED_CONVERSATION_GROUP = @g;
BEGIN DIALOG @c FROM SERVICE here TO SERVICE 'there' WITH RELATED_CONVERSATION_GROUP = @g;
INSERT dbo.h VALUES (1, @a, NULL), (2, @b, @g), (3, @c, @g);
SEND ON CONVERSATION @a ('a1');
SEND ON CONVERSATION @b (N'b1');
SEND ON CONVERSATION @a (0x6132);
SEND ON CONVERSATION @c ('c1');
SEND ON CONVERSATION @b ('b2');
GO
--> (3 rows)
SELECT status, priority, queuing_order, message_sequence_number, service_name, service_contract_name, service_contract_id, message_type_name, message_type_id, validation, message_body FROM far ORDER BY queuing_order;
GO
--> status tinyint!, priority tinyint!, queuing_order bigint!, message_sequence_number bigint!, service_name nvarchar(512), service_contract_name nvarchar(256), service_contract_id int!, message_type_name nvarchar(256), message_type_id int!, validation nchar(2)!, message_body varbinary(max)
--> 1 | 5 | 0 | 0 | 'there' | 'DEFAULT' | 6 | 'DEFAULT' | 14 | 'N ' | 0x6131
--> 1 | 5 | 1 | 0 | 'there' | 'DEFAULT' | 6 | 'DEFAULT' | 14 | 'N ' | 0x62003100
--> 1 | 5 | 2 | 1 | 'there' | 'DEFAULT' | 6 | 'DEFAULT' | 14 | 'N ' | 0x6132
--> 1 | 5 | 3 | 0 | 'there' | 'DEFAULT' | 6 | 'DEFAULT' | 14 | 'N ' | 0x6331
--> 1 | 5 | 4 | 1 | 'there' | 'DEFAULT' | 6 | 'DEFAULT' | 14 | 'N ' | 0x6232

-- Each conversation has a group of its own at the target: the first one's messages come together.
RECEIVE status, queuing_order, message_sequence_number, CAST(message_body AS varchar(10)) AS body FROM far;
SELECT @@ROWCOUNT AS received;
RECEIVE TOP (1) queuing_order, message_body AS body FROM far;
RECEIVE TOP (0) queuing_order FROM far;
SELECT @@ROWCOUNT AS received;
GO
--> status tinyint!, queuing_order bigint!, message_sequence_number bigint!, body varchar(10)
--> 0 | 0 | 0 | 'a1'
--> 0 | 2 | 1 | 'a2'
--> received int!
--> 2
--> queuing_order bigint!, body varbinary(max)
--> 1 | 0x62003100
--> queuing_order bigint!
--> received int!
--> 0
DECLARE @t TABLE (handle uniqueidentifier, body varbinary(max));
DECLARE @n int = 2;
RECEIVE TOP (@n) conversation_handle, message_body FROM dbo.far INTO @t;
SELECT @@ROWCOUNT AS received;
SELECT CAST(body AS varchar(10)) AS body FROM @t;
RECEIVE conversation_handle, message_body FROM far INTO @t;
SELECT CAST(body AS varchar(10)) AS body FROM @t;
RECEIVE conversation_handle, message_body FROM far INTO @t;
SELECT @@ROWCOUNT AS received;
GO
--> (1 row)
--> received int!
--> 1
--> body varchar(10)
--> 'c1'
--> (1 row)
--> body varchar(10)
--> 'c1'
--> 'b2'
--> (0 rows)
--> received int!
--> 0

-- Nothing is there: variables keep their values, and a result set has its columns.
DECLARE @h uniqueidentifier = '6F9619FF-8B86-D011-B42D-00C04FC964FF', @body varbinary(max) = 0x01;
RECEIVE @h = conversation_handle, @body = message_body FROM far;
SELECT @h AS h, @body AS body, @@ROWCOUNT AS received;
RECEIVE * FROM far;
GO
--> h uniqueidentifier, body varbinary(max), received int!
--> '6F9619FF-8B86-D011-B42D-00C04FC964FF' | 0x01 | 0
--> status tinyint!, priority tinyint!, queuing_order bigint!, conversation_group_id uniqueidentifier!, conversation_handle uniqueidentifier!, message_sequence_number bigint!, service_name nvarchar(512), service_id int!, service_contract_name nvarchar(256), service_contract_id int!, message_type_name nvarchar(256), message_type_id int!, validation nchar(2)!, message_body varbinary(max), message_enqueue_time datetime!

-- By conversation and by group.
DECLARE @b uniqueidentifier, @t uniqueidentifier, @g uniqueidentifier;
SELECT @b = h FROM dbo.h WHERE n = 2;
SEND ON CONVERSATION @b ('two');
SELECT @t = conversation_handle, @g = conversation_group_id FROM far WHERE message_body = 0x74776F;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM far WHERE conversation_handle = @t;
SEND ON CONVERSATION @b ('three');
RECEIVE body = CAST(message_body AS varchar(10)), LEN(message_body) AS length, CASE WHEN validation = 'N' THEN 'none' END AS kind FROM far WHERE conversation_group_id = @g;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM far WHERE conversation_handle = @t;
GO
--> body varchar(10)
--> 'two'
--> body varchar(10), length bigint, kind varchar(4)
--> 'three' | 5 | 'none'
--> body varchar(10)

-- A group may be fetched by itself first.
DECLARE @g uniqueidentifier, @b uniqueidentifier;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM far;
GET CONVERSATION GROUP @g FROM far;
SELECT @g AS g;
SELECT @b = h FROM dbo.h WHERE n = 3;
SEND ON CONVERSATION @b ('grouped');
BEGIN TRAN;
GET CONVERSATION GROUP @g FROM far;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM far WHERE conversation_group_id = @g;
COMMIT;
GO
--> body varchar(10)
--> g uniqueidentifier
--> NULL
--> body varchar(10)
--> 'grouped'

-- Conversations of one group are received together, and one may be moved into a group.
DECLARE @t uniqueidentifier, @a uniqueidentifier, @g uniqueidentifier;
SELECT @a = h FROM dbo.h WHERE n = 1;
SELECT @g = g FROM dbo.h WHERE n = 2;
SELECT e.conversation_handle, CAST(ROW_NUMBER() OVER (ORDER BY h.n) AS int) AS n INTO #far FROM sys.conversation_endpoints AS e JOIN sys.conversation_endpoints AS i ON i.conversation_id = e.conversation_id AND i.is_initiator = 1 JOIN dbo.h AS h ON h.h = i.conversation_handle WHERE e.is_initiator = 0;
DECLARE @n int = 3;
WHILE @n > 0
BEGIN
    SELECT @t = conversation_handle FROM #far WHERE n = @n;
    SEND ON CONVERSATION @t ('first of ' + CAST(@n AS varchar(10)));
    SEND ON CONVERSATION @t ('second of ' + CAST(@n AS varchar(10)));
    SET @n -= 1;
END
RECEIVE CAST(message_body AS varchar(20)) AS body FROM q;
MOVE CONVERSATION @a TO @g;
SELECT COUNT(DISTINCT conversation_group_id) AS groups FROM sys.conversation_endpoints WHERE is_initiator = 1;
RECEIVE CAST(message_body AS varchar(20)) AS body FROM q WHERE conversation_group_id = @g;
GO
--> (3 rows)
--> body varchar(20)
--> 'first of 3'
--> 'second of 3'
--> 'first of 2'
--> 'second of 2'
--> groups int
--> 1
--> body varchar(20)
--> 'first of 1'
--> 'second of 1'

-- RETENTION keeps what was sent and received until the conversation ends.
CREATE QUEUE kept WITH RETENTION = ON;
CREATE SERVICE keeper ON QUEUE kept ([DEFAULT]);
GO
DECLARE @h uniqueidentifier, @t uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE keeper TO SERVICE 'keeper';
SEND ON CONVERSATION @h ('x');
SELECT status, CAST(message_body AS varchar(10)) AS body FROM kept ORDER BY status;
RECEIVE @t = conversation_handle FROM kept;
SELECT status, CAST(message_body AS varchar(10)) AS body FROM kept ORDER BY status;
RECEIVE message_body FROM kept;
ALTER QUEUE kept WITH STATUS = OFF;
SEND ON CONVERSATION @h ('y');
RECEIVE message_body FROM kept;
ALTER QUEUE kept WITH STATUS = ON;
END CONVERSATION @t;
END CONVERSATION @h;
SELECT COUNT(*) AS n FROM kept;
GO
--> status tinyint!, body varchar(10)
--> 1 | 'x'
--> 3 | 'x'
--> status tinyint!, body varchar(10)
--> 0 | 'x'
--> 3 | 'x'
--> message_body varbinary(max)
--> Msg 9618, Level 16, State 1, Line 9: The message cannot be sent because the service queue 'kept' associated with the dialog is currently disabled and retention is on.
--> Msg 9617, Level 16, State 1, Line 10: The service queue "kept" is currently disabled.
--> n int
--> 0

-- What TOP cannot be.
DECLARE @n int;
RECEIVE TOP (@n) * FROM q;
GO
--> Msg 1060, Level 15, State 1, Line 4: The number of rows provided for a TOP or FETCH clauses row count parameter must be an integer.
DECLARE @n int = -1;
RECEIVE TOP (@n) * FROM q;
GO
--> Msg 127, Level 15, State 1, Line 2: A TOP N or FETCH rowcount value may not be negative.

-- A select list that fails leaves the messages where they are.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE here TO SERVICE 'there';
SEND ON CONVERSATION @h ('not a number');
RECEIVE CAST(CAST(message_body AS varchar(20)) AS int) AS n FROM far;
GO
--> n int
--> Msg 245, Level 16, State 1, Line 6: Conversion failed when converting the varchar value 'not a number' to data type int.
RECEIVE CAST(message_body AS varchar(20)) AS body FROM far;
GO
--> body varchar(20)
--> 'not a number'
