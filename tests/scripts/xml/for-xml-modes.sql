SET NOCOUNT ON
GO
CREATE TABLE p (id int NOT NULL PRIMARY KEY, name varchar(20) NULL, pic varbinary(8) NULL)
CREATE TABLE c (id int NOT NULL PRIMARY KEY, pid int NOT NULL, note nvarchar(20) NULL)
INSERT p VALUES (1, 'one', 0x0102), (2, NULL, NULL), (3, '', NULL)
INSERT c VALUES (10, 1, N'a'), (11, 1, N'b'), (12, 3, NULL)
GO
-- RAW: an empty string is there, NULL is not; XSINIL marks it.
SELECT (SELECT id, name FROM p ORDER BY id FOR XML RAW, ELEMENTS) AS x
SELECT (SELECT id, name FROM p ORDER BY id FOR XML RAW ('p'), ELEMENTS XSINIL, ROOT ('ps')) AS x
SELECT (SELECT id, name FROM p ORDER BY id FOR XML RAW (''), ELEMENTS) AS x
SELECT (SELECT id, pic FROM p WHERE id = 1 FOR XML RAW, BINARY BASE64) AS x
GO
--> x nvarchar(max)
--> '<row><id>1</id><name>one</name></row><row><id>2</id></row><row><id>3</id><name></name></row>'
--> x nvarchar(max)
--> '<ps xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><p><id>1</id><name>one</name></p><p><id>2</id><name xsi:nil="true"/></p><p><id>3</id><name></name></p></ps>'
--> x nvarchar(max)
--> '<id>1</id><name>one</name><id>2</id><id>3</id><name></name>'
--> x nvarchar(max)
--> '<row id="1" pic="AQI="/>'
-- What a name cannot hold is escaped.
SELECT (SELECT 1 AS [a b], 2 AS [1c], 3 AS [a_x0020_b], 4 AS [a$] FOR XML RAW) AS x
GO
--> x nvarchar(max)
--> '<row a_x0020_b="1" _x0031_c="2" a_x005F_x0020_b="3" a_x0024_="4"/>'
-- TYPE embeds nodes, without it a nested document is text.
SELECT (SELECT id AS '@id', (SELECT note FROM c WHERE c.pid = p.id ORDER BY c.id FOR XML PATH ('c'), TYPE) AS cs FROM p ORDER BY id FOR XML PATH ('p')) AS x
SELECT (SELECT id AS '@id', (SELECT note FROM c WHERE c.pid = p.id ORDER BY c.id FOR XML PATH ('c')) AS cs FROM p WHERE id = 1 FOR XML PATH ('p')) AS x
SELECT (SELECT id AS '@id', (SELECT note FROM c WHERE c.pid = p.id ORDER BY c.id FOR XML PATH ('c'), TYPE) FROM p WHERE id = 1 FOR XML PATH ('p')) AS x
GO
--> x nvarchar(max)
--> '<p id="1"><cs><c><note>a</note></c><c><note>b</note></c></cs></p><p id="2"/><p id="3"><cs><c/></cs></p>'
--> x nvarchar(max)
--> '<p id="1"><cs>&lt;c&gt;&lt;note&gt;a&lt;/note&gt;&lt;/c&gt;&lt;c&gt;&lt;note&gt;b&lt;/note&gt;&lt;/c&gt;</cs></p>'
--> x nvarchar(max)
--> '<p id="1"><c><note>a</note></c><c><note>b</note></c></p>'
-- AUTO nests by table; an expression belongs to the table before it.
SELECT (SELECT p.id, c.note, p.name, UPPER(c.note) AS up FROM p JOIN c ON c.pid = p.id ORDER BY p.id, c.id FOR XML AUTO) AS x
SELECT (SELECT p.id, c.note FROM dbo.p AS p LEFT JOIN c AS kid ON kid.pid = p.id JOIN c ON c.pid = p.id ORDER BY p.id, c.id FOR XML AUTO, ELEMENTS, ROOT) AS x
SELECT (SELECT 1 AS a FROM p WHERE id = 1 FOR XML AUTO) AS x
SELECT (SELECT id FROM dbo.p WHERE id = 1 FOR XML AUTO) AS x
SELECT (SELECT id, pic FROM p WHERE id < 3 ORDER BY id FOR XML AUTO) AS x
GO
--> x nvarchar(max)
--> '<p id="1" name="one" up="A"><c note="a"/></p><p id="1" name="one" up="B"><c note="b"/></p><p id="3" name=""><c/></p>'
--> x nvarchar(max)
--> '<root><p><id>1</id><c><note>a</note></c><c><note>a</note></c><c><note>b</note></c><c><note>b</note></c></p><p><id>3</id><c/></p></root>'
--> x nvarchar(max)
--> '<p a="1"/>'
--> x nvarchar(max)
--> '<dbo.p id="1"/>'
--> x nvarchar(max)
--> '<p id="1" pic="dbobject/p[@id=''1'']/@pic"/><p id="2"/>'
-- PATH: neighbours of one name share an element; node functions; NULL leaves nothing.
SELECT (SELECT 10 AS x, 20 AS x, 1 AS 'd/@k', NULL AS 'd/f', 'v' AS 'a/b/c', 'w' AS 'a/b/d' FOR XML PATH ('r')) AS x
SELECT (SELECT 'a' AS 'data()', 'b' AS 'data()', 'c' AS 'text()', ' note ' AS 'comment()', 'go' AS 'processing-instruction(p)', 'n' AS 'node()', 's' AS '*' FOR XML PATH ('r')) AS x
SELECT (SELECT NULL AS a, NULL AS 'b/@c', NULL AS 'b/d', 1 AS e FOR XML PATH ('r'), ELEMENTS XSINIL) AS x
SELECT (SELECT NULL AS a FOR XML PATH) AS x
SELECT (SELECT id AS 'data()' FROM p ORDER BY id FOR XML PATH ('')) AS x
SELECT (SELECT CHAR(13) + CHAR(10) + CHAR(9) + '"''' AS '@a', CHAR(13) + CHAR(10) + '"' AS b, CHAR(1) AS c FOR XML PATH) AS x
GO
--> x nvarchar(max)
--> '<r><x>1020</x><d k="1"/><a><b><c>v</c><d>w</d></b></a></r>'
--> x nvarchar(max)
--> '<r>a bc<!-- note --><?p go?>ns</r>'
--> x nvarchar(max)
--> '<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/><b><d xsi:nil="true"/></b><e>1</e></r>'
--> x nvarchar(max)
--> '<row/>'
--> x nvarchar(max)
--> '123'
--> x nvarchar(max)
--> '<row a="&#x0D;&#x0A;&#x09;&quot;''"><b>&#x0D;\n"</b><c>&#x01;</c></row>'
-- Values in the forms of XML Schema.
SELECT (SELECT CAST(1 AS bit) AS b, CAST('2020-01-02T03:04:05' AS datetime) AS d, CAST('2020-01-02T03:04:05.12' AS datetime2(3)) AS d2, CAST('2020-01-02' AS date) AS dd,
  CAST(1.50 AS decimal(9, 2)) AS n, CAST(1.5 AS money) AS m, CAST(0.1 AS float) AS f, CAST('6F9619FF-8B86-D011-B42D-00C04FC964FF' AS uniqueidentifier) AS g, 0x0A0B AS v FOR XML PATH) AS x
