-- Tables of the agent are objects of msdb, whether they are asked for by name or by id.
SELECT name FROM (VALUES ('msdb.dbo.sysjobs'), ('msdb..sysjobs'), ('msdb.dbo.sysjobs_view'), ('master.dbo.spt_values'), ('master..sysobjects'), ('master.sys.databases'),
  ('dbo.sysjobs'), ('sysjobs'), ('msdb.sys.sysjobs'), ('master.dbo.sysjobs')) AS t (name) WHERE OBJECT_ID(name) IS NOT NULL ORDER BY name
SELECT OBJECT_NAME(OBJECT_ID('msdb.dbo.sysjobs'), DB_ID('msdb')) AS name, OBJECT_SCHEMA_NAME(OBJECT_ID('msdb.dbo.sysjobs'), DB_ID('msdb')) AS [schema]
IF OBJECT_ID('msdb.dbo.sysjobs', 'U') IS NOT NULL AND OBJECT_ID('msdb.dbo.sysjobs', 'V') IS NULL AND OBJECT_ID('msdb.dbo.sysjobs_view', 'V') IS NOT NULL
  SELECT COUNT(*) AS jobs FROM msdb.dbo.sysjobs
GO
--> name varchar(21)!
--> 'master..sysobjects'
--> 'master.dbo.spt_values'
--> 'master.sys.databases'
--> 'msdb..sysjobs'
--> 'msdb.dbo.sysjobs'
--> 'msdb.dbo.sysjobs_view'
--> name nvarchar(128), schema nvarchar(128)
--> 'sysjobs' | 'dbo'
--> jobs int
--> 0
