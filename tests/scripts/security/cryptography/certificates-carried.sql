CREATE CERTIFICATE c ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'Marketing Print Division'
GO
-- A certificate and its private key as bytes, into another database.
SELECT CERTENCODED(CERT_ID('c')) AS certificate, CERTPRIVATEKEY(CERT_ID('c'), N'travel', N'secret') AS private_key, CERTPRIVATEKEY(CERT_ID('c'), N'travel', N'wrong') AS wrong, ENCRYPTBYCERT(CERT_ID('c'), 'sealed') AS sealed INTO dbo.travel
SELECT SUBSTRING(private_key, 1, 4) AS pvk, wrong FROM dbo.travel
DROP CERTIFICATE c
DECLARE @create nvarchar(max) = (SELECT 'CREATE CERTIFICATE imported FROM BINARY = ' + CONVERT(nvarchar(max), certificate, 1) + ' WITH PRIVATE KEY (BINARY = ' + CONVERT(nvarchar(max), private_key, 1) + ', DECRYPTION BY PASSWORD = ''travel'', ENCRYPTION BY PASSWORD = ''here'')' FROM dbo.travel)
EXEC (@create)
SELECT name, subject, pvt_key_encryption_type_desc FROM sys.certificates
SELECT CAST(DECRYPTBYCERT(CERT_ID('imported'), sealed, N'here') AS varchar(20)) AS opened FROM dbo.travel
EXEC (@create)
GO
--> (1 row)
--> pvk varbinary(4), wrong varbinary(8000)
--> 0x1EF1B5B0 | NULL
--> name nvarchar(128)!, subject nvarchar(4000), pvt_key_encryption_type_desc nvarchar(60)
--> 'imported' | 'Marketing Print Division' | 'ENCRYPTED_BY_PASSWORD'
--> opened varchar(20)
--> 'sealed'
--> Msg 15232, Level 16, State 1, Line 1: A certificate with name 'imported' already exists or this certificate already has been added to the database.
DECLARE @create nvarchar(max) = (SELECT 'CREATE CERTIFICATE twice FROM BINARY = ' + CONVERT(nvarchar(max), certificate, 1) FROM dbo.travel)
EXEC (@create)
GO
--> Msg 15232, Level 16, State 1, Line 1: A certificate with name 'twice' already exists or this certificate already has been added to the database.
-- Only the public key first, the private one later: its password must be right.
DROP CERTIFICATE imported
DECLARE @create nvarchar(max) = (SELECT 'CREATE CERTIFICATE half FROM BINARY = ' + CONVERT(nvarchar(max), certificate, 1) FROM dbo.travel)
EXEC (@create)
SELECT pvt_key_encryption_type, pvt_key_encryption_type_desc FROM sys.certificates
DECLARE @alter nvarchar(max) = (SELECT 'ALTER CERTIFICATE half WITH PRIVATE KEY (BINARY = ' + CONVERT(nvarchar(max), private_key, 1) + ', DECRYPTION BY PASSWORD = ''wrong'', ENCRYPTION BY PASSWORD = ''here'')' FROM dbo.travel)
EXEC (@alter)
GO
--> pvt_key_encryption_type char(2)!, pvt_key_encryption_type_desc nvarchar(60)
--> 'NA' | 'NO_PRIVATE_KEY'
--> Msg 15465, Level 16, State 1, Line 1: The private key password is invalid.
DECLARE @alter nvarchar(max) = (SELECT 'ALTER CERTIFICATE half WITH PRIVATE KEY (BINARY = ' + CONVERT(nvarchar(max), private_key, 1) + ', DECRYPTION BY PASSWORD = ''travel'', ENCRYPTION BY PASSWORD = ''here'')' FROM dbo.travel)
EXEC (@alter)
ALTER CERTIFICATE half WITH PRIVATE KEY (DECRYPTION BY PASSWORD = 'here', ENCRYPTION BY PASSWORD = 'there')
SELECT CAST(DECRYPTBYCERT(CERT_ID('half'), sealed, N'there') AS varchar(20)) AS opened FROM dbo.travel
ALTER CERTIFICATE half WITH ACTIVE FOR BEGIN_DIALOG = OFF
SELECT is_active_for_begin_dialog AS active FROM sys.certificates
-- The private key of another certificate.
CREATE CERTIFICATE stranger ENCRYPTION BY PASSWORD = 's' WITH SUBJECT = 'stranger'
ALTER CERTIFICATE stranger REMOVE PRIVATE KEY
SELECT @alter = 'ALTER CERTIFICATE stranger WITH PRIVATE KEY (BINARY = ' + CONVERT(nvarchar(max), private_key, 1) + ', DECRYPTION BY PASSWORD = ''travel'', ENCRYPTION BY PASSWORD = ''here'')' FROM dbo.travel
EXEC (@alter)
DROP TABLE dbo.travel
GO
--> opened varchar(20)
--> 'sealed'
--> active bit
--> 0
--> Msg 15474, Level 16, State 1, Line 1: Invalid private key. The private key does not match the public key of the certificate.
