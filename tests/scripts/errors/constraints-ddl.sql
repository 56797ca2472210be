-- Constraints that cannot be created, changed or dropped. The second message says that nothing was made.
CREATE TABLE dbo.parent (id int NOT NULL CONSTRAINT pk_parent PRIMARY KEY, code char(3) NOT NULL CONSTRAINT uq_code UNIQUE, name varchar(20) NULL, big bigint NULL)
CREATE TABLE dbo.child (id int NOT NULL, parent_id int NULL, code char(3) NULL, wide char(5) NULL, n int NULL, twice AS n * 2, stamp rowversion)
CREATE TABLE dbo.heap (id int NULL)
GO

-- Foreign keys.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.missing (id)
GO
--> Msg 1767, Level 16, State 0, Line 3: Foreign key 'fk' references invalid table 'dbo.missing'.
--> Msg 1750, Level 16, State 1, Line 3: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (nothing) REFERENCES dbo.parent (id)
GO
--> Msg 1769, Level 16, State 1, Line 1: Foreign key 'fk' references invalid column 'nothing' in referencing table 'child'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.parent (nothing)
GO
--> Msg 1770, Level 16, State 0, Line 1: Foreign key 'fk' references invalid column 'nothing' in referenced table 'dbo.parent'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.parent (name)
GO
--> Msg 1776, Level 16, State 0, Line 1: There are no primary or candidate keys in the referenced table 'dbo.parent' that match the referencing column list in the foreign key 'fk'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.parent (big)
GO
--> Msg 1776, Level 16, State 0, Line 1: There are no primary or candidate keys in the referenced table 'dbo.parent' that match the referencing column list in the foreign key 'fk'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (wide) REFERENCES dbo.parent (code)
GO
--> Msg 1753, Level 16, State 0, Line 1: Column 'parent.code' is not the same length or scale as referencing column 'child.wide' in foreign key 'fk'. Columns participating in a foreign key relationship must be defined with the same length and scale.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (code) REFERENCES dbo.parent (id)
GO
--> Msg 1778, Level 16, State 0, Line 1: Column 'parent.id' is not the same data type as referencing column 'child.code' in foreign key 'fk'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id, n) REFERENCES dbo.parent (id)
GO
--> Msg 8139, Level 16, State 0, Line 1: Number of referencing columns in foreign key differs from number of referenced columns, table 'child'.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.heap
GO
--> Msg 1773, Level 16, State 0, Line 1: Foreign key 'fk' has implicit reference to object 'dbo.heap' which does not have a primary key defined on it.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (twice) REFERENCES dbo.parent (id)
GO
--> Msg 1764, Level 16, State 1, Line 1: Computed Column 'twice' in table 'child' is invalid for use in 'FOREIGN KEY CONSTRAINT' because it is not persisted.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES dbo.parent (id) ON DELETE SET NULL
GO
--> Msg 1761, Level 16, State 0, Line 1: Cannot create the foreign key "fk" with the SET NULL referential action, because one or more referencing columns are not nullable.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES dbo.parent (id) ON DELETE SET DEFAULT
GO
--> Msg 1762, Level 16, State 0, Line 1: Cannot create the foreign key "fk" with the SET DEFAULT referential action, because one or more referencing not-nullable columns lack a default constraint.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES tempdb.dbo.parent (id)
GO
--> Msg 1763, Level 16, State 0, Line 1: Cross-database foreign key references are not supported. Foreign key 'fk'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE VIEW dbo.a_view AS SELECT id FROM dbo.parent
GO
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.a_view (id)
GO
--> Msg 1768, Level 16, State 0, Line 1: Foreign key 'fk' references object 'dbo.a_view' which is not a user table.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE #t (id int PRIMARY KEY, parent_id int CONSTRAINT fk_t REFERENCES dbo.parent (id))
SELECT COUNT(*) AS keys FROM tempdb.sys.foreign_keys WHERE name = 'fk_t'
GO
--> info 1756: Skipping FOREIGN KEY constraint 'fk_t' definition for temporary table. FOREIGN KEY constraints are not enforced on local or global temporary tables.
--> keys int
--> 0
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES #t (id)
GO
--> Msg 1766, Level 16, State 0, Line 1: Foreign key references to temporary tables are not supported. Foreign key 'fk'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.self (id int PRIMARY KEY, up int REFERENCES dbo.self (id) ON DELETE CASCADE)
GO
--> Msg 1785, Level 16, State 0, Line 1: Introducing FOREIGN KEY constraint 'FK__self__up__2A4B4B5E' on table 'self' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.left_one (id int PRIMARY KEY, p int REFERENCES dbo.parent (id) ON DELETE CASCADE)
CREATE TABLE dbo.two_ways (id int PRIMARY KEY, p int REFERENCES dbo.parent (id) ON DELETE CASCADE, l int CONSTRAINT fk_l REFERENCES dbo.left_one (id) ON DELETE CASCADE)
GO
--> Msg 1785, Level 16, State 0, Line 2: Introducing FOREIGN KEY constraint 'fk_l' on table 'two_ways' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO ACTION, or modify other FOREIGN KEY constraints.
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.

