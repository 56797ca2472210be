-- SETUSER: an owner of the database acts as another user until SETUSER alone.
CREATE TABLE dbo.t (id int)
CREATE USER reader WITHOUT LOGIN
CREATE USER other WITHOUT LOGIN
GRANT SELECT ON dbo.t TO other
GO
SETUSER 'reader'
SELECT USER_NAME() AS who
GO
--> who nvarchar(128)
--> 'reader'
SELECT * FROM dbo.t
GO
--> Msg 229, Level 14, State 5, Line 1: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
SETUSER 'other'
SELECT USER_NAME() AS who
SELECT * FROM dbo.t
GO
--> who nvarchar(128)
--> 'other'
--> id int
REVERT
SELECT USER_NAME() AS who
GO
--> who nvarchar(128)
--> 'other'
SETUSER
SELECT USER_NAME() AS who
SETUSER
SELECT USER_NAME() AS who
GO
--> who nvarchar(128)
--> 'dbo'
--> who nvarchar(128)
--> 'dbo'
SETUSER 'absent'
GO
--> Msg 15157, Level 16, State 1, Line 1: Setuser failed because of one of the following reasons: the database principal 'absent' does not exist, its corresponding server principal does not have server access, this type of database principal cannot be impersonated, or you do not have permission.
EXECUTE AS USER = 'reader'
GO
SETUSER 'other'
GO
--> Msg 15157, Level 16, State 1, Line 1: Setuser failed because of one of the following reasons: the database principal 'other' does not exist, its corresponding server principal does not have server access, this type of database principal cannot be impersonated, or you do not have permission.
REVERT
GO
DECLARE @name sysname = 'reader'
SETUSER @name
SELECT USER_NAME() AS who
SETUSER
SETUSER 'reader' WITH NORESET
SETUSER
SELECT USER_NAME() AS who
GO
--> who nvarchar(128)
--> 'reader'
--> who nvarchar(128)
--> 'reader'
