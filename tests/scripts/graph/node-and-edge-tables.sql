-- AS NODE and AS EDGE put hidden columns before the declared ones; SELECT * shows identifiers as text. An edge table needs no columns of its own.
CREATE TABLE Person (id int PRIMARY KEY, name varchar(20)) AS NODE;
CREATE TABLE City (id int, name varchar(20)) AS NODE;
CREATE TABLE Likes (w int) AS EDGE;
CREATE TABLE LivesIn AS EDGE;
INSERT Person VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT City VALUES (10, 'x'), (20, 'y');
INSERT Likes SELECT p1.$node_id, p2.$node_id, p1.id * 10 + p2.id FROM Person p1, Person p2 WHERE p2.id = p1.id + 1 AND p1.id < 3;
INSERT Likes ($from_id, $to_id, w) VALUES ((SELECT $node_id FROM Person WHERE id = 3), (SELECT $node_id FROM Person WHERE id = 1), 99);
INSERT INTO LivesIn SELECT p.$node_id, c.$node_id FROM Person p, City c WHERE (p.id % 2 = 1 AND c.id = 10) OR (p.id % 2 = 0 AND c.id = 20);
SELECT * FROM Person;
SELECT * FROM Likes;
SELECT $node_id, id FROM Person WHERE id = 2;
SELECT p.$NODE_ID AS n FROM Person p WHERE p.id = 4;
GO
--> (4 rows)
--> (2 rows)
--> (2 rows)
--> (1 row)
--> (4 rows)
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000)!, id int!, name varchar(20)
--> '{"type":"node","schema":"dbo","table":"Person","id":0}' | 1 | 'a'
--> '{"type":"node","schema":"dbo","table":"Person","id":1}' | 2 | 'b'
--> '{"type":"node","schema":"dbo","table":"Person","id":2}' | 3 | 'c'
--> '{"type":"node","schema":"dbo","table":"Person","id":3}' | 4 | 'd'
--> $edge_id_C6EA6D135E481A754B6D97ED2D804855 nvarchar(1000)!, $from_id_8EDA35108E542323ABBDEA9997F1A75B nvarchar(1000), $to_id_91349ECE3F394EF4DFC60FEBEA585137 nvarchar(1000), w int
--> '{"type":"edge","schema":"dbo","table":"Likes","id":0}' | '{"type":"node","schema":"dbo","table":"Person","id":0}' | '{"type":"node","schema":"dbo","table":"Person","id":1}' | 12
--> '{"type":"edge","schema":"dbo","table":"Likes","id":1}' | '{"type":"node","schema":"dbo","table":"Person","id":1}' | '{"type":"node","schema":"dbo","table":"Person","id":2}' | 23
--> '{"type":"edge","schema":"dbo","table":"Likes","id":2}' | '{"type":"node","schema":"dbo","table":"Person","id":2}' | '{"type":"node","schema":"dbo","table":"Person","id":0}' | 99
--> $node_id_132BB94F21BC38D469BFA0D3CCFF75E3 nvarchar(1000), id int!
--> '{"type":"node","schema":"dbo","table":"Person","id":1}' | 2
--> n nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":3}'
-- The catalog: internal columns are hidden, pseudo columns are not called computed.
SELECT c.name, TYPE_NAME(c.user_type_id) AS type, c.graph_type AS g, c.graph_type_desc, c.is_hidden AS h, c.is_computed AS c, c.is_nullable AS n
FROM sys.columns c WHERE c.object_id = OBJECT_ID('Likes') ORDER BY column_id;
SELECT name, is_node, is_edge FROM sys.tables ORDER BY name;
SELECT COUNT(*) AS computed FROM sys.computed_columns;
SELECT LEFT(name, 19) AS name, index_id, type_desc, is_unique FROM sys.indexes WHERE object_id = OBJECT_ID('Person');
SELECT COLUMNPROPERTY(OBJECT_ID('Person'), (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('Person') AND graph_type = 2), 'IsComputed') AS c;
GO
--> name nvarchar(128), type nvarchar(128), g int, graph_type_desc nvarchar(60), h bit, c bit!, n bit
--> 'graph_id_BBB57F82C20A42A6144C06BCFB5D0200' | 'bigint' | 1 | 'GRAPH_ID' | 1 | 0 | 0
--> '$edge_id_C6EA6D135E481A754B6D97ED2D804855' | 'nvarchar' | 2 | 'GRAPH_ID_COMPUTED' | 0 | 0 | 0
--> 'from_obj_id_88D1113A3DE2B49DBF06D74FE64CAEF9' | 'int' | 4 | 'GRAPH_FROM_OBJ_ID' | 1 | 0 | 0
--> 'from_id_8887783BB3DC4CCB03FFD5FE841C5270' | 'bigint' | 3 | 'GRAPH_FROM_ID' | 1 | 0 | 0
--> '$from_id_8EDA35108E542323ABBDEA9997F1A75B' | 'nvarchar' | 5 | 'GRAPH_FROM_ID_COMPUTED' | 0 | 0 | 1
--> 'to_obj_id_BDC31C42FCA6F8EEA198EEF80BDD040A' | 'int' | 7 | 'GRAPH_TO_OBJ_ID' | 1 | 0 | 0
--> 'to_id_0C252C715118C1163EDC1EC23CFC2F78' | 'bigint' | 6 | 'GRAPH_TO_ID' | 1 | 0 | 0
--> '$to_id_91349ECE3F394EF4DFC60FEBEA585137' | 'nvarchar' | 8 | 'GRAPH_TO_ID_COMPUTED' | 0 | 0 | 1
--> 'w' | 'int' | NULL | NULL | 0 | 0 | 1
--> name nvarchar(128)!, is_node bit, is_edge bit
--> 'City' | 1 | 0
--> 'Likes' | 0 | 1
--> 'LivesIn' | 0 | 1
--> 'Person' | 1 | 0
--> computed int
--> 0
--> name nvarchar(19), index_id int!, type_desc nvarchar(60), is_unique bit
--> 'PK__Person__37386AE' | 1 | 'CLUSTERED' | 1
--> 'GRAPH_UNIQUE_INDEX_' | 2 | 'NONCLUSTERED' | 1
--> c int
--> 1
-- Pseudo columns compare as text, and with each other; through views, derived tables and common tables they keep their names.
SELECT id FROM Person WHERE $node_id = '{"type":"node","schema":"dbo","table":"Person","id":2}';
SELECT p.name, q.name FROM Likes l JOIN Person p ON p.$node_id = l.$from_id JOIN Person q ON q.$node_id = l.$to_id ORDER BY p.id;
WITH x AS (SELECT * FROM Likes) SELECT $to_id FROM x WHERE w = 12;
SELECT d.$edge_id FROM (SELECT $edge_id, w FROM Likes) AS d WHERE d.w = 23;
GO
--> id int!
--> 3
--> name varchar(20), name varchar(20)
--> 'a' | 'b'
--> 'b' | 'c'
--> 'c' | 'a'
--> $to_id_91349ECE3F394EF4DFC60FEBEA585137 nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":1}'
--> $edge_id_C6EA6D135E481A754B6D97ED2D804855 nvarchar(1000)
--> '{"type":"edge","schema":"dbo","table":"Likes","id":1}'
CREATE VIEW v AS SELECT * FROM Likes;
GO
SELECT $from_id FROM v WHERE w = 99;
GO
--> $from_id_8EDA35108E542323ABBDEA9997F1A75B nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":2}'
-- A renamed table's rows have other identifiers; those of a table that is gone are NULL.
EXEC sp_rename 'City', 'Town';
SELECT $to_id FROM LivesIn WHERE $from_id = (SELECT $node_id FROM Person WHERE id = 1);
DROP TABLE Town;
SELECT $to_id FROM LivesIn WHERE $from_id = (SELECT $node_id FROM Person WHERE id = 1);
CREATE TABLE [we"ird\t] (a int) AS NODE;
INSERT [we"ird\t] VALUES (1);
SELECT $node_id FROM [we"ird\t];
GO
--> info 15477: Caution: Changing any part of an object name could break scripts and stored procedures.
--> $to_id_A063DB61ED90C9A9D5A2E38B22D40DCE nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Town","id":0}'
--> $to_id_A063DB61ED90C9A9D5A2E38B22D40DCE nvarchar(1000)
--> NULL
--> (1 row)
--> $node_id_5AD188898F68631CD5B2B48585E52EF6 nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"we\"ird\\t","id":0}'
-- SELECT INTO copies the texts into a plain table.
SELECT * INTO copied FROM Likes;
SELECT is_node, is_edge FROM sys.tables WHERE name = 'copied';
SELECT COUNT(*) AS columns FROM sys.columns WHERE object_id = OBJECT_ID('copied') AND graph_type IS NULL;
SELECT $from_id FROM copied WHERE w = 12;
GO
--> (3 rows)
--> is_node bit, is_edge bit
--> 0 | 0
--> columns int
--> 4
--> $from_id_8EDA35108E542323ABBDEA9997F1A75B nvarchar(1000)
--> '{"type":"node","schema":"dbo","table":"Person","id":0}'
EXEC sp_columns 'LivesIn';
GO
--> TABLE_QUALIFIER nvarchar(128), TABLE_OWNER nvarchar(128), TABLE_NAME nvarchar(128), COLUMN_NAME nvarchar(128), DATA_TYPE smallint, TYPE_NAME nvarchar(128), PRECISION int, LENGTH int, SCALE smallint, RADIX smallint, NULLABLE smallint, REMARKS varchar(254), COLUMN_DEF nvarchar(4000), SQL_DATA_TYPE smallint, SQL_DATETIME_SUB smallint, CHAR_OCTET_LENGTH int, ORDINAL_POSITION int, IS_NULLABLE varchar(254), SS_DATA_TYPE tinyint
--> 'golden' | 'dbo' | 'LivesIn' | 'graph_id_ED70C359B20A4345E5A174C486A8A341' | -5 | 'bigint' | 19 | 8 | 0 | 10 | 0 | NULL | NULL | -5 | NULL | NULL | 1 | 'NO' | 63
--> 'golden' | 'dbo' | 'LivesIn' | '$edge_id_CF6486891AD9FD28E2C90DC081489F57' | -9 | 'nvarchar' | 1000 | 2000 | NULL | NULL | 0 | NULL | NULL | -9 | NULL | 2000 | 2 | 'NO' | 39
--> 'golden' | 'dbo' | 'LivesIn' | 'from_obj_id_F375ED3FE2D30D2F7C0518B9454E2F11' | 4 | 'int' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 3 | 'NO' | 56
--> 'golden' | 'dbo' | 'LivesIn' | 'from_id_B774A09B04A1C2DF100D9D8D78799470' | -5 | 'bigint' | 19 | 8 | 0 | 10 | 0 | NULL | NULL | -5 | NULL | NULL | 4 | 'NO' | 63
--> 'golden' | 'dbo' | 'LivesIn' | '$from_id_9EEF4E4F731368727DCF3A56ED8E56AA' | -9 | 'nvarchar' | 1000 | 2000 | NULL | NULL | 1 | NULL | NULL | -9 | NULL | 2000 | 5 | 'YES' | 39
--> 'golden' | 'dbo' | 'LivesIn' | 'to_obj_id_AC9851F32BCF6FACE22CCF3253BC395A' | 4 | 'int' | 10 | 4 | 0 | 10 | 0 | NULL | NULL | 4 | NULL | NULL | 6 | 'NO' | 56
--> 'golden' | 'dbo' | 'LivesIn' | 'to_id_B8551E704A302D2E8D6FCA09BAE1B8C8' | -5 | 'bigint' | 19 | 8 | 0 | 10 | 0 | NULL | NULL | -5 | NULL | NULL | 7 | 'NO' | 63
--> 'golden' | 'dbo' | 'LivesIn' | '$to_id_A063DB61ED90C9A9D5A2E38B22D40DCE' | -9 | 'nvarchar' | 1000 | 2000 | NULL | NULL | 1 | NULL | NULL | -9 | NULL | 2000 | 8 | 'YES' | 39
SELECT $node_id FROM Person, Person AS q;
GO
--> Msg 209, Level 16, State 1, Line 1: Ambiguous column name '$node_id'.
SELECT $node_id FROM Likes;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name '$node_id'.
SELECT [$node_id] FROM Person;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name '$node_id'.
SELECT $unknown FROM Person;
GO
--> Msg 126, Level 15, State 1, Line 1: Invalid pseudocolumn "$unknown".
DECLARE @name sysname = (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('Person') AND graph_type = 1);
EXEC ('SELECT ' + @name + ' FROM Person');
GO
--> Msg 13908, Level 16, State 1, Line 1: Cannot access internal graph column 'graph_id_2CD72E2EA9FBF28A7DB6ACC057419854'.
UPDATE Person SET $node_id = 'x';
GO
--> Msg 271, Level 16, State 1, Line 1: The column "$node_id_132BB94F21BC38D469BFA0D3CCFF75E3" cannot be modified because it is either a computed column or is the result of a UNION operator.
UPDATE Likes SET $from_id = 'x';
GO
--> Msg 271, Level 16, State 1, Line 1: The column "$from_id_8EDA35108E542323ABBDEA9997F1A75B" cannot be modified because it is either a computed column or is the result of a UNION operator.
DECLARE @name sysname = (SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('Likes') AND graph_type = 3);
EXEC ('UPDATE Likes SET ' + @name + ' = 7');
GO
--> Msg 13908, Level 16, State 3, Line 1: Cannot access internal graph column 'from_id_8887783BB3DC4CCB03FFD5FE841C5270'.
CREATE TABLE bare AS NODE;
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'NODE'.
CREATE TABLE #n (a int) AS NODE;
GO
--> Msg 13914, Level 16, State 1, Line 1: Cannot create a node or edge table as a temporary table.
DECLARE @t TABLE (a int) AS NODE;
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'AS'.
