-- The master key of a database opens by the server and by its passwords.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'first'
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the symmetric key 'master key', because it does not exist or you do not have permission.
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'first'
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'second'
GO
--> Msg 15578, Level 16, State 1, Line 2: There is already a master key in the database. Please drop it before performing this statement.
CREATE CERTIFICATE c WITH SUBJECT = 'c'
DECLARE @sealed varbinary(8000) = ENCRYPTBYCERT(CERT_ID('c'), 'sealed')
SELECT @sealed AS sealed INTO dbo.kept
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), sealed) AS varchar(20)) AS opened FROM dbo.kept
-- No password is needed, so none may be given.
CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE c
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c WITH PASSWORD = 'x'
GO
--> (1 row)
--> opened varchar(20)
--> 'sealed'
--> Msg 15397, Level 16, State 1, Line 7: The certificate is not protected by a password. A decryption password cannot be used for this operation.
DROP SYMMETRIC KEY k
-- Without the server's protection each session has to open it.
ALTER MASTER KEY DROP ENCRYPTION BY SERVICE MASTER KEY
SELECT is_master_key_encrypted_by_server AS by_server FROM sys.databases WHERE name = DB_NAME()
GO
--> by_server bit!
--> 0
SELECT DECRYPTBYCERT(CERT_ID('c'), sealed) AS opened FROM dbo.kept
GO
--> opened varbinary(8000)
--> Msg 15581, Level 16, State 3, Line 1: Please create a master key in the database or open the master key in the session before performing this operation.
CREATE CERTIFICATE d WITH SUBJECT = 'd'
GO
--> Msg 15581, Level 16, State 3, Line 1: Please create a master key in the database or open the master key in the session before performing this operation.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'wrong'
GO
--> Msg 15313, Level 16, State 1, Line 1: The key is not encrypted using the specified decryptor.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'first'
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), sealed) AS varchar(20)) AS opened FROM dbo.kept
GO
--> opened varchar(20)
--> 'sealed'
--! as other
SELECT DECRYPTBYCERT(CERT_ID('c'), sealed) AS opened FROM dbo.kept
GO
--> opened varbinary(8000)
--> Msg 15581, Level 16, State 3, Line 2: Please create a master key in the database or open the master key in the session before performing this operation.
CLOSE MASTER KEY
SELECT DECRYPTBYCERT(CERT_ID('c'), sealed) AS opened FROM dbo.kept
GO
--> opened varbinary(8000)
--> Msg 15581, Level 16, State 3, Line 2: Please create a master key in the database or open the master key in the session before performing this operation.
CLOSE MASTER KEY
GO
--> Msg 15581, Level 16, State 1, Line 1: Please create a master key in the database or open the master key in the session before performing this operation.
-- Another password, then the first no longer opens; the last one stays.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'first'
ALTER MASTER KEY ADD ENCRYPTION BY PASSWORD = 'second'
ALTER MASTER KEY DROP ENCRYPTION BY PASSWORD = 'first'
CLOSE MASTER KEY
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'first'
GO
--> Msg 15313, Level 16, State 1, Line 6: The key is not encrypted using the specified decryptor.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'second'
ALTER MASTER KEY DROP ENCRYPTION BY PASSWORD = 'second'
GO
--> Msg 15558, Level 16, State 1, Line 2: Cannot drop encryption by password ''.
ALTER MASTER KEY ADD ENCRYPTION BY SERVICE MASTER KEY
CLOSE MASTER KEY
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), sealed) AS varchar(20)) AS opened FROM dbo.kept
-- A new key: what the old one protected is protected anew.
ALTER MASTER KEY REGENERATE WITH ENCRYPTION BY PASSWORD = 'third'
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'third'
CLOSE MASTER KEY
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), sealed) AS varchar(20)) AS opened FROM dbo.kept
GO
--> opened varchar(20)
--> 'sealed'
--> opened varchar(20)
--> 'sealed'
DROP MASTER KEY
GO
--> Msg 15580, Level 16, State 1, Line 1: Cannot drop master key because certificate 'c' is encrypted by it.
DROP CERTIFICATE c
DROP MASTER KEY
DROP MASTER KEY
GO
--> Msg 15151, Level 16, State 1, Line 3: Cannot find the symmetric key 'master key', because it does not exist or you do not have permission.
CREATE MASTER KEY
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'KEY'.
-- What is undone with its transaction.
BEGIN TRANSACTION
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'x'
CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
ROLLBACK
SELECT COUNT(*) AS keys FROM sys.symmetric_keys
GO
--> keys int
--> 0
