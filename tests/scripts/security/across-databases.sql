-- Ownership chains end at the database, unless both databases take part in chains across databases.
CREATE LOGIN across_ann WITH PASSWORD = 'An0ther!pass'
CREATE DATABASE across
GO
CREATE TABLE hidden (id int)
INSERT hidden VALUES (1)
CREATE USER ann FOR LOGIN across_ann
GO
--> (1 row)
USE across
GO
--> info 5701: Changed database context to 'across'.
CREATE USER ann FOR LOGIN across_ann
GO
CREATE PROCEDURE p AS SELECT id FROM golden.dbo.hidden
GO
CREATE VIEW v AS SELECT id FROM golden.dbo.hidden
GO
CREATE SYNONYM hidden FOR golden.dbo.hidden
GO
CREATE PROCEDURE by_synonym AS SELECT id FROM hidden
GO
GRANT EXECUTE ON p TO ann
GRANT SELECT ON v TO ann
GRANT EXECUTE ON by_synonym TO ann
GO
EXECUTE AS LOGIN = 'across_ann'
EXEC p
SELECT id FROM v
REVERT
GO
--> Msg 229, Level 14, State 5, Procedure p, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
ALTER DATABASE across SET DB_CHAINING ON
GO
EXECUTE AS LOGIN = 'across_ann'
EXEC p
REVERT
GO
--> Msg 229, Level 14, State 5, Procedure p, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
ALTER DATABASE golden SET DB_CHAINING ON
SELECT name, is_db_chaining_on FROM sys.databases WHERE name IN ('across', 'golden') ORDER BY name
GO
--> name nvarchar(128)!, is_db_chaining_on bit
--> 'across' | 1
--> 'golden' | 1
EXECUTE AS LOGIN = 'across_ann'
EXEC p
SELECT id FROM v
EXEC by_synonym
SELECT id FROM golden.dbo.hidden
REVERT
GO
--> id int
--> 1
--> id int
--> 1
--> id int
--> 1
--> Msg 229, Level 14, State 5, Line 5: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
-- The owner must be one login.
ALTER AUTHORIZATION ON DATABASE::across TO across_ann
GO
CREATE LOGIN across_bob WITH PASSWORD = 'An0ther!pass'
CREATE USER bob FOR LOGIN across_bob
GRANT EXECUTE ON p TO bob
GO
USE golden
CREATE USER bob FOR LOGIN across_bob
USE across
EXECUTE AS LOGIN = 'across_bob'
EXEC p
REVERT
GO
--> info 5701: Changed database context to 'golden'.
--> info 5701: Changed database context to 'across'.
--> Msg 229, Level 14, State 5, Procedure p, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
ALTER AUTHORIZATION ON DATABASE::across TO sa
ALTER DATABASE across SET DB_CHAINING OFF
GO
EXECUTE AS LOGIN = 'across_bob'
EXEC p
REVERT
GO
--> Msg 229, Level 14, State 5, Procedure p, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
-- The setting of the server is for all databases.
EXEC sp_configure 'cross db ownership chaining', 1
RECONFIGURE
GO
--> info 15457: Configuration option 'cross db ownership chaining' changed from 0 to 1. Run the RECONFIGURE statement to install.
EXECUTE AS LOGIN = 'across_bob'
EXEC p
REVERT
GO
--> id int
--> 1
EXEC sp_configure 'cross db ownership chaining', 0
RECONFIGURE
GO
--> info 15457: Configuration option 'cross db ownership chaining' changed from 1 to 0. Run the RECONFIGURE statement to install.
EXECUTE AS LOGIN = 'across_bob'
EXEC p
REVERT
GO
--> Msg 229, Level 14, State 5, Procedure p, Line 1: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
-- Who is somebody in one database is nobody in another, unless the database is trustworthy and its owner may vouch for him there.
CREATE PROCEDURE as_owner WITH EXECUTE AS OWNER AS SELECT id FROM golden.dbo.hidden SELECT IS_SRVROLEMEMBER('sysadmin') AS sysadmin
GO
GRANT EXECUTE ON as_owner TO bob
GO
EXECUTE AS LOGIN = 'across_bob'
EXEC as_owner
REVERT
GO
--> Msg 916, Level 14, State 1, Line 2: The server principal "sa" is not able to access the database "golden" under the current security context.
ALTER DATABASE across SET TRUSTWORTHY ON
SELECT is_trustworthy_on FROM sys.databases WHERE name = 'across'
GO
--> is_trustworthy_on bit
--> 1
EXECUTE AS LOGIN = 'across_bob'
EXEC as_owner
REVERT
GO
--> id int
--> 1
--> sysadmin int
--> 1
EXECUTE AS USER = 'ann'
SELECT id FROM golden.dbo.hidden
SELECT HAS_DBACCESS('golden') AS golden
REVERT
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 'hidden', database 'golden', schema 'dbo'.
--> golden int
--> 1
-- An owner without AUTHENTICATE vouches for nobody.
USE golden
CREATE LOGIN across_eve WITH PASSWORD = 'An0ther!pass'
ALTER AUTHORIZATION ON DATABASE::across TO across_eve
CREATE USER eve FOR LOGIN across_eve
GRANT SELECT ON hidden TO ann
USE across
EXECUTE AS USER = 'ann'
SELECT id FROM golden.dbo.hidden
REVERT
GO
--> info 5701: Changed database context to 'golden'.
--> info 5701: Changed database context to 'across'.
--> Msg 916, Level 14, State 1, Line 9: The server principal "across_ann" is not able to access the database "golden" under the current security context.
USE golden
GRANT AUTHENTICATE TO eve
USE across
EXECUTE AS USER = 'ann'
SELECT id FROM golden.dbo.hidden
SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER') AS server
REVERT
GO
--> info 5701: Changed database context to 'golden'.
--> info 5701: Changed database context to 'across'.
--> id int
--> 1
--> server int
--> 0
USE golden
GO
--> info 5701: Changed database context to 'golden'.
DROP DATABASE across
DROP USER ann
DROP USER bob
DROP USER eve
DROP LOGIN across_ann
DROP LOGIN across_bob
DROP LOGIN across_eve
GO
