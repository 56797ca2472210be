SET NOCOUNT ON
GO
-- OUTPUT INTO without a column list fills the columns that are given values: not the identity, not computed ones.
CREATE TABLE source (a int, b int)
CREATE TABLE numbered (i int IDENTITY(10, 10), a int, twice AS a * 2)
CREATE TABLE three (a int, b int, c int)
GO
INSERT source OUTPUT inserted.a INTO numbered VALUES (1, 2), (3, 4)
SELECT * FROM numbered
GO
--> i int!, a int, twice int
--> 10 | 1 | 2
--> 20 | 3 | 6
INSERT source OUTPUT inserted.a, inserted.b INTO numbered VALUES (1, 2)
GO
--> Msg 8101, Level 16, State 1, Line 1: An explicit value for the identity column in table 'dbo.numbered' can only be specified when a column list is used and IDENTITY_INSERT is ON.
CREATE TABLE #numbered (i int IDENTITY, a int)
INSERT source OUTPUT inserted.a, inserted.b INTO #numbered VALUES (1, 2)
GO
--> Msg 8101, Level 16, State 1, Line 2: An explicit value for the identity column in table '#numbered' can only be specified when a column list is used and IDENTITY_INSERT is ON.
INSERT source OUTPUT inserted.a INTO three VALUES (1, 2)
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
UPDATE source SET a = 0 OUTPUT inserted.a, inserted.b, deleted.a, deleted.b INTO three
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
-- An identity column is not named, and IDENTITY_INSERT does not help; the message names the statement's target.
INSERT source OUTPUT inserted.a INTO numbered (i) VALUES (1, 2)
GO
--> Msg 544, Level 16, State 1, Line 2: Cannot insert explicit value for identity column in table 'source' when IDENTITY_INSERT is set to OFF.
SET IDENTITY_INSERT numbered ON
GO
DELETE source OUTPUT deleted.a INTO numbered (i)
GO
--> Msg 544, Level 16, State 1, Line 1: Cannot insert explicit value for identity column in table 'source' when IDENTITY_INSERT is set to OFF.
SET IDENTITY_INSERT numbered OFF
INSERT source OUTPUT inserted.a INTO numbered (twice) VALUES (1, 2)
GO
--> Msg 271, Level 16, State 1, Line 2: The column "twice" cannot be modified because it is either a computed column or is the result of a UNION operator.
CREATE TABLE versioned (a int, v rowversion)
INSERT source OUTPUT inserted.a, NULL INTO versioned (a, v) VALUES (1, 2)
GO
--> Msg 273, Level 16, State 1, Line 2: Cannot insert an explicit value into a timestamp column. Use INSERT with a column list to exclude the timestamp column, or insert a DEFAULT into the timestamp column.
INSERT source OUTPUT inserted.a INTO three (a, b) VALUES (1, 2)
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
-- DEFAULT stands beside subqueries in VALUES.
CREATE TABLE defaults (id int, v int DEFAULT 7, w varchar(5) DEFAULT 'w')
INSERT defaults VALUES ((SELECT MAX(a) FROM source), DEFAULT, 'x'), (2, (SELECT 3), DEFAULT)
INSERT defaults (w, id) VALUES (DEFAULT, (SELECT COUNT(*) FROM defaults))
SELECT * FROM defaults
GO
--> id int, v int, w varchar(5)
--> 3 | 7 | 'x'
--> 2 | 3 | 'w'
--> 2 | 7 | 'w'
-- A column has a name.
SELECT 1 AS ''
GO
--> Msg 1038, Level 15, State 4, Line 2: An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.
SELECT '' = 1
GO
--> Msg 1038, Level 15, State 4, Line 1: An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.
SELECT 1 AS N''
GO
--> Msg 1038, Level 15, State 4, Line 1: An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.
