-- A conversation timer sends a message to its own side; a lifetime that is over breaks the dialog.
CREATE QUEUE q;
CREATE SERVICE s ON QUEUE q ([DEFAULT]);
CREATE QUEUE far;
CREATE SERVICE t ON QUEUE far ([DEFAULT]);
CREATE TABLE dbo.h (n int, h uniqueidentifier);
GO
DECLARE @h uniqueidentifier, @short uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s TO SERVICE 't';
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 1;
BEGIN DIALOG @short FROM SERVICE s TO SERVICE 't' WITH LIFETIME = 1;
SEND ON CONVERSATION @short ('x');
INSERT dbo.h VALUES (1, @h), (2, @short);
SELECT CASE WHEN dialog_timer > GETUTCDATE() THEN 1 ELSE 0 END AS is_set FROM sys.conversation_endpoints WHERE conversation_handle = @h;
SELECT COUNT(*) AS n FROM q;
GO
--> (2 rows)
--> is_set int!
--> 1
--> n int
--> 0
DECLARE @h uniqueidentifier = (SELECT h FROM dbo.h WHERE n = 1);
WAITFOR (RECEIVE message_type_name, message_sequence_number, validation, message_body FROM q WHERE conversation_handle = @h), TIMEOUT 3000;
SELECT CASE WHEN dialog_timer > GETUTCDATE() THEN 1 ELSE 0 END AS is_set, state FROM sys.conversation_endpoints WHERE conversation_handle = @h;
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 100;
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 0;
SELECT CASE WHEN dialog_timer > GETUTCDATE() THEN 1 ELSE 0 END AS is_set FROM sys.conversation_endpoints WHERE conversation_handle = @h;
GO
--> message_type_name nvarchar(256), message_sequence_number bigint!, validation nchar(2)!, message_body varbinary(max)
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/DialogTimer' | -1 | 'E ' | NULL
--> is_set int!, state char(2)!
--> 0 | 'SO'
--> is_set int!
--> 0
DECLARE @short uniqueidentifier = (SELECT h FROM dbo.h WHERE n = 2);
WAITFOR (RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM q WHERE conversation_handle = @short), TIMEOUT 3000;
SELECT is_initiator, state FROM sys.conversation_endpoints WHERE conversation_id = (SELECT conversation_id FROM sys.conversation_endpoints WHERE conversation_handle = @short) ORDER BY is_initiator DESC;
RECEIVE message_type_name FROM far;
GO
--> message_type_name nvarchar(256), body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>-8489</Code><Description>The dialog has exceeded the specified LIFETIME.</Description></Error>'
--> is_initiator bit!, state char(2)!
--> 1 | 'ER'
--> 0 | 'ER'
--> message_type_name nvarchar(256)
--> 'DEFAULT'
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error'
