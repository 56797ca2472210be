-- EXECUTE AS USER and REVERT, in batches.
CREATE TABLE t (id int)
CREATE USER u WITHOUT LOGIN
CREATE USER v WITHOUT LOGIN
CREATE ROLE r
GO
SELECT USER_NAME() AS u, SUSER_SNAME() AS login, ORIGINAL_LOGIN() AS original
EXECUTE AS USER = 'u'
SELECT USER_NAME() AS u, CURRENT_USER AS c, SESSION_USER AS s, ORIGINAL_LOGIN() AS original, IS_SRVROLEMEMBER('sysadmin') AS sysadmin
GO
--> u nvarchar(128), login nvarchar(128), original nvarchar(128)
--> 'dbo' | 'sa' | 'sa'
--> u nvarchar(128), c nvarchar(128), s nvarchar(128), original nvarchar(128), sysadmin int
--> 'u' | 'u' | 'u' | 'sa' | 0
-- It outlives the batch.
SELECT USER_NAME() AS u
REVERT
SELECT USER_NAME() AS u
REVERT
SELECT USER_NAME() AS u
GO
--> u nvarchar(128)
--> 'u'
--> u nvarchar(128)
--> 'dbo'
--> u nvarchar(128)
--> 'dbo'
-- Contexts stack, and each needs IMPERSONATE.
EXECUTE AS USER = 'u'
EXECUTE AS USER = 'v'
SELECT USER_NAME() AS u
REVERT
GRANT IMPERSONATE ON USER::v TO u
EXECUTE AS USER = 'u'
EXECUTE AS USER = 'v'
SELECT USER_NAME() AS u
REVERT
SELECT USER_NAME() AS u
REVERT
SELECT USER_NAME() AS u
GO
--> Msg 15517, Level 16, State 1, Line 3: Cannot execute as the database principal because the principal "v" does not exist, this type of principal cannot be impersonated, or you do not have permission.
--> u nvarchar(128)
--> 'u'
--> u nvarchar(128)
--> 'v'
--> u nvarchar(128)
--> 'u'
--> u nvarchar(128)
--> 'dbo'
EXECUTE AS USER = 'missing'
GO
--> Msg 15517, Level 16, State 1, Line 1: Cannot execute as the database principal because the principal "missing" does not exist, this type of principal cannot be impersonated, or you do not have permission.
EXECUTE AS USER = 'r'
GO
--> Msg 15517, Level 16, State 1, Line 1: Cannot execute as the database principal because the principal "r" does not exist, this type of principal cannot be impersonated, or you do not have permission.
EXECUTE AS LOGIN = 'missing'
GO
--> Msg 15406, Level 16, State 1, Line 1: Cannot execute as the server principal because the principal "missing" does not exist, this type of principal cannot be impersonated, or you do not have permission.
-- The name may be a variable.
DECLARE @name sysname = 'v'
EXECUTE AS USER = @name
SELECT USER_NAME() AS u
REVERT
GO
--> u nvarchar(128)
--> 'v'
-- A cookie guards the way back.
DECLARE @cookie varbinary(8000), @other varbinary(8000) = 0x01
EXECUTE AS USER = 'u' WITH COOKIE INTO @cookie
SELECT USER_NAME() AS u, CASE WHEN DATALENGTH(@cookie) > 0 THEN 1 ELSE 0 END AS has_cookie
REVERT
REVERT WITH COOKIE = @other
REVERT WITH COOKIE = @cookie
SELECT USER_NAME() AS u
GO
--> u nvarchar(128), has_cookie int!
--> 'u' | 1
--> Msg 15591, Level 16, State 1, Line 5: The current security context cannot be reverted using this statement. A cookie may or may not be needed with 'Revert' statement depending on how the context was set with 'Execute As' statement.
--> Msg 15591, Level 16, State 1, Line 6: The current security context cannot be reverted using this statement. A cookie may or may not be needed with 'Revert' statement depending on how the context was set with 'Execute As' statement.
--> u nvarchar(128)
--> 'dbo'
-- Modules run as their caller, their owner, or a user.
CREATE PROCEDURE as_caller AS SELECT USER_NAME() AS u
GO
CREATE PROCEDURE as_owner WITH EXECUTE AS OWNER AS
SELECT USER_NAME() AS u, SUSER_SNAME() AS login, ORIGINAL_LOGIN() AS original
EXEC ('SELECT COUNT(*) AS n FROM t')
EXEC as_caller
GO
CREATE PROCEDURE as_v WITH EXECUTE AS 'v' AS
SELECT USER_NAME() AS u
EXEC ('SELECT id FROM t')
EXECUTE AS CALLER
SELECT USER_NAME() AS caller
REVERT
SELECT USER_NAME() AS u
GO
CREATE PROCEDURE as_self WITH EXECUTE AS SELF AS SELECT USER_NAME() AS u
GO
CREATE FUNCTION who () RETURNS sysname WITH EXECUTE AS 'v' AS BEGIN RETURN USER_NAME() END
GO
GRANT EXECUTE ON as_caller TO public
GRANT EXECUTE ON as_owner TO u
GRANT EXECUTE ON as_v TO u
GRANT EXECUTE ON as_self TO u
GRANT EXECUTE ON who TO u
GO
EXECUTE AS USER = 'u'
EXEC as_caller
EXEC as_owner
EXEC as_v
EXEC as_self
SELECT dbo.who() AS inside, USER_NAME() AS outside
REVERT
GO
--> u nvarchar(128)
--> 'u'
--> u nvarchar(128), login nvarchar(128), original nvarchar(128)
--> 'dbo' | 'sa' | 'sa'
--> n int
--> 0
--> u nvarchar(128)
--> 'dbo'
--> u nvarchar(128)
--> 'v'
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> caller nvarchar(128)
--> 'u'
--> u nvarchar(128)
--> 'v'
--> u nvarchar(128)
--> 'dbo'
--> inside nvarchar(128), outside nvarchar(128)
--> 'v' | 'u'
-- What a module puts on ends with it.
CREATE PROCEDURE leaves AS EXECUTE AS USER = 'v' SELECT USER_NAME() AS u
GO
EXEC leaves
SELECT USER_NAME() AS u
EXEC ('EXECUTE AS USER = ''v''; SELECT USER_NAME() AS u')
SELECT USER_NAME() AS u
GO
--> u nvarchar(128)
--> 'v'
--> u nvarchar(128)
--> 'dbo'
--> u nvarchar(128)
--> 'v'
--> u nvarchar(128)
--> 'dbo'
CREATE PROCEDURE reverts AS REVERT SELECT USER_NAME() AS u
GO
GRANT EXECUTE ON reverts TO u
EXECUTE AS USER = 'u'
EXEC reverts
SELECT USER_NAME() AS u
REVERT
GO
--> u nvarchar(128)
--> 'u'
--> u nvarchar(128)
--> 'u'
-- EXECUTE (…) AS USER.
EXEC ('SELECT USER_NAME() AS u') AS USER = 'v'
EXEC ('SELECT id FROM t') AS USER = 'v'
SELECT USER_NAME() AS u
GO
--> u nvarchar(128)
--> 'v'
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
--> u nvarchar(128)
--> 'dbo'
-- A procedure runs as somebody only when its author may be him.
GRANT CREATE PROCEDURE TO u
GRANT ALTER ON SCHEMA::dbo TO u
GO
EXECUTE AS USER = 'u'
GO
CREATE PROCEDURE as_dbo WITH EXECUTE AS 'dbo' AS SELECT USER_NAME() AS u
GO
--> Msg 15517, Level 16, State 1, Procedure as_dbo, Line 1: Cannot execute as the database principal because the principal "dbo" does not exist, this type of principal cannot be impersonated, or you do not have permission.
REVERT
GO
SELECT name, USER_NAME(execute_as_principal_id) AS runs_as, execute_as_principal_id AS id
FROM sys.sql_modules m JOIN sys.objects o ON o.object_id = m.object_id WHERE name IN ('as_v', 'as_owner', 'as_caller', 'as_self') ORDER BY name
GO
--> name nvarchar(128)!, runs_as nvarchar(128), id int
--> 'as_caller' | NULL | NULL
--> 'as_owner' | NULL | -2
--> 'as_self' | 'dbo' | 1
--> 'as_v' | 'v' | 6
CREATE USER gone WITHOUT LOGIN
GO
CREATE PROCEDURE as_gone WITH EXECUTE AS 'gone' AS SELECT USER_NAME() AS u
GO
DROP USER gone
GO
--> Msg 15136, Level 16, State 1, Line 1: The database principal is set as the execution context of one or more procedures, functions, or event notifications and cannot be dropped.
ALTER USER gone WITH NAME = renamed
EXEC as_gone
SELECT USER_NAME() AS u, @@NESTLEVEL AS level
GO
--> u nvarchar(128)
--> 'renamed'
--> u nvarchar(128), level int!
--> 'dbo' | 0
DROP USER v
GO
--> Msg 15136, Level 16, State 1, Line 1: The database principal is set as the execution context of one or more procedures, functions, or event notifications and cannot be dropped.
-- Without a way back a session stays who it became.
--! as stuck
EXECUTE AS USER = 'u' WITH NO REVERT
REVERT
SELECT USER_NAME() AS u
GO
--> Msg 15196, Level 16, State 1, Line 4: The current security context is non-revertible. The "Revert" statement failed.
--> u nvarchar(128)
--> 'u'
-- Ways back other than REVERT are for batches alone.
CREATE PROCEDURE guards AS EXECUTE AS USER = 'v' WITH NO REVERT
GO
EXEC guards
SELECT USER_NAME() AS u
GO
--> Msg 15590, Level 16, State 1, Procedure guards, Line 2: Can only use the 'No Revert' or 'Cookie' options with the 'Execute As' statement at the adhoc level.
--> u nvarchar(128)
--> 'dbo'
-- What only administrators may.
EXECUTE AS USER = 'u'
RECONFIGURE
RAISERROR('logged', 16, 1) WITH LOG
REVERT
GO
--> Msg 5812, Level 14, State 1, Line 3: You do not have permission to run the RECONFIGURE statement.
--> Msg 2778, Level 16, State 1, Line 4: Only System Administrator can specify WITH LOG option for RAISERROR command.
