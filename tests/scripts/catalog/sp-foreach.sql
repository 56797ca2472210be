-- A command for every table, with the name in place of the mark.
CREATE TABLE dbo.One (id int)
CREATE TABLE dbo.[Two's] (id int)
INSERT dbo.One VALUES (1), (2)
EXEC sp_MSforeachtable 'SELECT ''?'' AS name, COUNT(*) AS n FROM ?'
EXEC sp_MSforeachtable @command1 = 'PRINT ''1 ~''', @command2 = 'PRINT ''2 ~''', @replacechar = '~', @whereand = ' AND o.name = ''One''', @precommand = 'PRINT ''before''', @postcommand = 'PRINT ''after'''
GO
--> (2 rows)
--> name varchar(11)!, n int
--> '[dbo].[One]' | 2
--> name varchar(13)!, n int
--> '[dbo].[Two''s]' | 0
--> print: before
--> print: 1 [dbo].[One]
--> print: 2 [dbo].[One]
--> print: after

-- The rows of the commands can be collected.
CREATE TABLE #counts (name nvarchar(200), n int)
INSERT #counts EXEC sp_MSforeachtable 'SELECT ''?'', COUNT(*) FROM ?'
SELECT name, n FROM #counts ORDER BY name
GO
--> (2 rows)
--> name nvarchar(200), n int
--> '[dbo].[One]' | 2
--> '[dbo].[Two''s]' | 0

-- And for every database; USE lasts as long as its command.
CREATE TABLE #databases (name sysname)
INSERT #databases EXEC sp_MSforeachdb 'USE [?]; IF DB_ID() < 5 SELECT DB_NAME()'
SELECT name FROM #databases ORDER BY name
SELECT CASE WHEN DB_NAME() IN ('master', 'model', 'msdb', 'tempdb') THEN 'moved' ELSE 'stayed' END AS here
GO
--> info 5701: Changed database context to 'master'.
--> info 5701: Changed database context to 'tempdb'.
--> info 5701: Changed database context to 'model'.
--> info 5701: Changed database context to 'msdb'.
--> info 5701: Changed database context to 'golden'.
--> (4 rows)
--> name nvarchar(128)!
--> 'master'
--> 'model'
--> 'msdb'
--> 'tempdb'
--> here varchar(6)!
--> 'stayed'

-- Maintenance says what it did.
EXEC sp_recompile 'One'
EXEC sp_recompile 'nothing'
EXEC sp_tableoption 'One', 'text in row', 'ON'
EXEC sp_tableoption 'One', 'nothing', 'ON'
EXEC sp_updatestats
GO
--> info 15070: Object 'One' was successfully marked for recompilation.
--> Msg 15165, Level 16, State 1, Procedure sp_recompile, Line 6: Could not find object 'nothing' or you do not have permission.
--> Msg 15600, Level 15, State 1, Procedure sp_tableoption, Line 11: An invalid parameter or option was specified for procedure 'sp_tableoption'.
--> print: Updating [dbo].[One]
--> print:     0 index(es)/statistic(s) have been updated, 0 did not require update.
--> print:  
--> print: Updating [dbo].[Two's]
--> print:     0 index(es)/statistic(s) have been updated, 0 did not require update.
--> print:  
--> print: Statistics for all tables have been updated.

-- A view is brought up to date.
CREATE TABLE dbo.Base (a int)
GO
CREATE VIEW dbo.Everything AS SELECT * FROM dbo.Base
GO
ALTER TABLE dbo.Base ADD b int
EXEC sp_refreshview 'Everything'
SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('Everything') ORDER BY column_id
EXEC sp_refreshview 'Base'
EXEC sp_refreshsqlmodule 'dbo.Everything'
GO
--> name nvarchar(128)
--> 'a'
--> 'b'
--> Msg 15009, Level 16, State 1, Procedure sp_refreshview, Line 1: The object 'Base' does not exist in database 'golden' or is invalid for this operation.

-- Triggers in order.
CREATE TABLE dbo.Log (n int IDENTITY, who varchar(10))
GO
CREATE TRIGGER dbo.A ON dbo.Base AFTER INSERT AS INSERT dbo.Log VALUES ('A')
GO
CREATE TRIGGER dbo.B ON dbo.Base AFTER INSERT AS INSERT dbo.Log VALUES ('B')
GO
CREATE TRIGGER dbo.C ON dbo.Base AFTER INSERT AS INSERT dbo.Log VALUES ('C')
GO
EXEC sp_settriggerorder 'C', 'First', 'INSERT'
EXEC sp_settriggerorder 'dbo.A', 'Last', 'INSERT'
INSERT dbo.Base VALUES (1, 1)
SELECT who FROM dbo.Log ORDER BY n
EXEC sp_settriggerorder 'B', 'First', 'INSERT'
EXEC sp_settriggerorder 'B', 'First', 'UPDATE'
EXEC sp_settriggerorder 'nothing', 'First', 'UPDATE'
EXEC sp_settriggerorder 'B', 'Middle', 'INSERT'
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> who varchar(10)
--> 'C'
--> 'B'
--> 'A'
--> Msg 15130, Level 16, State 1, Procedure sp_settriggerorder, Line 1: There already exists a 'First' trigger for 'INSERT'.
--> Msg 15125, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Trigger 'B' is not a trigger for 'UPDATE'.
--> Msg 15165, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Could not find object 'nothing' or you do not have permission.
--> Msg 15600, Level 15, State 1, Procedure sp_settriggerorder, Line 1: An invalid parameter or option was specified for procedure 'sp_settriggerorder'.
