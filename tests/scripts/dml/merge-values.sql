-- Several rows of VALUES as a source: computed columns over them under a LEFT JOIN, and MERGE with NOT MATCHED BY SOURCE.
CREATE TABLE dbo.MergeValues (id int PRIMARY KEY, n int);
INSERT dbo.MergeValues VALUES (1, 10), (2, 20), (3, 30), (4, 40);
GO
--> (4 rows)
SELECT t.id, s.x, s.d, s.k FROM dbo.MergeValues t LEFT JOIN (SELECT x, x * 2 AS d, 'k' AS k FROM (VALUES (2), (3)) v(x)) s ON s.x = t.id ORDER BY t.id;
GO
--> id int!, x int, d int, k varchar(1)
--> 1 | NULL | NULL | NULL
--> 2 | 2 | 4 | 'k'
--> 3 | 3 | 6 | 'k'
--> 4 | NULL | NULL | NULL
SELECT s.x, s.d, t.n FROM dbo.MergeValues t RIGHT JOIN (SELECT x, x + 1 AS d FROM (VALUES (3), (4), (5)) v(x)) s ON s.x = t.id ORDER BY s.x;
GO
--> x int!, d int, n int
--> 3 | 4 | 30
--> 4 | 5 | 40
--> 5 | 6 | NULL
MERGE dbo.MergeValues AS t
USING (VALUES (2, 200), (3, 300), (5, 500)) AS s(id, n) ON s.id = t.id
WHEN MATCHED THEN UPDATE SET n = s.n
WHEN NOT MATCHED BY TARGET THEN INSERT (id, n) VALUES (s.id, s.n)
WHEN NOT MATCHED BY SOURCE THEN DELETE;
SELECT id, n FROM dbo.MergeValues ORDER BY id;
GO
--> (5 rows)
--> id int!, n int
--> 2 | 200
--> 3 | 300
--> 5 | 500
-- A row met twice is still refused.
MERGE dbo.MergeValues AS t
USING (VALUES (2, 1), (2, 2)) AS s(id, n) ON s.id = t.id
WHEN MATCHED THEN UPDATE SET n = s.n
WHEN NOT MATCHED BY SOURCE THEN DELETE;
GO
--> Msg 8672, Level 16, State 1, Line 2: The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the target table multiple times. Refine the ON clause to ensure a target row matches at most one source row, or use the GROUP BY clause to group the source rows.
DROP TABLE dbo.MergeValues;
GO
