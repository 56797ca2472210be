-- What data definition tells triggers: also of procedures that have no statement, and of SELECT INTO.
CREATE TABLE log (id int IDENTITY, event varchar(40), object nvarchar(100), kind varchar(40), target varchar(100), details nvarchar(400), command nvarchar(400))
CREATE TABLE t (id int, n int)
CREATE USER u WITHOUT LOGIN
CREATE ROLE r
GO
CREATE DEFAULT d AS 5
GO
CREATE RULE positive AS @v > 0
GO
CREATE TRIGGER keep ON DATABASE FOR DDL_DATABASE_LEVEL_EVENTS AS
SET NOCOUNT ON
DECLARE @e xml = EVENTDATA()
INSERT log (event, object, kind, target, details, command) VALUES (
  @e.value('(/EVENT_INSTANCE/EventType)[1]', 'varchar(40)'),
  CONCAT(@e.value('(/EVENT_INSTANCE/SchemaName)[1]', 'sysname') + '.', @e.value('(/EVENT_INSTANCE/ObjectName)[1]', 'sysname')),
  @e.value('(/EVENT_INSTANCE/ObjectType)[1]', 'varchar(40)'),
  @e.value('(/EVENT_INSTANCE/TargetObjectType)[1]', 'varchar(40)') + ' ' + @e.value('(/EVENT_INSTANCE/TargetObjectName)[1]', 'varchar(40)'),
  CAST(@e.query('/EVENT_INSTANCE/*[position() > 8 and local-name(.) != "TSQLCommand" and local-name(.) != "ObjectType" and local-name(.) != "ObjectName" and local-name(.) != "TargetObjectName" and local-name(.) != "TargetObjectType"]') AS nvarchar(400)),
  @e.value('(/EVENT_INSTANCE/TSQLCommand/CommandText)[1]', 'nvarchar(400)'))
