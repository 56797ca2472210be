-- Fill factor, padding and lock switches of an index change nothing and are remembered.
CREATE TABLE t (
  a int CONSTRAINT pk PRIMARY KEY WITH (FILLFACTOR = 90, PAD_INDEX = ON),
  b int CONSTRAINT u UNIQUE WITH FILLFACTOR = 60,
  c int NOT NULL CONSTRAINT u2 UNIQUE NONCLUSTERED WITH FILLFACTOR = 65 ON [PRIMARY] DEFAULT 1,
  INDEX inner_ix (b, c) WITH (FILLFACTOR = 50)
)
CREATE INDEX ix ON t (b DESC) WITH (FILLFACTOR = 70, ALLOW_ROW_LOCKS = OFF, ALLOW_PAGE_LOCKS = OFF)
CREATE INDEX old ON t (c) WITH PAD_INDEX, FILLFACTOR = 75
CREATE INDEX plain ON t (c)
GO
ALTER TABLE t ADD CONSTRAINT u3 UNIQUE (b, c) WITH (FILLFACTOR = 40)
GO
SELECT name, fill_factor, is_padded, allow_row_locks, allow_page_locks FROM sys.indexes WHERE object_id = OBJECT_ID('t') ORDER BY name
GO
--> name nvarchar(128), fill_factor tinyint!, is_padded bit, allow_row_locks bit, allow_page_locks bit
--> 'inner_ix' | 50 | 0 | 1 | 1
--> 'ix' | 70 | 0 | 0 | 0
--> 'old' | 75 | 1 | 1 | 1
--> 'pk' | 90 | 1 | 1 | 1
--> 'plain' | 0 | 0 | 1 | 1
--> 'u' | 60 | 0 | 1 | 1
--> 'u2' | 65 | 0 | 1 | 1
--> 'u3' | 40 | 0 | 1 | 1
ALTER INDEX ix ON t REBUILD WITH (FILLFACTOR = 20)
ALTER INDEX ix ON t SET (ALLOW_PAGE_LOCKS = ON)
ALTER INDEX plain ON t REBUILD
SELECT name, fill_factor, allow_row_locks, allow_page_locks FROM sys.indexes WHERE object_id = OBJECT_ID('t') AND name IN ('ix', 'plain')
SELECT INDEXPROPERTY(OBJECT_ID('t'), 'ix', 'IndexFillFactor') AS f, INDEXPROPERTY(OBJECT_ID('t'), 'pk', 'IsPadIndex') AS p,
  INDEXPROPERTY(OBJECT_ID('t'), 'ix', 'IsRowLockDisallowed') AS r, INDEXPROPERTY(OBJECT_ID('t'), 'ix', 'IsPageLockDisallowed') AS g
GO
--> name nvarchar(128), fill_factor tinyint!, allow_row_locks bit, allow_page_locks bit
--> 'ix' | 20 | 0 | 1
--> 'plain' | 0 | 1 | 1
--> f int, p int, r int, g int
--> 20 | 1 | 1 | 0
ALTER INDEX ALL ON t SET (ALLOW_ROW_LOCKS = ON)
SELECT COUNT(*) AS n FROM sys.indexes WHERE object_id = OBJECT_ID('t') AND allow_row_locks = 0
GO
--> n int
--> 0

CREATE INDEX wrong ON t (b) WITH (FILLFACTOR = 101)
GO
--> Msg 129, Level 15, State 1, Line 2: Fillfactor 101 is not a valid percentage; fillfactor must be between 1 and 100.
ALTER TABLE t ADD CONSTRAINT u9 UNIQUE (c) WITH (FILLFACTOR = 0)
GO
--> Msg 129, Level 15, State 1, Line 1: Fillfactor 0 is not a valid percentage; fillfactor must be between 1 and 100.
