-- Symmetric keys by password, by one another and by asymmetric keys; no master key is needed for those.
CREATE SYMMETRIC KEY by_password WITH ALGORITHM = AES_128 ENCRYPTION BY PASSWORD = 'one', PASSWORD = 'two'
OPEN SYMMETRIC KEY by_password DECRYPTION BY PASSWORD = 'two'
CREATE SYMMETRIC KEY inner_key WITH ALGORITHM = AES_192 ENCRYPTION BY SYMMETRIC KEY by_password
OPEN SYMMETRIC KEY inner_key DECRYPTION BY SYMMETRIC KEY by_password
SELECT CAST(DECRYPTBYKEY(ENCRYPTBYKEY(KEY_GUID('inner_key'), 'inside')) AS varchar(20)) AS opened
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'pair'
CREATE SYMMETRIC KEY by_pair WITH ALGORITHM = AES_256 ENCRYPTION BY ASYMMETRIC KEY pair
OPEN SYMMETRIC KEY by_pair DECRYPTION BY ASYMMETRIC KEY pair WITH PASSWORD = 'pair'
DECLARE @sealed varbinary(200) = ENCRYPTBYKEY(KEY_GUID('by_pair'), 'by pair')
CLOSE SYMMETRIC KEY by_pair
SELECT DECRYPTBYKEY(@sealed) AS closed, CAST(DECRYPTBYKEYAUTOASYMKEY(ASYMKEY_ID('pair'), N'pair', @sealed) AS varchar(20)) AS opened, DECRYPTBYKEYAUTOASYMKEY(ASYMKEY_ID('pair'), N'wrong', @sealed) AS wrong
SELECT name, key_length, key_algorithm, algorithm_desc FROM sys.symmetric_keys ORDER BY name
SELECT name, pvt_key_encryption_type_desc, algorithm, algorithm_desc, key_length, DATALENGTH(sid) AS sid, CASE WHEN string_sid LIKE 'S-1-9-1-%' THEN 1 END AS string_sid FROM sys.asymmetric_keys
SELECT k.name, e.crypt_type, e.crypt_type_desc FROM sys.key_encryptions AS e JOIN sys.symmetric_keys AS k ON k.symmetric_key_id = e.key_id ORDER BY k.name
GO
--> opened varchar(20)
--> 'inside'
--> closed varbinary(8000), opened varchar(20), wrong varbinary(8000)
--> NULL | 'by pair' | NULL
--> name nvarchar(128)!, key_length int!, key_algorithm char(2)!, algorithm_desc nvarchar(60)
--> 'by_pair' | 256 | 'A3' | 'AES_256'
--> 'by_password' | 128 | 'A1' | 'AES_128'
--> 'inner_key' | 192 | 'A2' | 'AES_192'
--> name nvarchar(128)!, pvt_key_encryption_type_desc nvarchar(60), algorithm char(2)!, algorithm_desc nvarchar(60), key_length int!, sid int, string_sid int
--> 'pair' | 'ENCRYPTED_BY_PASSWORD' | '3R' | 'RSA_2048' | 2048 | 32 | 1
--> name nvarchar(128)!, crypt_type char(4)!, crypt_type_desc nvarchar(60)
--> 'by_pair' | 'EPUA' | 'ENCRYPTION BY ASYMMETRIC KEY'
--> 'by_password' | 'ESKP' | 'ENCRYPTION BY PASSWORD'
--> 'by_password' | 'ESKP' | 'ENCRYPTION BY PASSWORD'
--> 'inner_key' | 'ESKS' | 'ENCRYPTION BY SYMMETRIC KEY'
-- Encryptions come and go; the key must be open for that, and one must stay.
ALTER SYMMETRIC KEY by_pair ADD ENCRYPTION BY PASSWORD = 'more'
GO
--> Msg 15315, Level 16, State 1, Line 2: The key 'by_pair' is not open. Please open the key before using it.
OPEN SYMMETRIC KEY by_pair DECRYPTION BY ASYMMETRIC KEY pair WITH PASSWORD = 'pair'
ALTER SYMMETRIC KEY by_pair ADD ENCRYPTION BY PASSWORD = 'more'
CLOSE SYMMETRIC KEY by_pair
OPEN SYMMETRIC KEY by_pair DECRYPTION BY PASSWORD = 'more'
ALTER SYMMETRIC KEY by_pair ADD ENCRYPTION BY ASYMMETRIC KEY pair
GO
--> Msg 15579, Level 16, State 1, Line 5: Adding an encryption to the symmetric key failed. An encryption by the same asymmetric key 'pair' may already exist.
ALTER SYMMETRIC KEY by_pair DROP ENCRYPTION BY ASYMMETRIC KEY pair
SELECT e.crypt_type FROM sys.key_encryptions AS e JOIN sys.symmetric_keys AS k ON k.symmetric_key_id = e.key_id WHERE k.name = 'by_pair'
DROP ASYMMETRIC KEY pair
GO
--> crypt_type char(4)!
--> 'ESKP'
ALTER SYMMETRIC KEY by_pair DROP ENCRYPTION BY PASSWORD = 'less'
GO
--> Msg 15558, Level 16, State 1, Line 1: Cannot drop encryption by password ''.
ALTER SYMMETRIC KEY by_pair DROP ENCRYPTION BY PASSWORD = 'more'
GO
--> Msg 15542, Level 16, State 1, Line 1: Cannot create a key without specifying an encryptor.
