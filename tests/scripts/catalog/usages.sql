-- What uses what: columns of views, types of columns and parameters, numbered procedures, privileges, paths of selective XML indexes.
CREATE TYPE dbo.code FROM varchar(5) NOT NULL
CREATE TABLE dbo.t (id int NOT NULL CONSTRAINT pk PRIMARY KEY, c dbo.code, doc xml, other int)
CREATE TABLE dbo.u (id int NOT NULL, other int, extra int)
GO
CREATE VIEW dbo.named AS SELECT a.id, b.extra AS e FROM dbo.t AS a JOIN dbo.u b ON b.id = a.id WHERE c = 'x'
GO
CREATE VIEW dbo.starred AS SELECT u.*, t.c FROM u CROSS JOIN t
GO
CREATE VIEW dbo.nested AS SELECT e FROM dbo.named WHERE EXISTS (SELECT 1 FROM dbo.u WHERE u.other = named.e)
GO
SELECT VIEW_NAME, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.VIEW_COLUMN_USAGE ORDER BY 1, 2, 3
SELECT TOP 0 * FROM INFORMATION_SCHEMA.VIEW_COLUMN_USAGE
GO
--> VIEW_NAME nvarchar(128)!, TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128)
--> 'named' | 't' | 'c'
--> 'named' | 't' | 'id'
--> 'named' | 'u' | 'extra'
--> 'named' | 'u' | 'id'
--> 'nested' | 'named' | 'e'
--> 'nested' | 'u' | 'other'
--> 'starred' | 't' | 'c'
--> 'starred' | 'u' | 'extra'
--> 'starred' | 'u' | 'id'
--> 'starred' | 'u' | 'other'
--> VIEW_CATALOG nvarchar(128), VIEW_SCHEMA nvarchar(128), VIEW_NAME nvarchar(128)!, TABLE_CATALOG nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128)
CREATE PROCEDURE dbo.p @a dbo.code AS SELECT @a
GO
CREATE PROCEDURE dbo.p;2 @n int, @r decimal(9, 3) OUTPUT AS SELECT @n
GO
SELECT OBJECT_NAME(object_id) AS object, column_id, TYPE_NAME(user_type_id) AS type FROM sys.column_type_usages ORDER BY object_id
SELECT OBJECT_NAME(object_id) AS object, parameter_id, TYPE_NAME(user_type_id) AS type FROM sys.parameter_type_usages
SELECT TYPE_NAME(user_type_id) AS type, assembly_id FROM sys.type_assembly_usages ORDER BY user_type_id
SELECT OBJECT_NAME(object_id) AS object, procedure_number, name, parameter_id, TYPE_NAME(user_type_id) AS type, precision, scale, is_output FROM sys.numbered_procedure_parameters ORDER BY parameter_id
SELECT TOP 0 * FROM sys.numbered_procedure_parameters
GO
--> object nvarchar(128), column_id int!, type nvarchar(128)
--> 't' | 2 | 'code'
--> 'starred' | 4 | 'code'
--> object nvarchar(128), parameter_id int!, type nvarchar(128)
--> 'p' | 1 | 'code'
--> type nvarchar(128), assembly_id int!
--> 'hierarchyid' | 1
--> 'geometry' | 1
--> 'geography' | 1
--> object nvarchar(128), procedure_number smallint, name nvarchar(128), parameter_id int!, type nvarchar(128), precision tinyint!, scale tinyint!, is_output bit!
--> 'p' | 2 | '@n' | 1 | 'int' | 10 | 0 | 0
--> 'p' | 2 | '@r' | 2 | 'decimal' | 9 | 3 | 1
--> object_id int!, procedure_number smallint, name nvarchar(128), parameter_id int!, system_type_id tinyint!, user_type_id int!, max_length smallint!, precision tinyint!, scale tinyint!, is_output bit!, is_cursor_ref bit!
SELECT name, parameter_id, TYPE_NAME(user_type_id) AS type FROM sys.system_parameters WHERE object_id = OBJECT_ID('sp_addlinkedsrvlogin') ORDER BY parameter_id
SELECT name, TYPE_NAME(user_type_id) AS type FROM sys.all_parameters WHERE object_id IN (OBJECT_ID('sys.dm_exec_sql_text'), OBJECT_ID('dbo.p')) ORDER BY name
CREATE ROLE readers
GRANT SELECT, INSERT ON dbo.t TO readers
GRANT SELECT (extra), UPDATE (extra) ON dbo.u TO readers WITH GRANT OPTION
DENY DELETE ON dbo.t TO readers
SELECT GRANTOR, GRANTEE, TABLE_SCHEMA, TABLE_NAME, PRIVILEGE_TYPE, IS_GRANTABLE FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES ORDER BY 5
SELECT GRANTEE, TABLE_NAME, COLUMN_NAME, PRIVILEGE_TYPE, IS_GRANTABLE FROM INFORMATION_SCHEMA.COLUMN_PRIVILEGES ORDER BY 4
SELECT * FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
GO
--> name nvarchar(128), parameter_id int!, type nvarchar(128)
--> '@rmtsrvname' | 1 | 'sysname'
--> '@useself' | 2 | 'varchar'
--> '@locallogin' | 3 | 'sysname'
--> '@rmtuser' | 4 | 'sysname'
--> '@rmtpassword' | 5 | 'sysname'
--> name nvarchar(128), type nvarchar(128)
--> '@a' | 'code'
--> '@handle' | 'varbinary'
--> GRANTOR nvarchar(128), GRANTEE nvarchar(128), TABLE_SCHEMA nvarchar(128), TABLE_NAME nvarchar(128)!, PRIVILEGE_TYPE varchar(10), IS_GRANTABLE varchar(3)
--> 'dbo' | 'readers' | 'dbo' | 't' | 'INSERT' | 'NO'
--> 'dbo' | 'readers' | 'dbo' | 't' | 'SELECT' | 'NO'
--> GRANTEE nvarchar(128), TABLE_NAME nvarchar(128)!, COLUMN_NAME nvarchar(128)!, PRIVILEGE_TYPE varchar(10), IS_GRANTABLE varchar(3)
--> 'readers' | 'u' | 'extra' | 'SELECT' | 'YES'
--> 'readers' | 'u' | 'extra' | 'UPDATE' | 'YES'
--> CONSTRAINT_CATALOG nvarchar(128), CONSTRAINT_SCHEMA nvarchar(128), CONSTRAINT_NAME nvarchar(128)!, DOMAIN_CATALOG nvarchar(128), DOMAIN_SCHEMA nvarchar(128), DOMAIN_NAME nvarchar(128)!, IS_DEFERRABLE varchar(2)!, INITIALLY_DEFERRED varchar(2)!
CREATE SELECTIVE XML INDEX sx ON dbo.t (doc) WITH XMLNAMESPACES ('urn:n' AS n, DEFAULT 'urn:d')
  FOR (p1 = '/a/n:b' AS XQUERY 'xs:string' MAXLENGTH(20) SINGLETON, p2 = '/a/c', p3 = '/a/d' AS SQL int, p4 = '/a' AS XQUERY 'node()')
