CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'x'
CREATE CERTIFICATE c WITH SUBJECT = 'c'
CREATE SYMMETRIC KEY k WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE c
CREATE USER reader WITHOUT LOGIN
CREATE USER maker WITHOUT LOGIN
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
SELECT ENCRYPTBYKEY(KEY_GUID('k'), 'sealed') AS sealed, ENCRYPTBYCERT(CERT_ID('c'), 'by certificate') AS by_certificate INTO dbo.kept
CLOSE ALL SYMMETRIC KEYS
GRANT SELECT ON dbo.kept TO reader
GO
--> (1 row)
-- A key that one may not see is not there.
EXECUTE AS USER = 'reader'
SELECT KEY_GUID('k') AS guid, CERT_ID('c') AS cert_id, (SELECT COUNT(*) FROM sys.certificates) AS certificates, (SELECT COUNT(*) FROM sys.symmetric_keys) AS keys
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
GO
--> guid uniqueidentifier, cert_id int, certificates int, keys int
--> NULL | NULL | 0 | 0
--> Msg 15151, Level 16, State 1, Line 4: Cannot find the symmetric key 'k', because it does not exist or you do not have permission.
REVERT
GO
EXECUTE AS USER = 'reader'
CREATE SYMMETRIC KEY mine WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15247, Level 16, State 1, Line 2: User does not have permission to perform this action.
REVERT
GO
EXECUTE AS USER = 'reader'
CREATE CERTIFICATE mine ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x'
GO
--> Msg 15247, Level 16, State 1, Line 2: User does not have permission to perform this action.
REVERT
GO
EXECUTE AS USER = 'reader'
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 15247, Level 16, State 1, Line 2: User does not have permission to perform this action.
REVERT
GO
EXECUTE AS USER = 'reader'
DROP CERTIFICATE c
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot drop the certificate 'c', because it does not exist or you do not have permission.
REVERT
GO
-- Seeing both is enough to encrypt; to decrypt takes CONTROL of the certificate.
GRANT VIEW DEFINITION ON SYMMETRIC KEY::k TO reader
GRANT VIEW DEFINITION ON CERTIFICATE::c TO reader
EXECUTE AS USER = 'reader'
SELECT CASE WHEN KEY_GUID('k') IS NOT NULL THEN 1 END AS guid, CERT_ID('c') AS cert_id, CASE WHEN ENCRYPTBYCERT(CERT_ID('c'), 'x') IS NOT NULL THEN 1 END AS encrypts, DECRYPTBYCERT(CERT_ID('c'), by_certificate) AS decrypts, SIGNBYCERT(CERT_ID('c'), 'x') AS signs FROM dbo.kept
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
GO
--> guid int, cert_id int, encrypts int, decrypts varbinary(8000), signs varbinary(8000)
--> 1 | 256 | 1 | NULL | NULL
--> Msg 15151, Level 16, State 1, Line 6: Cannot find the certificate 'c', because it does not exist or you do not have permission.
REVERT
GO
GRANT CONTROL ON CERTIFICATE::c TO reader
EXECUTE AS USER = 'reader'
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
SELECT CAST(DECRYPTBYKEY(sealed) AS varchar(20)) AS opened, CAST(DECRYPTBYCERT(CERT_ID('c'), by_certificate) AS varchar(20)) AS by_certificate FROM dbo.kept
CLOSE SYMMETRIC KEY k
REVERT
DENY VIEW DEFINITION ON SYMMETRIC KEY::k TO reader
EXECUTE AS USER = 'reader'
OPEN SYMMETRIC KEY k DECRYPTION BY CERTIFICATE c
GO
--> opened varchar(20), by_certificate varchar(20)
--> 'sealed' | 'by certificate'
--> Msg 15151, Level 16, State 1, Line 9: Cannot find the symmetric key 'k', because it does not exist or you do not have permission.
REVERT
GO
SELECT class_desc, major_id, USER_NAME(grantee_principal_id) AS grantee, permission_name, state_desc FROM sys.database_permissions WHERE class IN (24, 25) ORDER BY class, state_desc, permission_name
GRANT SELECT ON CERTIFICATE::c TO reader
GO
--> class_desc nvarchar(60), major_id int!, grantee nvarchar(128), permission_name nvarchar(128), state_desc nvarchar(60)
--> 'SYMMETRIC_KEYS' | 256 | 'reader' | 'VIEW DEFINITION' | 'DENY'
--> 'CERTIFICATE' | 256 | 'reader' | 'CONTROL' | 'GRANT'
--> 'CERTIFICATE' | 256 | 'reader' | 'VIEW DEFINITION' | 'GRANT'
--> Msg 4606, Level 16, State 1, Line 2: Granted or revoked privilege SELECT is not compatible with object.
-- Making keys is a permission on the database; who makes one owns it.
GRANT CREATE CERTIFICATE TO maker
GRANT CREATE SYMMETRIC KEY TO maker
GRANT CREATE ASYMMETRIC KEY TO maker
EXECUTE AS USER = 'maker'
CREATE CERTIFICATE own ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'own'
CREATE SYMMETRIC KEY own_key WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE own
OPEN SYMMETRIC KEY own_key DECRYPTION BY CERTIFICATE own WITH PASSWORD = 'x'
SELECT name, USER_NAME(principal_id) AS owner FROM sys.certificates
DROP SYMMETRIC KEY own_key
DROP CERTIFICATE own
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'own' | 'maker'
REVERT
GO
CREATE CERTIFICATE given AUTHORIZATION maker ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'given'
SELECT name, USER_NAME(principal_id) AS owner FROM sys.certificates ORDER BY name
CREATE CERTIFICATE nobodys AUTHORIZATION nobody ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x'
GO
--> name nvarchar(128)!, owner nvarchar(128)
--> 'c' | 'dbo'
--> 'given' | 'maker'
--> Msg 15151, Level 16, State 1, Line 3: Cannot find the principal 'nobody', because it does not exist or you do not have permission.
