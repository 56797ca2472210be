-- Permissions on every class of securable, asked for by name.
CREATE TYPE ty FROM int
CREATE ROLE r
CREATE APPLICATION ROLE app WITH PASSWORD = 'Appl!cation1'
CREATE XML SCHEMA COLLECTION xsc AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>'
CREATE MASTER KEY ENCRYPTION BY PASSWORD = 'a master password'
CREATE CERTIFICATE cert WITH SUBJECT = 'c'
CREATE SYMMETRIC KEY symk WITH ALGORITHM = AES_128 ENCRYPTION BY CERTIFICATE cert
CREATE ASYMMETRIC KEY asymk WITH ALGORITHM = RSA_2048
CREATE LOGIN classes_ann WITH PASSWORD = 'An0ther!pass'
CREATE USER ann FOR LOGIN classes_ann
CREATE USER bob WITHOUT LOGIN
GRANT EXECUTE ON XML SCHEMA COLLECTION::xsc TO ann
GRANT VIEW DEFINITION ON CERTIFICATE::cert TO ann
GRANT CONTROL ON SYMMETRIC KEY::symk TO ann
GRANT ALTER ON ROLE::r TO ann
GRANT IMPERSONATE ON USER::bob TO ann
GRANT VIEW DEFINITION ON APPLICATION ROLE::app TO ann
GRANT REFERENCES ON TYPE::ty TO ann
GO
EXECUTE AS USER = 'ann'
SELECT HAS_PERMS_BY_NAME('xsc', 'XML SCHEMA COLLECTION', 'EXECUTE') AS xsc, HAS_PERMS_BY_NAME('xsc', 'XML SCHEMA COLLECTION', 'ALTER') AS alters, HAS_PERMS_BY_NAME('missing', 'XML SCHEMA COLLECTION', 'ALTER') AS missing
SELECT HAS_PERMS_BY_NAME('cert', 'CERTIFICATE', 'VIEW DEFINITION') AS cert, HAS_PERMS_BY_NAME('cert', 'CERTIFICATE', 'CONTROL') AS controls, HAS_PERMS_BY_NAME('symk', 'SYMMETRIC KEY', 'ALTER') AS symk, HAS_PERMS_BY_NAME('asymk', 'ASYMMETRIC KEY', 'ANY') AS asymk
SELECT HAS_PERMS_BY_NAME('r', 'ROLE', 'ALTER') AS r, HAS_PERMS_BY_NAME('bob', 'USER', 'IMPERSONATE') AS bob, HAS_PERMS_BY_NAME('app', 'APPLICATION ROLE', 'ALTER') AS app, HAS_PERMS_BY_NAME('ty', 'TYPE', 'REFERENCES') AS ty
SELECT HAS_PERMS_BY_NAME('classes_ann', 'LOGIN', 'CONTROL') AS login, HAS_PERMS_BY_NAME('sysadmin', 'SERVER ROLE', 'ALTER') AS role, HAS_PERMS_BY_NAME('sysadmin', 'LOGIN', 'ALTER') AS no_login
SELECT entity_name, permission_name FROM sys.fn_my_permissions('r', 'ROLE')
SELECT entity_name, permission_name FROM sys.fn_my_permissions('bob', 'USER')
SELECT entity_name, permission_name FROM sys.fn_my_permissions('app', 'APPLICATION ROLE')
SELECT entity_name, permission_name FROM sys.fn_my_permissions('symk', 'SYMMETRIC KEY') ORDER BY permission_name
SELECT entity_name, permission_name FROM sys.fn_my_permissions('xsc', 'XML SCHEMA COLLECTION')
REVERT
GO
--> xsc int, alters int, missing int
--> 1 | 0 | NULL
--> cert int, controls int, symk int, asymk int
--> 1 | 0 | 1 | 0
--> r int, bob int, app int, ty int
--> 1 | 1 | 0 | 1
--> login int, role int, no_login int
--> 0 | 0 | NULL
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'r' | 'ALTER'
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'bob' | 'IMPERSONATE'
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'app' | 'VIEW DEFINITION'
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'symk' | 'ALTER'
--> 'symk' | 'CONTROL'
--> 'symk' | 'REFERENCES'
--> 'symk' | 'TAKE OWNERSHIP'
--> 'symk' | 'VIEW DEFINITION'
--> entity_name nvarchar(128), permission_name nvarchar(60)!
--> 'xsc' | 'EXECUTE'
SELECT permission_name FROM sys.fn_my_permissions('public', 'SERVER ROLE') ORDER BY permission_name
SELECT class_desc, type, permission_name FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('ann') ORDER BY class, permission_name
SELECT permission_name, type, covering_permission_name, parent_class_desc, parent_covering_permission_name FROM sys.fn_builtin_permissions('APPLICATION ROLE') ORDER BY permission_name
GO
--> permission_name nvarchar(60)!
--> 'ALTER'
--> 'CONTROL'
--> 'TAKE OWNERSHIP'
--> 'VIEW DEFINITION'
--> class_desc nvarchar(60), type char(4)!, permission_name nvarchar(128)
--> 'DATABASE' | 'CO  ' | 'CONNECT'
--> 'DATABASE_PRINCIPAL' | 'AL  ' | 'ALTER'
--> 'DATABASE_PRINCIPAL' | 'IM  ' | 'IMPERSONATE'
--> 'DATABASE_PRINCIPAL' | 'VW  ' | 'VIEW DEFINITION'
--> 'TYPE' | 'RF  ' | 'REFERENCES'
--> 'XML_SCHEMA_COLLECTION' | 'EX  ' | 'EXECUTE'
--> 'SYMMETRIC_KEYS' | 'CL  ' | 'CONTROL'
--> 'CERTIFICATE' | 'VW  ' | 'VIEW DEFINITION'
--> permission_name nvarchar(60)!, type varchar(4)!, covering_permission_name nvarchar(60)!, parent_class_desc nvarchar(60)!, parent_covering_permission_name nvarchar(60)!
--> 'ALTER' | 'AL' | 'CONTROL' | 'DATABASE' | 'ALTER ANY APPLICATION ROLE'
--> 'CONTROL' | 'CL' | '' | 'DATABASE' | 'CONTROL'
--> 'VIEW DEFINITION' | 'VW' | 'CONTROL' | 'DATABASE' | 'VIEW DEFINITION'
DROP USER ann
DROP LOGIN classes_ann
GO
