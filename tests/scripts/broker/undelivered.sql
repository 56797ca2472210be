-- Messages that cannot be delivered stay with the sender, who can ask why.
CREATE QUEUE q;
CREATE SERVICE source ON QUEUE q;
CREATE TABLE dbo.h (h uniqueidentifier);
GO
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 'nobody';
INSERT dbo.h VALUES (@h);
SELECT GET_TRANSMISSION_STATUS(@h) AS status;
SEND ON CONVERSATION @h ('one');
SEND ON CONVERSATION @h ('two');
SELECT GET_TRANSMISSION_STATUS(@h) AS status, GET_TRANSMISSION_STATUS(NULL) AS none, GET_TRANSMISSION_STATUS(NEWID()) AS unknown;
SELECT to_service_name, to_broker_instance, from_service_name, service_contract_name, message_sequence_number, message_type_name, is_conversation_error, is_end_of_dialog, CAST(message_body AS varchar(10)) AS body, transmission_status, priority FROM sys.transmission_queue ORDER BY message_sequence_number;
SELECT state FROM sys.conversation_endpoints;
GO
--> (1 row)
--> status nvarchar(4000)
--> ''
--> status nvarchar(4000), none nvarchar(4000), unknown nvarchar(4000)
--> 'The target service name could not be found. Ensure that the service name is specified correctly and/or the routing information has been supplied.' | NULL | ''
--> to_service_name nvarchar(256), to_broker_instance nvarchar(128), from_service_name nvarchar(256), service_contract_name nvarchar(256), message_sequence_number bigint!, message_type_name nvarchar(256), is_conversation_error bit!, is_end_of_dialog bit!, body varchar(10), transmission_status nvarchar(4000), priority tinyint
--> 'nobody' | NULL | 'source' | 'DEFAULT' | 0 | 'DEFAULT' | 0 | 0 | 'one' | 'The target service name could not be found. Ensure that the service name is specified correctly and/or the routing information has been supplied.' | 5
--> 'nobody' | NULL | 'source' | 'DEFAULT' | 1 | 'DEFAULT' | 0 | 0 | 'two' | 'The target service name could not be found. Ensure that the service name is specified correctly and/or the routing information has been supplied.' | 5
--> state char(2)!
--> 'CO'

-- Names of services are compared byte by byte.
CREATE QUEUE late;
CREATE SERVICE NOBODY ON QUEUE late ([DEFAULT]);
WAITFOR DELAY '00:00:00.050';
GO
SELECT COUNT(*) AS waiting FROM sys.transmission_queue;
DROP SERVICE NOBODY;
GO
--> waiting int
--> 2

-- The service comes: what waited is delivered in order.
CREATE SERVICE nobody ON QUEUE late ([DEFAULT]);
GO
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM sys.transmission_queue) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT COUNT(*) AS waiting FROM sys.transmission_queue;
SELECT CAST(message_body AS varchar(10)) AS body, message_sequence_number FROM late ORDER BY queuing_order;
GO
--> waiting int
--> 0
--> body varchar(10), message_sequence_number bigint!
--> 'one' | 0
--> 'two' | 1

-- A queue that is off.
ALTER QUEUE late WITH STATUS = OFF;
GO
DECLARE @h uniqueidentifier = (SELECT h FROM dbo.h);
SEND ON CONVERSATION @h ('three');
END CONVERSATION @h;
SELECT message_type_name, message_sequence_number, is_end_of_dialog FROM sys.transmission_queue ORDER BY message_sequence_number;
SELECT is_initiator, state FROM sys.conversation_endpoints ORDER BY is_initiator DESC;
GO
--> message_type_name nvarchar(256), message_sequence_number bigint!, is_end_of_dialog bit!
--> 'DEFAULT' | 2 | 0
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' | 3 | 1
--> is_initiator bit!, state char(2)!
--> 1 | 'DO'
--> 0 | 'CO'
ALTER QUEUE late WITH STATUS = ON;
GO
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM sys.transmission_queue) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT message_type_name, CAST(message_body AS varchar(10)) AS body FROM late ORDER BY queuing_order;
SELECT is_initiator, state FROM sys.conversation_endpoints ORDER BY is_initiator DESC;
GO
--> message_type_name nvarchar(256), body varchar(10)
--> 'DEFAULT' | 'one'
--> 'DEFAULT' | 'two'
--> 'DEFAULT' | 'three'
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' | NULL
--> is_initiator bit!, state char(2)!
--> 1 | 'DO'
--> 0 | 'DI'

