-- A module that a key has signed may do what the user of the key may.
CREATE TABLE dbo.secrets (id int, word varchar(20))
INSERT dbo.secrets VALUES (1, 'one')
CREATE USER owner_of_data WITHOUT LOGIN
ALTER AUTHORIZATION ON OBJECT::dbo.secrets TO owner_of_data
CREATE USER reader WITHOUT LOGIN
CREATE CERTIFICATE signer ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'signer'
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'pair'
CREATE USER signer_user FROM CERTIFICATE signer
CREATE USER pair_user FOR ASYMMETRIC KEY pair
GRANT SELECT ON dbo.secrets TO signer_user
SELECT p.name, p.type, p.type_desc, p.default_schema_name, p.authentication_type_desc, c.name AS certificate FROM sys.database_principals AS p LEFT JOIN sys.certificates AS c ON c.sid = p.sid WHERE p.name IN ('signer_user', 'pair_user') ORDER BY p.name
GO
--> (1 row)
--> name nvarchar(128)!, type char(1)!, type_desc nvarchar(60), default_schema_name nvarchar(128), authentication_type_desc nvarchar(60), certificate nvarchar(128)
--> 'pair_user' | 'K' | 'ASYMMETRIC_KEY_MAPPED_USER' | NULL | 'NONE' | NULL
--> 'signer_user' | 'C' | 'CERTIFICATE_MAPPED_USER' | NULL | 'NONE' | 'signer'
CREATE PROCEDURE dbo.plain AS SELECT word FROM dbo.secrets
GO
CREATE PROCEDURE dbo.listing AS SELECT word FROM dbo.secrets
GO
CREATE PROCEDURE dbo.dynamic AS EXEC ('SELECT word AS dynamic_word FROM dbo.secrets')
GO
CREATE PROCEDURE dbo.outside AS
SELECT USER_NAME() AS who
EXEC dbo.plain
GO
CREATE FUNCTION dbo.word_of(@id int) RETURNS varchar(20) AS BEGIN RETURN (SELECT word FROM dbo.secrets WHERE id = @id) END
GO
GRANT EXECUTE TO reader
ADD SIGNATURE TO dbo.listing BY CERTIFICATE signer WITH PASSWORD = 'secret'
ADD SIGNATURE TO dbo.dynamic BY CERTIFICATE signer WITH PASSWORD = 'secret'
ADD SIGNATURE TO dbo.outside BY CERTIFICATE signer WITH PASSWORD = 'secret'
ADD SIGNATURE TO dbo.word_of BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
EXECUTE AS USER = 'reader'
GO
EXEC dbo.plain
GO
--> Msg 229, Level 14, State 5, Procedure dbo.plain, Line 1: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
EXEC dbo.listing
EXEC dbo.dynamic
SELECT dbo.word_of(1) AS word
GO
--> word varchar(20)
--> 'one'
--> dynamic_word varchar(20)
--> 'one'
--> word varchar(20)
--> 'one'
-- What the dynamic batch of the signed procedure may is nothing that the same batch may by itself.
EXEC ('SELECT word AS dynamic_word FROM dbo.secrets')
GO
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
-- A procedure that a signed one calls is on its own, unless it is countersigned.
EXEC dbo.outside
GO
--> who nvarchar(128)
--> 'reader'
--> Msg 229, Level 14, State 5, Procedure dbo.plain, Line 1: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
REVERT
ADD COUNTER SIGNATURE TO dbo.plain BY CERTIFICATE signer WITH PASSWORD = 'secret'
EXECUTE AS USER = 'reader'
GO
EXEC dbo.outside
EXEC dbo.plain
GO
--> who nvarchar(128)
--> 'reader'
--> word varchar(20)
--> 'one'
--> Msg 229, Level 14, State 5, Procedure dbo.plain, Line 1: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
REVERT
GO
-- A denial to whoever runs it stands.
DENY SELECT ON dbo.secrets TO reader
EXECUTE AS USER = 'reader'
EXEC dbo.listing
REVERT
GO
--> Msg 229, Level 14, State 5, Procedure dbo.listing, Line 1: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
REVOKE SELECT ON dbo.secrets FROM reader
GO
-- Roles of the user count too.
REVOKE SELECT ON dbo.secrets FROM signer_user
ALTER ROLE db_datareader ADD MEMBER signer_user
EXECUTE AS USER = 'reader'
EXEC dbo.listing
REVERT
GO
--> word varchar(20)
--> 'one'
-- The signature goes with a change of the text, and so do the permissions.
ALTER PROCEDURE dbo.listing AS SELECT word + '!' AS word FROM dbo.secrets
GO
EXECUTE AS USER = 'reader'
EXEC dbo.listing
GO
--> Msg 229, Level 14, State 5, Procedure dbo.listing, Line 2: The SELECT permission was denied on the object 'secrets', database 'golden', schema 'dbo'.
REVERT
GO
-- Nobody can be the user.
EXECUTE AS USER = 'signer_user'
GO
--> Msg 15517, Level 16, State 1, Line 2: Cannot execute as the database principal because the principal "signer_user" does not exist, this type of principal cannot be impersonated, or you do not have permission.
CREATE USER again FROM CERTIFICATE signer
GO
--> Msg 15063, Level 16, State 1, Line 1: The login already has an account under a different user name.
CREATE USER nobody FROM CERTIFICATE missing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the certificate 'missing', because it does not exist or you do not have permission.
CREATE CERTIFICATE mapped ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'mapped'
CREATE USER mapped_user FROM CERTIFICATE mapped
DROP CERTIFICATE mapped
GO
--> Msg 15559, Level 16, State 1, Line 3: Cannot drop certificate 'mapped' because there is a user mapped to it.
DROP ASYMMETRIC KEY pair
GO
--> Msg 15559, Level 16, State 1, Line 1: Cannot drop asymmetric key 'pair' because there is a user mapped to it.
DROP USER mapped_user
DROP CERTIFICATE mapped
DROP USER pair_user
DROP ASYMMETRIC KEY pair
GO
-- Permissions on the server come with a login of the key in master.
CREATE CERTIFICATE server_signer ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'server'
GO
CREATE PROCEDURE dbo.state AS SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE') AS may
GO
ADD SIGNATURE TO dbo.state BY CERTIFICATE server_signer WITH PASSWORD = 'secret'
DECLARE @copy nvarchar(max) = N'USE master CREATE CERTIFICATE server_signer FROM BINARY = ' + CONVERT(nvarchar(max), CERTENCODED(CERT_ID('server_signer')), 1)
EXEC (@copy + N' CREATE LOGIN server_login FROM CERTIFICATE server_signer GRANT VIEW SERVER STATE TO server_login')
SELECT name, type, type_desc FROM sys.server_principals WHERE name = 'server_login'
GO
--> info 5701: Changed database context to 'master'.
--> name nvarchar(128)!, type char(1)!, type_desc nvarchar(60)
--> 'server_login' | 'C' | 'CERTIFICATE_MAPPED_LOGIN'
EXECUTE AS USER = 'reader'
EXEC dbo.state
SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE') AS may
REVERT
GO
--> may int
--> 1
--> may int
--> 0
EXECUTE AS LOGIN = 'server_login'
GO
--> Msg 15406, Level 16, State 1, Line 1: Cannot execute as the server principal because the principal "server_login" does not exist, this type of principal cannot be impersonated, or you do not have permission.
EXEC ('USE master DROP CERTIFICATE server_signer')
GO
--> info 5701: Changed database context to 'master'.
--> Msg 15559, Level 16, State 1, Line 1: Cannot drop certificate 'server_signer' because there is a login mapped to it.
DROP LOGIN server_login
EXEC ('USE master DROP CERTIFICATE server_signer')
GO
--> info 5701: Changed database context to 'master'.
