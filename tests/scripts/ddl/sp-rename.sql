-- sp_rename of every kind of object, and what depends on the renamed.
CREATE TABLE parent (id int NOT NULL CONSTRAINT pk_parent PRIMARY KEY, code varchar(10) NOT NULL CONSTRAINT uq_parent UNIQUE);
CREATE TABLE child (id int IDENTITY NOT NULL, parent_id int NOT NULL CONSTRAINT fk_child REFERENCES parent (id), amount int NOT NULL CONSTRAINT df_amount DEFAULT 5,
  CONSTRAINT ck_amount CHECK (amount > 0));
CREATE SEQUENCE counter AS int START WITH 1;
CREATE SYNONYM other FOR parent;
INSERT parent VALUES (1, 'a');
GO
--> (1 row)
CREATE VIEW listed AS SELECT id, code FROM parent;
GO
CREATE PROCEDURE said AS SELECT 1 AS said;
GO
CREATE FUNCTION doubled(@n int) RETURNS int AS BEGIN RETURN @n * 2; END
GO
CREATE TRIGGER announced ON child AFTER INSERT AS PRINT 'announced';
GO
-- Each keeps its id and works under its new name.
EXEC sp_rename 'child', 'kid';
EXEC sp_rename 'fk_child', 'fk_kid';
EXEC sp_rename 'dbo.df_amount', 'df_kid', 'OBJECT';
EXEC sp_rename 'ck_amount', 'ck_kid';
EXEC sp_rename 'uq_parent', 'uq_code', 'OBJECT';
EXEC sp_rename 'counter', 'ticket';
EXEC sp_rename 'other', 'alias';
EXEC sp_rename 'listed', 'shown';
EXEC sp_rename 'said', 'told';
EXEC sp_rename 'doubled', 'twice';
EXEC sp_rename 'announced', 'heard';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
INSERT kid (parent_id) VALUES (1);
INSERT kid (parent_id) VALUES (2);
INSERT kid (parent_id, amount) VALUES (1, 0);
INSERT parent VALUES (2, 'a');
SELECT NEXT VALUE FOR ticket AS n;
SELECT id FROM alias;
SELECT * FROM shown;
EXEC told;
SELECT dbo.twice(4) AS n;
SELECT name, type FROM sys.objects WHERE is_ms_shipped = 0 AND name NOT LIKE 'pk%' ORDER BY name;
GO
--> print: announced
--> (1 row)
--> Msg 547, Level 16, State 0, Line 2: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_kid". The conflict occurred in database "golden", table "dbo.parent", column 'id'.
--> info 3621: The statement has been terminated.
--> Msg 547, Level 16, State 0, Line 3: The INSERT statement conflicted with the CHECK constraint "ck_kid". The conflict occurred in database "golden", table "dbo.kid", column 'amount'.
--> info 3621: The statement has been terminated.
--> Msg 2627, Level 14, State 1, Line 4: Violation of UNIQUE KEY constraint 'uq_code'. Cannot insert duplicate key in object 'dbo.parent'. The duplicate key value is (a).
--> info 3621: The statement has been terminated.
--> n int!
--> 1
--> id int!
--> 1
--> id int!, code varchar(10)!
--> 1 | 'a'
--> said int!
--> 1
--> n int
--> 8
--> name nvarchar(128)!, type char(2)
--> 'alias' | 'SN'
--> 'ck_kid' | 'C '
--> 'df_kid' | 'D '
--> 'fk_kid' | 'F '
--> 'heard' | 'TR'
--> 'kid' | 'U '
--> 'parent' | 'U '
--> 'shown' | 'V '
--> 'ticket' | 'SO'
--> 'told' | 'P '
--> 'twice' | 'FN'
--> 'uq_code' | 'UQ'
SELECT * FROM listed;
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'listed'.
EXEC said;
GO
--> Msg 2812, Level 16, State 62, Line 1: Could not find stored procedure 'said'.
-- The text of a module says the old name still.
SELECT OBJECT_NAME(object_id) AS name, definition FROM sys.sql_modules WHERE object_id IN (OBJECT_ID('told'), OBJECT_ID('shown')) ORDER BY 1;
GO
--> name nvarchar(128), definition nvarchar(max)
--> 'shown' | 'CREATE VIEW listed AS SELECT id, code FROM parent;'
--> 'told' | 'CREATE PROCEDURE said AS SELECT 1 AS said;'
-- Columns: indexes, keys and foreign keys follow; texts do not.
CREATE INDEX ix_amount ON kid (amount) INCLUDE (parent_id);
EXEC sp_rename 'parent.id', 'parent_key', 'COLUMN';
EXEC sp_rename 'kid.parent_id', 'parent_key', 'COLUMN';
EXEC sp_rename 'kid.id', 'kid_key', 'COLUMN';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
INSERT kid (parent_key) VALUES (9);
SELECT kid_key, parent_key, amount FROM kid;
SELECT COL_NAME(fkc.parent_object_id, fkc.parent_column_id) AS child_column, COL_NAME(fkc.referenced_object_id, fkc.referenced_column_id) AS parent_column
FROM sys.foreign_key_columns fkc;
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_kid". The conflict occurred in database "golden", table "dbo.parent", column 'parent_key'.
--> info 3621: The statement has been terminated.
--> kid_key int!, parent_key int!, amount int!
--> 1 | 1 | 5
--> child_column nvarchar(128), parent_column nvarchar(128)
--> 'parent_key' | 'parent_key'
SELECT * FROM shown;
GO
--> Msg 207, Level 16, State 1, Procedure shown, Line 1: Invalid column name 'id'.
--> Msg 4413, Level 16, State 1, Line 1: Could not use view or function 'shown' because of binding errors.
-- Columns that a check, a computed column or a filter mentions stay.
EXEC sp_rename 'kid.amount', 'sum', 'COLUMN';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'kid.amount' cannot be renamed because the object participates in enforced dependencies.
CREATE TABLE reckoned (a int, b AS a + 1, c int, d int);
CREATE INDEX ix_filtered ON reckoned (d) WHERE c > 0;
GO
EXEC sp_rename 'reckoned.a', 'x', 'COLUMN';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'reckoned.a' cannot be renamed because the object participates in enforced dependencies.
EXEC sp_rename 'reckoned.b', 'computed', 'COLUMN';
EXEC sp_rename 'reckoned.d', 'y', 'COLUMN';
SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('reckoned') ORDER BY column_id;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> name nvarchar(128)
--> 'a'
--> 'computed'
--> 'c'
--> 'y'
EXEC sp_rename 'reckoned.c', 'x', 'COLUMN';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'reckoned.c' cannot be renamed because the object participates in enforced dependencies.
EXEC sp_rename 'reckoned.ix_filtered', 'ix_some', 'INDEX';
CREATE STATISTICS st ON reckoned (c);
EXEC sp_rename 'reckoned.st', 'st_c', 'STATISTICS';
SELECT name FROM sys.indexes WHERE object_id = OBJECT_ID('reckoned') AND name IS NOT NULL;
SELECT name FROM sys.stats WHERE object_id = OBJECT_ID('reckoned') AND user_created = 1;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> name nvarchar(128)
--> 'ix_some'
--> name nvarchar(128)
--> 'st_c'
-- What a schema-bound module mentions is held.
CREATE TABLE held (id int NOT NULL, n int);
GO
CREATE VIEW bound WITH SCHEMABINDING AS SELECT id, n FROM dbo.held;
GO
EXEC sp_rename 'held', 'free';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'held' cannot be renamed because the object participates in enforced dependencies.
EXEC sp_rename 'held.n', 'm', 'COLUMN';
GO
--> Msg 15336, Level 16, State 1, Procedure sp_rename, Line 1: Object 'held.n' cannot be renamed because the object participates in enforced dependencies.
EXEC sp_rename 'bound', 'still_bound';
SELECT id, n FROM still_bound;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> id int!, n int
-- A table with history.
CREATE TABLE versioned (id int NOT NULL PRIMARY KEY, v int, f datetime2 GENERATED ALWAYS AS ROW START NOT NULL, t datetime2 GENERATED ALWAYS AS ROW END NOT NULL,
  PERIOD FOR SYSTEM_TIME (f, t)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.versioned_history));