SELECT path_id, path, name, path_type_desc, xquery_type_description, is_xquery_type_inferred, xquery_max_length, is_node, TYPE_NAME(user_type_id) AS type, is_singleton FROM sys.selective_xml_index_paths ORDER BY path_id
SELECT is_default_uri, uri, prefix FROM sys.selective_xml_index_namespaces ORDER BY 1
SELECT * FROM sys.xml_schema_facets
SELECT * FROM sys.xml_schema_component_placements
SELECT * FROM sys.xml_schema_model_groups
SELECT * FROM sys.xml_schema_wildcard_namespaces
SELECT TOP 2 * FROM sys.event_notification_event_types ORDER BY type
GO
--> path_id int!, path nvarchar(4000), name nvarchar(128), path_type_desc nvarchar(128), xquery_type_description nvarchar(4000), is_xquery_type_inferred bit, xquery_max_length smallint, is_node bit, type nvarchar(128), is_singleton bit
--> 1 | '/a/n:b' | 'p1' | 'XQUERY' | 'xs:string' | 0 | 20 | 0 | NULL | 1
--> 2 | '/a/c' | 'p2' | 'XQUERY' | 'xdt:untypedAtomic' | 1 | NULL | 0 | NULL | 0
--> 3 | '/a/d' | 'p3' | 'SQL' | NULL | NULL | NULL | 0 | 'int' | 0
--> 4 | '/a' | 'p4' | 'XQUERY' | 'xdt:untypedAtomic' | 1 | NULL | 1 | NULL | 0
--> is_default_uri bit, uri nvarchar(4000), prefix nvarchar(4000)
--> 0 | 'urn:n' | 'n'
--> 1 | 'urn:d' | NULL
--> xml_component_id int!, facet_id int!, kind char(2)!, kind_desc nvarchar(60), is_fixed bit!, value nvarchar(4000)
--> xml_component_id int!, placement_id int!, placed_xml_component_id int!, is_default_fixed bit!, min_occurences int!, max_occurences int!, default_value nvarchar(4000)
--> xml_component_id int!, xml_collection_id int!, xml_namespace_id int!, is_qualified bit!, name nvarchar(4000), symbol_space char(1), symbol_space_desc nvarchar(60), kind char(1)!, kind_desc nvarchar(60), derivation char(1)!, derivation_desc nvarchar(60), base_xml_component_id int, scoping_xml_component_id int, compositor char(1)!, compositor_desc nvarchar(60)
--> xml_component_id int!, namespace nvarchar(128)!
--> type int!, type_name nvarchar(64), parent_type int
--> 21 | 'CREATE_TABLE' | 10018
--> 22 | 'ALTER_TABLE' | 10018
