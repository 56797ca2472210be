-- Nodes and edges count from 0; an explicit identifier moves the counter, a rollback and TRUNCATE TABLE do not.
CREATE TABLE P (id int) AS NODE;
CREATE TABLE E (w int) AS EDGE;
INSERT P VALUES (1), (2);
INSERT P ($node_id, id) VALUES ('{"type":"node","schema":"dbo","table":"P","id":7}', 3);
INSERT P (id) VALUES (4);
DELETE P WHERE id = 4;
INSERT P (id) VALUES (5);
BEGIN TRAN; INSERT P (id) VALUES (6); ROLLBACK;
INSERT P (id) OUTPUT inserted.$node_id, inserted.id VALUES (7);
TRUNCATE TABLE P;
INSERT P (id) VALUES (8), (9);
SELECT GRAPH_ID_FROM_NODE_ID($node_id) AS graph_id, id FROM P ORDER BY id;
GO
--> (2 rows)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> (1 row)
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000), id int
--> '{"type":"node","schema":"dbo","table":"P","id":11}' | 7
--> (2 rows)
--> graph_id bigint, id int
--> 12 | 8
--> 13 | 9
-- The ends of an edge are written as JSON with the members in any order; the nodes need not exist.
INSERT E VALUES ('{"schema":"dbo","table":"P","id":1,"type":"node"}', '{ "TYPE" : "NODE", "schema" : "DBO", "table" : "p", "id" : 2 }', 1);
INSERT E ($to_id, $from_id) VALUES ('{"type":"node","schema":"dbo","table":"P","id":3,"id":77}', '{"type":"node","schema":"dbo","table":"P","id":-5}');
INSERT E DEFAULT VALUES;
GO
--> (1 row)
--> (1 row)
--> Msg 515, Level 16, State 2, Line 4: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
SELECT $from_id, $to_id, w FROM E;
GO
--> $from_id_3F35485675BAF1F67C15A6E3472D9BFF nvarchar(1000), $to_id_FDC67152F76F6E8BE695B09CAC9F2E4D nvarchar(1000), w int
--> '{"type":"node","schema":"dbo","table":"P","id":1}' | '{"type":"node","schema":"dbo","table":"P","id":2}' | 1
--> '{"type":"node","schema":"dbo","table":"P","id":-5}' | '{"type":"node","schema":"dbo","table":"P","id":77}' | NULL
INSERT E ($from_id, w) VALUES ((SELECT $node_id FROM P WHERE id = 8), 1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'to_obj_id_4E32865F0805CF03D3BA5388C692DD3A', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E (w) VALUES (1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E VALUES ('garbage', '{"type":"node","schema":"dbo","table":"P","id":1}', 1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E VALUES ('{"type":"node","schema":"dbo","table":"P","id":1.5}', '{"type":"node","schema":"dbo","table":"P","id":1}', 1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E VALUES ('{"type":"node","schema":"dbo","table":"P","id":"1"}', '{"type":"node","schema":"dbo","table":"P","id":1}', 1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E VALUES ('{"type":"node","schema":"dbo","table":"P","id":1,"x":1}', '{"type":"node","schema":"dbo","table":"P","id":1}', 1);
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT E SELECT $edge_id, $to_id, 1 FROM E;
GO
--> Msg 515, Level 16, State 2, Line 1: Cannot insert the value NULL into column 'from_obj_id_91E0503D42DDD5EE7E28F1E18934E553', table 'golden.dbo.E'; column does not allow nulls. INSERT fails.
--> info 3621: The statement has been terminated.
INSERT P ($node_id, id) SELECT $node_id, id FROM P WHERE id = 8;
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.P' with unique index 'GRAPH_UNIQUE_INDEX_2CD72E2EA9FBF28A7DB6ACC057419854'. The duplicate key value is (12).
--> info 3621: The statement has been terminated.
INSERT P ($node_id, id) VALUES ('garbage', 9);
GO
--> Msg 13921, Level 16, State 1, Line 1: JSON data for INSERT/UPDATE of graph pseudocolumn '$node_id' is malformed.
--> info 3621: The statement has been terminated.
INSERT P ($node_id, id) VALUES (NULL, 9);
GO
--> Msg 13921, Level 16, State 1, Line 1: JSON data for INSERT/UPDATE of graph pseudocolumn '$node_id' is malformed.
--> info 3621: The statement has been terminated.
INSERT E ($edge_id, $from_id, $to_id) SELECT $node_id, $node_id, $node_id FROM P;
GO
--> Msg 13921, Level 16, State 1, Line 1: JSON data for INSERT/UPDATE of graph pseudocolumn '$edge_id' is malformed.
--> info 3621: The statement has been terminated.
INSERT P VALUES (1, 2);
GO
--> Msg 213, Level 16, State 1, Line 1: Column name or number of supplied values does not match table definition.
DECLARE @name sysname = (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('P') AND graph_type = 1);
EXEC ('INSERT P (' + @name + ', id) VALUES (5, 9)');
GO
--> Msg 13908, Level 16, State 1, Line 1: Cannot access internal graph column 'graph_id_2CD72E2EA9FBF28A7DB6ACC057419854'.
-- MERGE, OUTPUT INTO, triggers and identity columns beside the identifiers.
CREATE TABLE Q (id int IDENTITY(100, 10) PRIMARY KEY, name varchar(10)) AS NODE;
INSERT Q VALUES ('one'), ('two');
SELECT SCOPE_IDENTITY() AS i;
MERGE E AS t USING (SELECT a.$node_id AS f, b.$node_id AS g FROM Q a, Q b WHERE a.id < b.id) AS s ON 1 = 0
WHEN NOT MATCHED THEN INSERT ($from_id, $to_id, w) VALUES (s.f, s.g, 8)
OUTPUT $action, inserted.$edge_id, inserted.$from_id, inserted.w;
MERGE E AS t USING (SELECT 8 AS w) AS s ON t.w = s.w WHEN MATCHED THEN UPDATE SET w = 9 WHEN NOT MATCHED BY SOURCE THEN DELETE
OUTPUT $action, deleted.$to_id, inserted.$to_id;
SELECT * FROM Q;
GO
--> (2 rows)
--> i numeric(38,0)
--> 110
--> $action nvarchar(10)!, $edge_id_FDE12BFB4B15C9366ED291747DB5963B nvarchar(1000), $from_id_3F35485675BAF1F67C15A6E3472D9BFF nvarchar(1000), w int
--> 'INSERT' | '{"type":"edge","schema":"dbo","table":"E","id":11}' | '{"type":"node","schema":"dbo","table":"Q","id":0}' | 8
--> $action nvarchar(10)!, $to_id_FDC67152F76F6E8BE695B09CAC9F2E4D nvarchar(1000), $to_id_FDC67152F76F6E8BE695B09CAC9F2E4D nvarchar(1000)
--> 'UPDATE' | '{"type":"node","schema":"dbo","table":"Q","id":1}' | '{"type":"node","schema":"dbo","table":"Q","id":1}'
--> 'DELETE' | '{"type":"node","schema":"dbo","table":"P","id":2}' | NULL
--> 'DELETE' | '{"type":"node","schema":"dbo","table":"P","id":77}' | NULL
--> $node_id_8559E8989E312C0B48B3781D9C42461E nvarchar(1000)!, id int!, name varchar(10)
--> '{"type":"node","schema":"dbo","table":"Q","id":0}' | 100 | 'one'
--> '{"type":"node","schema":"dbo","table":"Q","id":1}' | 110 | 'two'
CREATE TRIGGER trg ON E AFTER INSERT, DELETE AS SELECT $from_id AS f, $to_id AS t FROM inserted UNION ALL SELECT 'deleted', d.$to_id FROM deleted d;
GO
INSERT E SELECT $to_id, $from_id, 10 FROM E;
DELETE E WHERE w = 9;
GO
--> f nvarchar(1000), t nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Q","id":1}' | '{"type":"node","schema":"dbo","table":"Q","id":0}'
--> (1 row)
--> f nvarchar(1000), t nvarchar(1000)
--> 'deleted' | '{"type":"node","schema":"dbo","table":"Q","id":1}'
--> (1 row)
-- Values of the hidden columns are what a duplicate is told by.
CREATE UNIQUE INDEX ux ON E ($from_id, $to_id);
ALTER TABLE E ADD note varchar(10) NULL, CONSTRAINT uq UNIQUE ($edge_id);
DISABLE TRIGGER trg ON E;
GO
INSERT E SELECT $from_id, $to_id, 11, 'again' FROM E;
GO
--> Msg 2601, Level 14, State 1, Line 1: Cannot insert duplicate key row in object 'dbo.E' with unique index 'ux'. The duplicate key value is (613577224, 1, 613577224, 0).
--> info 3621: The statement has been terminated.
SELECT i.name, LEFT(c.name, CHARINDEX('id_', c.name) + 1) AS col, ic.key_ordinal
FROM sys.index_columns ic JOIN sys.indexes i ON i.object_id = ic.object_id AND i.index_id = ic.index_id
JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
WHERE i.object_id = OBJECT_ID('E') AND i.name NOT LIKE 'GRAPH%' ORDER BY i.name, ic.key_ordinal;
CREATE TABLE own (a int, INDEX ix UNIQUE ($node_id)) AS NODE;
SELECT name FROM sys.indexes WHERE object_id = OBJECT_ID('own');
CREATE INDEX ix ON P ($from_id);
GO
--> name nvarchar(128), col nvarchar(128), key_ordinal tinyint!
--> 'uq' | 'graph_id' | 1
--> 'ux' | 'from_obj_id' | 1
--> 'ux' | 'from_id' | 2
--> 'ux' | 'to_obj_id' | 3
--> 'ux' | 'to_id' | 4
--> name nvarchar(128)
--> NULL
--> 'ix'
--> Msg 1911, Level 16, State 1, Line 7: Column name '$from_id' does not exist in the target table or view.
