-- .WRITE replaces a part of a (max) value: by offset and length, to the end, or behind the end.
CREATE TABLE note (id int PRIMARY KEY, body nvarchar(max), raw varbinary(max), short varchar(20));
INSERT note VALUES (1, N'hello world', 0x010203, 'x'), (2, NULL, NULL, NULL);
UPDATE note SET body.WRITE(N'there', 6, 5), raw.WRITE(0xFF, 1, 1) WHERE id = 1;
UPDATE note SET body.WRITE(N'!', NULL, NULL);
SELECT id, body, raw FROM note ORDER BY id;
UPDATE note SET body .WRITE(N' bye', 5, NULL) WHERE id = 1;
UPDATE note SET body.WRITE(NULL, 8, NULL) OUTPUT deleted.body AS before, inserted.body AS after WHERE id = 1;
GO
--> (2 rows)
--> (1 row)
--> (2 rows)
--> id int!, body nvarchar(max), raw varbinary(max)
--> 1 | 'hello there!' | 0x01FF03
--> 2 | '!' | NULL
--> (1 row)
--> before nvarchar(max), after nvarchar(max)
--> 'hello bye' | 'hello by'
UPDATE note SET body.WRITE(N'x', 99, 1) WHERE id = 1;
GO
--> Msg 7116, Level 16, State 1, Line 1: Offset 99 is not in the range of available LOB data.
--> info 3621: The statement has been terminated.
UPDATE note SET short.WRITE('x', 0, 1);
GO
--> Msg 258, Level 15, State 1, Line 1: Cannot call methods on varchar.

-- CHOOSE evaluates only what it chooses.
SELECT CHOOSE(2, 1 / 0, 5) AS five, CHOOSE(3, 'a', 'bc') AS nothing, CHOOSE(NULL, 1, 2) AS unknown, CHOOSE(2.9, 'a', 'bc') AS cut;
GO
--> five int!, nothing varchar(2), unknown int, cut varchar(2)!
--> 5 | NULL | NULL | 'bc'

-- TABLESAMPLE may return every row.
SELECT COUNT(*) AS n FROM note TABLESAMPLE SYSTEM (100 PERCENT);
GO
--> n int
--> 2
