-- Message types, contracts, queues and services, as the catalog shows them.
CREATE MESSAGE TYPE [//golden/any];
CREATE MESSAGE TYPE [//golden/none] VALIDATION = NONE;
CREATE MESSAGE TYPE [//golden/empty] AUTHORIZATION dbo VALIDATION = EMPTY;
CREATE MESSAGE TYPE [//golden/xml] VALIDATION = WELL_FORMED_XML;
CREATE CONTRACT [//golden/contract] ([//golden/xml] SENT BY INITIATOR, [//golden/none] SENT BY TARGET, [DEFAULT] SENT BY ANY);
CREATE QUEUE dbo.orders;
CREATE QUEUE dbo.replies WITH STATUS = OFF, RETENTION = ON, POISON_MESSAGE_HANDLING (STATUS = OFF) ON [DEFAULT];
CREATE SERVICE [//golden/target] ON QUEUE dbo.orders ([//golden/contract], [DEFAULT]);
CREATE SERVICE [//golden/source] AUTHORIZATION dbo ON QUEUE replies;
GO
SELECT name, principal_id, validation, validation_desc, xml_collection_id FROM sys.service_message_types WHERE message_type_id > 65535 ORDER BY message_type_id;
SELECT name, message_type_id, validation FROM sys.service_message_types WHERE message_type_id IN (2, 14);
SELECT name, principal_id FROM sys.service_contracts WHERE service_contract_id > 65535;
SELECT c.name AS contract, m.name AS type, u.is_sent_by_initiator, u.is_sent_by_target FROM sys.service_contract_message_usages AS u JOIN sys.service_contracts AS c ON c.service_contract_id = u.service_contract_id JOIN sys.service_message_types AS m ON m.message_type_id = u.message_type_id ORDER BY c.name, m.name;
SELECT name, SCHEMA_NAME(schema_id) AS [schema], type, type_desc, max_readers, activation_procedure, execute_as_principal_id, is_activation_enabled, is_receive_enabled, is_enqueue_enabled, is_retention_enabled, is_poison_message_handling_enabled FROM sys.service_queues ORDER BY name;
SELECT s.name, q.name AS queue FROM sys.services AS s JOIN sys.service_queues AS q ON q.object_id = s.service_queue_id WHERE s.service_id > 65535 ORDER BY s.name;
SELECT s.name, c.name AS contract FROM sys.service_contract_usages AS u JOIN sys.services AS s ON s.service_id = u.service_id JOIN sys.service_contracts AS c ON c.service_contract_id = u.service_contract_id ORDER BY c.name;
SELECT COUNT(*) AS usages FROM sys.service_queue_usages AS u JOIN sys.services AS s ON s.service_id = u.service_id AND s.service_queue_id = u.service_queue_id;
SELECT type, type_desc FROM sys.objects WHERE name = 'orders';
SELECT OBJECT_ID('dbo.orders', 'SQ') - OBJECT_ID('orders') AS same, OBJECTPROPERTY(OBJECT_ID('orders'), 'IsTable') AS is_table;
GO
--> name nvarchar(128)!, principal_id int, validation char(2)!, validation_desc nvarchar(60), xml_collection_id int
--> '//golden/any' | 1 | 'N ' | 'NONE' | NULL
--> '//golden/none' | 1 | 'N ' | 'NONE' | NULL
--> '//golden/empty' | 1 | 'E ' | 'EMPTY' | NULL
--> '//golden/xml' | 1 | 'X ' | 'XML' | NULL
--> name nvarchar(128)!, message_type_id int!, validation char(2)!
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/EndDialog' | 2 | 'E '
--> 'DEFAULT' | 14 | 'N '
--> name nvarchar(128)!, principal_id int
--> '//golden/contract' | 1
--> contract nvarchar(128)!, type nvarchar(128)!, is_sent_by_initiator bit!, is_sent_by_target bit!
--> '//golden/contract' | '//golden/none' | 0 | 1
--> '//golden/contract' | '//golden/xml' | 1 | 0
--> '//golden/contract' | 'DEFAULT' | 1 | 1
--> 'DEFAULT' | 'DEFAULT' | 1 | 1
--> name nvarchar(128)!, schema nvarchar(128), type char(2), type_desc nvarchar(60), max_readers smallint, activation_procedure nvarchar(776), execute_as_principal_id int, is_activation_enabled bit!, is_receive_enabled bit!, is_enqueue_enabled bit!, is_retention_enabled bit!, is_poison_message_handling_enabled bit
--> 'orders' | 'dbo' | 'SQ' | 'SERVICE_QUEUE' | 0 | NULL | NULL | 0 | 1 | 1 | 0 | 1
--> 'replies' | 'dbo' | 'SQ' | 'SERVICE_QUEUE' | 0 | NULL | NULL | 0 | 0 | 0 | 1 | 0
--> name nvarchar(128)!, queue nvarchar(128)!
--> '//golden/source' | 'replies'
--> '//golden/target' | 'orders'
--> name nvarchar(128)!, contract nvarchar(128)!
--> '//golden/target' | '//golden/contract'
--> '//golden/target' | 'DEFAULT'
--> usages int
--> 2
--> type char(2), type_desc nvarchar(60)
--> 'SQ' | 'SERVICE_QUEUE'
--> same int, is_table int
--> 0 | 0

-- What is altered.
ALTER MESSAGE TYPE [//golden/any] VALIDATION = EMPTY;
ALTER QUEUE replies WITH STATUS = ON, RETENTION = OFF;
ALTER SERVICE [//golden/source] (ADD CONTRACT [//golden/contract]);
ALTER SERVICE [//golden/source] ON QUEUE orders (DROP CONTRACT [//golden/contract], ADD CONTRACT [DEFAULT]);
ALTER SERVICE [//golden/source] ON QUEUE replies;
SELECT validation_desc FROM sys.service_message_types WHERE name = '//golden/any';
SELECT is_receive_enabled, is_retention_enabled, is_poison_message_handling_enabled FROM sys.service_queues WHERE name = 'replies';
SELECT c.name AS contract, q.name AS queue FROM sys.services AS s JOIN sys.service_contract_usages AS u ON u.service_id = s.service_id JOIN sys.service_contracts AS c ON c.service_contract_id = u.service_contract_id JOIN sys.service_queues AS q ON q.object_id = s.service_queue_id WHERE s.name = '//golden/source';
GO
--> validation_desc nvarchar(60)
--> 'EMPTY'
--> is_receive_enabled bit!, is_retention_enabled bit!, is_poison_message_handling_enabled bit
--> 1 | 0 | 0
--> contract nvarchar(128)!, queue nvarchar(128)!
--> 'DEFAULT' | 'replies'

-- Names that are taken, missing or used.
CREATE MESSAGE TYPE [//golden/xml];
GO
--> Msg 2714, Level 16, State 6, Line 3: There is already an object named '//golden/xml' in the database.
CREATE CONTRACT [//golden/contract] ([DEFAULT] SENT BY ANY);
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named '//golden/contract' in the database.
CREATE QUEUE orders;
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'orders' in the database.
CREATE SERVICE [//golden/target] ON QUEUE orders;
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named '//golden/target' in the database.
CREATE CONTRACT c2 ([//golden/nothing] SENT BY ANY);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the message type '//golden/nothing', because it does not exist or you do not have permission.
CREATE CONTRACT c2 ([//golden/none] SENT BY TARGET);
GO
--> Msg 8492, Level 16, State 1, Line 1: The service contract 'c2' must have at least one message SENT BY INITIATOR or ANY.
CREATE CONTRACT c2 ([//golden/none] SENT BY ANY, [//golden/none] SENT BY TARGET);
GO
--> Msg 8403, Level 16, State 1, Line 1: The message type '//golden/none' is specified more than once. Remove the duplicate message type.
CREATE SERVICE s2 ON QUEUE nowhere;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the queue 'nowhere', because it does not exist or you do not have permission.
CREATE SERVICE s2 ON QUEUE orders (nothing);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the contract 'nothing', because it does not exist or you do not have permission.
CREATE SERVICE s2 ON QUEUE orders ([DEFAULT], [DEFAULT]);
GO
--> Msg 8404, Level 16, State 1, Line 1: The service contract 'DEFAULT' is specified more than once. Remove the duplicate service contract.
ALTER SERVICE [//golden/target] ON QUEUE orders;
GO
--> Msg 8493, Level 16, State 1, Line 1: The alter of service '//golden/target' must change the queue or at least one contract.
ALTER MESSAGE TYPE nothing VALIDATION = NONE;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the message type 'nothing', because it does not exist or you do not have permission.
ALTER SERVICE nothing ON QUEUE orders;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the service 'nothing', because it does not exist or you do not have permission.
ALTER QUEUE nothing WITH STATUS = ON;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the service queue 'nothing', because it does not exist or you do not have permission.
DROP MESSAGE TYPE [//golden/xml];
GO
--> Msg 3716, Level 16, State 1, Line 1: The message type '//golden/xml' cannot be dropped because it is bound to one or more contract.
DROP CONTRACT [//golden/contract];
GO
--> Msg 3716, Level 16, State 1, Line 1: The contract '//golden/contract' cannot be dropped because it is bound to one or more service.
DROP QUEUE orders;
GO
--> Msg 3716, Level 16, State 1, Line 1: The queue 'orders' cannot be dropped because it is bound to one or more service.
DROP MESSAGE TYPE nothing;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the message type 'nothing', because it does not exist or you do not have permission.
DROP CONTRACT nothing;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the contract 'nothing', because it does not exist or you do not have permission.
DROP SERVICE nothing;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the service 'nothing', because it does not exist or you do not have permission.
DROP QUEUE nothing;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the queue 'nothing', because it does not exist or you do not have permission.
DROP QUEUE IF EXISTS nothing;
GO
CREATE MESSAGE TYPE typed VALIDATION = VALID_XML WITH SCHEMA COLLECTION nothing;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the xml schema collection 'nothing', because it does not exist or you do not have permission.
CREATE QUEUE t WITH ACTIVATION (PROCEDURE_NAME = p, MAX_QUEUE_READERS = 1);
GO
--> Msg 9613, Level 16, State 1, Line 1: The queue 't' cannot be activated because the activation user is not specified.
CREATE QUEUE t WITH ACTIVATION (MAX_QUEUE_READERS = 1, EXECUTE AS SELF);
GO
--> Msg 9614, Level 16, State 1, Line 1: The queue 't' cannot be activated because the activation stored procedure is either not specified or is invalid.
CREATE QUEUE t WITH ACTIVATION (PROCEDURE_NAME = #p, MAX_QUEUE_READERS = 1, EXECUTE AS SELF);
GO
--> Msg 9742, Level 16, State 1, Line 1: The activation stored procedure '#p' is invalid. Temporary procedures may not be configured for activation.
CREATE QUEUE t WITH ACTIVATION (PROCEDURE_NAME = p, MAX_QUEUE_READERS = 1, EXECUTE AS 'nobody');
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the user 'nobody', because it does not exist or you do not have permission.
CREATE FUNCTION dbo.f () RETURNS int AS BEGIN RETURN 1 END
GO
CREATE QUEUE t WITH ACTIVATION (PROCEDURE_NAME = dbo.f, MAX_QUEUE_READERS = 1, EXECUTE AS SELF);
GO
--> Msg 9620, Level 16, State 1, Line 1: The activation stored procedure 'dbo.f' is invalid. Functions are not allowed.

CREATE MESSAGE TYPE dbo.parted;
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '.'.
CREATE SERVICE dbo.parted ON QUEUE orders;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '.'.
ALTER QUEUE orders WITH;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'WITH'.
CREATE CONTRACT parted;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'parted'.
CREATE MESSAGE TYPE parted VALIDATION = SOMETHING;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'SOMETHING'.
EXEC sp_addextendedproperty 'use', 'for orders', 'SCHEMA', 'dbo', 'QUEUE', 'orders';
SELECT objtype, objname, name, value FROM fn_listextendedproperty(NULL, 'SCHEMA', 'dbo', 'QUEUE', 'orders', NULL, NULL);
GO
--> objtype nvarchar(128), objname nvarchar(128), name nvarchar(128)!, value sql_variant
--> 'QUEUE' | 'orders' | 'use' | 'for orders'::varchar(10)

-- A queue with activation; the procedure need not be there yet.
CREATE QUEUE active WITH ACTIVATION (STATUS = OFF, PROCEDURE_NAME = dbo.later, MAX_QUEUE_READERS = 3, EXECUTE AS OWNER);
SELECT max_readers, activation_procedure, execute_as_principal_id, is_activation_enabled FROM sys.service_queues WHERE name = 'active';
ALTER QUEUE active WITH ACTIVATION (STATUS = ON, MAX_QUEUE_READERS = 5);
SELECT max_readers, activation_procedure, is_activation_enabled FROM sys.service_queues WHERE name = 'active';
ALTER QUEUE active WITH ACTIVATION (DROP);
SELECT max_readers, activation_procedure, is_activation_enabled FROM sys.service_queues WHERE name = 'active';
DROP QUEUE active;
GO
--> max_readers smallint, activation_procedure nvarchar(776), execute_as_principal_id int, is_activation_enabled bit!
--> 3 | '[dbo].[later]' | 1 | 0
--> max_readers smallint, activation_procedure nvarchar(776), is_activation_enabled bit!
--> 5 | '[dbo].[later]' | 1
--> max_readers smallint, activation_procedure nvarchar(776), is_activation_enabled bit!
--> 0 | NULL | 0

-- A definition is undone with its transaction.
BEGIN TRAN;
CREATE QUEUE gone;
CREATE SERVICE gone ON QUEUE gone;
ROLLBACK;
SELECT COUNT(*) AS n FROM sys.services WHERE name = 'gone';
SELECT OBJECT_ID('gone') AS id;
GO
--> n int
--> 0
--> id int
--> NULL
DROP SERVICE [//golden/source];
DROP SERVICE [//golden/target];
DROP QUEUE orders;
DROP QUEUE replies;
DROP CONTRACT [//golden/contract];
DROP MESSAGE TYPE [//golden/any];
DROP MESSAGE TYPE [//golden/none];
DROP MESSAGE TYPE [//golden/empty];
DROP MESSAGE TYPE [//golden/xml];
SELECT COUNT(*) AS n FROM sys.service_message_types WHERE message_type_id > 65535;
GO
--> n int
--> 0
