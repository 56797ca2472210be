-- A columnstore index changes no result: it is kept in the catalog and has no storage.
CREATE TABLE dbo.Sale (id int NOT NULL PRIMARY KEY, day date NOT NULL, amount money NULL, note xml NULL);
INSERT dbo.Sale (id, day, amount) VALUES (1, '20260101', 10), (2, '20260101', 20), (3, '20260102', 5);
CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON dbo.Sale (day, amount) WHERE amount > 0;
SELECT day, SUM(amount) AS total FROM dbo.Sale GROUP BY day ORDER BY day;
SELECT name, type, type_desc, is_unique, INDEXPROPERTY(object_id, name, 'IsColumnstore') AS property FROM sys.indexes WHERE object_id = OBJECT_ID('dbo.Sale') ORDER BY index_id;
SELECT COL_NAME(object_id, column_id) AS name, key_ordinal, is_included_column FROM sys.index_columns WHERE object_id = OBJECT_ID('dbo.Sale') AND index_id = 2 ORDER BY index_column_id;
GO
--> (3 rows)
--> day date!, total money
--> 2026-01-01 | 30.0000
--> 2026-01-02 | 5.0000
--> name nvarchar(128), type tinyint!, type_desc nvarchar(60), is_unique bit, property int
--> 'PK__Sale__37386AE0239E4DCF' | 1 | 'CLUSTERED' | 1 | 0
--> 'cs' | 6 | 'NONCLUSTERED COLUMNSTORE' | 0 | 1
--> name nvarchar(128), key_ordinal tinyint!, is_included_column bit
--> 'day' | 0 | 1
--> 'amount' | 0 | 1
-- One to a table, over types that it can hold.
CREATE COLUMNSTORE INDEX second ON dbo.Sale (amount);
GO
--> Msg 35339, Level 16, State 1, Line 2: Multiple columnstore indexes are not supported.
DROP INDEX cs ON dbo.Sale;
CREATE COLUMNSTORE INDEX second ON dbo.Sale (note);
GO
--> Msg 35343, Level 16, State 1, Line 2: The statement failed. Column 'note' has a data type that cannot participate in a columnstore index.
CREATE CLUSTERED COLUMNSTORE INDEX cci ON dbo.Sale;
GO
--> Msg 35372, Level 16, State 1, Line 1: You cannot create more than one clustered index on table 'Sale'. Consider creating a new clustered index using 'with (drop_existing = on)' option.
-- A clustered one holds every column, also those that come later.
CREATE TABLE dbo.Fact (day date NOT NULL, amount money NULL, INDEX cci CLUSTERED COLUMNSTORE);
ALTER TABLE dbo.Fact ADD shop int NULL;
INSERT dbo.Fact VALUES ('20260101', 1, 7), ('20260101', 1, 7);
DELETE TOP (1) FROM dbo.Fact;
ALTER INDEX cci ON dbo.Fact REBUILD;
SELECT i.index_id, i.type_desc, COUNT(*) AS columns FROM sys.indexes AS i JOIN sys.index_columns AS c ON c.object_id = i.object_id AND c.index_id = i.index_id
WHERE i.object_id = OBJECT_ID('dbo.Fact') GROUP BY i.index_id, i.type_desc;
ALTER TABLE dbo.Fact DROP COLUMN amount;
DROP INDEX cci ON dbo.Fact;
SELECT * FROM dbo.Fact;
GO
--> (2 rows)
--> (1 row)
--> index_id int!, type_desc nvarchar(60), columns int
--> 1 | 'CLUSTERED COLUMNSTORE' | 3
--> day date!, shop int
--> 2026-01-01 | 7
