-- sys.user_token and sys.login_token show who the session counts as; the user of a certificate joins while a module signed with it runs.
CREATE USER clerk WITHOUT LOGIN
CREATE ROLE desk
CREATE ROLE house
ALTER ROLE desk ADD MEMBER clerk
ALTER ROLE house ADD MEMBER desk
SELECT name, type, usage, CASE WHEN sid IS NULL THEN 0 ELSE 1 END AS has_sid FROM sys.user_token
SELECT principal_id, name, type, usage FROM sys.login_token
GO
--> name nvarchar(128), type nvarchar(128), usage nvarchar(128)!, has_sid int!
--> 'dbo' | 'SQL USER' | 'GRANT OR DENY' | 1
--> 'public' | 'ROLE' | 'GRANT OR DENY' | 0
--> 'db_owner' | 'ROLE' | 'GRANT OR DENY' | 0
--> principal_id int, name nvarchar(128), type nvarchar(128), usage nvarchar(128)!
--> 1 | 'sa' | 'SQL LOGIN' | 'GRANT OR DENY'
--> 2 | 'public' | 'SERVER ROLE' | 'GRANT OR DENY'
--> 3 | 'sysadmin' | 'SERVER ROLE' | 'GRANT OR DENY'
EXECUTE AS USER = 'clerk'
SELECT name, type, usage, CASE WHEN sid IS NULL THEN 0 ELSE 1 END AS has_sid FROM sys.user_token
REVERT
GO
--> name nvarchar(128), type nvarchar(128), usage nvarchar(128)!, has_sid int!
--> 'clerk' | 'SQL USER' | 'GRANT OR DENY' | 1
--> 'public' | 'ROLE' | 'GRANT OR DENY' | 0
--> 'desk' | 'ROLE' | 'GRANT OR DENY' | 0
--> 'house' | 'ROLE' | 'GRANT OR DENY' | 0
CREATE CERTIFICATE seal ENCRYPTION BY PASSWORD = 'Seal-me-9' WITH SUBJECT = 'Checks access', EXPIRY_DATE = '20391231'
GO
CREATE USER sealed FROM CERTIFICATE seal
GO
CREATE PROCEDURE dbo.who AS SELECT name, type, usage FROM sys.user_token
GO
GRANT EXECUTE ON dbo.who TO clerk
ADD SIGNATURE TO dbo.who BY CERTIFICATE seal WITH PASSWORD = 'Seal-me-9'
GO
EXECUTE AS USER = 'clerk'
EXEC dbo.who
REVERT
GO
--> name nvarchar(128), type nvarchar(128), usage nvarchar(128)!
--> 'clerk' | 'SQL USER' | 'GRANT OR DENY'
--> 'sealed' | 'USER MAPPED TO CERTIFICATE' | 'GRANT OR DENY'
--> 'public' | 'ROLE' | 'GRANT OR DENY'
--> 'desk' | 'ROLE' | 'GRANT OR DENY'
--> 'house' | 'ROLE' | 'GRANT OR DENY'
CREATE APPLICATION ROLE weekly WITH PASSWORD = 'App-role-1'
GO
DECLARE @cookie varbinary(8000)
EXEC sp_setapprole 'weekly', 'App-role-1', @fCreateCookie = true, @cookie = @cookie OUTPUT
SELECT name, type FROM sys.user_token
EXEC sp_unsetapprole @cookie
SELECT TOP (1) name, type FROM sys.user_token
GO
--> name nvarchar(128), type nvarchar(128)
--> 'weekly' | 'APPLICATION ROLE'
--> 'public' | 'ROLE'
--> name nvarchar(128), type nvarchar(128)
--> 'dbo' | 'SQL USER'
