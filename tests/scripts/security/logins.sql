-- Passwords of logins, and users that have a password of their own.
CREATE LOGIN pass_ann WITH PASSWORD = 'An0ther!pass', CHECK_POLICY = OFF, DEFAULT_LANGUAGE = Deutsch
SELECT is_policy_checked, is_expiration_checked, is_disabled, default_language_name FROM sys.sql_logins WHERE name = 'pass_ann'
ALTER LOGIN pass_ann WITH CHECK_POLICY = ON, CHECK_EXPIRATION = ON
ALTER LOGIN pass_ann DISABLE
SELECT is_policy_checked, is_expiration_checked, is_disabled FROM sys.sql_logins WHERE name = 'pass_ann'
ALTER LOGIN pass_ann ENABLE
SELECT is_disabled FROM sys.server_principals WHERE name = 'pass_ann'
GO
--> is_policy_checked bit, is_expiration_checked bit, is_disabled bit, default_language_name nvarchar(128)
--> 0 | 0 | 0 | 'Deutsch'
--> is_policy_checked bit, is_expiration_checked bit, is_disabled bit
--> 1 | 1 | 1
--> is_disabled bit
--> 0
-- Who must change his password has one that expires.
ALTER LOGIN pass_ann WITH PASSWORD = 'Ch4nge!me' MUST_CHANGE
SELECT LOGINPROPERTY('pass_ann', 'IsMustChange') AS must, LOGINPROPERTY('pass_ann', 'IsLocked') AS locked, LOGINPROPERTY('pass_ann', 'BadPasswordCount') AS bad
SELECT SQL_VARIANT_PROPERTY(LOGINPROPERTY('pass_ann', 'PasswordLastSetTime'), 'BaseType') AS type, LOGINPROPERTY('pass_ann', 'PasswordHashAlgorithm') AS algorithm
GO
--> must sql_variant, locked sql_variant, bad sql_variant
--> 1::int | 0::int | 0::int
--> type sql_variant, algorithm sql_variant
--> 'datetime'::nvarchar(128) | 2::int
ALTER LOGIN pass_ann WITH CHECK_EXPIRATION = OFF
GO
--> Msg 15128, Level 16, State 1, Line 1: The CHECK_POLICY and CHECK_EXPIRATION options cannot be turned OFF when MUST_CHANGE is ON.
ALTER LOGIN pass_ann WITH CHECK_POLICY = OFF
GO
--> Msg 15128, Level 16, State 1, Line 1: The CHECK_POLICY and CHECK_EXPIRATION options cannot be turned OFF when MUST_CHANGE is ON.
ALTER LOGIN pass_ann WITH PASSWORD = 'Ch4nged!' UNLOCK
SELECT LOGINPROPERTY('pass_ann', 'IsMustChange') AS must
GO
--> must sql_variant
--> 0::int
ALTER LOGIN pass_ann WITH CHECK_POLICY = OFF
GO
--> Msg 15122, Level 16, State 1, Line 1: The CHECK_EXPIRATION option cannot be used when CHECK_POLICY is OFF.
ALTER LOGIN pass_ann WITH CHECK_EXPIRATION = OFF
ALTER LOGIN pass_ann WITH CHECK_POLICY = OFF
GO
CREATE LOGIN pass_bob WITH PASSWORD = 'Ch4nge!me' MUST_CHANGE
GO
--> Msg 15099, Level 16, State 1, Line 1: The MUST_CHANGE option cannot be used when CHECK_EXPIRATION is OFF.
CREATE LOGIN pass_bob WITH PASSWORD = 'Ch4nge!me', CHECK_POLICY = OFF, CHECK_EXPIRATION = ON
GO
--> Msg 15122, Level 16, State 1, Line 1: The CHECK_EXPIRATION option cannot be used when CHECK_POLICY is OFF.
-- A password may come as its hash.
DECLARE @statement nvarchar(400) = N'CREATE LOGIN pass_bob WITH PASSWORD = ' + CONVERT(nvarchar(300), PWDENCRYPT(N'H4shed!pass'), 1) + N' HASHED'
EXEC (@statement)
SELECT name, type_desc FROM sys.server_principals WHERE name = 'pass_bob'
GO
--> name nvarchar(128)!, type_desc nvarchar(60)
--> 'pass_bob' | 'SQL_LOGIN'
ALTER LOGIN pass_bob WITH PASSWORD = 'New!pass1' OLD_PASSWORD = 'wrong'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the login 'pass_bob', because it does not exist or you do not have permission.
ALTER LOGIN pass_bob WITH PASSWORD = 'New!pass1' OLD_PASSWORD = 'H4shed!pass'
GO
ALTER LOGIN pass_bob WITH PASSWORD = 0x1234 HASHED
GO
--> Msg 15021, Level 16, State 1, Line 1: Invalid value given for parameter PASSWORD. Specify a valid parameter value.
ALTER LOGIN pass_bob WITH NAME = pass_rob
SELECT name FROM sys.server_principals WHERE name LIKE 'pass_%' ORDER BY name
DROP LOGIN pass_rob
DROP LOGIN pass_ann
GO
--> name nvarchar(128)!
--> 'pass_ann'
--> 'pass_rob'
-- Users with passwords are for contained databases.
CREATE USER alone WITH PASSWORD = 'Al0ne!pass'
GO
--> Msg 33233, Level 16, State 1, Line 2: You can only create a user with a password in a contained database.
ALTER DATABASE golden SET CONTAINMENT = PARTIAL
GO
--> Msg 12824, Level 16, State 1, Line 1: The sp_configure value 'contained database authentication' must be set to 1 in order to alter a contained database.  You may need to use RECONFIGURE to set the value_in_use.
--> Msg 5069, Level 16, State 1, Line 1: ALTER DATABASE statement failed.
CREATE DATABASE pass_contained CONTAINMENT = PARTIAL
GO
--> Msg 12824, Level 16, State 1, Line 1: The sp_configure value 'contained database authentication' must be set to 1 in order to create a contained database.  You may need to use RECONFIGURE to set the value_in_use.
EXEC sp_configure 'contained database authentication', 1
RECONFIGURE
ALTER DATABASE golden SET CONTAINMENT = PARTIAL
CREATE USER alone WITH PASSWORD = 'Al0ne!pass', DEFAULT_SCHEMA = dbo
CREATE USER nobody WITHOUT LOGIN
SELECT name, type, authentication_type, authentication_type_desc FROM sys.database_principals WHERE name IN ('alone', 'nobody', 'dbo') ORDER BY name
SELECT containment, containment_desc FROM sys.databases WHERE name = 'golden'
GO
--> info 15457: Configuration option 'contained database authentication' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> name nvarchar(128)!, type char(1)!, authentication_type int!, authentication_type_desc nvarchar(60)
--> 'alone' | 'S' | 2 | 'DATABASE'
--> 'dbo' | 'S' | 1 | 'INSTANCE'
--> 'nobody' | 'S' | 0 | 'NONE'
--> containment tinyint, containment_desc nvarchar(60)
--> 1 | 'PARTIAL'
ALTER USER alone WITH PASSWORD = 'Other!pass' OLD_PASSWORD = 'wrong'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the user 'alone', because it does not exist or you do not have permission.
ALTER USER alone WITH PASSWORD = 'Other!pass' OLD_PASSWORD = 'Al0ne!pass'
GO
ALTER USER nobody WITH PASSWORD = 'Other!pass'
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the user 'nobody', because it does not exist or you do not have permission.
CREATE DATABASE pass_contained CONTAINMENT = PARTIAL
SELECT containment_desc FROM sys.databases WHERE name = 'pass_contained'
DROP DATABASE pass_contained
EXEC sp_configure 'contained database authentication', 0
RECONFIGURE
GO
--> containment_desc nvarchar(60)
--> 'PARTIAL'
--> info 15457: Configuration option 'contained database authentication' changed from 1 to 0. Run the RECONFIGURE statement to install.
-- Who is impersonated as a user is not the login of that name.
CREATE LOGIN pass_own WITH PASSWORD = 'An0ther!pass'
CREATE USER pass_own FOR LOGIN pass_own
GO
EXECUTE AS LOGIN = 'pass_own'
ALTER LOGIN pass_own WITH DEFAULT_LANGUAGE = Deutsch
REVERT
EXECUTE AS USER = 'pass_own'
ALTER LOGIN pass_own WITH DEFAULT_LANGUAGE = English
REVERT
SELECT default_language_name FROM sys.sql_logins WHERE name = 'pass_own'
DROP USER pass_own
DROP LOGIN pass_own
GO
--> Msg 15151, Level 16, State 1, Line 5: Cannot alter the login 'pass_own', because it does not exist or you do not have permission.
--> default_language_name nvarchar(128)
--> 'Deutsch'
