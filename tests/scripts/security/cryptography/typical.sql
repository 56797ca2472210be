-- Master key, certificate, symmetric key: without the first there is no certificate.
CREATE CERTIFICATE customers WITH SUBJECT = 'Customer data'
GO
--> Msg 15581, Level 16, State 3, Line 2: Please create a master key in the database or open the master key in the session before performing this operation.
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'Str0ng enough'
CREATE CERTIFICATE customers WITH SUBJECT = 'Customer data', EXPIRY_DATE = '20401031'
CREATE SYMMETRIC KEY card_key WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE customers
CREATE TABLE dbo.cards (id int PRIMARY KEY, number varbinary(256))
GO
-- A key that is not open encrypts and decrypts nothing.
INSERT dbo.cards VALUES (0, ENCRYPTBYKEY(KEY_GUID('card_key'), '1234'))
SELECT id, number FROM dbo.cards
GO
--> (1 row)
--> id int!, number varbinary(256)
--> 0 | NULL
OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
INSERT dbo.cards SELECT n, ENCRYPTBYKEY(KEY_GUID('card_key'), 'card ' + CAST(n AS varchar(10))) FROM (VALUES (1), (2)) AS v(n)
SELECT id, CAST(DECRYPTBYKEY(number) AS varchar(30)) AS opened, KEY_NAME(number) AS key_name, DATALENGTH(number) AS length, CASE SUBSTRING(number, 1, 16) WHEN CAST(KEY_GUID('card_key') AS binary(16)) THEN 'guid' END AS begins_with, SUBSTRING(number, 17, 4) AS version FROM dbo.cards WHERE id > 0
SELECT database_name, key_id, key_name, CASE key_guid WHEN KEY_GUID('card_key') THEN 1 END AS same_guid, status FROM sys.openkeys
-- Opening it again changes nothing.
OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
SELECT COUNT(*) AS opened FROM sys.openkeys
CLOSE SYMMETRIC KEY card_key
SELECT id, DECRYPTBYKEY(number) AS closed FROM dbo.cards WHERE id = 1
-- Decrypting without opening: the certificate opens the key for the value.
SELECT id, CAST(DECRYPTBYKEYAUTOCERT(CERT_ID('customers'), NULL, number) AS varchar(30)) AS by_certificate FROM dbo.cards WHERE id > 0
GO
--> (2 rows)
--> id int!, opened varchar(30), key_name nvarchar(128), length int, begins_with varchar(4), version varbinary(4)
--> 1 | 'card 1' | 'card_key' | 52 | 'guid' | 0x02000000
--> 2 | 'card 2' | 'card_key' | 52 | 'guid' | 0x02000000
--> database_name nvarchar(128), key_id int, key_name nvarchar(128), same_guid int, status int
--> 'golden' | 256 | 'card_key' | 1 | 1
--> opened int
--> 1
--> id int!, closed varbinary(8000)
--> 1 | NULL
--> id int!, by_certificate varchar(30)
--> 1 | 'card 1'
--> 2 | 'card 2'
CLOSE SYMMETRIC KEY card_key
GO
--> Msg 15315, Level 16, State 1, Line 1: The key 'card_key' is not open. Please open the key before using it.
-- An authenticator holds a value in its row.
OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
UPDATE dbo.cards SET number = ENCRYPTBYKEY(KEY_GUID('card_key'), N'card', 1, CAST(id AS sysname)) WHERE id > 0
SELECT a.id, CAST(DECRYPTBYKEY(b.number, 1, CAST(a.id AS sysname)) AS nvarchar(30)) AS opened FROM dbo.cards AS a CROSS JOIN dbo.cards AS b WHERE a.id > 0 AND b.id = 1 ORDER BY a.id
SELECT CAST(DECRYPTBYKEYAUTOCERT(CERT_ID('customers'), NULL, number, 1, CAST(id AS sysname)) AS nvarchar(30)) AS by_certificate FROM dbo.cards WHERE id = 2
CLOSE ALL SYMMETRIC KEYS
SELECT COUNT(*) AS opened FROM sys.openkeys
GO
--> (2 rows)
--> id int!, opened nvarchar(30)
--> 1 | 'card'
--> 2 | NULL
--> by_certificate nvarchar(30)
--> 'card'
--> opened int
--> 0
-- Keys that are opened in a procedure stay open in the session; a rollback does not close them.
CREATE PROCEDURE dbo.open_cards AS OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
GO
BEGIN TRANSACTION
EXEC dbo.open_cards
ROLLBACK
SELECT key_name FROM sys.openkeys
GO
--> key_name nvarchar(128)
--> 'card_key'
-- Another session has its own.
--! as other
SELECT COUNT(*) AS opened FROM sys.openkeys
GO
--> opened int
--> 0
SELECT name, symmetric_key_id, key_length, key_algorithm, algorithm_desc FROM sys.symmetric_keys ORDER BY symmetric_key_id
SELECT name, certificate_id, USER_NAME(principal_id) AS owner, pvt_key_encryption_type, pvt_key_encryption_type_desc, is_active_for_begin_dialog, issuer_name, subject, expiry_date, DATALENGTH(thumbprint) AS thumbprint, key_length FROM sys.certificates
SELECT key_id, crypt_type, crypt_type_desc FROM sys.key_encryptions ORDER BY key_id, crypt_type
SELECT is_master_key_encrypted_by_server AS by_server FROM sys.databases WHERE name = DB_NAME()
SELECT KEY_ID('card_key') AS key_id, KEY_ID('nothing') AS none, KEY_GUID('nothing') AS no_guid, KEY_NAME(KEY_GUID('card_key')) AS key_name, CERT_ID('customers') AS cert_id, CERT_ID('nothing') AS no_cert
GO
--> name nvarchar(128)!, symmetric_key_id int!, key_length int!, key_algorithm char(2)!, algorithm_desc nvarchar(60)
--> '##MS_DatabaseMasterKey##' | 101 | 256 | 'A3' | 'AES_256'
--> 'card_key' | 256 | 256 | 'A3' | 'AES_256'
--> name nvarchar(128)!, certificate_id int!, owner nvarchar(128), pvt_key_encryption_type char(2)!, pvt_key_encryption_type_desc nvarchar(60), is_active_for_begin_dialog bit, issuer_name nvarchar(442), subject nvarchar(4000), expiry_date datetime, thumbprint int, key_length int
--> 'customers' | 256 | 'dbo' | 'MK' | 'ENCRYPTED_BY_MASTER_KEY' | 1 | 'Customer data' | 'Customer data' | 2040-10-31 00:00:00.000 | 20 | 2048
--> key_id int!, crypt_type char(4)!, crypt_type_desc nvarchar(60)
--> 101 | 'ESKM' | 'ENCRYPTION BY MASTER KEY'
--> 101 | 'ESKP' | 'ENCRYPTION BY PASSWORD'
--> 256 | 'EPUC' | 'ENCRYPTION BY CERTIFICATE'
--> by_server bit!
--> 1
--> key_id int, none int, no_guid uniqueidentifier, key_name nvarchar(128), cert_id int, no_cert int
--> 256 | NULL | NULL | 'card_key' | 256 | NULL
-- What is in use cannot be dropped.
DROP CERTIFICATE customers
GO
--> Msg 15352, Level 16, State 1, Line 2: The certificate cannot be dropped because one or more entities are either signed or encrypted using it.
DROP MASTER KEY
GO
--> Msg 15580, Level 16, State 1, Line 1: Cannot drop master key because certificate 'customers' is encrypted by it.
DROP SYMMETRIC KEY card_key
DROP CERTIFICATE customers
DROP MASTER KEY
SELECT COUNT(*) AS left_over FROM sys.symmetric_keys WHERE name NOT LIKE '##MS%'
GO
--> left_over int
--> 0

