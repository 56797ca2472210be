SET NOCOUNT ON
GO
CREATE TABLE o (id int NOT NULL, csv varchar(50) NULL, d xml NULL)
INSERT o VALUES (1, 'a,b,c', '<i q="1"/><i q="2"/>'), (2, 'd', NULL)
GO
-- A list taken apart, the way it was done before STRING_SPLIT; a correlated sum over nodes.
SELECT o.id, s.v FROM o CROSS APPLY (SELECT CAST('<x>' + REPLACE(o.csv, ',', '</x><x>') + '</x>' AS xml) AS x) a
  CROSS APPLY (SELECT n.c.value('.', 'varchar(10)') AS v FROM a.x.nodes('/x') n(c)) s ORDER BY 1, 2
SELECT id, (SELECT SUM(n.c.value('@q', 'int')) FROM o.d.nodes('/i') n(c)) AS q FROM o ORDER BY id
GO
--> id int!, v varchar(10)
--> 1 | 'a'
--> 1 | 'b'
--> 1 | 'c'
--> 2 | 'd'
--> id int!, q int
--> 1 | 3
--> 2 | NULL
-- In views, inline functions, scalar functions and procedures.
CREATE VIEW ov AS SELECT id, d.value('(/i/@q)[1]', 'int') AS q, d.query('/i') AS x FROM dbo.o
GO
CREATE FUNCTION otf (@n int) RETURNS TABLE AS RETURN SELECT o.id, n.c.value('@q', 'int') AS q FROM dbo.o CROSS APPLY o.d.nodes('/i[@q = sql:variable("@n")]') n(c)
GO
CREATE FUNCTION osf (@x xml) RETURNS int AS BEGIN RETURN @x.value('count(/i)', 'int') END
GO
CREATE PROCEDURE op @x xml, @q int AS
DECLARE @t TABLE (v int)
INSERT @t SELECT n.c.value('@q', 'int') FROM @x.nodes('/i') n(c) WHERE n.c.exist('.[@q >= sql:variable("@q")]') = 1
SELECT v FROM @t
IF @x.exist('/i[@q=2]') = 1 PRINT 'yes'
WHILE @x.exist('/i') = 1 SET @x.modify('delete /i[1]')
SELECT @x AS x
GO
SELECT * FROM ov WHERE q = 1
SELECT * FROM otf(2)
SELECT id, dbo.osf(d) AS n FROM o ORDER BY id
EXEC op '<i q="1"/><i q="2"/>', 2
GO
--> id int!, q int, x xml
--> 1 | 1 | '<i q="1"/><i q="2"/>'
--> id int!, q int
--> 1 | 2
--> id int!, n int
--> 1 | 2
--> 2 | NULL
--> v int
--> 2
--> print: yes
--> x xml
--> ''
-- MERGE from a document.
MERGE o AS t USING (SELECT n.c.value('@id', 'int') AS id, n.c.value('@csv', 'varchar(50)') AS csv
  FROM (SELECT CAST('<r id="2" csv="new"/><r id="3" csv="z"/>' AS xml) AS x) s CROSS APPLY s.x.nodes('/r') n(c)) s ON s.id = t.id
WHEN MATCHED THEN UPDATE SET csv = s.csv WHEN NOT MATCHED THEN INSERT (id, csv) VALUES (s.id, s.csv);
SELECT id, csv FROM o ORDER BY id
GO
--> id int!, csv varchar(50)
--> 1 | 'a,b,c'
--> 2 | 'new'
--> 3 | 'z'
-- Where a method may not stand.
SELECT COUNT(*) FROM o GROUP BY d.value('(/i/@q)[1]', 'int')
GO
--> Msg 4148, Level 16, State 1, Line 2: XML methods are not allowed in a GROUP BY clause.
CREATE TABLE cc (x xml, y AS x.value('(/a)[1]', 'int'))
GO
--> Msg 435, Level 16, State 1, Line 1: Xml data type methods are not supported in computed column definitions. Create a scalar user-defined function to wrap the method invocation. The error occurred at column "y", table "cc", in the CREATE TABLE statement.
ALTER TABLE o ADD y AS d.value('(/a)[1]', 'int')
GO
--> Msg 435, Level 16, State 1, Line 1: Xml data type methods are not supported in computed column definitions. Create a scalar user-defined function to wrap the method invocation. The error occurred at column "y", table "o", in the ALTER TABLE statement.
CREATE TABLE ck (x xml CHECK (x.exist('/a') = 1))
GO
--> Msg 423, Level 16, State 1, Line 1: Xml data type methods are not supported in check constraints. Create a scalar user-defined function to wrap the method invocation. The error occurred at table "ck".
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
-- A function around the method may.
CREATE TABLE ck (x xml CONSTRAINT some_items CHECK (dbo.osf(x) > 0), n AS dbo.osf(x))
INSERT ck VALUES ('<i/><i/>')
SELECT n FROM ck
GO
--> n int
--> 2
INSERT ck VALUES ('<a/>')
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the CHECK constraint "some_items". The conflict occurred in database "golden", table "dbo.ck", column 'x'.
--> info 3621: The statement has been terminated.
