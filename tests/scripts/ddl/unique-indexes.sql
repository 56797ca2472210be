-- Unique indexes with a filter over dates, numbers and bytes hold for the rows of the filter alone.
CREATE TABLE dbo.Booking (id int NOT NULL PRIMARY KEY, room int NOT NULL, day date NOT NULL, at datetime2(3) NULL, price decimal(9, 2) NULL, rate float NULL, tag binary(2) NULL, cost money NULL);
CREATE UNIQUE INDEX ux_day ON dbo.Booking (room) WHERE day >= '20260101' AND day < '2027-01-01';
CREATE UNIQUE INDEX ux_at ON dbo.Booking (room) WHERE at > '2026-05-01T12:00:00' AND price >= 10.5;
CREATE UNIQUE INDEX ux_tag ON dbo.Booking (room) WHERE tag = 0x0102 AND rate < 1e1 AND cost <> $3.50;
CREATE UNIQUE INDEX ux_cast ON dbo.Booking (price) WHERE day = CONVERT(date, '20280101');
SELECT name, filter_definition FROM sys.indexes WHERE has_filter = 1 ORDER BY index_id;
INSERT dbo.Booking (id, room, day) VALUES (1, 7, '20251231'), (2, 7, '20251230'), (3, 7, '20260101'), (4, 7, '20270101');
INSERT dbo.Booking (id, room, day, price) VALUES (5, 8, '20280101', 1), (6, 9, '20280102', 1);
GO
--> name nvarchar(128), filter_definition nvarchar(max)
--> 'ux_day' | '([day]>=''20260101'' AND [day]<''2027-01-01'')'
--> 'ux_at' | '([at]>''2026-05-01T12:00:00'' AND [price]>=(10.5))'
--> 'ux_tag' | '([tag]=0x0102 AND [rate]<1e1 AND [cost]<>($3.5000))'
--> 'ux_cast' | '([day]=CONVERT([date],''20280101''))'
--> (4 rows)
--> (2 rows)
INSERT dbo.Booking (id, room, day) VALUES (10, 7, '20261231');
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.Booking' with unique index 'ux_day'. The duplicate key value is (7).
--> info 3621: The statement has been terminated.
UPDATE dbo.Booking SET day = '20260606' WHERE id = 1;
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.Booking' with unique index 'ux_day'. The duplicate key value is (7).
--> info 3621: The statement has been terminated.
UPDATE dbo.Booking SET at = '20260501 12:00', price = 10.49 WHERE id IN (1, 2);
UPDATE dbo.Booking SET at = '20260501 12:01', price = 10.50 WHERE id = 1;
UPDATE dbo.Booking SET at = '20260501 12:01', price = 10.50 WHERE id = 2;
GO
--> (2 rows)
--> (1 row)
--> Msg 2601, Level 14, State 1, Line 3: Cannot insert duplicate key row in object 'dbo.Booking' with unique index 'ux_at'. The duplicate key value is (7).
--> info 3621: The statement has been terminated.
UPDATE dbo.Booking SET tag = 0x0102, rate = 9.9, cost = 1 WHERE id = 1;
UPDATE dbo.Booking SET tag = 0x0102, rate = 10, cost = 1 WHERE id = 2;
UPDATE dbo.Booking SET tag = 0x0102, rate = 9, cost = 3.5 WHERE id = 3;
UPDATE dbo.Booking SET cost = 3.51 WHERE id = 3;
GO
--> (1 row)
--> (1 row)
--> (1 row)
--> Msg 2601, Level 14, State 1, Line 4: Cannot insert duplicate key row in object 'dbo.Booking' with unique index 'ux_tag'. The duplicate key value is (7).
--> info 3621: The statement has been terminated.
INSERT dbo.Booking (id, room, day, price) VALUES (11, 8, '20280101', 1);
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.Booking' with unique index 'ux_cast'. The duplicate key value is (1.00).
--> info 3621: The statement has been terminated.
CREATE UNIQUE INDEX ux_dup ON dbo.Booking (id) WHERE day > '20260101' WITH (IGNORE_DUP_KEY = ON);
GO
--> Msg 10618, Level 16, State 1, Line 1: Cannot create filtered index 'ux_dup' on table 'Booking' because the statement sets the IGNORE_DUP_KEY option to ON. Rewrite the statement so that it does not use the IGNORE_DUP_KEY option.
ALTER INDEX ux_day ON dbo.Booking SET (IGNORE_DUP_KEY = ON);
GO
--> Msg 10618, Level 16, State 1, Line 1: Cannot alter filtered index 'ux_day' on table 'Booking' because the statement sets the IGNORE_DUP_KEY option to ON. Rewrite the statement so that it does not use the IGNORE_DUP_KEY option.
-- A computed column that is not PERSISTED may be unique.
CREATE TABLE dbo.Person (id int NOT NULL PRIMARY KEY, first varchar(10) NULL, last varchar(10) NOT NULL, full_name AS (CONCAT(first, ' ', last)) UNIQUE, initial AS (LEFT(last, 1)));
INSERT dbo.Person (id, first, last) VALUES (1, 'Ann', 'Bee'), (2, 'Ann', 'Cee');
SELECT name, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.Person') ORDER BY column_id;
GO
--> (2 rows)
--> name nvarchar(128), is_persisted bit!
--> 'full_name' | 0
--> 'initial' | 0
UPDATE dbo.Person SET last = 'bee' WHERE id = 2;
GO
--> Msg 2627, Level 14, State 1, Line 1: Violation of UNIQUE KEY constraint 'UQ__Person__65975472267ABA7A'. Cannot insert duplicate key in object 'dbo.Person'. The duplicate key value is (Ann bee).
--> info 3621: The statement has been terminated.
CREATE UNIQUE INDEX ux_initial ON dbo.Person (initial) INCLUDE (first);
INSERT dbo.Person (id, first, last) VALUES (3, 'Bob', 'Bee');
GO
--> Msg 2601, Level 14, State 1, Line 2: Cannot insert duplicate key row in object 'dbo.Person' with unique index 'ux_initial'. The duplicate key value is (B).
--> info 3621: The statement has been terminated.
SELECT id, full_name, initial FROM dbo.Person WHERE initial = 'c';
SELECT name, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.Person') ORDER BY column_id;
DROP INDEX ux_initial ON dbo.Person;
INSERT dbo.Person (id, first, last) VALUES (3, 'Bob', 'Bee');
SELECT COUNT(*) AS n FROM dbo.Person WHERE initial = 'B';
GO
--> id int!, full_name varchar(21)!, initial varchar(1)!
--> 2 | 'Ann Cee' | 'C'
--> name nvarchar(128), is_persisted bit!
--> 'full_name' | 0
--> 'initial' | 0
--> (1 row)
--> n int
--> 2
CREATE UNIQUE INDEX ux_initial ON dbo.Person (initial);
GO
--> Msg 1505, Level 16, State 1, Line 1: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.Person' and the index name 'ux_initial'. The duplicate key value is (B).
--> info 3621: The statement has been terminated.
ALTER TABLE dbo.Person ADD years AS (id * 2) CONSTRAINT UQ_years UNIQUE, months AS (id % 2);
ALTER TABLE dbo.Person ADD CONSTRAINT UQ_months UNIQUE (months);
GO
--> Msg 1505, Level 16, State 1, Line 2: The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.Person' and the index name 'UQ_months'. The duplicate key value is (1).
--> Msg 1750, Level 16, State 1, Line 2: Could not create constraint or index. See previous errors.
--> info 3621: The statement has been terminated.
ALTER TABLE dbo.Person ALTER COLUMN full_name ADD PERSISTED;
SELECT name, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.Person') AND name = 'full_name';
ALTER TABLE dbo.Person ALTER COLUMN full_name DROP PERSISTED;
SELECT name, is_persisted FROM sys.computed_columns WHERE object_id = OBJECT_ID('dbo.Person') AND name = 'full_name';
INSERT dbo.Person (id, first, last) VALUES (4, 'Bob', 'Bee');
GO
--> name nvarchar(128), is_persisted bit!
--> 'full_name' | 1
--> name nvarchar(128), is_persisted bit!
--> 'full_name' | 0
--> Msg 2627, Level 14, State 1, Line 5: Violation of UNIQUE KEY constraint 'UQ__Person__65975472267ABA7A'. Cannot insert duplicate key in object 'dbo.Person'. The duplicate key value is (Bob Bee).
--> info 3621: The statement has been terminated.
ALTER TABLE dbo.Person ADD moment AS (GETDATE());
CREATE UNIQUE INDEX ux_moment ON dbo.Person (moment);
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'UNIQUE over the non-deterministic computed column moment' is not supported in this version of Sprocket.
-- The key of a table keeps its type.
ALTER TABLE dbo.Person ALTER COLUMN id bigint NOT NULL;
GO
--> Msg 5074, Level 16, State 1, Line 2: The object 'PK__Person__37386AE025869641' is dependent on column 'id'.
--> Msg 5074, Level 16, State 1, Line 2: The column 'years' is dependent on column 'id'.
--> Msg 5074, Level 16, State 1, Line 2: The column 'months' is dependent on column 'id'.
--> Msg 4922, Level 16, State 9, Line 2: ALTER TABLE ALTER COLUMN id failed because one or more objects access this column.
