CREATE CERTIFICATE c ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'Marketing Print Division', START_DATE = '04/04/2004', EXPIRY_DATE = '07/07/2040'
SELECT CERTPROPERTY(CERT_ID('c'), 'Subject') AS subject, CERTPROPERTY(CERT_ID('c'), 'Issuer_Name') AS issuer, CERTPROPERTY(CERT_ID('c'), 'Start_Date') AS starts, CERTPROPERTY(CERT_ID('c'), 'Expiry_Date') AS expires, CERTPROPERTY(CERT_ID('c'), 'nothing') AS none, CERTPROPERTY(99, 'Subject') AS nobody
SELECT LEN(CAST(CERTPROPERTY(CERT_ID('c'), 'Cert_Serial_Number') AS nvarchar(64))) AS serial, DATALENGTH(CERTPROPERTY(CERT_ID('c'), 'SID')) AS sid, CASE WHEN CAST(CERTPROPERTY(CERT_ID('c'), 'String_SID') AS nvarchar(128)) LIKE 'S-1-9-1-%' THEN 1 END AS string_sid
SELECT name, pvt_key_encryption_type_desc, start_date, expiry_date, pvt_key_last_backup_date FROM sys.certificates
SELECT CASE WHEN HASHBYTES('SHA1', CERTENCODED(certificate_id)) = thumbprint THEN 1 END AS thumbprint, CERTENCODED(99) AS none FROM sys.certificates
GO
--> subject sql_variant, issuer sql_variant, starts sql_variant, expires sql_variant, none sql_variant, nobody sql_variant
--> 'Marketing Print Division'::nvarchar(24) | 'Marketing Print Division'::nvarchar(24) | 2004-04-04 00:00:00.000::datetime | 2040-07-07 00:00:00.000::datetime | NULL | NULL
--> serial int, sid int, string_sid int
--> 47 | 32 | 1
--> name nvarchar(128)!, pvt_key_encryption_type_desc nvarchar(60), start_date datetime, expiry_date datetime, pvt_key_last_backup_date datetime
--> 'c' | 'ENCRYPTED_BY_PASSWORD' | 2004-04-04 00:00:00.000 | 2040-07-07 00:00:00.000 | NULL
--> thumbprint int, none varbinary(8000)
--> 1 | NULL
-- A public key encrypts for whoever has the private key.
SELECT CAST(DECRYPTBYCERT(CERT_ID('c'), ENCRYPTBYCERT(CERT_ID('c'), N'hello'), N'secret') AS nvarchar(20)) AS opened, DECRYPTBYCERT(CERT_ID('c'), ENCRYPTBYCERT(CERT_ID('c'), 'x'), N'wrong') AS wrong, DECRYPTBYCERT(CERT_ID('c'), ENCRYPTBYCERT(CERT_ID('c'), 'x')) AS without, DECRYPTBYCERT(CERT_ID('c'), 0x0102, N'secret') AS damaged, DATALENGTH(ENCRYPTBYCERT(CERT_ID('c'), 'x')) AS length, ENCRYPTBYCERT(CERT_ID('c'), REPLICATE('x', 300)) AS too_long, ENCRYPTBYCERT(99, 'x') AS nobody
SELECT VERIFYSIGNEDBYCERT(CERT_ID('c'), 'data', SIGNBYCERT(CERT_ID('c'), 'data', N'secret')) AS right_one, VERIFYSIGNEDBYCERT(CERT_ID('c'), 'date', SIGNBYCERT(CERT_ID('c'), 'data', N'secret')) AS wrong_one, SIGNBYCERT(CERT_ID('c'), 'data', N'wrong') AS wrong_password, VERIFYSIGNEDBYCERT(99, 'data', 0x00) AS nobody
GO
--> opened nvarchar(20), wrong varbinary(8000), without varbinary(8000), damaged varbinary(8000), length int, too_long varbinary(8000), nobody varbinary(8000)
--> 'hello' | NULL | NULL | NULL | 256 | NULL | NULL
--> right_one int, wrong_one int, wrong_password varbinary(8000), nobody int
--> 1 | 0 | NULL | NULL
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'pair'
SELECT CAST(DECRYPTBYASYMKEY(ASYMKEY_ID('pair'), ENCRYPTBYASYMKEY(ASYMKEY_ID('pair'), 'hello'), N'pair') AS varchar(20)) AS opened, VERIFYSIGNEDBYASYMKEY(ASYMKEY_ID('pair'), N'data', SIGNBYASYMKEY(ASYMKEY_ID('pair'), N'data', N'pair')) AS verified, VERIFYSIGNEDBYASYMKEY(ASYMKEY_ID('pair'), 'data', SIGNBYASYMKEY(ASYMKEY_ID('pair'), N'data', N'pair')) AS other_bytes, ASYMKEY_ID('nothing') AS none
SELECT DATALENGTH(ASYMKEYPROPERTY(ASYMKEY_ID('pair'), 'sid')) AS sid, ASYMKEYPROPERTY(ASYMKEY_ID('pair'), 'algorithm_desc') AS of_no_provider
ALTER ASYMMETRIC KEY pair WITH PRIVATE KEY (DECRYPTION BY PASSWORD = 'pair', ENCRYPTION BY PASSWORD = 'other')
SELECT CAST(DECRYPTBYASYMKEY(ASYMKEY_ID('pair'), ENCRYPTBYASYMKEY(ASYMKEY_ID('pair'), 'hello'), N'other') AS varchar(20)) AS opened
ALTER ASYMMETRIC KEY pair REMOVE PRIVATE KEY
SELECT pvt_key_encryption_type_desc FROM sys.asymmetric_keys
ALTER ASYMMETRIC KEY pair REMOVE PRIVATE KEY
GO
--> opened varchar(20), verified int, other_bytes int, none int
--> 'hello' | 1 | 0 | NULL
--> sid int, of_no_provider sql_variant
--> 32 | NULL
--> opened varchar(20)
--> 'hello'
--> pvt_key_encryption_type_desc nvarchar(60)
--> 'NO_PRIVATE_KEY'
--> Msg 15563, Level 16, State 1, Line 8: The asymmetric key has no private key set for it.
