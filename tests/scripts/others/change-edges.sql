-- What INSERT, UPDATE, DELETE and MERGE refuse, and the types of what OUTPUT shows.
CREATE TABLE t (id int NOT NULL PRIMARY KEY, v int NOT NULL, note varchar(5))
CREATE TABLE numbered (id int IDENTITY, a int)
INSERT t VALUES (1, 10, NULL), (2, 20, NULL), (3, 30, NULL)
GO
--> (3 rows)
-- The count of TOP stands in parentheses.
DELETE TOP 1 FROM t
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '1'.
UPDATE TOP (NULL) PERCENT t SET v = 1
GO
--> Msg 1014, Level 15, State 1, Line 1: A TOP or FETCH clause contains an invalid value.
INSERT t EXEC ('SELECT 1, 2') WITH RESULT SETS NONE
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'SETS'.
-- Columns of images keep their nullability; the table that is changed has no other name here.
UPDATE t SET v += 1 OUTPUT deleted.*, inserted.id WHERE id = 1
GO
--> id int!, v int!, note varchar(5), id int!
--> 1 | 10 | NULL | 1
UPDATE x SET v = 1 OUTPUT x.id FROM t AS x
GO
--> Msg 4104, Level 16, State 1, Line 1: The multi-part identifier "x.id" could not be bound.
-- OUTPUT INTO a table with an identity column.
CREATE TABLE #numbered (id int IDENTITY, a int)
INSERT t OUTPUT inserted.id INTO numbered VALUES (4, 40, NULL)
SELECT id, a FROM numbered
GO
--> (1 row)
--> id int!, a int
--> 1 | 4
INSERT t OUTPUT inserted.id, inserted.v INTO numbered VALUES (5, 50, NULL)
GO
--> Msg 8101, Level 16, State 1, Line 1: An explicit value for the identity column in table 'dbo.numbered' can only be specified when a column list is used and IDENTITY_INSERT is ON.
INSERT t OUTPUT inserted.id, inserted.v INTO #numbered VALUES (5, 50, NULL)
GO
--> Msg 8101, Level 16, State 1, Line 1: An explicit value for the identity column in table '#numbered' can only be specified when a column list is used and IDENTITY_INSERT is ON.
INSERT t OUTPUT inserted.id, inserted.v INTO numbered (id, a) VALUES (5, 50, NULL)
GO
--> Msg 544, Level 16, State 1, Line 1: Cannot insert explicit value for identity column in table 't' when IDENTITY_INSERT is set to OFF.
DECLARE @two TABLE (a int, b int)
INSERT t OUTPUT inserted.id INTO @two VALUES (5, 50, NULL)
GO
--> Msg 213, Level 16, State 1, Line 2: Column name or number of supplied values does not match table definition.
-- MERGE: deletions may meet a row twice, updates may not, and that rolls back.
MERGE t USING (VALUES (1), (1), (2)) AS s (id) ON t.id = s.id WHEN MATCHED THEN DELETE OUTPUT $action, deleted.id, s.id AS source;
GO
--> $action nvarchar(10)!, id int!, source int!
--> 'DELETE' | 1 | 1
--> 'DELETE' | 2 | 2
BEGIN TRAN
DELETE t WHERE id = 4
MERGE t USING (VALUES (3, 1), (3, 2)) AS s (id, v) ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = s.v;
PRINT 'not reached'
GO
--> (1 row)
--> Msg 8672, Level 16, State 1, Line 3: The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the target table multiple times. Refine the ON clause to ensure a target row matches at most one source row, or use the GROUP BY clause to group the source rows.
SELECT @@TRANCOUNT AS open_transactions, COUNT(*) AS n FROM t WHERE id = 4
GO
--> open_transactions int!, n int
--> 0 | 1
MERGE t USING (VALUES (3, 33), (7, 77)) AS s (id, v) ON t.id = s.id
WHEN MATCHED THEN UPDATE SET v = s.v WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v)
WHEN NOT MATCHED BY SOURCE THEN DELETE
OUTPUT $action, inserted.id, deleted.id, s.v;
GO
--> $action nvarchar(10)!, id int, id int, v int
--> 'UPDATE' | 3 | 3 | 33
--> 'INSERT' | 7 | NULL | 77
--> 'DELETE' | NULL | 4 | NULL
MERGE t USING (VALUES (1)) AS s (id) ON t.id = s.id WHEN MATCHED THEN INSERT VALUES (1, 1, NULL);
GO
--> Msg 10711, Level 15, State 1, Line 1: An action of type 'INSERT' is not allowed in the 'WHEN MATCHED' clause of a MERGE statement.
MERGE t WITH (NOLOCK) USING (VALUES (1)) AS s (id) ON t.id = s.id WHEN MATCHED THEN DELETE;
GO
--> Msg 1065, Level 15, State 1, Line 1: The NOLOCK and READUNCOMMITTED lock hints are not allowed for target tables of INSERT, UPDATE, DELETE or MERGE statements.
-- Keys of bytes are shown as bytes.
CREATE TABLE k (h binary(3) NOT NULL CONSTRAINT pk_k PRIMARY KEY)
INSERT k VALUES (0xABCDEF), (0xabcdef)
GO
--> Msg 2627, Level 14, State 1, Line 3: Violation of PRIMARY KEY constraint 'pk_k'. Cannot insert duplicate key in object 'dbo.k'. The duplicate key value is (0xabcdef).
--> info 3621: The statement has been terminated.
