-- Routes, remote service bindings and priorities are kept; messages stay on the server.
CREATE USER proxy WITHOUT LOGIN;
CREATE QUEUE q;
CREATE SERVICE s ON QUEUE q ([DEFAULT]);
CREATE ROUTE r WITH SERVICE_NAME = '//far', BROKER_INSTANCE = 'D8D4D268-00A3-4C62-8F91-634B89C1E315', ADDRESS = 'LOCAL';
CREATE REMOTE SERVICE BINDING b TO SERVICE '//far' WITH USER = proxy, ANONYMOUS = ON;
CREATE BROKER PRIORITY high FOR CONVERSATION SET (CONTRACT_NAME = [DEFAULT], LOCAL_SERVICE_NAME = s, REMOTE_SERVICE_NAME = ANY, PRIORITY_LEVEL = 9);
CREATE BROKER PRIORITY low FOR CONVERSATION SET (REMOTE_SERVICE_NAME = N's', PRIORITY_LEVEL = 2);
GO
SELECT name, remote_service_name, broker_instance, lifetime, address, mirror_address FROM sys.routes ORDER BY route_id;
SELECT name, remote_service_name, USER_NAME(remote_principal_id) AS [user], is_anonymous_on FROM sys.remote_service_bindings;
SELECT p.name, c.name AS contract, s.name AS service, p.remote_service_name, p.priority FROM sys.conversation_priorities AS p LEFT JOIN sys.service_contracts AS c ON c.service_contract_id = p.service_contract_id LEFT JOIN sys.services AS s ON s.service_id = p.local_service_id ORDER BY p.name;
GO
--> name nvarchar(128)!, remote_service_name nvarchar(256), broker_instance nvarchar(128), lifetime datetime, address nvarchar(256), mirror_address nvarchar(256)
--> 'AutoCreatedLocal' | NULL | NULL | NULL | 'LOCAL' | NULL
--> 'r' | '//far' | 'D8D4D268-00A3-4C62-8F91-634B89C1E315' | NULL | 'LOCAL' | NULL
--> name nvarchar(128)!, remote_service_name nvarchar(256), user nvarchar(128), is_anonymous_on bit!
--> 'b' | '//far' | 'proxy' | 1
--> name nvarchar(128)!, contract nvarchar(128), service nvarchar(128), remote_service_name nvarchar(256), priority tinyint!
--> 'high' | 'DEFAULT' | 's' | NULL | 9
--> 'low' | NULL | NULL | 's' | 2
ALTER ROUTE r WITH SERVICE_NAME = '//other', LIFETIME = 60;
ALTER REMOTE SERVICE BINDING b WITH ANONYMOUS = OFF;
ALTER BROKER PRIORITY low FOR CONVERSATION SET (PRIORITY_LEVEL = DEFAULT);
SELECT remote_service_name, CASE WHEN lifetime > GETUTCDATE() THEN 1 ELSE 0 END AS is_limited FROM sys.routes WHERE name = 'r';
SELECT is_anonymous_on FROM sys.remote_service_bindings;
SELECT priority FROM sys.conversation_priorities WHERE name = 'low';
GO
--> remote_service_name nvarchar(256), is_limited int!
--> '//other' | 1
--> is_anonymous_on bit!
--> 0
--> priority tinyint!
--> 5

-- Priorities count where the database honours them.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's';
SELECT priority FROM sys.conversation_endpoints WHERE conversation_handle = @h;
END CONVERSATION @h;
GO
--> priority tinyint!
--> 5
ALTER DATABASE golden SET HONOR_BROKER_PRIORITY ON;
SELECT is_honor_broker_priority_on FROM sys.databases WHERE name = 'golden';
GO
--> is_honor_broker_priority_on bit
--> 1
DECLARE @h uniqueidentifier, @plain uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s TO SERVICE 's';
SEND ON CONVERSATION @h ('high');
SELECT is_initiator, priority FROM sys.conversation_endpoints ORDER BY is_initiator;
SELECT priority FROM q;
END CONVERSATION @h WITH CLEANUP;
GO
--> is_initiator bit!, priority tinyint!
--> 0 | 9
--> 1 | 9
--> priority tinyint!
--> 9
ALTER DATABASE golden SET HONOR_BROKER_PRIORITY OFF;
GO

-- Beyond the server: refused by name.
CREATE ROUTE away WITH SERVICE_NAME = '//far', ADDRESS = 'TCP://elsewhere:4022';
GO
--> Msg 40510, Level 16, State 1, Line 3: Statement 'ROUTE … ADDRESS = 'TCP://elsewhere:4022'' is not supported in this version of Sprocket.
CREATE EVENT NOTIFICATION n ON DATABASE FOR CREATE_TABLE TO SERVICE 's', 'current database';
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'CREATE EVENT NOTIFICATION' is not supported in this version of Sprocket.
CREATE ROUTE r WITH ADDRESS = 'LOCAL';
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'r' in the database.
ALTER ROUTE nothing WITH ADDRESS = 'LOCAL';
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the route 'nothing', because it does not exist or you do not have permission.
ALTER REMOTE SERVICE BINDING nothing WITH ANONYMOUS = ON;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the remote service binding 'nothing', because it does not exist or you do not have permission.
ALTER BROKER PRIORITY nothing FOR CONVERSATION SET (PRIORITY_LEVEL = 1);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the broker priority 'nothing', because it does not exist or you do not have permission.
CREATE REMOTE SERVICE BINDING b2 TO SERVICE 'x' WITH USER = nobody;
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the user 'nobody', because it does not exist or you do not have permission.
CREATE BROKER PRIORITY p2 FOR CONVERSATION SET (CONTRACT_NAME = nothing);
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the contract 'nothing', because it does not exist or you do not have permission.
DROP ROUTE r;
DROP REMOTE SERVICE BINDING b;
DROP BROKER PRIORITY high;
DROP BROKER PRIORITY low;
DROP ROUTE r;
GO
--> Msg 15151, Level 16, State 1, Line 5: Cannot drop the route 'r', because it does not exist or you do not have permission.
