-- Filter predicates show each user his rows; block predicates keep him from writing others.
CREATE TABLE sales (id int PRIMARY KEY, rep sysname, product varchar(10), qty int)
CREATE TABLE managers (name sysname PRIMARY KEY)
INSERT sales VALUES (1, 'ann', 'valve', 5), (2, 'ann', 'wheel', 2), (3, 'bob', 'bracket', 5), (4, 'bob', 'seat', 3)
INSERT managers VALUES ('eve')
CREATE USER ann WITHOUT LOGIN
CREATE USER bob WITHOUT LOGIN
CREATE USER eve WITHOUT LOGIN
GRANT SELECT, INSERT, UPDATE, DELETE ON sales TO ann, bob, eve
GO
--> (4 rows)
--> (1 row)
CREATE SCHEMA rls
GO
CREATE FUNCTION rls.allowed (@rep AS sysname) RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS result WHERE @rep = USER_NAME() OR EXISTS (SELECT name FROM dbo.managers WHERE name = USER_NAME())
GO
CREATE SECURITY POLICY rls.policy
ADD FILTER PREDICATE rls.allowed(rep) ON dbo.sales,
ADD BLOCK PREDICATE rls.allowed(rep) ON dbo.sales AFTER INSERT
WITH (STATE = ON)
GO
-- Everybody is filtered, dbo too; what the predicate looks at needs no permission.
SELECT COUNT(*) AS n FROM sales
EXECUTE AS USER = 'ann'
SELECT * FROM sales ORDER BY id
SELECT s.id, t.id AS other FROM sales AS s LEFT JOIN sales AS t ON t.id = s.id + 1 ORDER BY s.id
SELECT product, (SELECT COUNT(*) FROM sales) AS n FROM sales WHERE qty > 2
SELECT name FROM managers
REVERT
EXECUTE AS USER = 'eve'
SELECT id, rep FROM sales ORDER BY id
SELECT MAX(id) AS m FROM sales
REVERT
GO
--> n int
--> 0
--> id int!, rep nvarchar(128)!, product varchar(10), qty int
--> 1 | 'ann' | 'valve' | 5
--> 2 | 'ann' | 'wheel' | 2
--> id int!, other int
--> 1 | 2
--> 2 | NULL
--> product varchar(10), n int
--> 'valve' | 2
--> Msg 229, Level 14, State 5, Line 7: The SELECT permission was denied on the object 'managers', database 'golden', schema 'dbo'.
--> id int!, rep nvarchar(128)!
--> 1 | 'ann'
--> 2 | 'ann'
--> 3 | 'bob'
--> 4 | 'bob'
--> m int
--> 4
-- Through views, procedures and common tables.
CREATE VIEW v AS SELECT id, rep, qty FROM sales
GO
CREATE PROCEDURE p AS SELECT id FROM sales ORDER BY id
GO
GRANT SELECT, UPDATE ON v TO bob
GRANT EXECUTE ON p TO bob
GO
EXECUTE AS USER = 'bob'
SELECT id FROM v ORDER BY id
EXEC p
;WITH c AS (SELECT id, rep FROM sales) SELECT COUNT(*) AS n FROM c
UPDATE v SET qty = 9 WHERE id = 1
UPDATE v SET qty = 9 WHERE id = 3
REVERT
GO
--> id int!
--> 3
--> 4
--> id int!
--> 3
--> 4
--> n int
--> 2
--> (0 rows)
--> (1 row)
-- Changes find what is seen; an inserted row must be allowed.
EXECUTE AS USER = 'ann'
DELETE sales WHERE id = 4
UPDATE sales SET qty = 7 WHERE id IN (2, 4)
UPDATE s SET qty = 8 FROM sales AS s WHERE s.id = 1
INSERT sales VALUES (5, 'ann', 'pump', 1)
INSERT sales (id, rep) SELECT 6, 'bob'
INSERT sales VALUES (6, 'bob', 'pump', 1)
MERGE sales AS t USING (VALUES (2, 'ann', 70), (3, 'ann', 80)) AS s (id, rep, qty) ON t.id = s.id
WHEN MATCHED THEN UPDATE SET qty = s.qty;
SELECT id, rep, qty FROM sales ORDER BY id
UPDATE sales SET rep = 'bob' WHERE id = 5
SELECT COUNT(*) AS n FROM sales
REVERT
GO
--> (0 rows)
--> (1 row)
--> (1 row)
--> (1 row)
--> Msg 33504, Level 16, State 1, Line 7: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> Msg 33504, Level 16, State 1, Line 8: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> (1 row)
--> id int!, rep nvarchar(128)!, qty int
--> 1 | 'ann' | 8
--> 2 | 'ann' | 70
--> 5 | 'ann' | 1
--> (1 row)
--> n int
--> 2
EXECUTE AS USER = 'eve'
SELECT id, rep, qty FROM sales ORDER BY id
INSERT sales VALUES (7, 'ann', 'belt', 4)
DELETE sales WHERE id = 7
REVERT
GO
--> id int!, rep nvarchar(128)!, qty int
--> 1 | 'ann' | 8
--> 2 | 'ann' | 70
--> 3 | 'bob' | 9
--> 4 | 'bob' | 3
--> 5 | 'bob' | 1
--> (1 row)
--> (1 row)
-- The catalog.
SELECT name, type, type_desc, is_enabled, is_schema_bound, is_not_for_replication FROM sys.security_policies
SELECT security_predicate_id, OBJECT_NAME(target_object_id) AS target, predicate_definition, predicate_type, predicate_type_desc, operation, operation_desc FROM sys.security_predicates
SELECT OBJECT_ID('rls.policy') - object_id AS same FROM sys.objects WHERE type = 'SP'
GO
--> name nvarchar(128)!, type char(2), type_desc nvarchar(60), is_enabled bit!, is_schema_bound bit!, is_not_for_replication bit!
--> 'policy' | 'SP' | 'SECURITY_POLICY' | 1 | 1 | 0
--> security_predicate_id int!, target nvarchar(128), predicate_definition nvarchar(max), predicate_type int, predicate_type_desc nvarchar(60), operation int, operation_desc nvarchar(60)
--> 1 | 'sales' | '([rls].[allowed]([rep]))' | 0 | 'FILTER' | NULL | NULL
--> 2 | 'sales' | '([rls].[allowed]([rep]))' | 1 | 'BLOCK' | 1 | 'AFTER INSERT'
--> same int
--> 0
-- Switched off, everything is there again.
ALTER SECURITY POLICY rls.policy WITH (STATE = OFF)
SELECT id, rep FROM sales ORDER BY id
INSERT sales VALUES (8, 'nobody', 'x', 1)
DELETE sales WHERE id = 8
SELECT is_enabled FROM sys.security_policies
GO
--> id int!, rep nvarchar(128)!
--> 1 | 'ann'
--> 2 | 'ann'
--> 3 | 'bob'
--> 4 | 'bob'
--> 5 | 'bob'
--> (1 row)
--> (1 row)
--> is_enabled bit!
--> 0
-- Block predicates for each operation.
ALTER SECURITY POLICY rls.policy
DROP FILTER PREDICATE ON dbo.sales,
DROP BLOCK PREDICATE ON dbo.sales AFTER INSERT,
ADD BLOCK PREDICATE rls.allowed(rep) ON dbo.sales AFTER UPDATE,
ADD BLOCK PREDICATE rls.allowed(rep) ON dbo.sales BEFORE DELETE
WITH (STATE = ON)
GO
EXECUTE AS USER = 'ann'
SELECT COUNT(*) AS n FROM sales
UPDATE sales SET qty = 1 WHERE id = 3
UPDATE sales SET rep = 'ann' WHERE id = 3
UPDATE sales SET rep = 'bob' WHERE id = 3
DELETE sales WHERE id = 4
DELETE sales WHERE id = 3
INSERT sales VALUES (9, 'bob', 'x', 1)
REVERT
GO
--> n int
--> 5
--> (1 row)
--> (1 row)
--> Msg 33504, Level 16, State 1, Line 5: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> Msg 33504, Level 16, State 1, Line 6: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> (1 row)
--> (1 row)
ALTER SECURITY POLICY rls.policy
DROP BLOCK PREDICATE ON dbo.sales AFTER UPDATE,
DROP BLOCK PREDICATE ON dbo.sales BEFORE DELETE,
ADD BLOCK PREDICATE rls.allowed(rep) ON dbo.sales
GO
EXECUTE AS USER = 'ann'
UPDATE sales SET qty = 0 WHERE id = 9
INSERT sales VALUES (10, 'bob', 'x', 1)
DELETE sales WHERE rep = 'bob'
UPDATE sales SET qty = 0 WHERE id = 1
REVERT
GO
--> Msg 33504, Level 16, State 1, Line 2: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> Msg 33504, Level 16, State 1, Line 3: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> Msg 33504, Level 16, State 1, Line 4: The attempted operation failed because the target object 'golden.dbo.sales' has a block predicate that conflicts with this operation. If the operation is performed on a view, the block predicate might be enforced on the underlying table. Modify the operation to target only the rows that are allowed by the block predicate.
--> info 3621: The statement has been terminated.
--> (1 row)
-- What the session says of itself.
CREATE FUNCTION rls.tenant (@tenant int, @from date) RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS result WHERE @tenant = CAST(SESSION_CONTEXT(N'tenant') AS int) AND @from <= '2020-01-01'
GO
CREATE TABLE orders (id int, tenant int, placed date, total AS id * 10)
INSERT orders (id, tenant, placed) VALUES (1, 1, '2019-01-01'), (2, 2, '2019-01-01'), (3, 1, '2021-01-01')
GO
--> (3 rows)
CREATE SECURITY POLICY tenants ADD FILTER PREDICATE rls.tenant(tenant, DATEADD(day, 1, placed)) ON dbo.orders
GO
SELECT id FROM orders
EXEC sp_set_session_context N'tenant', 1
SELECT id, total FROM orders
EXEC sp_set_session_context N'tenant', 2
SELECT id, total FROM orders
SELECT predicate_definition FROM sys.security_predicates WHERE target_object_id = OBJECT_ID('orders')
GO
--> id int
--> id int, total int
--> 1 | 10
--> id int, total int
--> 2 | 20
--> predicate_definition nvarchar(max)
--> '([rls].[tenant]([tenant], dateadd(day,(1),[placed])))'
-- What is refused.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep) ON dbo.sales
GO
--> Msg 33264, Level 16, State 1, Line 2: The security policy 'dbo.second' cannot be enabled with a predicate on table 'dbo.sales'. Table 'dbo.sales' is already referenced by the enabled security policy 'rls.policy'.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep) ON dbo.sales WITH (STATE = OFF)
GO
ALTER SECURITY POLICY second WITH (STATE = ON)
GO
--> Msg 33264, Level 16, State 1, Line 1: The security policy 'dbo.second' cannot be enabled with a predicate on table 'dbo.sales'. Table 'dbo.sales' is already referenced by the enabled security policy 'rls.policy'.
ALTER SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(product) ON dbo.sales
GO
--> Msg 33262, Level 16, State 1, Line 1: A FILTER predicate for the same operation has already been defined on table 'dbo.sales' in the security policy 'dbo.second'.
ALTER SECURITY POLICY second DROP BLOCK PREDICATE ON dbo.sales
GO
--> Msg 33261, Level 16, State 1, Line 1: The security policy 'dbo.second' does not contain a predicate on table 'dbo.sales'.
ALTER SECURITY POLICY second ALTER FILTER PREDICATE rls.allowed(product) ON dbo.sales
GO
SELECT predicate_definition FROM sys.security_predicates WHERE object_id = OBJECT_ID('second')
DROP SECURITY POLICY second
GO
--> predicate_definition nvarchar(max)
--> '([rls].[allowed]([product]))'
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.missing(rep) ON dbo.sales
GO
--> Msg 33270, Level 16, State 1, Line 1: Cannot find the object "rls.missing" or this object is not an inline table-valued function.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(missing) ON dbo.sales
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'missing'.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep, id) ON dbo.sales
GO
--> Msg 8144, Level 16, State 2, Line 1: Procedure or function rls.allowed has too many arguments specified.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed() ON dbo.sales
GO
--> Msg 313, Level 16, State 3, Line 1: An insufficient number of arguments were supplied for the procedure or function rls.allowed.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep) ON dbo.missing
GO
--> Msg 33268, Level 16, State 1, Line 1: Cannot find the object "dbo.missing" because it does not exist or you do not have permissions.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep) ON #t
GO
--> Msg 33269, Level 15, State 1, Line 1: Security predicates are not allowed on temporary objects. Object names that begin with '#' denote temporary objects.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(rep) ON dbo.v
GO
--> Msg 33263, Level 16, State 1, Line 1: Security predicates can only be added to user tables and schema bound views. 'dbo.v' is not a user table or a schema bound view.
CREATE SECURITY POLICY second ADD BLOCK PREDICATE rls.allowed(rep) ON dbo.v
GO
--> Msg 33503, Level 16, State 1, Line 1: BLOCK predicates can only be added to user tables. 'dbo.v' is not a user table.
CREATE FUNCTION rls.loose (@rep sysname) RETURNS TABLE AS RETURN SELECT 1 AS result WHERE @rep = USER_NAME()
GO
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.loose(rep) ON dbo.managers
GO
--> Msg 4513, Level 16, State 1, Line 1: Cannot schema bind security policy 'dbo.second'. 'rls.loose' is not schema bound.
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.loose(name) ON dbo.managers WITH (STATE = ON, SCHEMABINDING = OFF)
GO
EXECUTE AS USER = 'ann'
SELECT name FROM managers
REVERT
GRANT SELECT ON managers TO ann
EXECUTE AS USER = 'ann'
SELECT name FROM managers
REVERT
GRANT SELECT ON rls.loose TO ann
EXECUTE AS USER = 'ann'
SELECT name FROM managers
REVERT
DROP SECURITY POLICY second
GO
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 'loose', database 'golden', schema 'rls'.
--> Msg 229, Level 14, State 5, Line 2: The SELECT permission was denied on the object 'managers', database 'golden', schema 'dbo'.
--> Msg 229, Level 14, State 5, Line 6: The SELECT permission was denied on the object 'loose', database 'golden', schema 'rls'.
--> name nvarchar(128)!
ALTER SECURITY POLICY missing WITH (STATE = ON)
GO
--> Msg 33268, Level 16, State 1, Line 1: Cannot find the object "missing" because it does not exist or you do not have permissions.
ALTER SECURITY POLICY sales WITH (STATE = ON)
GO
--> Msg 33271, Level 16, State 1, Line 1: Cannot alter 'sales' because it is not a security policy.
CREATE SECURITY POLICY rls.policy ADD FILTER PREDICATE rls.allowed(name) ON dbo.managers
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'policy' in the database.
DROP TABLE sales
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP TABLE 'sales' because it is being referenced by object 'policy'.
DROP FUNCTION rls.allowed
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP FUNCTION 'rls.allowed' because it is being referenced by object 'policy'.
ALTER FUNCTION rls.allowed (@rep AS sysname) RETURNS TABLE WITH SCHEMABINDING AS RETURN SELECT 1 AS result
GO
--> Msg 3729, Level 16, State 1, Procedure allowed, Line 1: Cannot ALTER 'rls.allowed' because it is being referenced by object 'policy'.
ALTER TABLE sales DROP COLUMN rep
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'policy' is dependent on column 'rep'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN rep failed because one or more objects access this column.
EXECUTE AS USER = 'ann'
DROP SECURITY POLICY rls.policy
GO
--> Msg 3701, Level 14, State 20, Line 2: Cannot drop the security policy 'rls.policy', because it does not exist or you do not have permission.
ALTER SECURITY POLICY rls.policy WITH (STATE = OFF)
REVERT
GO
--> Msg 15247, Level 16, State 1, Line 1: User does not have permission to perform this action.
DROP SECURITY POLICY IF EXISTS rls.policy
DROP SECURITY POLICY missing
GO
--> Msg 3701, Level 11, State 5, Line 2: Cannot drop the security policy 'missing', because it does not exist or you do not have permission.
SELECT COUNT(*) AS n FROM sales
GO
--> n int
--> 5
-- On schema-bound views; indexed views and policies exclude each other.
CREATE VIEW bound WITH SCHEMABINDING AS SELECT id, rep, qty FROM dbo.sales
GO
CREATE VIEW keyed WITH SCHEMABINDING AS SELECT name FROM dbo.managers
GO
CREATE UNIQUE CLUSTERED INDEX ix ON keyed (name)
GO
CREATE SECURITY POLICY on_view ADD FILTER PREDICATE rls.allowed(rep) ON dbo.bound
GO
GRANT SELECT, UPDATE, DELETE ON bound TO bob
EXECUTE AS USER = 'bob'
SELECT id, rep FROM bound ORDER BY id
UPDATE bound SET qty = 100 WHERE id IN (1, 4)
DELETE bound WHERE id = 1
SELECT id, qty FROM bound WHERE qty = 100
REVERT
GO
--> id int!, rep nvarchar(128)!
--> 4 | 'bob'
--> 5 | 'bob'
--> 9 | 'bob'
--> (1 row)
--> (0 rows)
--> id int!, qty int
--> 4 | 100
CREATE SECURITY POLICY second ADD FILTER PREDICATE rls.allowed(name) ON dbo.managers
GO
--> Msg 33265, Level 16, State 1, Line 1: The security policy 'dbo.second' cannot have a predicate on table 'dbo.managers' because this table is referenced by the indexed view 'dbo.keyed'.
DROP SECURITY POLICY on_view
CREATE SECURITY POLICY on_table ADD FILTER PREDICATE rls.allowed(rep) ON dbo.sales WITH (STATE = OFF)
GO
CREATE UNIQUE CLUSTERED INDEX ix ON bound (id)
GO
--> Msg 33266, Level 16, State 1, Line 1: The index on the view 'dbo.bound' cannot be created because the view is referencing table 'dbo.sales' that is referenced by a security policy.
DROP SECURITY POLICY on_table
GO
-- A predicate without its function lets nobody through.
CREATE SECURITY POLICY loose ADD FILTER PREDICATE rls.loose(rep) ON dbo.sales WITH (SCHEMABINDING = OFF)
DROP FUNCTION rls.loose
GO
SELECT id FROM sales
GO
--> Msg 33272, Level 16, State 1, Line 1: Unable to load the security predicate for table "sales".
DROP SECURITY POLICY loose
GO
