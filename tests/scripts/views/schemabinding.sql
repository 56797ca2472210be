-- WITH SCHEMABINDING keeps what a view or function refers to.
CREATE TABLE dbo.base (id int CONSTRAINT pk_base PRIMARY KEY, a int NOT NULL, b varchar(10), unused int);
INSERT dbo.base VALUES (1, 10, 'x', 0);
GO
--> (1 row)
CREATE VIEW dbo.bound WITH SCHEMABINDING AS SELECT t.id, t.a, COUNT_BIG(*) OVER () AS n FROM dbo.base AS t WHERE EXISTS (SELECT * FROM dbo.base);
GO
CREATE FUNCTION dbo.total(@id int) RETURNS int WITH SCHEMABINDING AS
BEGIN
  DECLARE @r int;
  SELECT @r = SUM(a) FROM dbo.base WHERE id >= @id;
  RETURN @r;
END;
GO
CREATE FUNCTION dbo.rows_from(@id int) RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT b.id, dbo.total(b.id) AS total, s.value FROM dbo.bound AS b CROSS APPLY STRING_SPLIT('p,q', ',') AS s WHERE b.id >= @id;
GO
SELECT * FROM dbo.bound;
SELECT * FROM dbo.rows_from(1);
SELECT name, OBJECTPROPERTY(object_id, 'IsSchemaBound') AS bound FROM sys.objects WHERE type IN ('V', 'FN', 'IF') ORDER BY name;
SELECT OBJECT_NAME(referencing_id) AS referencing, referenced_schema_name, referenced_entity_name, is_schema_bound_reference
FROM sys.sql_expression_dependencies ORDER BY referencing, referenced_entity_name;
GO
--> id int!, a int!, n bigint
--> 1 | 10 | 1
--> id int!, total int, value varchar(3)
--> 1 | 10 | 'p'
--> 1 | 10 | 'q'
--> name nvarchar(128)!, bound int
--> 'bound' | 1
--> 'rows_from' | 1
--> 'total' | 1
--> referencing nvarchar(128), referenced_schema_name nvarchar(128), referenced_entity_name nvarchar(128), is_schema_bound_reference bit!
--> 'bound' | 'dbo' | 'base' | 1
--> 'rows_from' | 'dbo' | 'bound' | 1
--> 'rows_from' | 'dbo' | 'total' | 1
--> 'total' | 'dbo' | 'base' | 1
DROP TABLE dbo.base;
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP TABLE 'dbo.base' because it is being referenced by object 'bound'.
DROP VIEW dbo.bound;
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP VIEW 'dbo.bound' because it is being referenced by object 'rows_from'.
DROP FUNCTION dbo.total;
GO
--> Msg 3729, Level 16, State 1, Line 1: Cannot DROP FUNCTION 'dbo.total' because it is being referenced by object 'rows_from'.
ALTER FUNCTION dbo.total(@id int) RETURNS int AS BEGIN RETURN 1 END;
GO
--> Msg 3729, Level 16, State 1, Procedure total, Line 1: Cannot ALTER 'dbo.total' because it is being referenced by object 'rows_from'.
ALTER VIEW dbo.bound AS SELECT 1 AS id;
GO
--> Msg 3729, Level 16, State 1, Procedure bound, Line 1: Cannot ALTER 'dbo.bound' because it is being referenced by object 'rows_from'.
ALTER TABLE dbo.base DROP COLUMN a;
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'bound' is dependent on column 'a'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'total' is dependent on column 'a'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN a failed because one or more objects access this column.
ALTER TABLE dbo.base ALTER COLUMN a bigint NOT NULL;
GO
--> Msg 5074, Level 16, State 1, Line 1: The object 'bound' is dependent on column 'a'.
--> Msg 5074, Level 16, State 1, Line 1: The object 'total' is dependent on column 'a'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE ALTER COLUMN a failed because one or more objects access this column.
EXEC sp_rename 'dbo.base', 'other';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'dbo.base' cannot be renamed because the object participates in enforced dependencies.
EXEC sp_rename 'dbo.base.a', 'z', 'COLUMN';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'dbo.base.a' cannot be renamed because the object participates in enforced dependencies.
-- What it does not mention can change.
ALTER TABLE dbo.base DROP COLUMN unused;
ALTER TABLE dbo.base ALTER COLUMN b varchar(20);
ALTER TABLE dbo.base ADD c int;
EXEC sp_rename 'dbo.base.b', 'bb', 'COLUMN';
TRUNCATE TABLE dbo.base;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
-- What cannot be bound.
CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT * FROM dbo.base;
GO
--> Msg 1054, Level 15, State 6, Procedure v, Line 2: Syntax '*' is not allowed in schema-bound objects.
CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT t.* FROM dbo.base t;
GO
--> Msg 1054, Level 15, State 6, Procedure v, Line 1: Syntax '*' is not allowed in schema-bound objects.
CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT id FROM base;
GO
--> Msg 4512, Level 16, State 3, Procedure v, Line 1: Cannot schema bind view 'dbo.v' because name 'base' is invalid for schema binding. Names must be in two-part format and an object cannot reference itself.
CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT id FROM golden.dbo.base;
GO
--> Msg 4512, Level 16, State 3, Procedure v, Line 1: Cannot schema bind view 'dbo.v' because name 'golden.dbo.base' is invalid for schema binding. Names must be in two-part format and an object cannot reference itself.
CREATE VIEW v WITH SCHEMABINDING AS SELECT id FROM dbo.nowhere;
GO
--> Msg 208, Level 16, State 1, Procedure v, Line 1: Invalid object name 'dbo.nowhere'.
CREATE VIEW dbo.loose AS SELECT id FROM dbo.base;
GO
CREATE VIEW dbo.v WITH SCHEMABINDING AS SELECT id FROM dbo.loose;
GO
--> Msg 4513, Level 16, State 1, Procedure v, Line 1: Cannot schema bind view 'dbo.v'. 'dbo.loose' is not schema bound.
CREATE FUNCTION dbo.f() RETURNS int WITH SCHEMABINDING AS BEGIN RETURN (SELECT COUNT(*) FROM base) END;
GO
--> Msg 4512, Level 16, State 3, Procedure f, Line 1: Cannot schema bind function 'dbo.f' because name 'base' is invalid for schema binding. Names must be in two-part format and an object cannot reference itself.
CREATE FUNCTION dbo.plain() RETURNS int AS BEGIN RETURN 1 END;
GO
CREATE FUNCTION dbo.f() RETURNS int WITH SCHEMABINDING AS BEGIN RETURN dbo.plain() END;
GO
--> Msg 4513, Level 16, State 1, Procedure f, Line 1: Cannot schema bind function 'dbo.f'. 'dbo.plain' is not schema bound.
-- Without the option things can go, and the view fails when it is used.
DROP FUNCTION dbo.rows_from;
DROP VIEW dbo.bound;
DROP FUNCTION dbo.total;
DROP TABLE dbo.base;
GO
SELECT * FROM dbo.loose;
GO
--> Msg 208, Level 16, State 1, Procedure loose, Line 1: Invalid object name 'dbo.base'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'dbo.loose' because of binding errors.
