-- What DBeaver reads of a server and a database.
CREATE TABLE dbo.t (id int IDENTITY(3, 1) NOT NULL CONSTRAINT pk_t PRIMARY KEY, code varchar(10) NOT NULL CONSTRAINT df_code DEFAULT 'x', up int NULL CONSTRAINT fk_up REFERENCES dbo.t (id))
EXEC sp_addextendedproperty 'MS_Description', 'the table', 'SCHEMA', 'dbo', 'TABLE', 't'
EXEC sp_addextendedproperty 'MS_Description', 'the code', 'SCHEMA', 'dbo', 'TABLE', 't', 'COLUMN', 'code'
CREATE SEQUENCE dbo.s AS int START WITH 5
CREATE SYNONYM dbo.syn FOR dbo.t
CREATE TYPE dbo.code FROM varchar(10) NOT NULL
GO
CREATE PROCEDURE dbo.p @a int AS SELECT @a AS a
GO

SELECT CASE WHEN @@VERSION LIKE 'Microsoft SQL Server%' THEN 1 ELSE 0 END AS known
SELECT db_name() AS db, schema_name() AS current_schema, original_login() AS login
SELECT db.name, db.collation_name FROM sys.databases db WHERE HAS_DBACCESS(db.name) = 1 AND db.name = db_name() ORDER BY db.name
SELECT s.*, ep.value AS description FROM sys.schemas s LEFT OUTER JOIN sys.extended_properties ep ON ep.class = 3 AND ep.major_id = s.schema_id AND ep.minor_id = 0 AND ep.name = 'MS_Description' WHERE s.schema_id < 5 ORDER BY s.name
SELECT ss.name AS name, ss.is_user_defined, ss.max_length, ss.is_table_type FROM sys.types ss WHERE ss.is_user_defined = 1
SELECT o.name, RTRIM(o.type) AS type, ep.value AS description FROM sys.all_objects o LEFT OUTER JOIN sys.extended_properties ep ON ep.class = 1 AND ep.major_id = o.object_id AND ep.minor_id = 0 AND ep.name = 'MS_Description' WHERE o.type IN ('U', 'S', 'V', 'TT') AND o.schema_id = SCHEMA_ID('dbo') ORDER BY o.name
SELECT c.name, c.column_id, t.name AS type_name, dc.definition AS default_definition, dc.name AS default_name, ep.value AS description, ic.seed_value, ic.increment_value, ic.last_value
FROM sys.all_columns c
JOIN sys.all_objects o ON o.object_id = c.object_id
LEFT OUTER JOIN sys.types t ON t.user_type_id = c.user_type_id
LEFT OUTER JOIN sys.default_constraints dc ON dc.object_id = c.default_object_id
LEFT OUTER JOIN sys.identity_columns ic ON ic.object_id = c.object_id AND ic.column_id = c.column_id
LEFT OUTER JOIN sys.extended_properties ep ON ep.class = 1 AND ep.major_id = o.object_id AND ep.minor_id = c.column_id AND ep.name = 'MS_Description'
WHERE o.object_id = OBJECT_ID('dbo.t') ORDER BY o.object_id, c.column_id
SELECT kc.name, kc.type_desc, COL_NAME(ic.object_id, ic.column_id) AS column_name FROM sys.key_constraints kc JOIN sys.index_columns ic ON ic.object_id = kc.parent_object_id AND ic.index_id = kc.unique_index_id WHERE kc.parent_object_id = OBJECT_ID('dbo.t')
SELECT fk.name, COL_NAME(fkc.parent_object_id, fkc.parent_column_id) AS column_name, OBJECT_NAME(fk.referenced_object_id) AS referenced, tr.schema_id FROM sys.foreign_keys fk JOIN sys.foreign_key_columns fkc ON fkc.constraint_object_id = fk.object_id JOIN sys.tables tr ON tr.object_id = fk.referenced_object_id WHERE fk.parent_object_id = OBJECT_ID('dbo.t')
SELECT p.name, RTRIM(p.type) AS type FROM sys.all_objects p WHERE p.type IN ('P', 'PC', 'X', 'TF', 'FN', 'IF') AND p.schema_id = SCHEMA_ID('dbo') ORDER BY p.name
SELECT ap.name, ap.parameter_id, TYPE_NAME(ap.user_type_id) AS type_name FROM sys.all_parameters ap WHERE ap.object_id = OBJECT_ID('dbo.p') ORDER BY ap.parameter_id
SELECT s.name, s.start_value, s.increment, s.current_value, TYPE_NAME(s.user_type_id) AS type_name FROM sys.sequences s WHERE s.schema_id = SCHEMA_ID('dbo')
SELECT s.name, s.base_object_name FROM sys.synonyms s
SELECT OBJECT_DEFINITION(OBJECT_ID('dbo.p')) AS text
GO
--> known int!
--> 1
--> db nvarchar(128), current_schema nvarchar(128), login nvarchar(128)
--> 'golden' | 'dbo' | 'sa'
--> name nvarchar(128)!, collation_name nvarchar(128)
--> 'golden' | 'SQL_Latin1_General_CP1_CI_AS'
--> name nvarchar(128)!, schema_id int!, principal_id int, description sql_variant
--> 'dbo' | 1 | 1 | NULL
--> 'guest' | 2 | 2 | NULL
--> 'INFORMATION_SCHEMA' | 3 | 3 | NULL
--> 'sys' | 4 | 4 | NULL
--> name nvarchar(128)!, is_user_defined bit!, max_length smallint!, is_table_type bit!
--> 'code' | 1 | 10 | 0
--> name nvarchar(128)!, type varchar(2), description sql_variant
--> 't' | 'U' | 'the table'::varchar(9)
--> name nvarchar(128), column_id int!, type_name nvarchar(128), default_definition nvarchar(max), default_name nvarchar(128), description sql_variant, seed_value sql_variant, increment_value sql_variant, last_value sql_variant
--> 'id' | 1 | 'int' | NULL | NULL | NULL | 3::int | 1::int | NULL
--> 'code' | 2 | 'varchar' | '(''x'')' | 'df_code' | 'the code'::varchar(8) | NULL | NULL | NULL
--> 'up' | 3 | 'int' | NULL | NULL | NULL | NULL | NULL | NULL
--> name nvarchar(128)!, type_desc nvarchar(60), column_name nvarchar(128)
--> 'pk_t' | 'PRIMARY_KEY_CONSTRAINT' | 'id'
--> name nvarchar(128)!, column_name nvarchar(128), referenced nvarchar(128), schema_id int!
--> 'fk_up' | 'up' | 't' | 1
--> name nvarchar(128)!, type varchar(2)
--> 'p' | 'P'
--> name nvarchar(128), parameter_id int!, type_name nvarchar(128)
--> '@a' | 1 | 'int'
--> name nvarchar(128)!, start_value sql_variant!, increment sql_variant!, current_value sql_variant!, type_name nvarchar(128)
--> 's' | 5::int | 1::int | 5::int | 'int'
--> name nvarchar(128)!, base_object_name nvarchar(1035)
--> 'syn' | '[dbo].[t]'
--> text nvarchar(max)
--> 'CREATE PROCEDURE dbo.p @a int AS SELECT @a AS a'
SELECT TOP 1 cp.session_id - @@SPID AS me, s.login_name, DB_NAME(s.database_id) AS db FROM sys.dm_exec_sessions s LEFT OUTER JOIN sys.dm_exec_connections cp ON cp.session_id = s.session_id WHERE s.session_id = @@SPID
SET ROWCOUNT 200
SELECT t.* FROM dbo.t AS t
SET ROWCOUNT 0
EXEC sp_spaceused 'dbo.t'
EXEC sp_columns 't', 'dbo', @column_name = 'code', @ODBCVer = 3
EXEC sp_pkeys 't', 'dbo'
GO
--> me int, login_name nvarchar(128)!, db nvarchar(128)
--> 0 | 'sa' | 'golden'
--> id int!, code varchar(10)!, up int
--> name nvarchar(128), rows char(20), reserved varchar(18), data varchar(18), index_size varchar(18), unused varchar(18)
--> 't' | '0                   ' | '0 KB' | '0 KB' | '0 KB' | '0 KB'
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 't' | 'code' | 12 | 'varchar' | 10 | 10 | NULL | NULL | 0 | NULL | '(''x'')' | 12 | NULL | 10 | 2 | 'NO' | 39
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), KEY_SEQ smallint, PK_NAME nvarchar(128)
--> 'golden' | 'dbo' | 't' | 'id' | 1 | 'pk_t'
