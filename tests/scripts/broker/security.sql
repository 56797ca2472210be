-- Permissions on queues, services, contracts and message types.
CREATE USER reader WITHOUT LOGIN;
CREATE USER maker WITHOUT LOGIN;
CREATE USER sender WITHOUT LOGIN;
CREATE MESSAGE TYPE m;
CREATE CONTRACT c (m SENT BY ANY);
CREATE QUEUE q;
CREATE QUEUE own;
CREATE SERVICE s ON QUEUE q (c);
CREATE SERVICE source AUTHORIZATION sender ON QUEUE own;
GO
EXECUTE AS USER = 'reader';
GO
RECEIVE * FROM q;
GO
--> Msg 229, Level 14, State 5, Line 1: The RECEIVE permission was denied on the object 'q', database 'golden', schema 'dbo'.
SELECT * FROM q;
GO
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 'q', database 'golden', schema 'dbo'.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 's' ON CONTRACT c;
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the service 'source', because it does not exist or you do not have permission.
CREATE MESSAGE TYPE mine;
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE MESSAGE TYPE permission denied in database 'golden'.
CREATE CONTRACT mine (m SENT BY ANY);
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE CONTRACT permission denied in database 'golden'.
CREATE QUEUE mine;
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE QUEUE permission denied in database 'golden'.
CREATE SERVICE mine ON QUEUE q;
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE SERVICE permission denied in database 'golden'.
CREATE ROUTE mine WITH ADDRESS = 'LOCAL';
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE ROUTE permission denied in database 'golden'.
CREATE BROKER PRIORITY mine FOR CONVERSATION;
GO
--> Msg 262, Level 14, State 1, Line 1: CREATE BROKER PRIORITY permission denied in database 'golden'.
ALTER QUEUE q WITH STATUS = OFF;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the service queue 'q', because it does not exist or you do not have permission.
DROP QUEUE q;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the queue 'q', because it does not exist or you do not have permission.
DROP SERVICE s;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the service 's', because it does not exist or you do not have permission.
ALTER MESSAGE TYPE m VALIDATION = EMPTY;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the message type 'm', because it does not exist or you do not have permission.
DROP CONTRACT c;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the contract 'c', because it does not exist or you do not have permission.
REVERT;
GRANT RECEIVE ON q TO reader;
GRANT SELECT ON OBJECT::dbo.q TO reader;
GRANT RECEIVE ON own TO sender;
GRANT REFERENCES ON CONTRACT::c TO sender;
GRANT REFERENCES ON MESSAGE TYPE::m TO sender WITH GRANT OPTION;
GO
SELECT class, class_desc, type, permission_name, state_desc, USER_NAME(grantee_principal_id) AS grantee FROM sys.database_permissions WHERE grantee_principal_id IN (USER_ID('reader'), USER_ID('sender')) AND permission_name <> 'CONNECT' ORDER BY class, grantee, permission_name;
GO
--> class tinyint!, class_desc nvarchar(60), type char(4)!, permission_name nvarchar(128), state_desc nvarchar(60), grantee nvarchar(128)
--> 1 | 'OBJECT_OR_COLUMN' | 'RC  ' | 'RECEIVE' | 'GRANT' | 'reader'
--> 1 | 'OBJECT_OR_COLUMN' | 'SL  ' | 'SELECT' | 'GRANT' | 'reader'
--> 1 | 'OBJECT_OR_COLUMN' | 'RC  ' | 'RECEIVE' | 'GRANT' | 'sender'
--> 15 | 'MESSAGE_TYPE' | 'RF  ' | 'REFERENCES' | 'GRANT_WITH_GRANT_OPTION' | 'sender'
--> 16 | 'SERVICE_CONTRACT' | 'RF  ' | 'REFERENCES' | 'GRANT' | 'sender'

-- The owner of the sending service needs SEND on the other; without it the message comes back as an error.
EXECUTE AS USER = 'sender';
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 's' ON CONTRACT c;
SEND ON CONVERSATION @h MESSAGE TYPE m ('x');
RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM own;
END CONVERSATION @h;
REVERT;
GRANT SEND ON SERVICE::s TO sender;
EXECUTE AS USER = 'sender';
BEGIN DIALOG @h FROM SERVICE source TO SERVICE 's' ON CONTRACT c;
SEND ON CONVERSATION @h MESSAGE TYPE m ('allowed');
REVERT;
GO
--> message_type_name nvarchar(256), body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>-8494</Code><Description>You do not have permission to access the service ''s''.</Description></Error>'
EXECUTE AS USER = 'reader';
SELECT CAST(message_body AS varchar(10)) AS body FROM q;
RECEIVE CAST(message_body AS varchar(10)) AS body FROM q;
REVERT;
GO
--> body varchar(10)
--> 'allowed'
--> body varchar(10)
--> 'allowed'

-- A procedure of the queue's owner receives for those who may run it.
CREATE PROCEDURE dbo.take AS RECEIVE TOP (1) message_type_name FROM dbo.q;
GO
GRANT EXECUTE ON dbo.take TO maker;
EXECUTE AS USER = 'maker';
EXEC dbo.take;
RECEIVE message_type_name FROM dbo.q;
REVERT;
GO
--> message_type_name nvarchar(256)
--> Msg 229, Level 14, State 5, Line 4: The RECEIVE permission was denied on the object 'q', database 'golden', schema 'dbo'.

