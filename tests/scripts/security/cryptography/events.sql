-- Triggers on the database are told of keys, without their passwords; who owns one stays.
CREATE TABLE dbo.seen (id int IDENTITY, event nvarchar(100), object nvarchar(128), command nvarchar(max))
GO
CREATE TRIGGER tell ON DATABASE FOR DDL_DATABASE_SECURITY_EVENTS AS
INSERT dbo.seen SELECT EVENTDATA().value('(/EVENT_INSTANCE/EventType)[1]', 'nvarchar(100)'), EVENTDATA().value('(/EVENT_INSTANCE/ObjectName)[1]', 'nvarchar(128)'), EVENTDATA().value('(/EVENT_INSTANCE/TSQLCommand/CommandText)[1]', 'nvarchar(max)')
GO
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'secret'
CREATE CERTIFICATE c ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'c'
CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256, KEY_SOURCE = 'secret' ENCRYPTION BY CERTIFICATE c, PASSWORD = 'secret'
OPEN SYMMETRIC KEY k DECRYPTION BY PASSWORD = 'secret'
ALTER SYMMETRIC KEY k DROP ENCRYPTION BY PASSWORD = 'secret'
ALTER CERTIFICATE c WITH PRIVATE KEY (DECRYPTION BY PASSWORD = 'secret', ENCRYPTION BY PASSWORD = 'other')
DROP SYMMETRIC KEY k
DROP CERTIFICATE c
DROP MASTER KEY
SELECT event, object, command FROM dbo.seen ORDER BY id
DROP TRIGGER tell ON DATABASE
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> event nvarchar(100), object nvarchar(128), command nvarchar(max)
--> 'CREATE_MASTER_KEY' | '' | 'CREATE MASTER KEY ENCRYPTION BY PASSWORD = ''******'''
--> 'CREATE_CERTIFICATE' | 'c' | 'CREATE CERTIFICATE c ENCRYPTION BY PASSWORD = ''******'' WITH SUBJECT = ''c'''
--> 'CREATE_SYMMETRIC_KEY' | 'k' | 'CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256, KEY_SOURCE = ''******'' ENCRYPTION BY CERTIFICATE c, PASSWORD = ''******'''
--> 'ALTER_SYMMETRIC_KEY' | 'k' | 'ALTER SYMMETRIC KEY k DROP ENCRYPTION BY PASSWORD = ''******'''
--> 'ALTER_CERTIFICATE' | 'c' | 'ALTER CERTIFICATE c WITH PRIVATE KEY (DECRYPTION BY PASSWORD = ''******'', ENCRYPTION BY PASSWORD = ''******'')'
--> 'DROP_SYMMETRIC_KEY' | 'k' | 'DROP SYMMETRIC KEY k'
--> 'DROP_CERTIFICATE' | 'c' | 'DROP CERTIFICATE c'
--> 'DROP_MASTER_KEY' | '' | 'DROP MASTER KEY'
CREATE USER holder WITHOUT LOGIN
CREATE CERTIFICATE held AUTHORIZATION holder ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'held'
ALTER USER holder WITH NAME = keeper
SELECT name, USER_NAME(principal_id) AS owner FROM sys.certificates
DROP USER keeper
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'held' | 'keeper'
--> Msg 15138, Level 16, State 1, Line 5: The database principal owns a certificate in the database, and cannot be dropped.
DROP CERTIFICATE held
DROP USER keeper
GO