-- A broker that is off delivers nothing; NEW_BROKER forgets all conversations.
CREATE DATABASE sleeping;
GO
SELECT is_broker_enabled, CASE WHEN service_broker_guid <> '00000000-0000-0000-0000-000000000000' THEN 1 ELSE 0 END AS has_guid FROM sys.databases WHERE name = 'sleeping';
SELECT name, is_broker_enabled FROM sys.databases WHERE database_id <= 4 ORDER BY database_id;
ALTER DATABASE sleeping SET DISABLE_BROKER WITH ROLLBACK IMMEDIATE;
GO
--> is_broker_enabled bit!, has_guid int!
--> 1 | 1
--> name nvarchar(128)!, is_broker_enabled bit!
--> 'master' | 0
--> 'tempdb' | 1
--> 'model' | 0
--> 'msdb' | 1
USE sleeping;
CREATE QUEUE q;
CREATE SERVICE s ON QUEUE q ([DEFAULT]);
GO
--> info 5701: Changed database context to 'sleeping'.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's';
SEND ON CONVERSATION @h ('later');
SELECT GET_TRANSMISSION_STATUS(@h) AS status;
SELECT COUNT(*) AS n FROM q;
GO
--> status nvarchar(4000)
--> 'The broker is disabled in the sender''s database.'
--> n int
--> 0
ALTER DATABASE sleeping SET ENABLE_BROKER;
GO
DECLARE @n int = 0;
WHILE EXISTS (SELECT 1 FROM sys.transmission_queue) AND @n < 150
BEGIN
    WAITFOR DELAY '00:00:00.010';
    SET @n += 1;
END
GO
SELECT is_broker_enabled FROM sys.databases WHERE name = 'sleeping';
SELECT CAST(message_body AS varchar(10)) AS body FROM q;
SELECT service_broker_guid AS guid INTO #before FROM sys.databases WHERE name = 'sleeping';
ALTER DATABASE sleeping SET NEW_BROKER WITH ROLLBACK IMMEDIATE;
GO
--> is_broker_enabled bit!
--> 1
--> body varchar(10)
--> 'later'
--> (1 row)
SELECT (SELECT COUNT(*) FROM q) AS messages, (SELECT COUNT(*) FROM sys.conversation_endpoints) AS conversations, (SELECT COUNT(*) FROM sys.databases AS d JOIN #before AS b ON b.guid = d.service_broker_guid) AS same_broker;
GO
--> messages int, conversations int, same_broker int
--> 0 | 0 | 0

-- To a service of another database of the server, by name or with its broker.
CREATE QUEUE target;
CREATE SERVICE elsewhere ON QUEUE target ([DEFAULT]);
GO
USE golden;
GO
--> info 5701: Changed database context to 'golden'.
DECLARE @h uniqueidentifier, @guid nvarchar(50);
SELECT @guid = service_broker_guid FROM sys.databases WHERE name = 'sleeping';
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 'elsewhere', @guid WITH ENCRYPTION = OFF;
SEND ON CONVERSATION @h ('across');
SELECT CAST(message_body AS varchar(10)) AS body FROM sleeping.dbo.target;
RECEIVE service_name, CAST(message_body AS varchar(10)) AS body FROM sleeping.dbo.target;
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 'elsewhere', 'CURRENT DATABASE';
SEND ON CONVERSATION @h ('nowhere');
SELECT transmission_status FROM sys.transmission_queue WHERE to_service_name = 'elsewhere';
END CONVERSATION @h WITH CLEANUP;
GO
--> body varchar(10)
--> 'across'
--> service_name nvarchar(512), body varchar(10)
--> 'elsewhere' | 'across'
--> transmission_status nvarchar(4000)
--> 'The target service name could not be found. Ensure that the service name is specified correctly and/or the routing information has been supplied.'
USE sleeping;
GO
--> info 5701: Changed database context to 'sleeping'.
DECLARE @t uniqueidentifier = (SELECT conversation_handle FROM sys.conversation_endpoints WHERE is_initiator = 0);
SEND ON CONVERSATION @t ('back');
END CONVERSATION @t;
SELECT state FROM sys.conversation_endpoints;
GO
--> state char(2)!
--> 'DO'
USE golden;
GO
--> info 5701: Changed database context to 'golden'.
RECEIVE message_type_name, CAST(message_body AS varchar(10)) AS body FROM q;
DROP DATABASE sleeping;
GO
--> message_type_name nvarchar(256), body varchar(10)
--> 'DEFAULT' | 'back'
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' | NULL

-- The other side's database is gone: the dialog ends as if it had said nothing more.
DECLARE @h uniqueidentifier;
SELECT @h = conversation_handle FROM sys.conversation_endpoints WHERE far_service = 'elsewhere';
END CONVERSATION @h;
SELECT COUNT(*) AS conversations FROM sys.conversation_endpoints WHERE far_service = 'elsewhere';
GO
--> conversations int
--> 0