GO
SELECT id, n INTO copied FROM t
EXEC sp_rename 't', 'renamed'
EXEC sp_rename 'renamed.n', 'm', 'COLUMN'
EXEC sp_addextendedproperty 'MS_Description', 'a column', 'SCHEMA', 'dbo', 'TABLE', 'renamed', 'COLUMN', 'm'
EXEC sp_updateextendedproperty @name = 'MS_Description', @value = 'the column', @level0type = 'SCHEMA', @level0name = 'dbo', @level1type = 'TABLE', @level1name = 'renamed', @level2type = 'COLUMN', @level2name = 'm'
EXEC sp_dropextendedproperty 'MS_Description', 'SCHEMA', 'dbo', 'TABLE', 'renamed', 'COLUMN', 'm'
EXEC sp_bindefault 'd', 'renamed.m'
EXEC sp_unbindefault 'renamed.m'
EXEC sp_bindrule 'positive', 'renamed.m'
EXEC sp_unbindrule 'renamed.m'
EXEC sp_addtype 'ty', 'int'
GO
--> (0 rows)
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15511: Default bound to column.
--> info 15519: Default unbound from table column.
--> info 15514: Rule bound to table column.
--> info 15522: Rule unbound from table column.
SELECT event, object, kind, target, details, command FROM log ORDER BY id
TRUNCATE TABLE log
GO
--> event varchar(40), object nvarchar(100), kind varchar(40), target varchar(100), details nvarchar(400), command nvarchar(400)
--> 'CREATE_TABLE' | 'dbo.copied' | 'TABLE' | NULL | '' | 'SELECT id, n INTO copied FROM t'
--> 'RENAME' | 'dbo.t' | 'TABLE' | NULL | '<NewObjectName>renamed</NewObjectName><Parameters><Param>t</Param><Param>renamed</Param><Param/></Parameters>' | 'EXEC sp_rename ''t'', ''renamed'''
--> 'RENAME' | 'dbo.n' | 'COLUMN' | 'TABLE renamed' | '<NewObjectName>m</NewObjectName><Parameters><Param>renamed.n</Param><Param>m</Param><Param>COLUMN</Param></Parameters>' | 'EXEC sp_rename ''renamed.n'', ''m'', ''COLUMN'''
--> 'CREATE_EXTENDED_PROPERTY' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<PropertyName>MS_Description</PropertyName><PropertyValue>a column</PropertyValue><Parameters><Param>MS_Description</Param><Param>a column</Param><Param>SCHEMA</Param><Param>dbo</Param><Param>TABLE</Param><Param>renamed</Param><Param>COLUMN</Param><Param>m</Param></Parameters>' | 'EXEC sp_addextendedproperty ''MS_Description'', ''a column'', ''SCHEMA'', ''dbo'', ''TABLE'', ''renamed'', ''COLUMN'', ''m'''
--> 'ALTER_EXTENDED_PROPERTY' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<PropertyName>MS_Description</PropertyName><PropertyValue>the column</PropertyValue><Parameters><Param>MS_Description</Param><Param>the column</Param><Param>SCHEMA</Param><Param>dbo</Param><Param>TABLE</Param><Param>renamed</Param><Param>COLUMN</Param><Param>m</Param></Parameters>' | 'EXEC sp_updateextendedproperty @name = ''MS_Description'', @value = ''the column'', @level0type = ''SCHEMA'', @level0name = ''dbo'', @level1type = ''TABLE'', @level1name = ''renamed'', @level2type = ''COLUMN'', @level2name = ''m'''
--> 'DROP_EXTENDED_PROPERTY' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<PropertyName>MS_Description</PropertyName><Parameters><Param>MS_Description</Param><Param>SCHEMA</Param><Param>dbo</Param><Param>TABLE</Param><Param>renamed</Param><Param>COLUMN</Param><Param>m</Param></Parameters>' | 'EXEC sp_dropextendedproperty ''MS_Description'', ''SCHEMA'', ''dbo'', ''TABLE'', ''renamed'', ''COLUMN'', ''m'''
--> 'BIND_DEFAULT' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<Parameters><Param>d</Param><Param>renamed.m</Param><Param/></Parameters>' | 'EXEC sp_bindefault ''d'', ''renamed.m'''
--> 'UNBIND_DEFAULT' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<Parameters><Param>renamed.m</Param><Param/></Parameters>' | 'EXEC sp_unbindefault ''renamed.m'''
--> 'BIND_RULE' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<Parameters><Param>positive</Param><Param>renamed.m</Param><Param/></Parameters>' | 'EXEC sp_bindrule ''positive'', ''renamed.m'''
--> 'UNBIND_RULE' | 'dbo.m' | 'COLUMN' | 'TABLE renamed' | '<Parameters><Param>renamed.m</Param><Param/></Parameters>' | 'EXEC sp_unbindrule ''renamed.m'''
--> 'CREATE_TYPE' | 'dbo.ty' | 'TYPE' | NULL | '<Parameters><Param>ty</Param><Param>int</Param><Param/><Param/></Parameters>' | 'EXEC sp_addtype ''ty'', ''int'''
-- Members, permissions and owners.
ALTER ROLE r ADD MEMBER u
EXEC sp_droprolemember 'r', 'u'
GRANT SELECT, INSERT ON renamed TO u, r WITH GRANT OPTION
REVOKE SELECT ON renamed FROM r CASCADE
DENY CREATE TABLE TO u
GRANT CONTROL ON SCHEMA::dbo TO u AS dbo
ALTER AUTHORIZATION ON renamed TO u
ALTER AUTHORIZATION ON SCHEMA::dbo TO dbo
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'a master password'
CREATE CERTIFICATE cert ENCRYPTION BY PASSWORD = 'a key password' WITH SUBJECT = 'shown'
CREATE APPLICATION ROLE app WITH PASSWORD = 'Appl!cation1'
ALTER APPLICATION ROLE app WITH NAME = app2
DROP APPLICATION ROLE app2
GO
SELECT event, object, kind, target, details, command FROM log ORDER BY id
GO
--> event varchar(40), object nvarchar(100), kind varchar(40), target varchar(100), details nvarchar(400), command nvarchar(400)
--> 'ADD_ROLE_MEMBER' | 'u' | 'SQL USER' | NULL | '<RoleName>r</RoleName>' | 'ALTER ROLE r ADD MEMBER u'
--> 'DROP_ROLE_MEMBER' | 'u' | 'SQL USER' | NULL | '<RoleName>r</RoleName>' | 'ALTER ROLE [r] DROP MEMBER [u]'
--> 'GRANT_DATABASE' | 'dbo.renamed' | 'TABLE' | NULL | '<Permissions><Permission>select</Permission><Permission>insert</Permission></Permissions><Grantees><Grantee>u</Grantee><Grantee>r</Grantee></Grantees><AsGrantor/><GrantOption>1</GrantOption><CascadeOption>0</CascadeOption>' | 'GRANT SELECT, INSERT ON renamed TO u, r WITH GRANT OPTION'
--> 'REVOKE_DATABASE' | 'dbo.renamed' | 'TABLE' | NULL | '<Permissions><Permission>select</Permission></Permissions><Grantees><Grantee>r</Grantee></Grantees><AsGrantor/><GrantOption>0</GrantOption><CascadeOption>1</CascadeOption>' | 'REVOKE SELECT ON renamed FROM r CASCADE'
--> 'DENY_DATABASE' | 'golden' | 'DATABASE' | NULL | '<Permissions><Permission>create table</Permission></Permissions><Grantees><Grantee>u</Grantee></Grantees><AsGrantor/><GrantOption>0</GrantOption><CascadeOption>0</CascadeOption>' | 'DENY CREATE TABLE TO u'
--> 'GRANT_DATABASE' | 'dbo' | 'SCHEMA' | NULL | '<Permissions><Permission>control</Permission></Permissions><Grantees><Grantee>u</Grantee></Grantees><AsGrantor>dbo</AsGrantor><GrantOption>0</GrantOption><CascadeOption>0</CascadeOption>' | 'GRANT CONTROL ON SCHEMA::dbo TO u AS dbo'
--> 'ALTER_AUTHORIZATION_DATABASE' | 'dbo.renamed' | 'TABLE' | NULL | '<OwnerName>u</OwnerName>' | 'ALTER AUTHORIZATION ON renamed TO u'
--> 'ALTER_AUTHORIZATION_DATABASE' | 'dbo' | 'SCHEMA' | NULL | '<OwnerName>dbo</OwnerName>' | 'ALTER AUTHORIZATION ON SCHEMA::dbo TO dbo'
--> 'CREATE_MASTER_KEY' | '' | 'MASTER KEY' | NULL | '' | 'CREATE MASTER KEY ENCRYPTION BY PASSWORD = ''******'''
--> 'CREATE_CERTIFICATE' | 'cert' | 'CERTIFICATE' | NULL | '' | 'CREATE CERTIFICATE cert ENCRYPTION BY PASSWORD = ''******'' WITH SUBJECT = ''shown'''
--> 'CREATE_APPLICATION_ROLE' | 'app' | 'APPLICATION ROLE' | NULL | '' | 'CREATE APPLICATION ROLE app WITH PASSWORD = ''******'''
--> 'ALTER_APPLICATION_ROLE' | 'app' | 'APPLICATION ROLE' | NULL | '' | 'ALTER APPLICATION ROLE app WITH NAME = app2'
--> 'DROP_APPLICATION_ROLE' | 'app2' | 'APPLICATION ROLE' | NULL | '' | 'DROP APPLICATION ROLE app2'
-- What fails has not happened, and a trigger undoes a procedure.
TRUNCATE TABLE log
EXEC sp_rename 'missing', 'x'
GO
--> Msg 15225, Level 11, State 1, Procedure sp_rename, Line 1: No item by the name of 'missing' could be found in the current database 'golden', given that @itemtype was input as '(null)'.
CREATE TRIGGER no_names ON DATABASE FOR RENAME AS PRINT 'names stay'; ROLLBACK
GO
EXEC sp_rename 'renamed', 'again'
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> print: names stay
--> Msg 3609, Level 16, State 1, Procedure sp_rename, Line 1: The transaction ended in the trigger. The batch has been aborted.
SELECT OBJECT_ID('again') AS again
SELECT event FROM log
GO
--> again int
--> NULL
--> event varchar(40)
--> 'CREATE_TRIGGER'
DROP TRIGGER no_names ON DATABASE
GO
-- The first and the last of several.
CREATE TRIGGER alpha ON DATABASE FOR CREATE_TABLE AS PRINT 'alpha'
GO
CREATE TRIGGER beta ON DATABASE FOR CREATE_TABLE AS PRINT 'beta'
GO
EXEC sp_settriggerorder 'beta', 'First', 'CREATE_TABLE', 'DATABASE'
EXEC sp_settriggerorder 'alpha', 'Last', 'CREATE_TABLE', 'DATABASE'
CREATE TABLE ordered (id int)
SELECT OBJECT_NAME(e.object_id) AS hidden, t.name, e.is_first, e.is_last FROM sys.trigger_events AS e JOIN sys.triggers AS t ON t.object_id = e.object_id WHERE t.name IN ('alpha', 'beta') ORDER BY t.name
GO
--> print: beta
--> print: alpha
--> hidden nvarchar(128), name nvarchar(128)!, is_first bit, is_last bit
--> NULL | 'alpha' | 0 | 1
--> NULL | 'beta' | 1 | 0
EXEC sp_settriggerorder 'alpha', 'First', 'CREATE_TABLE', 'DATABASE'
GO
--> Msg 15130, Level 16, State 1, Procedure sp_settriggerorder, Line 1: There already exists a 'First' trigger for 'CREATE_TABLE'.
EXEC sp_settriggerorder 'missing', 'First', 'CREATE_TABLE', 'DATABASE'
GO
--> Msg 15165, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Could not find object 'missing' or you do not have permission.
EXEC sp_settriggerorder 'alpha', 'First', 'DROP_TABLE', 'DATABASE'
GO
--> Msg 15125, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Trigger 'alpha' is not a trigger for 'DROP_TABLE'.
EXEC sp_settriggerorder 'alpha', 'First', 'CREATE_TABLE', 'NOWHERE'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_settriggerorder, Line 1: An invalid parameter or option was specified for procedure 'sp_settriggerorder'.
EXEC sp_settriggerorder 'alpha', 'Second', 'CREATE_TABLE', 'DATABASE'
GO
--> Msg 15600, Level 15, State 1, Procedure sp_settriggerorder, Line 1: An invalid parameter or option was specified for procedure 'sp_settriggerorder'.
EXECUTE AS USER = 'u'
EXEC sp_settriggerorder 'alpha', 'None', 'CREATE_TABLE', 'DATABASE'
REVERT
GO
--> Msg 15165, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Could not find object 'alpha' or you do not have permission.
DROP TRIGGER alpha ON DATABASE
DROP TRIGGER beta ON DATABASE
DROP TRIGGER keep ON DATABASE
GO
-- On the server.
CREATE TRIGGER watch ON ALL SERVER FOR DDL_SERVER_LEVEL_EVENTS AS
SELECT EVENTDATA().value('(/EVENT_INSTANCE/EventType)[1]', 'varchar(40)') AS event, EVENTDATA().value('(/EVENT_INSTANCE/ObjectName)[1]', 'varchar(40)') AS object,
  EVENTDATA().value('(/EVENT_INSTANCE/ObjectType)[1]', 'varchar(40)') AS kind, EVENTDATA().value('(/EVENT_INSTANCE/RoleName)[1]', 'varchar(40)') AS role
