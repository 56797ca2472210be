-- Permissions on columns: the error names the column when others are permitted.
CREATE TABLE t (id int, name varchar(20), salary int)
INSERT t VALUES (1, 'ann', 100)
CREATE USER u WITHOUT LOGIN
GRANT SELECT ON t (id, name) TO u
GRANT UPDATE ON t (name) TO u
GO
--> (1 row)
EXECUTE AS USER = 'u'
SELECT id, name FROM t
SELECT salary FROM t
SELECT id FROM t WHERE salary > 10
SELECT * FROM t
SELECT id FROM t ORDER BY salary
UPDATE t SET name = 'x' WHERE id = 1
UPDATE t SET salary = 0 WHERE id = 1
UPDATE t SET name = 'x' WHERE salary = 1
REVERT
GO
--> id int, name varchar(20)
--> 1 | 'ann'
--> Msg 230, Level 14, State 1, Line 3: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> Msg 230, Level 14, State 1, Line 4: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> Msg 230, Level 14, State 1, Line 5: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> Msg 230, Level 14, State 1, Line 6: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> (1 row)
--> Msg 230, Level 14, State 1, Line 8: The UPDATE permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> Msg 230, Level 14, State 1, Line 9: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
-- A denied column of a table that is granted.
CREATE USER v WITHOUT LOGIN
GRANT SELECT ON t TO v
DENY SELECT ON t (salary) TO v
GO
EXECUTE AS USER = 'v'
SELECT id FROM t
SELECT salary FROM t
SELECT * FROM t
REVERT
GO
--> id int
--> 1
--> Msg 230, Level 14, State 1, Line 3: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
--> Msg 230, Level 14, State 1, Line 4: The SELECT permission was denied on the column 'salary' of the object 't', database 'golden', schema 'dbo'.
-- A column that is granted stands against a table that is denied.
CREATE USER w WITHOUT LOGIN
DENY SELECT ON t TO w
GRANT SELECT ON t (id) TO w
GO
EXECUTE AS USER = 'w'
SELECT id FROM t
SELECT name FROM t
REVERT
GO
--> id int
--> 1
--> Msg 230, Level 14, State 1, Line 3: The SELECT permission was denied on the column 'name' of the object 't', database 'golden', schema 'dbo'.
-- A view has columns of its own.
CREATE VIEW v1 AS SELECT id, salary AS pay FROM t
GO
CREATE USER x WITHOUT LOGIN
GRANT SELECT ON v1 (id) TO x
GO
EXECUTE AS USER = 'x'
SELECT id FROM v1
SELECT pay FROM v1
SELECT salary FROM t
REVERT
GO
--> id int
--> 1
--> Msg 230, Level 14, State 1, Line 3: The SELECT permission was denied on the column 'pay' of the object 'v1', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 4: The SELECT permission was denied on the object 't', database 'golden', schema 'dbo'.
-- Column lists are for columns.
GRANT INSERT ON t (id) TO u
GO
--> Msg 1020, Level 15, State 1, Line 2: Sub-entity lists (such as column or security expressions) cannot be specified for entity-level permissions.
GRANT SELECT ON t (missing) TO u
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'missing' does not exist in the target table or view.
SELECT permission_name, state_desc, COL_NAME(major_id, minor_id) AS name
FROM sys.database_permissions WHERE grantee_principal_id = USER_ID('u') AND class = 1 ORDER BY permission_name, minor_id
GO
--> permission_name nvarchar(128), state_desc nvarchar(60), name nvarchar(128)
--> 'SELECT' | 'GRANT' | 'id'
--> 'SELECT' | 'GRANT' | 'name'
--> 'UPDATE' | 'GRANT' | 'name'
