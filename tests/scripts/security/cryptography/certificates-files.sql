CREATE CERTIFICATE half ENCRYPTION BY PASSWORD = 'there' WITH SUBJECT = 'half'
CREATE CERTIFICATE stranger ENCRYPTION BY PASSWORD = 's' WITH SUBJECT = 'stranger'
ALTER CERTIFICATE stranger REMOVE PRIVATE KEY
GO
-- Files lie in a folder of the data directory and nowhere else.
BACKUP CERTIFICATE half TO FILE = 'half.cer' WITH PRIVATE KEY (FILE = 'half.pvk', ENCRYPTION BY PASSWORD = 'travel', DECRYPTION BY PASSWORD = 'there')
SELECT CASE WHEN pvt_key_last_backup_date > '20200101' THEN 1 END AS backed_up FROM sys.certificates WHERE name = 'half'
DROP CERTIFICATE half
CREATE CERTIFICATE half FROM FILE = 'half.cer' WITH PRIVATE KEY (FILE = 'half.pvk', DECRYPTION BY PASSWORD = 'travel', ENCRYPTION BY PASSWORD = 'there')
SELECT subject, pvt_key_encryption_type_desc FROM sys.certificates WHERE name = 'half'
BACKUP CERTIFICATE half TO FILE = 'half.cer'
GO
--> backed_up int
--> 1
--> subject nvarchar(4000), pvt_key_encryption_type_desc nvarchar(60)
--> 'half' | 'ENCRYPTED_BY_PASSWORD'
--> Msg 15240, Level 16, State 1, Line 7: Cannot write into file 'half.cer'. Verify that you have write permissions, that the file path is valid, and that the file does not already exist.
BACKUP CERTIFICATE half TO FILE = '../half.cer'
GO
--> Msg 15240, Level 16, State 1, Line 1: Cannot write into file '../half.cer'. Verify that you have write permissions, that the file path is valid, and that the file does not already exist.
BACKUP CERTIFICATE stranger TO FILE = 'stranger.cer' WITH PRIVATE KEY (FILE = 'stranger.pvk', ENCRYPTION BY PASSWORD = 'travel')
GO
--> Msg 15246, Level 16, State 1, Line 1: Cannot dump the private key of certificate 'stranger' because the private key cannot be found.
BACKUP CERTIFICATE nothing TO FILE = 'nothing.cer'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the certificate 'nothing', because it does not exist or you do not have permission.
CREATE CERTIFICATE missing FROM FILE = 'missing.cer'
GO
--> Msg 15208, Level 16, State 1, Line 1: The certificate, asymmetric key, or private key file does not exist or has invalid format.
CREATE CERTIFICATE outside FROM FILE = '/etc/passwd'
GO
--> Msg 15208, Level 16, State 1, Line 1: The certificate, asymmetric key, or private key file does not exist or has invalid format.
CREATE CERTIFICATE damaged FROM BINARY = 0x0102
GO
--> Msg 15208, Level 16, State 1, Line 1: The certificate, asymmetric key, or private key file does not exist or has invalid format.
CREATE CERTIFICATE damaged FROM FILE = 'half.cer' WITH PRIVATE KEY (BINARY = 0x0102, DECRYPTION BY PASSWORD = 'x')
GO
--> Msg 15297, Level 16, State 1, Line 1: The certificate, asymmetric key, or private key data is invalid.
CREATE CERTIFICATE damaged ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = ''
GO
--> Msg 15212, Level 16, State 1, Line 1: Invalid certificate subject. The certificate subject must have between 1 and 64 characters.
CREATE CERTIFICATE half ENCRYPTION BY PASSWORD = 'x' WITH SUBJECT = 'x'
GO
--> Msg 15232, Level 16, State 1, Line 1: A certificate with name 'half' already exists or this certificate already has been added to the database.
ALTER CERTIFICATE half WITH PRIVATE KEY (DECRYPTION BY PASSWORD = 'wrong')
GO
--> Msg 15466, Level 16, State 1, Line 1: An error occurred during decryption.
ALTER CERTIFICATE nothing REMOVE PRIVATE KEY
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the certificate 'nothing', because it does not exist or you do not have permission.
ALTER CERTIFICATE stranger REMOVE PRIVATE KEY
GO
--> Msg 15563, Level 16, State 1, Line 1: The certificate has no private key set for it.
DROP CERTIFICATE nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the certificate 'nothing', because it does not exist or you do not have permission.
