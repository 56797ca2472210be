-- What SQL Server 2022 wrote is read, and what SQL Server wrote before 2017 (triple DES, SHA-1).
SELECT CAST(DECRYPTBYPASSPHRASE('password1234', 0x020000007359F58A1DC352457D5D7DE88D17487521F5C110FFB32D7D1D7AE69282EE72E591AA01342A1CCD80D56DCACCA2E20544) AS varchar(30)) AS aes,
  CAST(DECRYPTBYPASSPHRASE('password1234', 0x010000003296649D6782CFD72B8145A07F2C7D7FE3D8B80CF48DA419E94FABC90EEB928D) AS varchar(30)) AS triple_des,
  CAST(DECRYPTBYPASSPHRASE(N'pass', 0x020000006C5037A80E7B9D5E29765B0AC6DD5FB7C80178FDC4237E1134CC6C00EF286BF4719AF37E5B76312045203CCC0388BD9F) AS nvarchar(30)) AS utf16,
  DATALENGTH(DECRYPTBYPASSPHRASE('empty-test', 0x02000000A38689BF2AE02EECC2CBFEFBCA14AB1CD7C97B2E5451D06E14E8074FB124A70A)) AS empty
-- A wrong passphrase, bytes that are no cipher text, NULL.
SELECT DECRYPTBYPASSPHRASE('other', 0x020000007359F58A1DC352457D5D7DE88D17487521F5C110FFB32D7D1D7AE69282EE72E591AA01342A1CCD80D56DCACCA2E20544) AS wrong,
  DECRYPTBYPASSPHRASE('x', 0x0102) AS short, DECRYPTBYPASSPHRASE('x', NULL) AS nothing, ENCRYPTBYPASSPHRASE('x', NULL) AS of_nothing
GO
--> aes varchar(30), triple_des varchar(30), utf16 nvarchar(30), empty int
--> 'Hello World.' | 'Hello World.' | 'hello' | 0
--> wrong varbinary(8000), short varbinary(8000), nothing varbinary(8000), of_nothing varbinary(8000)
--> NULL | NULL | NULL | NULL
DECLARE @sealed varbinary(8000) = ENCRYPTBYPASSPHRASE('secret', N'card 4711')
SELECT SUBSTRING(@sealed, 1, 4) AS version, DATALENGTH(@sealed) AS length, CAST(DECRYPTBYPASSPHRASE('secret', @sealed) AS nvarchar(30)) AS opened, DECRYPTBYPASSPHRASE('Secret', @sealed) AS other_case
-- Each call takes another initialization vector.
SELECT CASE WHEN ENCRYPTBYPASSPHRASE('secret', 'a') = ENCRYPTBYPASSPHRASE('secret', 'a') THEN 'same' ELSE 'different' END AS twice
-- A passphrase of bytes counts as it is, and one of characters in UTF-16.
SELECT CAST(DECRYPTBYPASSPHRASE(0x73006500, ENCRYPTBYPASSPHRASE('se', 'x')) AS varchar(5)) AS bytes, CAST(DECRYPTBYPASSPHRASE(N'se', ENCRYPTBYPASSPHRASE('se', 'x')) AS varchar(5)) AS characters
GO
--> version varbinary(4), length int, opened nvarchar(30), other_case varbinary(8000)
--> 0x02000000 | 52 | 'card 4711' | NULL
--> twice varchar(9)!
--> 'different'
--> bytes varchar(5), characters varchar(5)
--> 'x' | 'x'
-- With an authenticator a value cannot be moved to another row.
DECLARE @sealed varbinary(8000) = ENCRYPTBYPASSPHRASE('secret', 'pay 100', 1, N'row 1')
SELECT CAST(DECRYPTBYPASSPHRASE('secret', @sealed, 1, N'row 1') AS varchar(30)) AS here, DECRYPTBYPASSPHRASE('secret', @sealed, 1, N'row 2') AS elsewhere, DECRYPTBYPASSPHRASE('secret', @sealed) AS without, DECRYPTBYPASSPHRASE('secret', @sealed, 0, N'row 1') AS switched_off
SELECT DECRYPTBYPASSPHRASE('secret', ENCRYPTBYPASSPHRASE('secret', 'x'), 1, N'row 1') AS never_added
GO
--> here varchar(30), elsewhere varbinary(8000), without varbinary(8000), switched_off varbinary(8000)
--> 'pay 100' | NULL | NULL | NULL
--> never_added varbinary(8000)
--> NULL
SELECT ENCRYPTBYPASSPHRASE('secret', 5) AS number
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type int is invalid for argument 2 of encryptbypassphrase function.
SELECT ENCRYPTBYPASSPHRASE('secret', REPLICATE('x', 8000)) AS too_long
GO
--> too_long varbinary(8000)
--> Msg 8152, Level 16, State 10, Line 1: String or binary data would be truncated.
