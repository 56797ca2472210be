-- The views of the standard, as schema readers ask them.
CREATE TABLE p (id int NOT NULL CONSTRAINT pk PRIMARY KEY, name varchar(20) NOT NULL CONSTRAINT uq UNIQUE)
CREATE TABLE c (id int NOT NULL, p int NULL CONSTRAINT fk REFERENCES p (id) ON DELETE CASCADE, n int NOT NULL CONSTRAINT ck CHECK (n > 0))
GO
CREATE VIEW v AS SELECT id, name FROM p
GO
CREATE PROCEDURE r @a int, @b varchar(10) = 'x' OUTPUT AS RETURN 0
GO
SELECT TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS ORDER BY CONSTRAINT_NAME
SELECT CONSTRAINT_NAME, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
SELECT CONSTRAINT_NAME, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY CONSTRAINT_NAME
SELECT CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
SELECT TABLE_NAME, COLUMN_NAME, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE ORDER BY CONSTRAINT_NAME
SELECT TABLE_NAME, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_TABLE_USAGE ORDER BY CONSTRAINT_NAME
SELECT TABLE_NAME, CHECK_OPTION, IS_UPDATABLE FROM INFORMATION_SCHEMA.VIEWS
SELECT VIEW_NAME, TABLE_NAME FROM INFORMATION_SCHEMA.VIEW_TABLE_USAGE
SELECT ROUTINE_NAME, ROUTINE_TYPE FROM INFORMATION_SCHEMA.ROUTINES
SELECT PARAMETER_NAME, PARAMETER_MODE, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH FROM INFORMATION_SCHEMA.PARAMETERS ORDER BY ORDINAL_POSITION
GO
--> TABLE_NAME nvarchar(128)!, CONSTRAINT_NAME nvarchar(128)!, CONSTRAINT_TYPE varchar(11)
--> 'c' | 'ck' | 'CHECK'
--> 'c' | 'fk' | 'FOREIGN KEY'
--> 'p' | 'pk' | 'PRIMARY KEY'
--> 'p' | 'uq' | 'UNIQUE'
--> CONSTRAINT_NAME nvarchar(128)!, UNIQUE_CONSTRAINT_NAME nvarchar(128), UPDATE_RULE varchar(11), DELETE_RULE varchar(11)
--> 'fk' | 'pk' | 'NO ACTION' | 'CASCADE'
--> CONSTRAINT_NAME nvarchar(128)!, TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128), ORDINAL_POSITION int!
--> 'fk' | 'c' | 'p' | 1
--> 'pk' | 'p' | 'id' | 1
--> 'uq' | 'p' | 'name' | 1
--> CONSTRAINT_NAME nvarchar(128)!, CHECK_CLAUSE nvarchar(4000)
--> 'ck' | '([n]>(0))'
--> TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128), CONSTRAINT_NAME nvarchar(128)!
--> 'c' | 'n' | 'ck'
--> 'c' | 'p' | 'fk'
--> 'p' | 'id' | 'pk'
--> 'p' | 'name' | 'uq'
--> TABLE_NAME nvarchar(128)!, CONSTRAINT_NAME nvarchar(128)!
--> 'c' | 'ck'
--> 'c' | 'fk'
--> 'p' | 'pk'
--> 'p' | 'uq'
--> TABLE_NAME nvarchar(128)!, CHECK_OPTION varchar(7), IS_UPDATABLE varchar(2)!
--> 'v' | 'NONE' | 'NO'
--> VIEW_NAME nvarchar(128)!, TABLE_NAME nvarchar(128)!
--> 'v' | 'p'
--> ROUTINE_NAME nvarchar(128)!, ROUTINE_TYPE nvarchar(20)
--> 'r' | 'PROCEDURE'
--> PARAMETER_NAME nvarchar(128), PARAMETER_MODE nvarchar(10), DATA_TYPE nvarchar(128), CHARACTER_MAXIMUM_LENGTH int
--> '@a' | 'IN' | 'int' | NULL
--> '@b' | 'INOUT' | 'varchar' | 10
-- The same in the views of the catalog.
SELECT name, type, is_ms_shipped FROM sys.objects WHERE parent_object_id = 0 AND type IN ('U', 'V', 'P') ORDER BY name
SELECT name, delete_referential_action_desc FROM sys.foreign_keys
SELECT COL_NAME(parent_object_id, parent_column_id) AS c, COL_NAME(referenced_object_id, referenced_column_id) AS r FROM sys.foreign_key_columns
SELECT name, definition FROM sys.check_constraints
SELECT name, is_output FROM sys.parameters ORDER BY parameter_id
SELECT definition FROM sys.sql_modules WHERE object_id = OBJECT_ID('v')
SELECT name FROM sys.views
SELECT name FROM sys.procedures
SELECT name FROM sys.schemas WHERE name IN ('dbo', 'sys', 'guest') ORDER BY name
SELECT referenced_entity_name FROM sys.sql_expression_dependencies WHERE referencing_id = OBJECT_ID('v')
GO
--> name nvarchar(128)!, type char(2), is_ms_shipped bit!
--> 'c' | 'U ' | 0
--> 'p' | 'U ' | 0
--> 'r' | 'P ' | 0
--> 'v' | 'V ' | 0
--> name nvarchar(128)!, delete_referential_action_desc nvarchar(60)
--> 'fk' | 'CASCADE'
--> c nvarchar(128), r nvarchar(128)
--> 'p' | 'id'
--> name nvarchar(128)!, definition nvarchar(max)
--> 'ck' | '([n]>(0))'
--> name nvarchar(128), is_output bit!
--> '@a' | 0
--> '@b' | 1
--> definition nvarchar(max)
--> 'CREATE VIEW v AS SELECT id, name FROM p'
--> name nvarchar(128)!
--> 'v'
--> name nvarchar(128)!
--> 'r'
--> name nvarchar(128)!
--> 'dbo'
--> 'guest'
--> 'sys'
--> referenced_entity_name nvarchar(128)
--> 'p'
-- And in those of SQL Server 2000.
SELECT name, xtype FROM sysobjects WHERE name IN ('p', 'v', 'r') ORDER BY name
SELECT name, colid FROM syscolumns WHERE id = OBJECT_ID('p') ORDER BY colid
GO
--> name nvarchar(128)!, xtype char(2)!
--> 'p' | 'U '
--> 'r' | 'P '
--> 'v' | 'V '
--> name nvarchar(128), colid smallint
--> 'id' | 1
--> 'name' | 2