GO
CREATE LOGIN events_ann WITH PASSWORD = 'An0ther!pass'
ALTER SERVER ROLE dbcreator ADD MEMBER events_ann
GO
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'CREATE_LOGIN' | 'events_ann' | 'LOGIN' | NULL
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'ADD_SERVER_ROLE_MEMBER' | 'events_ann' | 'LOGIN' | 'dbcreator'
USE master
GRANT VIEW SERVER STATE TO events_ann
USE golden
EXEC sp_addmessage 50777, 16, 'a message'
EXEC sp_dropmessage 50777
EXEC sp_configure 'cross db ownership chaining', 0
EXEC sp_settriggerorder 'watch', 'First', 'DDL_SERVER_LEVEL_EVENTS', 'SERVER'
DROP LOGIN events_ann
DROP TRIGGER watch ON ALL SERVER
GO
--> info 5701: Changed database context to 'master'.
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'GRANT_SERVER' | '' | 'SERVER' | NULL
--> info 5701: Changed database context to 'golden'.
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'CREATE_MESSAGE' | '50777' | 'MESSAGE' | NULL
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'DROP_MESSAGE' | '50777' | 'MESSAGE' | NULL
--> info 15457: Configuration option 'cross db ownership chaining' changed from 0 to 0. Run the RECONFIGURE statement to install.
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'ALTER_INSTANCE' | 'cross db ownership chaining' | 'SERVER' | NULL
--> event varchar(40), object varchar(40), kind varchar(40), role varchar(40)
--> 'DROP_LOGIN' | 'events_ann' | 'LOGIN' | NULL
-- FOR LOGON.
CREATE TRIGGER entry ON ALL SERVER FOR LOGON AS
IF ORIGINAL_LOGIN() = 'events_nobody' ROLLBACK
GO
SELECT t.name, e.type, e.type_desc FROM sys.server_trigger_events AS e JOIN sys.server_triggers AS t ON t.object_id = e.object_id
SELECT type, type_desc, is_trigger_event FROM sys.server_events
DROP TRIGGER entry ON ALL SERVER
GO
--> name nvarchar(128)!, type int!, type_desc nvarchar(60)!
--> 'entry' | 147 | 'LOGON'
--> type int!, type_desc nvarchar(60)!, is_trigger_event bit
--> 147 | 'LOGON' | 1
CREATE TRIGGER entry ON DATABASE FOR LOGON AS PRINT 'hello'
GO
--> Msg 1098, Level 15, State 1, Procedure entry, Line 1: The specified event type(s) is/are not valid on the specified target object.
