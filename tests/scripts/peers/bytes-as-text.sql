-- Base64 and hexadecimal through XQuery, as scripts wrote it before CONVERT had styles for binaries.
DECLARE @bytes varbinary(16) = 0x010203
SELECT CAST(N'' AS xml).value('xs:base64Binary(xs:hexBinary(sql:variable("@bytes")))', 'varchar(max)') AS base64,
  CAST(N'' AS xml).value('xs:base64Binary(sql:variable("@bytes"))', 'varchar(max)') AS same,
  CAST(N'' AS xml).value('xs:hexBinary(sql:variable("@bytes"))', 'varchar(max)') AS hex
SELECT CAST(N'' AS xml).value('xs:base64Binary(sql:column("c"))', 'varbinary(max)') AS bytes FROM (SELECT 'AQID' AS c) t
SELECT CAST(N'' AS xml).value('xs:base64Binary(xs:hexBinary(sql:column("c")))', 'varchar(max)') AS base64 FROM (SELECT 0x616263 AS c) t
SELECT CAST(N'' AS xml).value('xs:hexBinary("0A0B")', 'varbinary(max)') AS bytes, CAST(N'' AS xml).value('xs:hexBinary(substring("0x0A0B", 3))', 'varbinary(max)') AS cut
SELECT CAST('<r>AQID</r>' AS xml).value('(/r)[1]', 'varbinary(max)') AS plain, CAST('<r>0A0B</r>' AS xml).value('xs:hexBinary((/r)[1])', 'binary(4)') AS padded
SELECT CONVERT(uniqueidentifier, CONVERT(xml, '').value('xs:hexBinary(substring(sql:column("job.id"), 0))', 'binary(16)')) AS id FROM (SELECT '0123456789ABCDEF0123456789ABCDEF' AS id) job
GO
--> base64 varchar(max), same varchar(max), hex varchar(max)
--> 'AQID' | 'AQID' | '010203'
--> bytes varbinary(max)
--> 0x010203
--> base64 varchar(max)
--> 'YWJj'
--> bytes varbinary(max), cut varbinary(max)
--> 0x0A0B | 0x0A0B
--> plain varbinary(max), padded binary(4)
--> 0x010203 | 0x0A0B0000
--> id uniqueidentifier
--> '67452301-AB89-EFCD-0123-456789ABCDEF'

-- Undocumented functions of master.
SELECT master.dbo.fn_varbintohexstr(0x0AFF) AS text, sys.fn_varbintohexstr(NULL) AS none, master..fn_varbintohexstr(0x00) AS zero
SELECT SUBSTRING(master.dbo.fn_varbintohexstr(HASHBYTES('MD5', 'abc')), 3, 32) AS md5
SELECT sys.fn_varbintohexsubstring(0, 0x0AFF10, 1, 0) AS plain, master.dbo.fn_varbintohexsubstring(1, 0x0AFF10, 2, 1) AS part
GO
--> text nvarchar(max), none nvarchar(max), zero nvarchar(max)
--> '0x0aff' | NULL | '0x00'
--> md5 nvarchar(max)
--> '900150983cd24fb0d6963f7d28e17f72'
--> plain nvarchar(max), part nvarchar(max)
--> '0aff10' | '0xff'
SELECT sys.fn_nothing(1)
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "sys" or the user-defined function or aggregate "sys.fn_nothing", or the name is ambiguous.