-- In functions keys can be used but not opened; views, computed columns and modules of other owners use what the session has opened.
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'Str0ng enough'
CREATE CERTIFICATE customers WITH SUBJECT = 'Customer data'
CREATE SYMMETRIC KEY card_key WITH ALGORITHM = AES_256 ENCRYPTION BY CERTIFICATE customers
OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
CREATE TABLE dbo.accounts (id int, number varbinary(256), shown AS CAST(DECRYPTBYKEY(number) AS varchar(20)))
INSERT dbo.accounts (id, number) VALUES (1, ENCRYPTBYKEY(KEY_GUID('card_key'), 'one')), (2, ENCRYPTBYKEY(KEY_GUID('card_key'), 'two'))
GO
--> (2 rows)
CREATE FUNCTION dbo.opens() RETURNS int AS
BEGIN
  OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
  RETURN 1
END
GO
--> Msg 443, Level 16, State 15, Procedure opens, Line 3: Invalid use of a side-effecting operator 'OPEN SYMMETRIC KEY' within a function.
CREATE FUNCTION dbo.shown(@sealed varbinary(256)) RETURNS varchar(20) AS BEGIN RETURN CAST(DECRYPTBYKEY(@sealed) AS varchar(20)) END
GO
CREATE VIEW dbo.open_accounts AS SELECT id, CAST(DECRYPTBYKEYAUTOCERT(CERT_ID('customers'), NULL, number) AS varchar(20)) AS number FROM dbo.accounts
GO
CREATE PROCEDURE dbo.first_account WITH EXECUTE AS OWNER AS
BEGIN
  OPEN SYMMETRIC KEY card_key DECRYPTION BY CERTIFICATE customers
  SELECT CAST(DECRYPTBYKEY(number) AS varchar(20)) AS first_account FROM dbo.accounts WHERE id = 1
  CLOSE SYMMETRIC KEY card_key
END
GO
SELECT a.shown, dbo.shown(a.number) AS by_function, v.number AS by_view FROM dbo.accounts AS a JOIN dbo.open_accounts AS v ON v.id = a.id WHERE DECRYPTBYKEY(a.number) = 'two'
CLOSE ALL SYMMETRIC KEYS
SELECT a.shown, dbo.shown(a.number) AS by_function, v.number AS by_view FROM dbo.accounts AS a JOIN dbo.open_accounts AS v ON v.id = a.id WHERE a.id = 2
EXEC dbo.first_account
BEGIN TRY
  OPEN SYMMETRIC KEY nothing DECRYPTION BY CERTIFICATE customers
END TRY
BEGIN CATCH
  SELECT ERROR_NUMBER() AS number, ERROR_SEVERITY() AS severity, ERROR_LINE() AS line
END CATCH
GO
--> shown varchar(20), by_function varchar(20), by_view varchar(20)
--> 'two' | 'two' | 'two'
--> shown varchar(20), by_function varchar(20), by_view varchar(20)
--> NULL | NULL | 'two'
--> first_account varchar(20)
--> 'one'
--> number int, severity int, line int
--> 15151 | 16 | 6
