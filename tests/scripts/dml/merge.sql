-- MERGE changes, adds and removes in one statement; OUTPUT says what became of each row.
CREATE TABLE t (id int NOT NULL PRIMARY KEY, v varchar(5) NOT NULL)
CREATE TABLE s (id int NOT NULL, v varchar(5) NOT NULL)
INSERT t VALUES (1, 'a'), (2, 'b'), (3, 'c')
INSERT s VALUES (2, 'B2'), (3, 'c'), (4, 'd')
GO
--> (3 rows)
--> (3 rows)
DECLARE @log TABLE (what nvarchar(10), old int, new int)
MERGE t USING s ON t.id = s.id
WHEN MATCHED AND t.v <> s.v THEN UPDATE SET v = s.v
WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.v)
WHEN NOT MATCHED BY SOURCE THEN DELETE
OUTPUT $action, deleted.id, inserted.id INTO @log;
SELECT @@ROWCOUNT AS n
SELECT what, old, new FROM @log ORDER BY COALESCE(new, old)
SELECT id, v FROM t ORDER BY id
GO
--> (3 rows)
--> n int!
--> 3
--> what nvarchar(10), old int, new int
--> 'DELETE' | 1 | NULL
--> 'UPDATE' | 2 | 2
--> 'INSERT' | NULL | 4
--> id int!, v varchar(5)!
--> 2 | 'B2'
--> 3 | 'c'
--> 4 | 'd'
-- A target row that two source rows match may not be changed twice.
INSERT s VALUES (2, 'again')
GO
--> (1 row)
MERGE t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET v = s.v;
GO
--> Msg 8672, Level 16, State 1, Line 1: The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the target table multiple times. Refine the ON clause to ensure a target row matches at most one source row, or use the GROUP BY clause to group the source rows.
-- The semicolon at the end is part of MERGE.
MERGE t USING s ON t.id = s.id WHEN MATCHED THEN DELETE
GO
--> Msg 10713, Level 15, State 1, Line 2: A MERGE statement must be terminated by a semi-colon (;).
-- TRUNCATE removes all rows and starts the identity again; a referenced table is refused.
CREATE TABLE p (id int IDENTITY(5, 5) PRIMARY KEY, x int NULL)
INSERT p (x) VALUES (1), (2)
TRUNCATE TABLE p
INSERT p (x) VALUES (3)
SELECT id, x FROM p
CREATE TABLE c (p int NULL REFERENCES p (id))
GO
--> (2 rows)
--> (1 row)
--> id int!, x int
--> 5 | 3
TRUNCATE TABLE p
GO
--> Msg 4712, Level 16, State 1, Line 1: Cannot truncate table 'p' because it is being referenced by a FOREIGN KEY constraint.
-- IDENTITY_INSERT allows a value of one's own, for one table at a time.
INSERT p (id, x) VALUES (100, 1)
GO
--> Msg 544, Level 16, State 1, Line 2: Cannot insert explicit value for identity column in table 'p' when IDENTITY_INSERT is set to OFF.
SET IDENTITY_INSERT p ON
INSERT p (id, x) VALUES (100, 1)
SET IDENTITY_INSERT p OFF
INSERT p (x) VALUES (2)
SELECT id, x FROM p ORDER BY id
SELECT SCOPE_IDENTITY() AS s, IDENT_CURRENT('p') AS c, IDENT_SEED('p') AS seed, IDENT_INCR('p') AS step
GO
--> (1 row)
--> (1 row)
--> id int!, x int
--> 5 | 3
--> 100 | 1
--> 105 | 2
--> s numeric(38,0), c numeric(38,0), seed numeric(38,0), step numeric(38,0)
--> 105 | 105 | 5 | 5
