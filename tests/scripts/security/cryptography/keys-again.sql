-- The same source and identity make the same key: what one wrote the other reads.
CREATE SYMMETRIC KEY again WITH ALGORITHM = AES_256, KEY_SOURCE = 'the same words', IDENTITY_VALUE = 'the same name' ENCRYPTION BY PASSWORD = 'x'
OPEN SYMMETRIC KEY again DECRYPTION BY PASSWORD = 'x'
DECLARE @sealed varbinary(200) = ENCRYPTBYKEY(KEY_GUID('again'), 'kept'), @guid uniqueidentifier = KEY_GUID('again')
CLOSE SYMMETRIC KEY again
DROP SYMMETRIC KEY again
CREATE SYMMETRIC KEY once_more WITH KEY_SOURCE = 'the same words', IDENTITY_VALUE = 'the same name', ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'y'
OPEN SYMMETRIC KEY once_more DECRYPTION BY PASSWORD = 'y'
SELECT CAST(DECRYPTBYKEY(@sealed) AS varchar(20)) AS opened, CASE @guid WHEN KEY_GUID('once_more') THEN 1 END AS same_guid
CREATE SYMMETRIC KEY a_third WITH KEY_SOURCE = 'other words', IDENTITY_VALUE = 'the same name', ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'z'
GO
--> opened varchar(20), same_guid int
--> 'kept' | 1
--> Msg 15282, Level 16, State 1, Line 10: A key with name 'a_third' or user defined unique identifier already exists or you do not have permissions to create it.
-- A temporary key is the session's alone.
CREATE SYMMETRIC KEY #mine WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
OPEN SYMMETRIC KEY #mine DECRYPTION BY PASSWORD = 'x'
SELECT CAST(DECRYPTBYKEY(ENCRYPTBYKEY(KEY_GUID('#mine'), 'mine')) AS varchar(20)) AS opened, KEY_NAME(KEY_GUID('#mine')) AS name
SELECT key_name FROM sys.openkeys WHERE key_name LIKE '#%'
GO
--> opened varchar(20), name nvarchar(128)
--> 'mine' | '#mine'
--> key_name nvarchar(128)
--> '#mine'
--! as other
SELECT KEY_GUID('#mine') AS of_another
OPEN SYMMETRIC KEY #mine DECRYPTION BY PASSWORD = 'x'
GO
--> of_another uniqueidentifier
--> NULL
--> Msg 15151, Level 16, State 1, Line 3: Cannot find the symmetric key '#mine', because it does not exist or you do not have permission.
DROP SYMMETRIC KEY #mine
SELECT KEY_GUID('#mine') AS gone
CLOSE ALL SYMMETRIC KEYS
GO
--> gone uniqueidentifier
--> NULL
-- Old algorithms in old databases.
ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 120
CREATE SYMMETRIC KEY old_key WITH ALGORITHM = TRIPLE_DES ENCRYPTION BY PASSWORD = 'x'
CREATE SYMMETRIC KEY older_key WITH ALGORITHM = TRIPLE_DES_3KEY ENCRYPTION BY PASSWORD = 'x'
OPEN SYMMETRIC KEY old_key DECRYPTION BY PASSWORD = 'x'
DECLARE @sealed varbinary(200) = ENCRYPTBYKEY(KEY_GUID('old_key'), 'old')
SELECT CAST(DECRYPTBYKEY(@sealed) AS varchar(20)) AS opened, SUBSTRING(@sealed, 17, 4) AS version, DATALENGTH(@sealed) AS length
SELECT name, key_algorithm, algorithm_desc, key_length FROM sys.symmetric_keys WHERE name LIKE 'old%' ORDER BY name
GO
--> opened varchar(20), version varbinary(4), length int
--> 'old' | 0x01000000 | 44
--> name nvarchar(128)!, key_algorithm char(2)!, algorithm_desc nvarchar(60), key_length int!
--> 'old_key' | 'D3' | 'TRIPLE_DES' | 128
--> 'older_key' | 'DT' | 'TRIPLE_DES_3KEY' | 192
CREATE SYMMETRIC KEY lost WITH ALGORITHM = RC4 ENCRYPTION BY PASSWORD = 'x'
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'ALGORITHM = RC4' is not supported in this version of Sprocket.
ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = 160
SELECT ENCRYPTBYKEY(KEY_GUID('old_key'), 'new') AS refused
GO
--> refused varbinary(8000)
--> NULL
-- The longest plaintext.
CREATE SYMMETRIC KEY big WITH ALGORITHM = AES_256 ENCRYPTION BY PASSWORD = 'x'
OPEN SYMMETRIC KEY big DECRYPTION BY PASSWORD = 'x'
SELECT DATALENGTH(ENCRYPTBYKEY(KEY_GUID('big'), REPLICATE('x', 7900))) AS long, SYMKEYPROPERTY(KEY_ID('big'), 'algorithm_desc') AS of_no_provider
SELECT ENCRYPTBYKEY(KEY_GUID('big'), REPLICATE('x', 8000)) AS too_long
GO
--> long int, of_no_provider sql_variant
--> 7956 | NULL
--> too_long varbinary(8000)
--> Msg 8152, Level 16, State 10, Line 5: String or binary data would be truncated.
