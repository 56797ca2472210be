CREATE CERTIFICATE signer ENCRYPTION BY PASSWORD = 'secret' WITH SUBJECT = 'signer'
CREATE ASYMMETRIC KEY pair WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'pair'
CREATE TABLE dbo.t (id int)
GO
CREATE PROCEDURE dbo.p AS SELECT 1 AS a
GO
CREATE FUNCTION dbo.inline_one() RETURNS TABLE AS RETURN SELECT 1 AS a
GO
ADD SIGNATURE TO dbo.p BY CERTIFICATE signer WITH PASSWORD = 'secret', ASYMMETRIC KEY pair WITH PASSWORD = 'pair'
ADD COUNTER SIGNATURE TO OBJECT::dbo.p BY CERTIFICATE signer WITH PASSWORD = 'secret'
SELECT class_desc, OBJECT_NAME(major_id) AS module, crypt_type, crypt_type_desc, DATALENGTH(thumbprint) AS thumbprint, DATALENGTH(crypt_property) AS signature FROM sys.crypt_properties ORDER BY crypt_type
SELECT IS_OBJECTSIGNED('OBJECT', OBJECT_ID('dbo.p'), 'certificate', c.thumbprint) AS signed, IS_OBJECTSIGNED('OBJECT', OBJECT_ID('dbo.t'), 'certificate', c.thumbprint) AS of_a_table, IS_OBJECTSIGNED('OBJECT', OBJECT_ID('dbo.p'), 'asymmetric key', c.thumbprint) AS other_class FROM sys.certificates AS c
GO
--> class_desc nvarchar(60), module nvarchar(128), crypt_type char(4)!, crypt_type_desc nvarchar(60), thumbprint int, signature bigint
--> 'OBJECT_OR_COLUMN' | 'p' | 'CPVC' | 'COUNTER SIGNATURE BY CERTIFICATE' | 20 | 256
--> 'OBJECT_OR_COLUMN' | 'p' | 'SPVA' | 'SIGNATURE BY ASYMMETRIC KEY' | 20 | 256
--> 'OBJECT_OR_COLUMN' | 'p' | 'SPVC' | 'SIGNATURE BY CERTIFICATE' | 20 | 256
--> signed int, of_a_table int, other_class int
--> 1 | NULL | NULL
ADD SIGNATURE TO dbo.p BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
--> Msg 15557, Level 16, State 1, Line 1: There is already a signature by certificate 'signer'.
ADD SIGNATURE TO dbo.t BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
--> Msg 15560, Level 16, State 1, Line 1: Cannot add or drop a signature on 't' because only modules can be signed.
ADD SIGNATURE TO dbo.inline_one BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
--> Msg 15560, Level 16, State 1, Line 1: Cannot add or drop a signature on 'inline_one' because only modules can be signed.
ADD SIGNATURE TO dbo.missing BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 'dbo.missing', because it does not exist or you do not have permission.
ADD SIGNATURE TO dbo.p BY CERTIFICATE signer
GO
--> Msg 15334, Level 16, State 1, Line 1: The certificate has a private key that is protected by a user defined password. That password needs to be provided to enable the use of the private key.
DROP CERTIFICATE signer
GO
--> Msg 15352, Level 16, State 1, Line 1: The certificate cannot be dropped because one or more entities are either signed or encrypted using it.
DROP COUNTER SIGNATURE FROM dbo.p BY CERTIFICATE signer
DROP SIGNATURE FROM dbo.p BY ASYMMETRIC KEY pair
SELECT crypt_type FROM sys.crypt_properties
DROP SIGNATURE FROM dbo.p BY ASYMMETRIC KEY pair
GO
--> crypt_type char(4)!
--> 'SPVC'
--> Msg 15558, Level 16, State 1, Line 4: Cannot drop signature by asymmetric key 'pair'.
-- A signature can be carried from one database to another with the text.
DECLARE @add nvarchar(max) = (SELECT 'DROP SIGNATURE FROM dbo.p BY CERTIFICATE signer ADD SIGNATURE TO dbo.p BY CERTIFICATE signer WITH SIGNATURE = ' + CONVERT(nvarchar(max), crypt_property, 1) FROM sys.crypt_properties)
EXEC (@add)
SELECT crypt_type FROM sys.crypt_properties
DROP SIGNATURE FROM dbo.p BY CERTIFICATE signer
ADD SIGNATURE TO dbo.p BY CERTIFICATE signer WITH SIGNATURE = 0x0102
GO
--> crypt_type char(4)!
--> 'SPVC'
--> Msg 15299, Level 16, State 1, Line 6: The signature of the public key is invalid.
-- It goes with the next change of the text.
ADD SIGNATURE TO dbo.p BY CERTIFICATE signer WITH PASSWORD = 'secret'
GO
ALTER PROCEDURE dbo.p AS SELECT 2 AS a
GO
SELECT COUNT(*) AS signatures FROM sys.crypt_properties
DROP CERTIFICATE signer
GO
--> signatures int
--> 0
