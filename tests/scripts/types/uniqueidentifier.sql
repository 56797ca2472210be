-- Text is in upper case with hyphens; braces are allowed in.
SELECT CAST('6f9619ff-8b86-d011-b42d-00c04fc964ff' AS uniqueidentifier) AS a, CAST('{6F9619FF-8B86-D011-B42D-00C04FC964FF}' AS uniqueidentifier) AS b, CAST(CAST('6f9619ff-8b86-d011-b42d-00c04fc964ff' AS uniqueidentifier) AS varchar(36)) AS s
GO
--> a uniqueidentifier, b uniqueidentifier, s varchar(36)
--> '6F9619FF-8B86-D011-B42D-00C04FC964FF' | '6F9619FF-8B86-D011-B42D-00C04FC964FF' | '6F9619FF-8B86-D011-B42D-00C04FC964FF'
-- Bytes: the first three groups are reversed.
SELECT CAST(CAST('01020304-0506-0708-090A-0B0C0D0E0F10' AS uniqueidentifier) AS binary(16)) AS b, CAST(0x0102030405060708090A0B0C0D0E0F10 AS uniqueidentifier) AS g
GO
--> b binary(16), g uniqueidentifier
--> 0x0403020106050807090A0B0C0D0E0F10 | '04030201-0605-0807-090A-0B0C0D0E0F10'
-- Order goes by the last six bytes first.
SELECT v FROM (VALUES (CAST('FF000000-0000-0000-0000-000000000001' AS uniqueidentifier)), ('00000000-0000-0000-0000-000000000002'), ('00000000-0000-0000-0001-000000000001')) x (v) ORDER BY v
GO
--> v uniqueidentifier
--> 'FF000000-0000-0000-0000-000000000001'
--> '00000000-0000-0000-0001-000000000001'
--> '00000000-0000-0000-0000-000000000002'
-- NEWID is new for every row.
SELECT COUNT(DISTINCT NEWID()) AS n FROM (VALUES (1), (2), (3)) x (v)
GO
--> n int
--> 3
SELECT CAST('nonsense' AS uniqueidentifier) AS a
GO
--> a uniqueidentifier
--> Msg 8169, Level 16, State 2, Line 1: Conversion failed when converting from a character string to uniqueidentifier.
-- Text longer than 36 characters is cut.
SELECT CAST('6F9619FF-8B86-D011-B42D-00C04FC964FFzzz' AS uniqueidentifier) AS a
SELECT CAST(CAST('6F9619FF-8B86-D011-B42D-00C04FC964FF' AS uniqueidentifier) AS varchar(10)) AS b
GO
--> a uniqueidentifier
--> '6F9619FF-8B86-D011-B42D-00C04FC964FF'
--> b varchar(10)
--> Msg 8170, Level 16, State 2, Line 3: Insufficient result space to convert uniqueidentifier value to char.
