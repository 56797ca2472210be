-- The table of SELECT … INTO may lie in another database.
CREATE DATABASE elsewhere
CREATE TABLE dbo.t (id int IDENTITY(5, 5), a varchar(10))
INSERT dbo.t VALUES ('x'), ('y')
GO
--> (2 rows)
SELECT id, a INTO elsewhere.dbo.made FROM dbo.t
SELECT id, a INTO tempdb..made FROM dbo.t WHERE a = 'y'
SELECT id, a FROM elsewhere.dbo.made
SELECT id, a FROM tempdb.dbo.made
SELECT name, is_identity FROM elsewhere.sys.columns WHERE object_id = OBJECT_ID('elsewhere.dbo.made')
DROP TABLE tempdb.dbo.made
GO
--> (2 rows)
--> (1 row)
--> id int!, a varchar(10)
--> 5 | 'x'
--> 10 | 'y'
--> id int!, a varchar(10)
--> 10 | 'y'
--> name nvarchar(128), is_identity bit!
--> 'id' | 1
--> 'a' | 0
SELECT id INTO elsewhere.dbo.made FROM dbo.t
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'made' in the database.
SELECT id INTO nowhere.dbo.made FROM dbo.t
GO
--> Msg 2702, Level 16, State 2, Line 1: Database 'nowhere' does not exist.
BEGIN TRAN
SELECT id INTO elsewhere.dbo.other FROM dbo.t
ROLLBACK
SELECT OBJECT_ID('elsewhere.dbo.other') AS other
GO
--> (2 rows)
--> other int
--> NULL
CREATE USER stranger WITHOUT LOGIN
GRANT SELECT ON dbo.t TO stranger
EXECUTE AS USER = 'stranger'
SELECT id INTO elsewhere.dbo.other FROM dbo.t
GO
--> Msg 916, Level 14, State 1, Line 4: The server principal "S-1-9-3-0-0-0-5" is not able to access the database "elsewhere" under the current security context.
REVERT
DROP DATABASE elsewhere
GO