GO
--> x nvarchar(max)
--> '<row><b>1</b><d>2020-01-02T03:04:05</d><d2>2020-01-02T03:04:05.120</d2><dd>2020-01-02</dd><n>1.50</n><m>1.5000</m><f>1.000000000000000e-001</f><g>6F9619FF-8B86-D011-B42D-00C04FC964FF</g><v>Cgs=</v></row>'
-- The types of the result.
SELECT id FROM p WHERE id = 1 FOR XML RAW, TYPE
SELECT id FROM p WHERE id = 9 FOR XML RAW, TYPE
GO
--> - xml
--> '<row id="1"/>'
--> - xml
--> NULL
SELECT id, pic FROM p FOR XML RAW
GO
--> Msg 6829, Level 16, State 1, Line 1: FOR XML EXPLICIT and RAW modes currently do not support addressing binary data as URLs in column 'pic'. Remove the column, or use the BINARY BASE64 mode, or create the URL directly using the 'dbobject/TABLE[@PK1="V1"]/@COLUMN' syntax.
SELECT id, COUNT(*) FROM p GROUP BY id FOR XML RAW
GO
--> Msg 6809, Level 16, State 1, Line 1: Unnamed tables or columns cannot be used as XML identifiers, as tables or columns must be named in this mode. Name unnamed columns using AS in the SELECT statement.
SELECT 1 AS a FOR XML AUTO
GO
--> Msg 6800, Level 16, State 1, Line 1: FOR XML AUTO requires at least one table for generating XML tags. Use FOR XML RAW or add a FROM clause with a table name.
SELECT name, pic FROM p FOR XML AUTO
GO
--> Msg 6831, Level 16, State 1, Line 1: FOR XML AUTO requires primary keys to create references for 'pic'. Select primary keys, or use BINARY BASE64 to obtain binary data in encoded form if no primary keys exist.
SELECT 0x01 AS b FROM p FOR XML AUTO
GO
--> Msg 6830, Level 16, State 1, Line 1: FOR XML AUTO could not find the table owning the following column 'b' to create a URL address for it. Remove the column, or use the BINARY BASE64 mode, or create the URL directly using the 'dbobject/TABLE[@PK1="V1"]/@COLUMN' syntax.
SELECT 1 AS a, 2 AS '@b' FOR XML PATH
GO
--> Msg 6852, Level 16, State 1, Line 1: Attribute-centric column '@b' must not come after a non-attribute-centric sibling in XML hierarchy in FOR XML PATH.
SELECT 1 AS '@a', 2 AS '@a' FOR XML PATH
GO
--> Msg 6810, Level 16, State 1, Line 1: Column name '@a' is repeated. The same attribute cannot be generated more than once on the same XML tag.
SELECT CAST('<a/>' AS xml) AS '@a' FOR XML PATH
GO
--> Msg 6851, Level 16, State 1, Line 1: Column '@a' has invalid data type for attribute-centric XML serialization in FOR XML PATH.
SELECT CAST('<a/>' AS xml) AS 'text()' FOR XML PATH
GO
--> Msg 6853, Level 16, State 1, Line 1: Column 'text()': the last step in the path can't be applied to XML data type or CLR type in FOR XML PATH.
SELECT 1 AS '/a' FOR XML PATH
GO
--> Msg 6849, Level 16, State 1, Line 1: FOR XML PATH error in column '/a' - '//' and leading and trailing '/' are not allowed in simple path expressions.
SELECT 1 AS 'a b' FOR XML PATH
GO
--> Msg 6850, Level 16, State 1, Line 1: Column name 'a b' contains an invalid XML identifier as required by FOR XML; ' '(0x0020) is the first character at fault.
SELECT 1 AS 'p:a' FOR XML PATH
GO
--> Msg 6846, Level 16, State 4, Line 1: XML name space prefix 'p' declaration is missing for FOR XML column name 'p:a'.
SELECT 1 AS 'xmlns' FOR XML PATH
GO
--> Msg 6867, Level 16, State 1, Line 1: 'xmlns' is invalid in XML tag name in FOR XML PATH, or when WITH XMLNAMESPACES is used with FOR XML.
SELECT 1 AS '@a' FOR XML PATH ('')
GO
--> Msg 6864, Level 16, State 1, Line 1: Row tag omission (empty row tag name) cannot be used with attribute-centric FOR XML serialization.
SELECT 1 AS a FOR XML RAW ('')
GO
--> Msg 6864, Level 16, State 1, Line 1: Row tag omission (empty row tag name) cannot be used with attribute-centric FOR XML serialization.
SELECT 1 AS a FOR XML PATH ('1x')
GO
--> Msg 6850, Level 16, State 1, Line 1: Row name '1x' contains an invalid XML identifier as required by FOR XML; '1'(0x0031) is the first character at fault.
SELECT 1 AS a FOR XML PATH, ROOT ('')
GO
--> Msg 6861, Level 16, State 1, Line 1: Empty root tag name can't be specified with FOR XML.
SELECT 1 AS a FROM p FOR XML AUTO ('x')
GO
--> Msg 6859, Level 15, State 1, Line 1: Row tag name is only allowed with RAW or PATH mode of FOR XML.
SELECT 'a--b' AS 'comment()' FOR XML PATH
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 9322, Level 16, State 2, Line 1: Two consecutive '-' can only appear in a comment constructor if they are used to close the comment ('-->').
SELECT 1 AS 'processing-instruction()' FOR XML PATH
GO
--> Msg 6854, Level 16, State 1, Line 1: Invalid column alias 'processing-instruction()' for formatting column as XML processing instruction in FOR XML PATH - it must be in 'processing-instruction(target)' format.
SELECT 1 AS 'processing-instruction(xml)' FOR XML PATH
GO
--> Msg 6879, Level 16, State 1, Line 1: 'xml' is an invalid XML processing instruction target. Possible attempt to construct XML declaration using XML processing instruction constructor. XML declaration construction with FOR XML is not supported.
SELECT 1 AS a FOR XML RAW, XMLSCHEMA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<xsd:schema targetNamespace="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="row"><xsd:complexType><xsd:attribute name="a" type="sqltypes:int" use="required"/></xsd:complexType></xsd:element></xsd:schema><row xmlns="urn:schemas-microsoft-com:sql:SqlRowSet1" a="1"/>'
-- The clause belongs to a query that answers a client.
INSERT c SELECT id, id, name FROM p FOR XML RAW
GO
--> Msg 6819, Level 16, State 1, Line 2: The FOR XML clause is not allowed in a INSERT statement.
SELECT id INTO z FROM p FOR XML RAW
GO
--> Msg 6819, Level 16, State 1, Line 1: The FOR XML clause is not allowed in a SELECT INTO statement.
DECLARE @v nvarchar(max)
SELECT @v = name FROM p FOR XML RAW
GO
--> Msg 6819, Level 16, State 3, Line 2: The FOR XML clause is not allowed in a ASSIGNMENT statement.
INSERT c SELECT id, id, name FROM p FOR JSON PATH
GO
--> Msg 13602, Level 16, State 1, Line 1: The FOR JSON clause is not allowed in a INSERT statement.