-- db_ddladmin makes what it takes; owners keep what they own.
ALTER ROLE db_ddladmin ADD MEMBER maker;
EXECUTE AS USER = 'maker';
GO
CREATE MESSAGE TYPE theirs;
CREATE CONTRACT theirs (theirs SENT BY ANY);
CREATE QUEUE dbo.theirs;
CREATE SERVICE theirs ON QUEUE dbo.theirs (theirs);
REVERT;
SELECT name, USER_NAME(principal_id) AS owner FROM sys.services WHERE name IN ('theirs', 'source') ORDER BY name;
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'source' | 'sender'
--> 'theirs' | 'maker'
DROP USER maker;
GO
--> Msg 15138, Level 16, State 1, Line 1: The database principal owns a message type in the database, and cannot be dropped.
ALTER AUTHORIZATION ON SERVICE::theirs TO dbo;
ALTER AUTHORIZATION ON CONTRACT::theirs TO dbo;
ALTER AUTHORIZATION ON MESSAGE TYPE::theirs TO dbo;
DROP USER maker;
SELECT name, USER_NAME(principal_id) AS owner FROM sys.services WHERE name = 'theirs';
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'theirs' | 'dbo'
GRANT SEND ON SERVICE::nowhere TO reader;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the service 'nowhere', because it does not exist or you do not have permission.
ALTER AUTHORIZATION ON SERVICE::nowhere TO dbo;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the service 'nowhere', because it does not exist or you do not have permission.
GRANT RECEIVE ON SERVICE::s TO reader;
GO
--> Msg 4606, Level 16, State 1, Line 1: Granted or revoked privilege RECEIVE is not compatible with object.

-- What one may do, and what one sees: nothing of others without a permission.
EXECUTE AS USER = 'sender';
SELECT HAS_PERMS_BY_NAME('s', 'SERVICE', 'SEND') AS sends, HAS_PERMS_BY_NAME('s', 'SERVICE', 'CONTROL') AS controls, HAS_PERMS_BY_NAME('source', 'SERVICE', 'CONTROL') AS owns, HAS_PERMS_BY_NAME('nowhere', 'SERVICE', 'SEND') AS nowhere, HAS_PERMS_BY_NAME('own', 'OBJECT', 'RECEIVE') AS receives, HAS_PERMS_BY_NAME('c', 'CONTRACT', 'REFERENCES') AS refers, HAS_PERMS_BY_NAME('m', 'MESSAGE TYPE', 'ALTER') AS alters;
SELECT name FROM sys.services ORDER BY name;
SELECT name FROM sys.service_queues ORDER BY name;
SELECT name FROM sys.service_contracts ORDER BY name;
REVERT;
EXECUTE AS USER = 'reader';
SELECT COUNT(*) AS services FROM sys.services;
SELECT name FROM sys.service_message_types WHERE message_type_id > 65535;
REVERT;
SELECT permission_name, type, covering_permission_name, parent_covering_permission_name FROM sys.fn_builtin_permissions('SERVICE') ORDER BY permission_name;
GO
--> sends int, controls int, owns int, nowhere int, receives int, refers int, alters int
--> 1 | 0 | 1 | NULL | 1 | 1 | 0
--> name nvarchar(128)!
--> 's'
--> 'source'
--> name nvarchar(128)!
--> 'own'
--> name nvarchar(128)!
--> 'c'
--> 'DEFAULT'
--> services int
--> 0
--> name nvarchar(128)!
--> permission_name nvarchar(60)!, type varchar(4)!, covering_permission_name nvarchar(60)!, parent_covering_permission_name nvarchar(60)!
--> 'ALTER' | 'AL' | 'CONTROL' | 'ALTER ANY SERVICE'
--> 'CONTROL' | 'CL' | '' | 'CONTROL'
--> 'SEND' | 'SN' | 'CONTROL' | 'CONTROL'
--> 'TAKE OWNERSHIP' | 'TO' | 'CONTROL' | 'CONTROL'
--> 'VIEW DEFINITION' | 'VW' | 'CONTROL' | 'VIEW DEFINITION'

-- To make a service or a contract takes REFERENCES on its parts, and to name another user for activation takes IMPERSONATE.
CREATE USER author WITHOUT LOGIN;
GRANT CREATE SERVICE, CREATE CONTRACT, CREATE MESSAGE TYPE, CREATE QUEUE TO author;
GRANT ALTER ON SCHEMA::dbo TO author;
DENY REFERENCES ON dbo.q TO author;
EXECUTE AS USER = 'author';
GO
CREATE SERVICE authored ON QUEUE q;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the queue 'q', because it does not exist or you do not have permission.
CREATE CONTRACT authored (m SENT BY ANY);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the message type 'm', because it does not exist or you do not have permission.
CREATE QUEUE authored;
CREATE SERVICE authored ON QUEUE authored (c);
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the queue 'authored', because it does not exist or you do not have permission.
CREATE SERVICE authored ON QUEUE authored ([DEFAULT]);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the queue 'authored', because it does not exist or you do not have permission.
ALTER QUEUE authored WITH ACTIVATION (PROCEDURE_NAME = dbo.take, MAX_QUEUE_READERS = 1, EXECUTE AS 'sender');
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the user 'sender', because it does not exist or you do not have permission.
ALTER QUEUE authored WITH ACTIVATION (STATUS = OFF, PROCEDURE_NAME = dbo.take, MAX_QUEUE_READERS = 1, EXECUTE AS SELF);
GO
REVERT;
SELECT USER_NAME(execute_as_principal_id) AS runs_as FROM sys.service_queues WHERE name = 'authored';
GO
--> runs_as nvarchar(128)
--> 'author'
