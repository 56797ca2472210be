-- A conversation in one database: a request, a reply, and both sides end it.
CREATE MESSAGE TYPE [//request] VALIDATION = WELL_FORMED_XML;
CREATE MESSAGE TYPE [//reply] VALIDATION = WELL_FORMED_XML;
CREATE CONTRACT [//contract] ([//request] SENT BY INITIATOR, [//reply] SENT BY TARGET);
CREATE QUEUE targets;
CREATE SERVICE [//target] ON QUEUE targets ([//contract]);
CREATE QUEUE initiators;
CREATE SERVICE [//initiator] ON QUEUE initiators;
CREATE TABLE dbo.handles (side varchar(10) PRIMARY KEY, h uniqueidentifier NOT NULL);
GO
DECLARE @h uniqueidentifier, @request nvarchar(100) = N'<Request>Message for the target.</Request>';
BEGIN TRANSACTION;
BEGIN DIALOG @h FROM SERVICE [//initiator] TO SERVICE N'//target' ON CONTRACT [//contract] WITH ENCRYPTION = OFF;
SELECT state, state_desc, is_initiator, far_service, far_broker_instance FROM sys.conversation_endpoints WHERE conversation_handle = @h;
SEND ON CONVERSATION @h MESSAGE TYPE [//request] (@request);
SELECT @@ROWCOUNT AS affected, @@ERROR AS error;
INSERT dbo.handles VALUES ('initiator', @h);
COMMIT TRANSACTION;
GO
--> state char(2)!, state_desc nvarchar(60), is_initiator bit!, far_service nvarchar(256)!, far_broker_instance nvarchar(128)
--> 'SO' | 'STARTED_OUTBOUND' | 1 | '//target' | NULL
--> affected int!, error int!
--> 0 | 0
--> (1 row)
SELECT e.is_initiator, e.state, e.state_desc, e.far_service, s.name AS service, c.name AS contract, e.send_sequence, e.receive_sequence, e.priority FROM sys.conversation_endpoints AS e JOIN sys.services AS s ON s.service_id = e.service_id JOIN sys.service_contracts AS c ON c.service_contract_id = e.service_contract_id ORDER BY e.is_initiator DESC;
SELECT COUNT(DISTINCT conversation_id) AS conversations, COUNT(DISTINCT conversation_handle) AS handles, COUNT(DISTINCT conversation_group_id) AS groups FROM sys.conversation_endpoints;
SELECT COUNT(*) AS groups FROM sys.conversation_groups;
SELECT e.far_broker_instance - 0 AS n FROM (SELECT COUNT(*) AS far_broker_instance FROM sys.conversation_endpoints AS e JOIN sys.databases AS d ON CAST(d.service_broker_guid AS nvarchar(128)) = e.far_broker_instance WHERE d.database_id = DB_ID()) AS e;
GO
--> is_initiator bit!, state char(2)!, state_desc nvarchar(60), far_service nvarchar(256)!, service nvarchar(128)!, contract nvarchar(128)!, send_sequence bigint!, receive_sequence bigint!, priority tinyint!
--> 1 | 'CO' | 'CONVERSING' | '//target' | '//initiator' | '//contract' | 1 | 0 | 5
--> 0 | 'CO' | 'CONVERSING' | '//initiator' | '//target' | '//contract' | 0 | 1 | 5
--> conversations int, handles int, groups int
--> 1 | 2 | 2
--> groups int
--> 2
--> n int
--> 2

-- The target takes the request, answers it and ends its side.
DECLARE @h uniqueidentifier, @body nvarchar(100), @type sysname;
BEGIN TRANSACTION;
RECEIVE TOP (1) @h = conversation_handle, @body = message_body, @type = message_type_name FROM targets;
SELECT @body AS body, @type AS type, @@ROWCOUNT AS received;
IF @type = N'//request'
BEGIN
    SEND ON CONVERSATION @h MESSAGE TYPE [//reply] (N'<Reply>Message for the initiator.</Reply>');
    INSERT dbo.handles VALUES ('target', @h);
    END CONVERSATION @h;
END
COMMIT TRANSACTION;
SELECT is_initiator, state FROM sys.conversation_endpoints ORDER BY is_initiator DESC;
GO
--> body nvarchar(100), type nvarchar(128), received int!
--> '<Request>Message for the target.</Request>' | '//request' | 1
--> (1 row)
--> is_initiator bit!, state char(2)!
--> 1 | 'DI'
--> 0 | 'DO'

-- The initiator finds the reply and the end, and ends its side too.
RECEIVE message_sequence_number, service_name, message_type_name, validation, CAST(message_body AS nvarchar(100)) AS body FROM initiators;
GO
--> message_sequence_number bigint!, service_name nvarchar(512), message_type_name nvarchar(256), validation nchar(2)!, body nvarchar(100)
--> 0 | '//initiator' | '//reply' | 'X ' | '<Reply>Message for the initiator.</Reply>'
--> 1 | '//initiator' | 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' | 'E ' | NULL
DECLARE @h uniqueidentifier = (SELECT h FROM dbo.handles WHERE side = 'initiator');
END CONVERSATION @h;
SELECT is_initiator, state, state_desc FROM sys.conversation_endpoints;
GO
--> is_initiator bit!, state char(2)!, state_desc nvarchar(60)
--> 0 | 'CD' | 'CLOSED'

-- The side that is closed is only remembered.
DECLARE @h uniqueidentifier = (SELECT h FROM dbo.handles WHERE side = 'target');
BEGIN TRY
    SEND ON CONVERSATION @h MESSAGE TYPE [//reply] (N'<a/>');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH
BEGIN TRY
    END CONVERSATION @h;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH
END CONVERSATION @h WITH CLEANUP;
SELECT COUNT(*) AS endpoints FROM sys.conversation_endpoints;
GO
--> number int, message nvarchar(4000)
--> 8429 | 'The conversation endpoint is not in a valid state for SEND. The current endpoint state is ''CD''.'
--> number int, message nvarchar(4000)
--> 8427 | 'The conversation endpoint is not in a valid state for END CONVERSATION. The current endpoint state is ''CD''.'
--> endpoints int
--> 0

-- An end with an error: the other side gets its code and its words.
DECLARE @h uniqueidentifier, @t uniqueidentifier;
BEGIN DIALOG CONVERSATION @h FROM SERVICE [//initiator] TO SERVICE '//target', 'CURRENT DATABASE' ON CONTRACT [//contract];
SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<a/>');
RECEIVE @t = conversation_handle FROM targets;
END CONVERSATION @t WITH ERROR = 12 DESCRIPTION = N'No such <order>';
RECEIVE message_type_name, validation, CAST(message_body AS xml) AS body FROM initiators;
SELECT state, state_desc FROM sys.conversation_endpoints WHERE conversation_handle = @h;
BEGIN TRY
    SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<a/>');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH
END CONVERSATION @h;
SELECT is_initiator, state FROM sys.conversation_endpoints;
GO
--> message_type_name nvarchar(256), validation nchar(2)!, body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | 'X ' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>12</Code><Description>No such &lt;order&gt;</Description></Error>'
--> state char(2)!, state_desc nvarchar(60)
--> 'ER' | 'ERROR'
--> number int, message nvarchar(4000)
--> 8429 | 'The conversation endpoint is not in a valid state for SEND. The current endpoint state is ''ER''.'
--> is_initiator bit!, state char(2)!
--> 0 | 'CD'

-- Nothing was sent: nobody else knows of the dialog. WITH CLEANUP leaves nothing either, and says nothing.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE [//initiator] TO SERVICE '//target' ON CONTRACT [//contract];
END CONVERSATION @h;
BEGIN DIALOG @h FROM SERVICE [//initiator] TO SERVICE '//target' ON CONTRACT [//contract];
SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<b/>');
END CONVERSATION @h WITH CLEANUP;
SELECT is_initiator, state FROM sys.conversation_endpoints WHERE state <> 'CD';
RECEIVE @h = conversation_handle FROM targets;
SEND ON CONVERSATION @h MESSAGE TYPE [//reply] (N'<c/>');
RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM targets;
END CONVERSATION @h;
GO
--> is_initiator bit!, state char(2)!
--> 0 | 'CO'
--> message_type_name nvarchar(256), body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>-8462</Code><Description>The remote conversation endpoint is either in a state where no more messages can be exchanged, or it has been dropped.</Description></Error>'

-- What an end does to messages that were not received.
DECLARE @h uniqueidentifier, @t uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE [//initiator] TO SERVICE '//target' ON CONTRACT [//contract];
SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<one/>');
SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<two/>');
RECEIVE TOP (1) @t = conversation_handle FROM targets;
END CONVERSATION @t;
SELECT COUNT(*) AS waiting FROM targets;
SELECT state FROM sys.conversation_endpoints WHERE conversation_handle = @h;
BEGIN TRY
    SEND ON CONVERSATION @h MESSAGE TYPE [//request] (N'<three/>');
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, ERROR_MESSAGE() AS message;
END CATCH
END CONVERSATION @h;
SELECT COUNT(*) AS waiting FROM initiators;
GO
--> waiting int
--> 0
--> state char(2)!
--> 'DI'
--> number int, message nvarchar(4000)
--> 8429 | 'The conversation endpoint is not in a valid state for SEND. The current endpoint state is ''DI''.'
--> waiting int
--> 0

-- One message to several targets, and XML as a body.
DECLARE @a uniqueidentifier, @b uniqueidentifier, @x xml = N'<both n="1"/>';
BEGIN DIALOG @a FROM SERVICE [//initiator] TO SERVICE '//target' ON CONTRACT [//contract];
BEGIN DIALOG @b FROM SERVICE [//initiator] TO SERVICE '//target' ON CONTRACT [//contract] WITH RELATED_CONVERSATION = @a;
SEND ON CONVERSATION (@a, @b) MESSAGE TYPE [//request] (@x);
SELECT COUNT(DISTINCT conversation_group_id) AS groups FROM sys.conversation_endpoints WHERE conversation_handle IN (@a, @b);
SELECT message_sequence_number, queuing_order - MIN(queuing_order) OVER () AS place, CAST(message_body AS xml) AS body FROM targets ORDER BY queuing_order;
END CONVERSATION @a WITH CLEANUP;
END CONVERSATION @b WITH CLEANUP;
GO
--> groups int
--> 1
--> message_sequence_number bigint!, place bigint, body xml
--> 0 | 0 | '<both n="1"/>'
--> 0 | 1 | '<both n="1"/>'
