SET NOCOUNT ON
GO
-- The flags say where a column without a path comes from: 1 an attribute, 2 a child element, 3 the one before the other.
DECLARE @h int, @rc int
EXEC @rc = sp_xml_preparedocument @h OUTPUT, N'<root><a id="1" nm="x"><b>bb</b><nm>elemnm</nm></a><a id="2"/></root>'
SELECT @rc AS rc, @h AS h
SELECT * FROM OPENXML (@h, '/root/a') WITH (id int, nm varchar(10), b varchar(10))
SELECT * FROM OPENXML (@h, '/root/a', 2) WITH (id int, nm varchar(10), b varchar(10))
SELECT * FROM OPENXML (@h, '/root/a', 3) WITH (id int, nm varchar(10), b varchar(10)) AS x WHERE id = 1
-- Paths of columns begin at the row's node; metaproperties describe it.
SELECT * FROM OPENXML (@h, '//b') WITH (own varchar(10) '.', parent int '../@id', sibling varchar(10) '../nm', none int 'zzz', id int '@mp:id', up int '@mp:parentid',
  name nvarchar(10) '@mp:localname', upname nvarchar(10) '@mp:parentlocalname')
SELECT * FROM OPENXML (@h, '/root/a[@id="1"]', 8) WITH (id int, rest nvarchar(100) '@mp:xmltext')
SELECT * FROM OPENXML (@h, '/root/a[1]', 1) WITH (id int, whole nvarchar(100) '@mp:xmltext', x xml 'b')
SELECT id FROM OPENXML (@h, '/root/a/@id') WITH (id int '.')
EXEC sp_xml_removedocument @h
EXEC sp_xml_preparedocument @h OUTPUT, N'<r/>'
SELECT @h AS next_handle
EXEC sp_xml_removedocument @h
GO
--> rc int, h int
--> 0 | 1
--> id int, nm varchar(10), b varchar(10)
--> 1 | 'x' | NULL
--> 2 | NULL | NULL
--> id int, nm varchar(10), b varchar(10)
--> NULL | 'elemnm' | 'bb'
--> NULL | NULL | NULL
--> id int, nm varchar(10), b varchar(10)
--> 1 | 'x' | 'bb'
--> own varchar(10), parent int, sibling varchar(10), none int, id int, up int, name nvarchar(10), upname nvarchar(10)
--> 'bb' | 1 | 'elemnm' | NULL | 5 | 2 | 'b' | 'a'
--> id int, rest nvarchar(100)
--> 1 | '<a nm="x"><b>bb</b><nm>elemnm</nm></a>'
--> id int, whole nvarchar(100), x xml
--> 1 | '<a id="1" nm="x"><b>bb</b><nm>elemnm</nm></a>' | '<b>bb</b>'
--> id int
--> 1
--> 2
--> next_handle int
--> 3
-- Without WITH the rows are the edge table.
DECLARE @h int
EXEC sp_xml_preparedocument @h OUTPUT, N'<root>t1<b k="v"/>t2<c><!--note--></c></root>'
SELECT id, parentid, nodetype, localname, prefix, namespaceuri, datatype, prev, text FROM OPENXML (@h, '/root')
SELECT id, localname FROM OPENXML (@h, '/root/c')
GO
--> id bigint, parentid bigint, nodetype int, localname nvarchar(4000), prefix nvarchar(4000), namespaceuri nvarchar(4000), datatype nvarchar(4000), prev bigint, text ntext
--> 0 | NULL | 1 | 'root' | NULL | NULL | NULL | NULL | NULL
--> 3 | 0 | 3 | '#text' | NULL | NULL | NULL | NULL | 't1'
--> 2 | 0 | 1 | 'b' | NULL | NULL | NULL | 3 | NULL
--> 4 | 2 | 2 | 'k' | NULL | NULL | NULL | NULL | NULL
--> 8 | 4 | 3 | '#text' | NULL | NULL | NULL | NULL | 'v'
--> 5 | 0 | 3 | '#text' | NULL | NULL | NULL | 2 | 't2'
--> 6 | 0 | 1 | 'c' | NULL | NULL | NULL | 5 | NULL
--> 7 | 6 | 8 | '#comment' | NULL | NULL | NULL | NULL | 'note'
--> id bigint, localname nvarchar(4000)
--> 6 | 'c'
--> 7 | '#comment'
-- The columns of a table; joins; prefixes that the third argument declares.
CREATE TABLE shape (id int, name nvarchar(20))
DECLARE @h int
EXEC sp_xml_preparedocument @h OUTPUT, N'<r xmlns:p="urn:x"><p:a p:id="1" id="7" name="n"/></r>', N'<root xmlns:q="urn:x"/>'
SELECT * FROM OPENXML (@h, '/r/q:a') WITH shape
SELECT id FROM OPENXML (@h, '/r/q:a') WITH (id int '@q:id')
INSERT shape SELECT * FROM OPENXML (@h, '/r/q:a', 1) WITH shape
SELECT s.id, o.name FROM shape s JOIN OPENXML (@h, '/r/q:a', 1) WITH (id int, name nvarchar(20)) o ON o.id = s.id
EXEC sp_xml_removedocument @h
GO
--> id int, name nvarchar(20)
--> 7 | 'n'
--> id int
--> 1
--> id int, name nvarchar(20)
--> 7 | 'n'
DECLARE @h int = 99
SELECT * FROM OPENXML (@h, '/r') WITH (id int)
GO
--> id int
--> Msg 8179, Level 16, State 5, Line 2: Could not find prepared statement with handle 99.
EXEC sp_xml_removedocument 99
GO
--> Msg 8179, Level 16, State 5, Line 1: Could not find prepared statement with handle 99.
DECLARE @h int
EXEC sp_xml_preparedocument @h OUTPUT, N'<r><a></r>'
GO
--> Msg 6602, Level 16, State 2, Line 2: The error description is 'end tag does not match start tag'.
DECLARE @h int
EXEC sp_xml_preparedocument @h OUTPUT, N'<r id="x"/>'
SELECT * FROM OPENXML (@h, '/r') WITH (id int)
GO
--> id int
--> Msg 245, Level 16, State 1, Line 3: Conversion failed when converting the nvarchar value 'x' to data type int.
SELECT * FROM OPENXML (99, '/r') WITH (id int)
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '99'.
DECLARE @h int
EXEC sp_xml_preparedocument @h OUTPUT, N'<r/>'
SELECT * FROM OPENXML (@h, '/r[') WITH (id int)
GO
--> id int
--> Msg 6603, Level 16, State 2, Line 3: XML parsing error: Syntax error near '<eof>'
-->
--> /r[--><--
