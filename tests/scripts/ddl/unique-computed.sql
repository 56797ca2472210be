-- A unique key over a computed column that is not PERSISTED: many rows without a code, and every code once.
CREATE TABLE dbo.coded (id int PRIMARY KEY, code varchar(10) NULL, nullbuster AS (CASE WHEN code IS NULL THEN id ELSE 0 END), CONSTRAINT UQ_coded UNIQUE (code, nullbuster))
INSERT dbo.coded (id, code) VALUES (1, 'a'), (2, NULL), (3, NULL)
INSERT dbo.coded (id, code) VALUES (4, 'a')
UPDATE dbo.coded SET code = 'a' WHERE id = 2
SELECT * FROM dbo.coded
SELECT name, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.coded')
GO
--> (3 rows)
--> Msg 2627, Level 14, State 1, Line 4: Violation of UNIQUE KEY constraint 'UQ_coded'. Cannot insert duplicate key in object 'dbo.coded'. The duplicate key value is (a, 0).
--> info 3621: The statement has been terminated.
--> Msg 2627, Level 14, State 1, Line 5: Violation of UNIQUE KEY constraint 'UQ_coded'. Cannot insert duplicate key in object 'dbo.coded'. The duplicate key value is (a, 0).
--> info 3621: The statement has been terminated.
--> id int!, code varchar(10), nullbuster int!
--> 1 | 'a' | 0
--> 2 | NULL | 2
--> 3 | NULL | 3
--> name nvarchar(128), is_persisted bit!
--> 'nullbuster' | 0
MERGE dbo.coded USING (VALUES (2, 'zz'), (9, NULL)) s (id, code) ON coded.id = s.id
WHEN MATCHED THEN UPDATE SET code = s.code
WHEN NOT MATCHED THEN INSERT (id, code) VALUES (s.id, s.code)
OUTPUT $action, inserted.nullbuster, deleted.nullbuster;
DELETE dbo.coded WHERE nullbuster = 3
SELECT id, nullbuster FROM dbo.coded ORDER BY id
GO
--> $action nvarchar(10)!, nullbuster int!, nullbuster int
--> 'UPDATE' | 0 | 2
--> 'INSERT' | 9 | NULL
--> (1 row)
--> id int!, nullbuster int!
--> 1 | 0
--> 2 | 0
--> 9 | 9

-- Rows that exist are looked at, and changes are followed from then on.
CREATE TABLE dbo.summed (id int IDENTITY PRIMARY KEY, n nvarchar(50), c AS CHECKSUM(n), l AS LEN(n))
INSERT dbo.summed (n) VALUES (N'a'), (N'bb'), (N'a')
GO
--> (3 rows)
CREATE UNIQUE INDEX by_sum ON dbo.summed (l)
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.summed' and the index name 'by_sum'. The duplicate key value is (1).
--> info 3621: The statement has been terminated.
CREATE UNIQUE INDEX by_sum ON dbo.summed (l, id)
ALTER TABLE dbo.summed ADD CONSTRAINT UQ_summed UNIQUE (c, id)
ALTER TABLE dbo.summed ADD tens AS id * 10 UNIQUE
GO
UPDATE dbo.summed SET n = N'zzz' WHERE id = 1
INSERT dbo.summed (n) VALUES (N'q')
SELECT id, l, tens, CASE WHEN c = CHECKSUM(n) THEN 1 END AS same FROM dbo.summed ORDER BY tens DESC
SELECT id FROM dbo.summed WHERE l = 3
GO
--> (1 row)
--> (1 row)
--> id int!, l int, tens int, same int
--> 4 | 1 | 40 | 1
--> 3 | 1 | 30 | 1
--> 2 | 2 | 20 | 1
--> 1 | 3 | 10 | 1
--> id int!
--> 1

-- Without the keys the columns go on as before.
ALTER TABLE dbo.summed DROP CONSTRAINT UQ_summed
DROP INDEX by_sum ON dbo.summed
UPDATE dbo.summed SET n = N'four' WHERE id = 1
SELECT l, CASE WHEN c = CHECKSUM(n) THEN 1 END AS same FROM dbo.summed WHERE id = 1
GO
--> (1 row)
--> l int, same int
--> 4 | 1

-- A rollback takes the key away again.
BEGIN TRAN
CREATE UNIQUE INDEX by_length ON dbo.summed (l, id)
INSERT dbo.summed (n) VALUES (N'inside')
ROLLBACK
INSERT dbo.summed (n) VALUES (N'outside')
SELECT TOP (1) l FROM dbo.summed ORDER BY id DESC
GO
--> (1 row)
--> (1 row)
--> l int
--> 7

-- What is not always the same cannot be a key.
CREATE TABLE dbo.changing (a int, g AS NEWID(), CONSTRAINT UQ_changing UNIQUE (g))
GO
--> Msg 2729, Level 16, State 1, Line 3: Column 'g' in table 'dbo.changing' cannot be used in an index or statistics or as a partition key because it is non-deterministic.
--> Msg 1750, Level 16, State 1, Line 3: Could not create constraint or index. See previous errors.
CREATE TABLE dbo.changing (a int, d AS GETDATE(), f AS CAST(a AS float) * 2, p AS CAST(a AS float) * 2 PERSISTED)
GO
CREATE INDEX by_day ON dbo.changing (d)
CREATE INDEX by_float ON dbo.changing (f)
CREATE INDEX by_stored ON dbo.changing (p)
GO
--> Msg 2729, Level 16, State 1, Line 1: Column 'd' in table 'dbo.changing' cannot be used in an index or statistics or as a partition key because it is non-deterministic.
--> Msg 2799, Level 16, State 1, Line 2: Cannot create index or statistics 'by_float' on table 'dbo.changing' because the computed column 'f' is imprecise and not persisted. Consider removing column from index or statistics key or marking computed column persisted. 
