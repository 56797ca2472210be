-- The fixed database roles.
CREATE TABLE t (id int)
INSERT t VALUES (1)
CREATE USER reader WITHOUT LOGIN
CREATE USER writer WITHOUT LOGIN
CREATE USER blocked WITHOUT LOGIN
CREATE USER frozen WITHOUT LOGIN
CREATE USER architect WITHOUT LOGIN
CREATE USER guard WITHOUT LOGIN
CREATE USER door WITHOUT LOGIN
CREATE USER boss WITHOUT LOGIN
ALTER ROLE db_datareader ADD MEMBER reader
ALTER ROLE db_datawriter ADD MEMBER writer
ALTER ROLE db_datareader ADD MEMBER blocked
ALTER ROLE db_denydatareader ADD MEMBER blocked
ALTER ROLE db_owner ADD MEMBER frozen
ALTER ROLE db_denydatawriter ADD MEMBER frozen
ALTER ROLE db_ddladmin ADD MEMBER architect
ALTER ROLE db_securityadmin ADD MEMBER guard
ALTER ROLE db_accessadmin ADD MEMBER door
ALTER ROLE db_owner ADD MEMBER boss
GO
--> (1 row)
CREATE PROCEDURE p AS SELECT 1 AS a
GO
EXECUTE AS USER = 'reader'
SELECT id FROM t
INSERT t VALUES (2)
EXEC p
SELECT IS_MEMBER('db_datareader') AS reader, IS_MEMBER('db_owner') AS owner, IS_MEMBER('public') AS pub, IS_MEMBER('missing') AS missing
REVERT
GO
--> id int
--> 1
--> Msg 229, Level 14, State 5, Line 3: The INSERT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The EXECUTE permission was denied on the object 'p', database 'golden', schema 'dbo'.
--> reader int, owner int, pub int, missing int
--> 1 | 0 | 1 | NULL
EXECUTE AS USER = 'writer'
INSERT t VALUES (2)
SELECT id FROM t
DELETE t WHERE id = 2
DELETE t
REVERT
INSERT t VALUES (1)
GO
--> (1 row)
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> (2 rows)
--> (1 row)
EXECUTE AS USER = 'blocked'
SELECT id FROM t
REVERT
EXECUTE AS USER = 'frozen'
SELECT id FROM t
INSERT t VALUES (3)
EXEC p
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> id int
--> 1
--> Msg 229, Level 14, State 5, Line 6: The INSERT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> a int!
--> 1
EXECUTE AS USER = 'architect'
CREATE TABLE built (id int)
ALTER TABLE built ADD n int
INSERT built VALUES (1, 2)
SELECT id FROM t
DROP TABLE built
CREATE USER nobody WITHOUT LOGIN
REVERT
GO
--> Msg 229, Level 14, State 5, Line 4: The INSERT permission was denied on the object 'built', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 5: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> Msg 15247, Level 16, State 1, Line 7: User does not have permission to perform this action.
EXECUTE AS USER = 'guard'
CREATE ROLE made
GRANT SELECT ON t TO reader
ALTER ROLE made ADD MEMBER reader
ALTER ROLE db_owner ADD MEMBER guard
SELECT id FROM t
REVERT
GO
--> Msg 15151, Level 16, State 1, Line 5: Cannot alter the role 'db_owner', because it does not exist or you do not have permission.
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
EXECUTE AS USER = 'door'
CREATE USER visitor WITHOUT LOGIN
DROP USER visitor
SELECT id FROM t
REVERT
GO
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
-- Owners do everything in their database, unless it is denied to them.
EXECUTE AS USER = 'boss'
SELECT id FROM t
CREATE TABLE built (id int)
GRANT SELECT ON built TO reader
DROP TABLE built
EXECUTE AS USER = 'reader'
SELECT USER_NAME() AS u
REVERT
CREATE LOGIN made WITH PASSWORD = 'Made!123'
REVERT
DENY SELECT ON t TO boss
EXECUTE AS USER = 'boss'
SELECT id FROM t
EXECUTE AS USER = 'dbo'
SELECT id FROM t
REVERT
REVERT
GO
--> id int
--> 1
--> u nvarchar(128)
--> 'reader'
--> Msg 15247, Level 16, State 1, Line 10: User does not have permission to perform this action.
--> Msg 229, Level 14, State 5, Line 14: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> id int
--> 1
SELECT IS_ROLEMEMBER('db_owner', 'boss') AS boss, IS_ROLEMEMBER('db_owner', 'reader') AS reader, IS_ROLEMEMBER('db_owner') AS dbo, IS_ROLEMEMBER('missing', 'boss') AS missing
GO
--> boss int, reader int, dbo int, missing int
--> 1 | 0 | 1 | NULL
