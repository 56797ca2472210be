-- PWDCOMPARE reads the hashes of SQL Server 2005 (SHA-1) and of 2012 and later (SHA-512).
SELECT PWDCOMPARE(N'hashcat', 0x02000102030434EA1B17802FD95EA6316BD61D2C94622CA3812793E8FB1672487B5C904A45A31B2AB4A78890D563D2FCF5663E46FE797D71550494BE50CF4915D3F4D55EC375) AS sha512,
  PWDCOMPARE(N'hashcat', 0x010018102152F8F28C8499D8EF263C53F8BE369D799F931B2FBE) AS sha1,
  PWDCOMPARE(N'Hashcat', 0x02000102030434EA1B17802FD95EA6316BD61D2C94622CA3812793E8FB1672487B5C904A45A31B2AB4A78890D563D2FCF5663E46FE797D71550494BE50CF4915D3F4D55EC375) AS other_case,
  PWDCOMPARE(N'hashcat', 0x0200) AS no_hash, PWDCOMPARE(NULL, 0x0200) AS nothing
DECLARE @hash varbinary(128) = PWDENCRYPT(N'secret')
SELECT SUBSTRING(@hash, 1, 2) AS version, DATALENGTH(@hash) AS length, PWDCOMPARE(N'secret', @hash) AS same, PWDCOMPARE(N'secret', @hash, 0) AS with_version, PWDCOMPARE(N'other', @hash) AS other, CASE WHEN PWDENCRYPT(N'secret') = PWDENCRYPT(N'secret') THEN 'same' ELSE 'different' END AS salted
SELECT HASHBYTES('MD2', '') AS md2_empty, HASHBYTES('MD2', 'abc') AS md2, HASHBYTES('MD2', 'abcdefghijklmnopqrstuvwxyz') AS md2_long, HASHBYTES('MD4', 'x') AS md4, HASHBYTES('MD5', 'x') AS md5, HASHBYTES('SHA', 'x') AS sha, HASHBYTES('SHA2_256', N'x') AS sha256, HASHBYTES('nothing', 'x') AS unknown
SELECT LOGINPROPERTY('sa', 'BadPasswordTime') AS never, LOGINPROPERTY('sa', 'LockoutTime') AS never_locked, LOGINPROPERTY('sa', 'PasswordHashAlgorithm') AS algorithm, PUBLISHINGSERVERNAME() AS publisher
GO
--> sha512 int, sha1 int, other_case int, no_hash int, nothing int
--> 1 | 1 | 0 | 0 | NULL
--> version varbinary(2), length int, same int, with_version int, other int, salted varchar(9)!
--> 0x0200 | 70 | 1 | 1 | 0 | 'different'
--> md2_empty varbinary(8000), md2 varbinary(8000), md2_long varbinary(8000), md4 varbinary(8000), md5 varbinary(8000), sha varbinary(8000), sha256 varbinary(8000), unknown varbinary(8000)
--> 0x8350E5A3E24C153DF2275C9F80692773 | 0xDA853B0D3F88D99B30283A69E6DED6BB | 0x4E8DDFF3650292AB5A4108C3AA47940B | 0x51B834B7C1EF0B59EA50888FCB39ACE2 | 0x9DD4E461268C8034F5C8564E155C67A6 | 0x11F6AD8EC52A2984ABAAFD7C3B516503785C2072 | 0x14F825B2BBC32DD8D196367FA8776873069C12A8954D8DA7513AA7704DDD09EB | NULL
--> never sql_variant, never_locked sql_variant, algorithm sql_variant, publisher nvarchar(128)
--> 1900-01-01 00:00:00.000::datetime | 1900-01-01 00:00:00.000::datetime | 2::int | 'GOLDEN'
