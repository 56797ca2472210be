-- XML indexes change no result: they are kept in the catalog.
CREATE TABLE t (id int CONSTRAINT pk_t PRIMARY KEY, x xml, y xml, n int)
CREATE TABLE heap (x xml)
CREATE PRIMARY XML INDEX p ON t (x) WITH (PAD_INDEX = ON)
CREATE XML INDEX s1 ON t (x) USING XML INDEX p FOR PATH
CREATE XML INDEX s2 ON dbo.t (x) USING XML INDEX p FOR VALUE
CREATE XML INDEX [s 3] ON [t] ([x]) USING XML INDEX p FOR PROPERTY
CREATE SELECTIVE XML INDEX sx ON t (y) FOR (first = '/a/b' AS XQUERY 'xs:double' SINGLETON, second = '/a/c' AS SQL nvarchar(10))
CREATE XML INDEX sx2 ON t (y) USING XML INDEX sx FOR (first)
GO
SELECT name, index_id, type_desc, using_xml_index_id, secondary_type, secondary_type_desc, xml_index_type, xml_index_type_description FROM sys.xml_indexes
GO
--> name nvarchar(128), index_id int!, type_desc nvarchar(60), using_xml_index_id int, secondary_type char(1), secondary_type_desc nvarchar(60), xml_index_type tinyint, xml_index_type_description nvarchar(60)
--> 'p' | 256000 | 'XML' | NULL | NULL | NULL | 0 | 'PRIMARY_XML'
--> 's1' | 256001 | 'XML' | 256000 | 'P' | 'PATH' | 1 | 'SECONDARY_XML'
--> 's2' | 256002 | 'XML' | 256000 | 'V' | 'VALUE' | 1 | 'SECONDARY_XML'
--> 's 3' | 256003 | 'XML' | 256000 | 'R' | 'PROPERTY' | 1 | 'SECONDARY_XML'
--> 'sx' | 256004 | 'XML' | NULL | NULL | NULL | 2 | 'SELECTIVE_XML'
--> 'sx2' | 256005 | 'XML' | 256004 | NULL | NULL | 3 | 'SECONDARY_SELECTIVE_XML'
SELECT i.name, i.index_id, i.type, i.type_desc, COL_NAME(c.object_id, c.column_id) AS col FROM sys.indexes AS i JOIN sys.index_columns AS c ON c.object_id = i.object_id AND c.index_id = i.index_id WHERE i.object_id = OBJECT_ID('t') ORDER BY i.index_id
GO
--> name nvarchar(128), index_id int!, type tinyint!, type_desc nvarchar(60), col nvarchar(128)
--> 'pk_t' | 1 | 1 | 'CLUSTERED' | 'id'
--> 'p' | 256000 | 3 | 'XML' | 'x'
--> 's1' | 256001 | 3 | 'XML' | 'x'
--> 's2' | 256002 | 3 | 'XML' | 'x'
--> 's 3' | 256003 | 3 | 'XML' | 'x'
--> 'sx' | 256004 | 3 | 'XML' | 'y'
--> 'sx2' | 256005 | 3 | 'XML' | 'y'
INSERT t VALUES (1, '<a>5</a>', NULL, 1)
SELECT x.value('(/a)[1]', 'int') AS a FROM t WHERE x.exist('/a[. = 5]') = 1
GO
--> (1 row)
--> a int
--> 5
CREATE PRIMARY XML INDEX q ON t (x)
GO
--> Msg 6331, Level 16, State 1, Line 1: Primary XML Index 'p' already exists on column 'x' on table 't', and multiple Primary XML Indexes per column are not allowed.
CREATE PRIMARY XML INDEX p ON t (y)
GO
--> Msg 1913, Level 16, State 1, Line 1: The operation failed because an index or statistics with name 'p' already exists on table 'dbo.t'.
CREATE PRIMARY XML INDEX q ON t (n)
GO
--> Msg 6330, Level 16, State 1, Line 1: Column 'n' on table 't' is not of type XML, which is required to create an XML index on it.
CREATE PRIMARY XML INDEX q ON t (nope)
GO
--> Msg 1911, Level 16, State 1, Line 1: Column name 'nope' does not exist in the target table or view.
CREATE PRIMARY XML INDEX q ON nope (x)
GO
--> Msg 1088, Level 16, State 12, Line 1: Cannot find the object "nope" because it does not exist or you do not have permissions.
CREATE PRIMARY XML INDEX q ON heap (x)
GO
--> Msg 6332, Level 16, State 1, Line 1: Table 'heap' needs to have a clustered primary key with less than 16 columns in it in order to create a primary XML index on it.
CREATE XML INDEX q ON t (x)
GO
--> Msg 6343, Level 16, State 1, Line 1: Cannot create secondary xml index 'q' without a USING XML INDEX clause.
CREATE XML INDEX q ON t (x) USING XML INDEX nope FOR PATH
GO
--> Msg 6344, Level 16, State 1, Line 1: The primary xml index 'nope' does not exist on table 't' column 'x'.
CREATE XML INDEX q ON t (x) USING XML INDEX p FOR NOTHING
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near 'NOTHING'.
CREATE TABLE c (id int PRIMARY KEY, v AS CAST('<a/>' AS xml) PERSISTED)
GO
CREATE TABLE c (id int PRIMARY KEY, s nvarchar(10), v AS CAST(s AS xml))
GO
--> Msg 2714, Level 16, State 6, Line 1: There is already an object named 'c' in the database.
CREATE PRIMARY XML INDEX q ON c (v)
GO
--> Msg 6342, Level 16, State 1, Line 1: Cannot create primary xml or spatial index 'q' on table 'c', column 'v', because the column is computed.
ALTER TABLE t DROP COLUMN x
GO
--> Msg 5074, Level 16, State 1, Line 1: The index 'p' is dependent on column 'x'.
--> Msg 5074, Level 16, State 1, Line 1: The index 's1' is dependent on column 'x'.
--> Msg 5074, Level 16, State 1, Line 1: The index 's2' is dependent on column 'x'.
--> Msg 5074, Level 16, State 1, Line 1: The index 's 3' is dependent on column 'x'.
--> Msg 4922, Level 16, State 9, Line 1: ALTER TABLE DROP COLUMN x failed because one or more objects access this column.
ALTER INDEX p ON t REBUILD
ALTER INDEX ALL ON t REBUILD
GO
DROP INDEX s1 ON t
DROP INDEX p ON t
SELECT name FROM sys.xml_indexes
GO
--> name nvarchar(128)
--> 'sx'
--> 'sx2'