-- Keys.
ALTER TABLE dbo.parent ADD CONSTRAINT pk2 PRIMARY KEY (code)
GO
--> Msg 1779, Level 16, State 0, Line 3: Table 'parent' already has a primary key defined on it.
--> Msg 1750, Level 16, State 0, Line 3: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.heap ADD CONSTRAINT pk_heap PRIMARY KEY (id)
GO
--> Msg 8111, Level 16, State 1, Line 1: Cannot define PRIMARY KEY constraint on nullable column in table 'heap'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT uq PRIMARY KEY (nothing)
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nothing' does not exist in the target table or view.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT uq UNIQUE (id, id)
GO
--> Msg 1909, Level 16, State 1, Line 1: Cannot use duplicate column names in index. Column name 'id' listed more than once.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int PRIMARY KEY, b int PRIMARY KEY)
GO
--> Msg 8110, Level 16, State 0, Line 1: Cannot add multiple PRIMARY KEY constraints to table 't'.
CREATE TABLE dbo.t (a int PRIMARY KEY, b int UNIQUE CLUSTERED, c int UNIQUE CLUSTERED)
GO
--> Msg 8112, Level 16, State 0, Line 1: Cannot add more than one clustered index for constraints on table 't'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int NULL PRIMARY KEY)
GO
--> Msg 8111, Level 16, State 1, Line 1: Cannot define PRIMARY KEY constraint on nullable column in table 't'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int NULL IDENTITY)
GO
--> Msg 8147, Level 16, State 1, Line 1: Could not create IDENTITY attribute on nullable column 'a', table 't'.
CREATE TABLE dbo.t (a int IDENTITY, b int IDENTITY)
GO
--> Msg 2744, Level 16, State 2, Line 1: Multiple identity columns specified for table 't'. Only one identity column per table is allowed.
CREATE TABLE dbo.t (a varchar(10) IDENTITY)
GO
--> Msg 2749, Level 16, State 2, Line 1: Identity column 'a' must be of data type int, bigint, smallint, tinyint, or decimal or numeric with a scale of 0, unencrypted, and constrained to be nonnullable.
CREATE TABLE dbo.t (a int IDENTITY DEFAULT 1)
GO
--> Msg 1754, Level 16, State 0, Line 1: Defaults cannot be created on columns with an IDENTITY attribute. Table 't', column 'a'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a rowversion DEFAULT 1)
GO
--> Msg 1755, Level 16, State 0, Line 1: Defaults cannot be created on columns of data type timestamp. Table 't', column 'a'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a rowversion, b rowversion)
GO
--> Msg 2738, Level 16, State 2, Line 1: A table can only have one timestamp column. Because table 't' already has one, the column 'b' cannot be added.
CREATE TABLE dbo.t (a int, A int)
GO
--> Msg 2705, Level 16, State 3, Line 1: Column names in each table must be unique. Column name 'A' in table 't' is specified more than once.
CREATE TABLE dbo.t (a int DEFAULT 1 DEFAULT 2)
GO
--> Msg 8148, Level 16, State 0, Line 1: More than one column DEFAULT constraint specified for column 'a', table 't'.
CREATE TABLE dbo.t (a int CHECK (a > 0) CHECK (a > 1))
GO
--> Msg 8148, Level 16, State 0, Line 1: More than one column CHECK constraint specified for column 'a', table 't'.
CREATE TABLE dbo.t (a int PRIMARY KEY UNIQUE)
GO
--> Msg 8151, Level 16, State 0, Line 1: Both a PRIMARY KEY and UNIQUE constraint have been defined for column 'a', table 't'. Only one is allowed.
CREATE TABLE dbo.t (a int, b int CHECK (a > 0))
GO
--> Msg 8141, Level 16, State 0, Line 1: Column CHECK constraint for column 'b' references another column, table 't'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int DEFAULT (b), b int)
GO
--> Msg 128, Level 15, State 1, Line 1: The name "b" is not permitted in this context. Valid expressions are constants, constant expressions, and (in some contexts) variables. Column names are not permitted.
CREATE TABLE dbo.t (a int CHECK (a > (SELECT MAX(id) FROM dbo.parent)))
GO
--> Msg 1046, Level 15, State 1, Line 1: Subqueries are not allowed in this context. Only scalar expressions are allowed.
CREATE TABLE dbo.t (a int CHECK (nothing > 0))
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
CREATE TABLE dbo.t (a int DEFAULT (SELECT 1))
GO
--> Msg 1046, Level 15, State 1, Line 1: Subqueries are not allowed in this context. Only scalar expressions are allowed.
CREATE TABLE dbo.t (a int, b AS a + nothing)
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nothing'.
CREATE TABLE dbo.t (a int, b AS a + 1, c AS b + 1)
GO
--> Msg 1759, Level 16, State 0, Line 1: Computed column 'b' in table 't' is not allowed to be used in another computed-column definition.
CREATE TABLE dbo.t (a int, b AS (SELECT MAX(id) FROM dbo.parent))
GO
--> Msg 1046, Level 15, State 1, Line 1: Subqueries are not allowed in this context. Only scalar expressions are allowed.
CREATE TABLE dbo.t (a int, b AS a + 1, CONSTRAINT ck CHECK (b > 0))
GO
--> Msg 1764, Level 16, State 1, Line 1: Computed Column 'b' in table 't' is invalid for use in 'CHECK CONSTRAINT' because it is not persisted.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int, b AS GETDATE() PERSISTED)
GO
--> Msg 4936, Level 16, State 1, Line 1: Computed column 'b' in table 't' cannot be persisted because the column is non-deterministic.
CREATE TABLE dbo.t (a text PRIMARY KEY)
GO
--> Msg 1919, Level 16, State 1, Line 1: Column 'a' in table 't' is of a type that is invalid for use as a key column in an index.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.t (a int CONSTRAINT pk_parent PRIMARY KEY)
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'pk_parent' in the database.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.parent (a int)
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'parent' in the database.
CREATE TABLE missing.t (a int)
GO
--> Msg 2760, Level 16, State 1, Line 1: The specified schema name "missing" either does not exist or you do not have permission to use it.
CREATE TABLE nowhere.dbo.t (a int)
GO
--> Msg 2702, Level 16, State 2, Line 1: Database 'nowhere' does not exist.
CREATE TABLE a.b.c.d (a int)
GO
--> Msg 117, Level 15, State 1, Line 1: The object name 'a.b.c.d' contains more than the maximum number of prefixes. The maximum is 2.
CREATE TABLE dbo.t ()
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near ')'.
CREATE TABLE dbo.t (a int, b int, PRIMARY KEY (a), CONSTRAINT x FOREIGN KEY (b) REFERENCES dbo.t (b))
GO
--> Msg 1776, Level 16, State 0, Line 1: There are no primary or candidate keys in the referenced table 'dbo.t' that match the referencing column list in the foreign key 'x'.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.

