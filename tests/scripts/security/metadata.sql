-- A user sees of the catalog what he has a permission on.
CREATE TABLE seen (id int, secret int)
CREATE TABLE unseen (id int)
CREATE USER u WITHOUT LOGIN
CREATE USER v WITHOUT LOGIN
CREATE ROLE r
GO
CREATE PROCEDURE p AS SELECT 1 AS a
GO
GRANT SELECT ON seen (id) TO u
GRANT EXECUTE ON p TO u
GO
EXECUTE AS USER = 'u'
SELECT name FROM sys.tables ORDER BY name
SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES ORDER BY TABLE_NAME
SELECT name FROM sys.procedures
SELECT OBJECT_NAME(object_id) AS name, definition FROM sys.sql_modules
SELECT CASE WHEN OBJECT_ID('seen') IS NULL THEN 0 ELSE 1 END AS seen, OBJECT_ID('unseen') AS unseen, OBJECT_DEFINITION(OBJECT_ID('p')) AS definition
SELECT name FROM sys.database_principals WHERE principal_id BETWEEN 5 AND 16383 ORDER BY name
REVERT
GO
--> name nvarchar(128)!
--> 'seen'
--> TABLE_NAME nvarchar(128)!
--> 'seen'
--> name nvarchar(128)!
--> 'p'
--> name nvarchar(128), definition nvarchar(max)
--> 'p' | NULL
--> seen int!, unseen int, definition nvarchar(max)
--> 1 | NULL | NULL
--> name nvarchar(128)!
--> 'u'
GRANT VIEW DEFINITION ON p TO u
GRANT VIEW DEFINITION TO v
GO
EXECUTE AS USER = 'u'
SELECT OBJECT_DEFINITION(OBJECT_ID('p')) AS definition
REVERT
EXECUTE AS USER = 'v'
SELECT name FROM sys.tables ORDER BY name
SELECT id FROM seen
REVERT
DENY VIEW DEFINITION ON seen TO v
EXECUTE AS USER = 'v'
SELECT name FROM sys.tables ORDER BY name
REVERT
GO
--> definition nvarchar(max)
--> 'CREATE PROCEDURE p AS SELECT 1 AS a'
--> name nvarchar(128)!
--> 'seen'
--> 'unseen'
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 'seen', database 'golden', schema 'dbo'.
--> name nvarchar(128)!
--> 'unseen'
-- The state of the server is for who may see it.
EXECUTE AS USER = 'u'
SELECT cpu_count FROM sys.dm_os_sys_info
SELECT COUNT(*) AS n FROM sys.databases WHERE name = 'master'
REVERT
GO
--> cpu_count int!
--> Msg 300, Level 14, State 1, Line 3: VIEW SERVER STATE permission was denied on object 'server', database 'master'.
--> n int
--> 1
-- Effective permissions as functions tell them.
EXECUTE AS USER = 'u'
SELECT HAS_PERMS_BY_NAME('seen', 'OBJECT', 'SELECT') AS whole, HAS_PERMS_BY_NAME('seen', 'OBJECT', 'SELECT', 'id', 'COLUMN') AS id,
  HAS_PERMS_BY_NAME('seen', 'OBJECT', 'SELECT', 'secret', 'COLUMN') AS secret, HAS_PERMS_BY_NAME('p', 'OBJECT', 'EXECUTE') AS p,
  HAS_PERMS_BY_NAME('p', 'OBJECT', 'ANY') AS any_p, HAS_PERMS_BY_NAME('unseen', 'OBJECT', 'ANY') AS any_unseen
SELECT HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'CONNECT') AS con, HAS_PERMS_BY_NAME(NULL, 'DATABASE', 'CREATE TABLE') AS cre,
  HAS_PERMS_BY_NAME('dbo', 'SCHEMA', 'SELECT') AS dbo, HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER') AS srv,
  HAS_PERMS_BY_NAME('v', 'USER', 'IMPERSONATE') AS imp, HAS_PERMS_BY_NAME('seen', 'OBJECT', 'NONSENSE') AS none
SELECT entity_name, subentity_name, permission_name FROM sys.fn_my_permissions('seen', 'OBJECT') ORDER BY subentity_name, permission_name
SELECT entity_name, subentity_name, permission_name FROM fn_my_permissions('p', 'OBJECT') ORDER BY permission_name
SELECT entity_name, subentity_name, permission_name FROM fn_my_permissions(NULL, 'DATABASE') ORDER BY permission_name
SELECT entity_name, permission_name FROM fn_my_permissions(NULL, 'SERVER') ORDER BY permission_name
REVERT
SELECT HAS_PERMS_BY_NAME('seen', 'OBJECT', 'SELECT') AS sel, HAS_PERMS_BY_NAME(NULL, NULL, 'CONTROL SERVER') AS srv
SELECT permission_name FROM fn_my_permissions('seen', 'OBJECT') WHERE subentity_name = '' ORDER BY permission_name
SELECT type, covering_permission_name, parent_class_desc, parent_covering_permission_name FROM sys.fn_builtin_permissions('OBJECT') WHERE permission_name = 'SELECT'
GO
--> whole int, id int, secret int, p int, any_p int, any_unseen int
--> 0 | 1 | 0 | 1 | 1 | 0
--> con int, cre int, dbo int, srv int, imp int, none int
--> 1 | 0 | 0 | 0 | 0 | NULL
--> entity_name nvarchar(128), subentity_name nvarchar(128), permission_name nvarchar(60)!
--> 'seen' | 'id' | 'SELECT'
--> entity_name nvarchar(128), subentity_name nvarchar(128), permission_name nvarchar(60)!
--> 'p' | '' | 'EXECUTE'
--> 'p' | '' | 'VIEW DEFINITION'
--> entity_name nvarchar(128), subentity_name nvarchar(128), permission_name nvarchar(60)!
--> 'database' | '' | 'CONNECT'
--> 'database' | '' | 'VIEW ANY COLUMN ENCRYPTION KEY DEFINITION'
--> 'database' | '' | 'VIEW ANY COLUMN MASTER KEY DEFINITION'
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'server' | 'CONNECT SQL'
--> 'server' | 'VIEW ANY DATABASE'
--> sel int, srv int
--> 1 | 1
--> permission_name nvarchar(60)!
--> 'ALTER'
--> 'CONTROL'
--> 'DELETE'
--> 'INSERT'
--> 'REFERENCES'
--> 'SELECT'
--> 'TAKE OWNERSHIP'
--> 'UNMASK'
--> 'UPDATE'
--> 'VIEW CHANGE TRACKING'
--> 'VIEW DEFINITION'
--> type varchar(4)!, covering_permission_name nvarchar(60)!, parent_class_desc nvarchar(60)!, parent_covering_permission_name nvarchar(60)!
--> 'SL' | 'CONTROL' | 'SCHEMA' | 'SELECT'