INSERT versioned (id, v) VALUES (1, 1);
UPDATE versioned SET v = 2;
EXEC sp_rename 'versioned', 'dated';
EXEC sp_rename 'versioned_history', 'dated_history';
EXEC sp_rename 'dated.v', 'w', 'COLUMN';
UPDATE dated SET w = 3;
SELECT id, w FROM dated FOR SYSTEM_TIME ALL ORDER BY w;
SELECT * FROM (SELECT id, w FROM dated_history) AS h ORDER BY w;
GO
--> (1 row)
--> (1 row)
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> (1 row)
--> id int!, w int
--> 1 | 1
--> 1 | 2
--> 1 | 3
--> id int!, w int
--> 1 | 1
--> 1 | 2
-- Names that cannot be.
EXEC sp_rename 'kid', '';
GO
--> Msg 15223, Level 11, State 1, Procedure sp_rename, Line 1: Error: The input parameter 'newname' is not allowed to be null.
EXEC sp_rename 'kid', 'kid';
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
EXEC sp_rename 'kid', 'parent';
GO
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'parent' is already in use as a object name and would cause a duplicate that is not permitted.
EXEC sp_rename 'nowhere.column', 'x', 'COLUMN';
GO
--> Msg 15248, Level 11, State 1, Procedure sp_rename, Line 1: Either the parameter @objname is ambiguous or the claimed @objtype (COLUMN) is wrong.
EXEC sp_rename 'kid', 'x', 'NONSENSE';
GO
--> Msg 15249, Level 11, State 1, Procedure sp_rename, Line 1: Error: Explicit @itemtype 'NONSENSE' is unrecognized (0).
CREATE TABLE #t (id int);
EXEC sp_rename '#t', 'u';
GO
--> Msg 15225, Level 11, State 1, Procedure sp_rename, Line 1: No item by the name of '#t' could be found in the current database 'golden', given that @itemtype was input as '(null)'.
-- A return code.
DECLARE @done int;
EXEC @done = sp_rename 'kid', 'child';
SELECT @done AS done;
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> done int
--> 0