-- Defaults.
ALTER TABLE dbo.child ADD CONSTRAINT df_n DEFAULT 1 FOR n
GO
ALTER TABLE dbo.child ADD CONSTRAINT df_n2 DEFAULT 2 FOR n
GO
--> Msg 1781, Level 16, State 1, Line 1: Column already has a DEFAULT bound to it.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT df_x DEFAULT 2 FOR nothing
GO
--> Msg 1752, Level 16, State 0, Line 1: Column 'nothing' in table 'child' is invalid for creating a default constraint.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT df_x DEFAULT 2 FOR stamp
GO
--> Msg 1755, Level 16, State 0, Line 1: Defaults cannot be created on columns of data type timestamp. Table 'child', column 'stamp'.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT df_x DEFAULT 2 FOR twice
GO
--> Msg 1752, Level 16, State 0, Line 1: Column 'twice' in table 'child' is invalid for creating a default constraint.
--> Msg 1750, Level 16, State 0, Line 1: Could not create constraint or index. See previous errors.
ALTER TABLE dbo.child ADD CONSTRAINT df_n DEFAULT 2 FOR code
GO
--> Msg 2714, Level 16, State 5, Line 1: There is already an object named 'df_n' in the database.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.

-- Existing rows.
INSERT dbo.child (id, parent_id, n) VALUES (1, 7, 1), (1, NULL, NULL)
GO
--> (2 rows)
ALTER TABLE dbo.child ADD CONSTRAINT uq_id UNIQUE (id)
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.child' and the index name 'uq_id'. The duplicate key value is (1).
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
--> info 3621: The statement has been terminated.
CREATE UNIQUE INDEX ux_id ON dbo.child (id)
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.child' and the index name 'ux_id'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
ALTER TABLE dbo.child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES dbo.parent (id)
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint "fk". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
ALTER TABLE dbo.child ADD CONSTRAINT ck CHECK (n > 5)
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "ck". The conflict occurred in database "golden", table "dbo.child", column 'n'.
ALTER TABLE dbo.child WITH NOCHECK ADD CONSTRAINT ck CHECK (n > 5)
GO
ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT ck
GO
--> Msg 547, Level 16, State 0, Line 1: The ALTER TABLE statement conflicted with the CHECK constraint "ck". The conflict occurred in database "golden", table "dbo.child", column 'n'.
ALTER TABLE dbo.child NOCHECK CONSTRAINT nothing
GO
--> Msg 4917, Level 16, State 0, Line 1: Constraint 'nothing' does not exist.
--> Msg 4916, Level 16, State 0, Line 1: Could not enable or disable the constraint. See previous errors.
ALTER TABLE dbo.child NOCHECK CONSTRAINT df_n
GO
--> Msg 11415, Level 16, State 1, Line 1: Object 'df_n' cannot be disabled or enabled. This action applies only to foreign key and check constraints.
--> Msg 4916, Level 16, State 0, Line 1: Could not enable or disable the constraint. See previous errors.

