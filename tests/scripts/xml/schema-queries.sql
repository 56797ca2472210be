-- Queries on typed xml know the types that the schema declares.
CREATE XML SCHEMA COLLECTION sc AS '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="r"><xsd:complexType><xsd:sequence>
        <xsd:element name="d" type="xsd:decimal" minOccurs="0"/><xsd:element name="i" type="xsd:int" minOccurs="0"/>
        <xsd:element name="s" type="xsd:string" minOccurs="0" maxOccurs="unbounded"/><xsd:element name="b" type="xsd:boolean" minOccurs="0"/>
        <xsd:element name="dt" type="xsd:dateTime" minOccurs="0"/><xsd:element name="n" type="xsd:int" nillable="true" minOccurs="0"/>
        <xsd:element name="f" type="xsd:double" minOccurs="0"/></xsd:sequence><xsd:attribute name="a" type="xsd:int"/></xsd:complexType></xsd:element></xsd:schema>'
GO
SELECT CAST('<r><d>1</d></r>' AS xml(sc)).value('/r/d', 'decimal(9,2)')
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [value()]: 'value()' requires a singleton (or empty sequence), found operand of type 'xs:decimal *'
SELECT CAST('<r><d>1.50</d></r>' AS xml(sc)).value('(/r/d)[1] + 1', 'varchar(20)')
GO
--> - varchar(20)
--> '2.5'
SELECT CAST('<r><d>1.50</d></r>' AS xml(document sc)).value('/r/d', 'varchar(20)')
GO
--> - varchar(20)
--> '1.5'
DECLARE @x xml(sc) = '<r><s>a</s><s>b</s></r>'; SELECT @x.value('/r/s', 'varchar(9)')
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [value()]: 'value()' requires a singleton (or empty sequence), found operand of type 'xs:string *'
DECLARE @x xml(sc) = '<r a="5"/>'; SELECT @x.query('data(/r/@a) + 1')
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [query()]: '+' requires a singleton (or empty sequence), found operand of type 'xs:int *'
DECLARE @x xml(sc) = '<r><d>1.5</d></r>'; SELECT @x.query('(/r/d)[1] = "1.5"')
GO
--> Msg 2234, Level 16, State 1, Line 1: XQuery [query()]: The operator "=" cannot be applied to "xs:decimal ?" and "xs:string" operands.
DECLARE @x xml(sc) = '<r><s>a</s></r>'; SELECT @x.query('(/r/s)[1] + 1')
GO
--> Msg 9308, Level 16, State 1, Line 1: XQuery [query()]: The argument of '+' must be of a single numeric primitive type or 'http://www.w3.org/2004/07/xpath-datatypes#untypedAtomic'. Found argument of type 'xs:string ?'.
DECLARE @x xml(sc) = '<r><d>2</d></r>'; SELECT @x.query('/r/d/text()')
GO
--> Msg 9312, Level 16, State 1, Line 1: XQuery [query()]: 'text()' is not supported on simple typed or 'http://www.w3.org/2001/XMLSchema#anyType' elements, found 'element(d,xs:decimal) *'.
DECLARE @x xml(sc) = '<r><d>1234567</d></r>'; SELECT CONVERT(nvarchar(max), @x.query('(/r/d)[1] + 1'))
GO
--> - nvarchar(max)
--> '1234568'
DECLARE @x xml(sc) = '<r><d>2</d></r>'; SELECT CONVERT(nvarchar(max), @x.query('(/r/d)[1] div 3'))
GO
--> - nvarchar(max)
--> '0.666666'
DECLARE @x xml(sc) = '<r><f>1234567</f></r>'; SELECT CONVERT(nvarchar(max), @x.query('(/r/f)[1] + 1'))
GO
--> - nvarchar(max)
--> '1.234568E6'
DECLARE @x xml(sc) = '<r><d>1.5</d></r>'; SELECT CONVERT(nvarchar(max), @x.query('data((/r/d)[1]) instance of xs:decimal?'))
GO
--> - nvarchar(max)
--> 'true'
DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with "abc"')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:string", which is not a subtype of the expected type "xs:decimal".
DECLARE @x xml(sc) = '<r><i>1</i></r>'; SET @x.modify('replace value of (/r/i)[1] with 1.5')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:decimal", which is not a subtype of the expected type "xs:int".
DECLARE @x xml(sc) = '<r a="1"/>'; SET @x.modify('replace value of (/r/@a)[1] with 7')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:integer", which is not a subtype of the expected type "xs:int".
DECLARE @x xml(sc) = '<r><s>a</s></r>'; SET @x.modify('replace value of (/r/s)[1] with 5')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:integer", which is not a subtype of the expected type "xs:string".
DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with (1, 2)')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:integer +", which is not a subtype of the expected type "xs:decimal".
DECLARE @v nvarchar(9) = '2.5'; DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with sql:variable("@v")')
GO
--> Msg 2247, Level 16, State 1, Line 1: XQuery [modify()]: The value is of type "xs:string", which is not a subtype of the expected type "xs:decimal".
DECLARE @x xml(sc) = '<r><d>1.5</d></r>'; SET @x.modify('replace value of (/r/d)[1] with (/r/d)[1] + 1'); SELECT @x
GO
--> - xml
--> '<r><d>2.5</d></r>'
DECLARE @x xml(sc) = '<r><d>1.1234567890123456789</d></r>'; SET @x.modify('replace value of (/r/d)[1] with data((/r/d)[1]) * 3'); SELECT @x
GO
--> - xml
--> '<r><d>3.37037</d></r>'
DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with xs:decimal("2.50")'); SELECT @x
GO
--> - xml
--> '<r><d>2.5</d></r>'
DECLARE @x xml(sc) = '<r><b>true</b></r>'; SET @x.modify('replace value of (/r/b)[1] with false()'); SELECT @x
GO
--> - xml
--> '<r><b>false</b></r>'
DECLARE @x xml(sc) = '<r><dt>2020-01-01T00:00:00Z</dt></r>'; SET @x.modify('replace value of (/r/dt)[1] with xs:dateTime("2021-01-01T00:00:00Z")'); SELECT @x
GO
--> - xml
--> '<r><dt>2021-01-01T00:00:00Z</dt></r>'
DECLARE @v int = 7; DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with sql:variable("@v")'); SELECT @x
GO
--> - xml
--> '<r><d>7</d></r>'
DECLARE @x xml(sc) = '<r><n>1</n></r>'; SET @x.modify('replace value of (/r/n)[1] with ()'); SELECT @x, @x.value('(/r/n)[1]','int')
GO
--> - xml, - int
--> '<r><n xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></r>' | NULL
DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d)[1] with ()'); SELECT @x
GO
--> Msg 6320, Level 16, State 1, Line 1: XQuery: Only nillable elements or text nodes can be updated with empty sequence
DECLARE @x xml(sc) = '<r><d>1</d></r>'; SET @x.modify('replace value of (/r/d/text())[1] with "1.5"')
GO
--> Msg 9312, Level 16, State 1, Line 1: XQuery [modify()]: 'text()' is not supported on simple typed or 'http://www.w3.org/2001/XMLSchema#anyType' elements, found 'element(d,xs:decimal) *'.
DECLARE @x xml(sc) = '<r a="10"><i>9</i><s>x</s><dt>2020-01-01T00:00:00</dt></r>'
SELECT @x.exist('/r[@a > i]') AS a, @x.exist('/r[s = "x"]') AS b, @x.query('for $s in /r/s return <t>{data($s)}</t>') AS c, @x.exist('/r[dt < xs:dateTime("2021-01-01T00:00:00")]') AS d
GO
--> a bit, b bit, c xml, d bit
--> 1 | 1 | '<t>x</t>' | 1
DECLARE @x xml(sc) = '<r a="10"><i>9</i><s>x</s><dt>2020-01-01T00:00:00</dt></r>'
SELECT t.c.value('@a', 'int') AS a, t.c.value('(dt)[1]', 'datetime') AS dt FROM @x.nodes('/r') AS t(c)
GO
--> a int, dt datetime
--> 10 | 2020-01-01 00:00:00.000
CREATE TABLE t (x xml(DOCUMENT sc))
INSERT t VALUES ('<r a="10"><i>9</i></r>'), ('<r a="8"><i>9</i></r>')
SELECT x.value('/r/@a', 'int') AS a, x.value('/r/i', 'int') AS i FROM t WHERE x.exist('/r[@a > i]') = 1
UPDATE t SET x.modify('replace value of (/r/i)[1] with (/r/i)[1] + 1') WHERE x.exist('/r[i = 9]') = 1
GO
--> (2 rows)
--> a int, i int
--> 10 | 9
--> Msg 2247, Level 16, State 1, Line 4: XQuery [t.x.modify()]: The value is of type "xs:integer", which is not a subtype of the expected type "xs:int".
-- What a wildcard lets in is typed by its global declaration; rows of nodes() keep their types, and methods may stand in brackets.
CREATE XML SCHEMA COLLECTION contact AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:types" targetNamespace="urn:contact" elementFormDefault="qualified">
<xs:element name="info"><xs:complexType mixed="true"><xs:sequence><xs:any namespace="urn:types" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:types" elementFormDefault="qualified">
<xs:element name="phone"><xs:complexType><xs:sequence><xs:element name="number" type="xs:string"/><xs:element name="rank" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:schema>'
GO
CREATE TABLE contacts (id int, info xml(contact))
INSERT contacts VALUES (1, '<info xmlns="urn:contact" xmlns:t="urn:types">call <t:phone><t:number>555</t:number><t:rank>09</t:rank></t:phone></info>')
GO
--> (1 row)
WITH XMLNAMESPACES ('urn:types' AS t, DEFAULT 'urn:contact')
SELECT [n].[ref].[value]('(t:phone)[1]/t:number', 'varchar(9)') AS number, n.ref.value('(t:phone)[1]/t:rank', 'int') AS rank, n.ref.exist('t:phone[t:rank > 8.5]') AS high
FROM contacts AS c CROSS APPLY c.[info].[nodes](N'/info') AS n (ref)
GO
--> number varchar(9), rank int, high bit
--> '555' | 9 | 1
