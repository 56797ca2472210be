-- A master key in a file, back into the database and into another one.
BACKUP MASTER KEY TO FILE = 'golden.dmk' ENCRYPTION BY PASSWORD = 'travel'
GO
--> Msg 15581, Level 16, State 3, Line 2: Please create a master key in the database or open the master key in the session before performing this operation.
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'first'
CREATE CERTIFICATE c WITH SUBJECT = 'c'
SELECT ENCRYPTBYCERT(CERT_ID('c'), 'sealed') AS sealed INTO dbo.kept
BACKUP MASTER KEY TO FILE = 'golden.dmk' ENCRYPTION BY PASSWORD = 'travel'
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'second'
GO
--> (1 row)
--> info 15588: The old and new master keys are identical. No data re-encryption is required.
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'wrong' ENCRYPTION BY PASSWORD = 'second'
GO
--> Msg 15465, Level 16, State 1, Line 1: The private key password is invalid.
RESTORE MASTER KEY FROM FILE = 'missing.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'second'
GO
--> Msg 15317, Level 16, State 1, Line 1: The master key file does not exist or has invalid format.
BACKUP MASTER KEY TO FILE = 'golden.dmk' ENCRYPTION BY PASSWORD = 'travel'
GO
--> Msg 15240, Level 16, State 1, Line 1: Cannot write into file 'golden.dmk'. Verify that you have write permissions, that the file path is valid, and that the file does not already exist.
-- Another key comes back: what is protected by the one that is there is protected by it, and a password opens it.
ALTER MASTER KEY REGENERATE WITH ENCRYPTION BY PASSWORD = 'third'
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'second'
SELECT is_master_key_encrypted_by_server AS by_server FROM sys.databases WHERE name = DB_NAME()
SELECT DECRYPTBYCERT(CERT_ID('c'), sealed) AS closed FROM dbo.kept
GO
--> by_server bit!
--> 0
--> closed varbinary(8000)
--> Msg 15581, Level 16, State 3, Line 5: Please create a master key in the database or open the master key in the session before performing this operation.
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'second'
GO
--> Msg 15329, Level 16, State 1, Line 1: The current master key cannot be decrypted. If this is a database master key, you should attempt to open it in the session before performing this operation. The FORCE option can be used to ignore this error and continue the operation but the data encrypted by the old master key will be lost.
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'second'
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), sealed) AS varchar(20)) AS opened FROM dbo.kept
DROP CERTIFICATE c
DROP MASTER KEY
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'fourth'
OPEN MASTER KEY DECRYPTION BY PASSWORD = 'fourth'
ALTER MASTER KEY ADD ENCRYPTION BY SERVICE MASTER KEY
SELECT name FROM sys.symmetric_keys
GO
--> opened varchar(20)
--> 'sealed'
--> name nvarchar(128)!
--> '##MS_DatabaseMasterKey##'
BACKUP SERVICE MASTER KEY TO FILE = 'golden.smk' ENCRYPTION BY PASSWORD = 'travel'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'BACKUP SERVICE MASTER KEY' is not supported in this version of Sprocket.
ALTER MASTER KEY FORCE REGENERATE WITH ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'ALTER MASTER KEY FORCE REGENERATE' is not supported in this version of Sprocket.
RESTORE MASTER KEY FROM FILE = 'golden.dmk' DECRYPTION BY PASSWORD = 'travel' ENCRYPTION BY PASSWORD = 'second' FORCE
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'RESTORE MASTER KEY … FORCE' is not supported in this version of Sprocket.