-- Dropping.
ALTER TABLE dbo.child DROP CONSTRAINT nothing
GO
--> Msg 3728, Level 16, State 1, Line 3: 'nothing' is not a constraint.
--> Msg 3727, Level 16, State 0, Line 3: Could not drop constraint. See previous errors.
ALTER TABLE dbo.child DROP CONSTRAINT pk_parent
GO
--> Msg 3733, Level 16, State 2, Line 1: Constraint 'pk_parent' does not belong to table 'child'.
--> Msg 3727, Level 16, State 0, Line 1: Could not drop constraint. See previous errors.
ALTER TABLE dbo.parent DROP CONSTRAINT pk_parent
GO
--> Msg 3725, Level 16, State 0, Line 1: The constraint 'pk_parent' is being referenced by table 'left_one', foreign key constraint 'FK__left_one__p__2A4B4B5E'.
--> Msg 3727, Level 16, State 0, Line 1: Could not drop constraint. See previous errors.
DROP TABLE dbo.parent
GO
--> Msg 3726, Level 16, State 1, Line 1: Could not drop object 'dbo.parent' because it is referenced by a FOREIGN KEY constraint.
DROP TABLE dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the table 'dbo.missing', because it does not exist or you do not have permission.
DROP TABLE IF EXISTS dbo.missing
GO
DROP VIEW dbo.parent
GO
--> Msg 3705, Level 16, State 1, Line 1: Cannot use DROP VIEW with 'dbo.parent' because 'dbo.parent' is a table. Use DROP TABLE.
DROP TABLE dbo.a_view
GO
--> Msg 3705, Level 16, State 1, Line 1: Cannot use DROP TABLE with 'dbo.a_view' because 'dbo.a_view' is a view. Use DROP VIEW.
DROP PROCEDURE dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the procedure 'dbo.missing', because it does not exist or you do not have permission.
DROP FUNCTION dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the function 'dbo.missing', because it does not exist or you do not have permission.
DROP TRIGGER dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the trigger 'dbo.missing', because it does not exist or you do not have permission.
DROP TYPE dbo.missing
GO
--> Msg 218, Level 16, State 1, Line 1: Could not find the type 'dbo.missing'. Either it does not exist or you do not have the necessary permission.
DROP SEQUENCE dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the sequence object 'dbo.missing', because it does not exist or you do not have permission.
DROP SYNONYM dbo.missing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the synonym 'dbo.missing', because it does not exist or you do not have permission.
DROP SCHEMA missing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the schema 'missing', because it does not exist or you do not have permission.
DROP SCHEMA dbo
GO
--> Msg 15150, Level 16, State 1, Line 1: Cannot drop the schema 'dbo'.
DROP DATABASE missing
GO
--> Msg 3701, Level 11, State 1, Line 1: Cannot drop the database 'missing', because it does not exist or you do not have permission.
DROP DATABASE master
GO
--> Msg 3708, Level 16, State 1, Line 1: Cannot drop the database 'master' because it is a system database.
DROP INDEX nothing ON dbo.child
GO
--> Msg 3701, Level 11, State 7, Line 1: Cannot drop the index 'dbo.child.nothing', because it does not exist or you do not have permission.
DROP INDEX pk_parent ON dbo.parent
GO
--> Msg 3723, Level 16, State 4, Line 1: An explicit DROP INDEX is not allowed on index 'dbo.parent.pk_parent'. It is being used for PRIMARY KEY constraint enforcement.
DROP INDEX uq_code ON dbo.parent
GO
--> Msg 3723, Level 16, State 4, Line 1: An explicit DROP INDEX is not allowed on index 'dbo.parent.uq_code'. It is being used for UNIQUE KEY constraint enforcement.
DROP STATISTICS dbo.child.nothing
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the statistics 'dbo.child.nothing', because it does not exist or you do not have permission.
DROP TABLE sys.objects
GO
--> Msg 3701, Level 11, State 5, Line 1: Cannot drop the table 'sys.objects', because it does not exist or you do not have permission.
