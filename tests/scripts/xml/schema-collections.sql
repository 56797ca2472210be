-- Schema collections: what is stored is an instance, in canonical form.
CREATE XML SCHEMA COLLECTION sc AS N'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:simpleType name="numbers"><xs:list itemType="xs:decimal"/></xs:simpleType>
<xs:simpleType name="decimalOrBoolean"><xs:union memberTypes="xs:decimal xs:boolean"/></xs:simpleType>
<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="dec" type="xs:decimal" minOccurs="0"/><xs:element name="int" type="xs:int" minOccurs="0"/>
  <xs:element name="str" type="xs:string" minOccurs="0" maxOccurs="unbounded"/><xs:element name="tok" type="xs:token" minOccurs="0"/>
  <xs:element name="bool" type="xs:boolean" minOccurs="0"/><xs:element name="dbl" type="xs:double" minOccurs="0"/>
  <xs:element name="dt" type="xs:dateTime" minOccurs="0"/><xs:element name="day" type="xs:date" minOccurs="0"/>
  <xs:element name="tm" type="xs:time" minOccurs="0"/><xs:element name="dur" type="xs:duration" minOccurs="0"/>
  <xs:element name="hex" type="xs:hexBinary" minOccurs="0"/><xs:element name="b64" type="xs:base64Binary" minOccurs="0"/>
  <xs:element name="lst" type="numbers" minOccurs="0"/><xs:element name="uni" type="decimalOrBoolean" minOccurs="0"/>
  <xs:element name="n" type="xs:int" nillable="true" minOccurs="0"/>
</xs:sequence><xs:attribute name="a" type="xs:int"/></xs:complexType></xs:element></xs:schema>'
GO
CREATE TABLE t (id int, x xml(sc), d xml(DOCUMENT dbo.sc))
INSERT t VALUES
  (1, '<r><dec>1.00</dec><int>+007</int><str> a  b </str><tok> a  b </tok></r>', NULL),
  (2, '<r><bool>1</bool><dbl>1000000</dbl><dt>2020-01-02T24:00:00</dt><day>2020-01-02-00:00</day><tm>03:04:05.1200</tm></r>', NULL),
  (3, '<r><dur>P1Y0M</dur><hex>ABcd</hex><b64>YW Jj</b64><lst> 1.50  2.00 </lst><uni>1</uni></r>', NULL),
  (4, '<r a="05"/><r/>', '<r/>')
SELECT id, CAST(x AS nvarchar(200)) AS x, d FROM t ORDER BY id
GO
--> (4 rows)
--> id int, x nvarchar(200), d xml
--> 1 | '<r><dec>1</dec><int>7</int><str> a  b </str><tok>a b</tok></r>' | NULL
--> 2 | '<r><bool>true</bool><dbl>1.0E6</dbl><dt>2020-01-03T00:00:00</dt><day>2020-01-02Z</day><tm>03:04:05.12</tm></r>' | NULL
--> 3 | '<r><dur>P1Y</dur><hex>ABCD</hex><b64>YWJj</b64><lst>1.5 2</lst><uni>1</uni></r>' | NULL
--> 4 | '<r a="5"/><r/>' | '<r/>'
-- Every way into a typed value validates.
SELECT CAST('<r><dec>1.50</dec></r>' AS xml(sc)) AS a, CONVERT(xml(CONTENT sc), '<r><dec>.5</dec></r>') AS b, CAST(NULL AS xml(sc)) AS c
GO
--> a xml, b xml, c xml
--> '<r><dec>1.5</dec></r>' | '<r><dec>0.5</dec></r>' | NULL
SELECT TRY_CAST('<r><dec>x</dec></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: 'x'. Location: /*:r[1]/*:dec[1]
INSERT t (x) VALUES ('<r a="x"/>')
GO
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: 'x'. Location: /*:r[1]/@*:a
INSERT t (d) VALUES ('<r/><r/>')
GO
--> Msg 6901, Level 16, State 1, Line 1: XML Validation: XML instance must be a document.
UPDATE t SET x = '<q/>' WHERE id = 1
GO
--> Msg 6913, Level 16, State 1, Line 1: XML Validation: Declaration not found for element 'q'. Location: /*:q[1]
DECLARE @x xml(sc) = '<r a="1.0"/>'
GO
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: '1.0'. Location: /*:r[1]/@*:a
CREATE PROCEDURE p @x xml(sc) AS SELECT @x AS x
GO
EXEC p '<r a="09"/>'
GO
--> x xml
--> '<r a="9"/>'
EXEC p '<q/>'
GO
--> Msg 6913, Level 16, State 1, Line 1: XML Validation: Declaration not found for element 'q'. Location: /*:q[1]
CREATE FUNCTION f(@x xml(sc)) RETURNS xml(sc) AS BEGIN RETURN @x END
GO
SELECT dbo.f('<r a="007"/>') AS x
GO
--> x xml
--> '<r a="7"/>'
SELECT CAST('<r/>' AS xml(nope)) AS x
GO
--> Msg 6314, Level 16, State 1, Line 1: Collection specified does not exist in metadata : 'nope'
CREATE TABLE u (x xml(nope))
GO
--> Msg 6314, Level 16, State 1, Line 1: Collection specified does not exist in metadata : 'nope'
-- A change is validated as a whole.
UPDATE t SET x.modify('insert attribute a {"0012"} into (/r)[1]') WHERE id = 1
SELECT x.value('(/r/@a)[1]', 'varchar(9)') AS a FROM t WHERE id = 1
GO
--> (1 row)
--> a varchar(9)
--> '12'
UPDATE t SET x.modify('insert <int>5</int> into (/r)[1]') WHERE id = 1
GO
--> Msg 6965, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): 'bool', 'dbl', 'dt', 'day', 'tm', 'dur', 'hex', 'b64', 'lst', 'uni', 'n'. Found: element 'int' instead. Location: /*:r[1]/*:int[2].
-- xsi:nil and xsi:type.
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n xsi:nil="true"/></r>' AS xml(sc)) AS x
GO
--> x xml
--> '<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n xsi:nil="true"/></r>'
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dec xsi:nil="true"/></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6917, Level 16, State 1, Line 1: XML Validation: Element 'dec' may not have xsi:nil="true" because it was not defined as nillable or because it has a fixed value constraint. Location: /*:r[1]/*:dec[1]
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n xsi:nil="true">5</n></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6918, Level 16, State 1, Line 1: XML Validation: Element 'n' must not have character or element children, because xsi:nil was set to true. Location: /*:r[1]/*:n[1]
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"><dec xsi:type="xs:int">05</dec></r>' AS xml(sc)) AS x
GO
--> x xml
--> '<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"><dec xsi:type="xs:int">5</dec></r>'
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"><dec xsi:type="xs:string">5</dec></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6936, Level 16, State 1, Line 1: XML Validation: Invalid cast for element 'dec' from type '{http://www.w3.org/2001/XMLSchema}decimal' to type '{http://www.w3.org/2001/XMLSchema}string'. Location: /*:r[1]/*:dec[1]
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"><dec xsi:type="xs:nope">5</dec></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6914, Level 16, State 1, Line 1: XML Validation: Type definition for type '{http://www.w3.org/2001/XMLSchema}nope' was not found, type definition is required before use in a type cast. Location: /*:r[1]/*:dec[1]
SELECT CAST('<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dec xsi:type="no:int">5</dec></r>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6922, Level 16, State 1, Line 1: XML Validation: Not able to resolve namespace for prefix:'no'
-- Content models.
CREATE XML SCHEMA COLLECTION model AS N'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t" elementFormDefault="qualified">
<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="2"/></xs:sequence>
  <xs:attribute name="k" type="xs:int" use="required"/></xs:complexType></xs:element>
<xs:element name="s" type="xs:int"/>
<xs:element name="c"><xs:complexType><xs:choice maxOccurs="unbounded"><xs:element name="x"/><xs:element name="y"/></xs:choice></xs:complexType></xs:element>
<xs:element name="all"><xs:complexType><xs:all><xs:element name="x"/><xs:element name="y" minOccurs="0"/></xs:all></xs:complexType></xs:element>
<xs:element name="none"><xs:complexType/></xs:element>
<xs:element name="mixed"><xs:complexType mixed="true"><xs:sequence><xs:element name="x" type="xs:int" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="shape" type="t:shape"/><xs:complexType name="shape" abstract="true"><xs:attribute name="color" default="red"/></xs:complexType>
<xs:complexType name="circle"><xs:complexContent><xs:extension base="t:shape"><xs:attribute name="radius" type="xs:decimal"/></xs:extension></xs:complexContent></xs:complexType>
<xs:element name="animal" abstract="true" type="xs:string"/><xs:element name="cat" substitutionGroup="t:animal" type="xs:string"/>
<xs:element name="zoo"><xs:complexType><xs:sequence><xs:element ref="t:animal" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="fixed" type="xs:decimal" fixed="1.0"/><xs:element name="standing" type="xs:int" default="7"/>
<xs:element name="money"><xs:complexType><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" use="required" type="t:currency"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
<xs:simpleType name="currency"><xs:restriction base="xs:string"><xs:enumeration value="EUR"/><xs:enumeration value="USD"/></xs:restriction></xs:simpleType>
<xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}\d+"/><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
<xs:element name="code" type="t:code"/>
<xs:simpleType name="percent"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:maxExclusive value="100"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
<xs:element name="percent" type="t:percent"/>
<xs:element name="ids"><xs:complexType><xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="open"><xs:complexType><xs:sequence><xs:any namespace="urn:inner" minOccurs="0"/></xs:sequence><xs:anyAttribute namespace="##local" processContents="skip"/></xs:complexType></xs:element>
<xs:element name="lax"><xs:complexType><xs:sequence><xs:any namespace="##any" processContents="lax" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>'
GO
SELECT CAST(v AS xml(model)) AS x FROM (VALUES
  ('<c xmlns="urn:t"><y/><x/><y/></c>'),
  ('<all xmlns="urn:t"><y/><x/></all>'),
  ('<mixed xmlns="urn:t">a<x>01</x>b</mixed>'),
  ('<shape xmlns="urn:t" xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:circle" radius="1.50"/>'),
  ('<zoo xmlns="urn:t"><cat>x</cat><cat/></zoo>'),
  ('<fixed xmlns="urn:t">1.00</fixed>'),
  ('<standing xmlns="urn:t"/>'),
  ('<money xmlns="urn:t" currency="EUR">01.50</money>'),
  ('<code xmlns="urn:t">AB12</code>'),
  ('<percent xmlns="urn:t">99.90</percent>'),
  ('<open xmlns="urn:t" any="1"/>'),
  ('<lax xmlns="urn:t"><other xmlns="urn:x"><deep/></other><s>007</s></lax>')) AS s (v)
GO
--> x xml
--> '<c xmlns="urn:t"><y/><x/><y/></c>'
--> '<all xmlns="urn:t"><y/><x/></all>'
--> '<mixed xmlns="urn:t">a<x>1</x>b</mixed>'
--> '<shape xmlns="urn:t" xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:circle" radius="1.5" color="red"/>'
--> '<zoo xmlns="urn:t"><cat>x</cat><cat/></zoo>'
--> '<fixed xmlns="urn:t">1</fixed>'
--> '<standing xmlns="urn:t">7</standing>'
--> '<money xmlns="urn:t" currency="EUR">1.5</money>'
--> '<code xmlns="urn:t">AB12</code>'
--> '<percent xmlns="urn:t">99.9</percent>'
--> '<open xmlns="urn:t" any="1"/>'
--> '<lax xmlns="urn:t"><other xmlns="urn:x"><deep/></other><s>7</s></lax>'
SELECT CAST('<r xmlns="urn:t" k="1"><a>1</a><zz>1</zz></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6965, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): '{urn:t}b'. Found: element '{urn:t}zz' instead. Location: /*:r[1]/*:zz[1].
SELECT CAST('<r xmlns="urn:t" k="1"><b>x</b><a>1</a></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6965, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): '{urn:t}a'. Found: element '{urn:t}b' instead. Location: /*:r[1]/*:b[1].
SELECT CAST('<r xmlns="urn:t" k="1"/>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6908, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): '{urn:t}a'. Location: /*:r[1]
SELECT CAST('<r xmlns="urn:t" k="1"><a>1</a><b>x</b><b>y</b><b>z</b></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6923, Level 16, State 1, Line 1: XML Validation: Unexpected element(s): {urn:t}b. Location: /*:r[1]/*:b[3]
SELECT CAST('<r xmlns="urn:t" k="1" q="2"><a>1</a></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6905, Level 16, State 3, Line 1: XML Validation: Attribute 'q' is not permitted in this context. Location: /*:r[1]/@*:q
SELECT CAST('<r xmlns="urn:t"><a>1</a></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6906, Level 16, State 1, Line 1: XML Validation: Required attribute 'k' is missing. Location: /*:r[1]
SELECT CAST('<r xmlns="urn:t" k="1">text<a>1</a></r>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6909, Level 16, State 1, Line 1: XML Validation: Text node is not allowed at this location, the type was defined with element only content or with simple content. Location: /*:r[1]
SELECT CAST('<s xmlns="urn:t"><x/></s>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6912, Level 16, State 1, Line 1: XML Validation: Element '{urn:t}x' found in text only content model. Location: /*:s[1]/*:x[1]
SELECT CAST('<all xmlns="urn:t"><x/><x/></all>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6911, Level 16, State 1, Line 1: XML Validation: Found duplicate element '{urn:t}x' in all content model. Location: /*:all[1]/*:x[2]
SELECT CAST('<all xmlns="urn:t"><y/></all>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6908, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): '{urn:t}x'. Location: /*:all[1]
SELECT CAST('<none xmlns="urn:t">x</none>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6924, Level 16, State 1, Line 1: XML Validation: Text 'x' found in attribute-only content model. Location: /*:none[1]
SELECT CAST('<shape xmlns="urn:t"/>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6919, Level 16, State 1, Line 1: XML Validation: The type of element '{urn:t}shape' is abstract. Instantiation requires the use of xsi:type to specify a non-abstract type. Location: /*:shape[1]
SELECT CAST('<animal xmlns="urn:t"/>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6934, Level 16, State 1, Line 1: XML Validation: Element '{urn:t}animal' requires substitution, because it was defined as abstract. Location: /*:animal[1]
SELECT CAST('<fixed xmlns="urn:t">2</fixed>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6921, Level 16, State 1, Line 1: XML Validation: Element or attribute '{urn:t}fixed' was defined as fixed, the element value has to be equal to value of 'fixed' attribute specified in definition. Location: /*:fixed[1]
SELECT CAST('<money xmlns="urn:t" currency="GBP">1</money>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: 'GBP'. Location: /*:money[1]/@*:currency
SELECT CAST('<code xmlns="urn:t">AB12345</code>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: 'AB12345'. Location: /*:code[1]
SELECT CAST('<percent xmlns="urn:t">100</percent>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: '100'. Location: /*:percent[1]
SELECT CAST('<percent xmlns="urn:t">1.234</percent>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6926, Level 16, State 1, Line 1: XML Validation: Invalid simple type value: '1.234'. Location: /*:percent[1]
SELECT CAST('<ids xmlns="urn:t"><i id="a"/><i id="a"/></ids>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6930, Level 16, State 1, Line 1: XML Validation: ID constraint check failed. Found attribute named 'id' with duplicate ID value 'a'. Location: /*:ids[1]/*:i[2]/@*:id
SELECT CAST('<open xmlns="urn:t"><x xmlns="urn:zz"/></open>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6965, Level 16, State 1, Line 1: XML Validation: Invalid content. Expected element(s): '{urn:inner}*'. Found: element '{urn:zz}x' instead. Location: /*:open[1]/*:x[1].
SELECT CAST('<open xmlns="urn:t"><x xmlns="urn:inner"/></open>' AS xml(model)) AS x
GO
--> x xml
--> Msg 6913, Level 16, State 1, Line 1: XML Validation: Declaration not found for element '{urn:inner}x'. Location: /*:open[1]/*:x[1]
SELECT CAST('text' AS xml(model)) AS x
GO
--> x xml
--> Msg 6909, Level 16, State 1, Line 1: XML Validation: Text node is not allowed at this location, the type was defined with element only content or with simple content. Location: /
-- Collections grow, and are dropped when nothing is declared with them.
ALTER XML SCHEMA COLLECTION sc ADD '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><xs:element name="t" type="xs:int"/></xs:schema>'
GO
SELECT CAST('<t xmlns="urn:t"> 05 </t>' AS xml(sc)) AS x
GO
--> x xml
--> '<t xmlns="urn:t">5</t>'
DECLARE @s nvarchar(max) = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="z" type="xs:int"/></xs:schema>'
BEGIN TRAN
ALTER XML SCHEMA COLLECTION sc ADD @s
ROLLBACK
GO
SELECT CAST('<z>1</z>' AS xml(sc)) AS x
GO
--> x xml
--> Msg 6913, Level 16, State 1, Line 1: XML Validation: Declaration not found for element 'z'. Location: /*:z[1]
ALTER XML SCHEMA COLLECTION sc ADD '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r" type="xs:int"/></xs:schema>'
GO
--> Msg 6310, Level 16, State 1, Line 1: Altering existing schema components is not allowed.  There was an attempt to modify an existing XML Schema component, component namespace: '' component name: 'r' component kind:ELEMENT
ALTER XML SCHEMA COLLECTION sc ADD N''
GO
ALTER XML SCHEMA COLLECTION sc ADD 'garbage'
GO
--> Msg 2378, Level 16, State 1, Line 1: Expected XML schema document
ALTER XML SCHEMA COLLECTION nope ADD ''
GO
--> Msg 6347, Level 16, State 1, Line 1: Specified collection 'nope' cannot be altered because it does not exist or you do not have permission.
ALTER XML SCHEMA COLLECTION sys.sys ADD ''
GO
--> Msg 6339, Level 16, State 1, Line 1: Specified collection 'sys' cannot be modified because it is SQL Server built-in XML Schema Collection.
CREATE XML SCHEMA COLLECTION sc AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'
GO
--> Msg 6348, Level 16, State 1, Line 1: Specified collection 'sc' cannot be created because it already exists or you do not have permission.
CREATE XML SCHEMA COLLECTION nothing AS NULL
GO
--> Msg 6361, Level 16, State 1, Line 1: Invalid null parameter specified. XML Schema Collections can only be created from a non-null value.
CREATE XML SCHEMA COLLECTION nothing AS 5
GO
--> Msg 6352, Level 16, State 1, Line 1: Invalid parameter specified. XML Schema Collections can only be created from a string literal, or from a variable typed as a string or untyped XML.
DROP XML SCHEMA COLLECTION sc
GO
--> Msg 6328, Level 16, State 1, Line 1: Specified collection 'sc' cannot be dropped because it is used by object 'dbo.t'.
DROP XML SCHEMA COLLECTION nope
GO
--> Msg 6314, Level 16, State 1, Line 1: Collection specified does not exist in metadata : 'nope'
DROP XML SCHEMA COLLECTION IF EXISTS nope
GO
CREATE SCHEMA other
GO
ALTER SCHEMA other TRANSFER XML SCHEMA COLLECTION::model
GO
ALTER AUTHORIZATION ON XML SCHEMA COLLECTION::other.model TO dbo
GO
GRANT EXECUTE ON XML SCHEMA COLLECTION::other.model TO public
SELECT class, class_desc, permission_name FROM sys.database_permissions WHERE class = 10
GO
--> class tinyint!, class_desc nvarchar(60), permission_name nvarchar(128)
--> 10 | 'XML_SCHEMA_COLLECTION' | 'EXECUTE'
GRANT EXECUTE ON XML SCHEMA COLLECTION::nope TO public
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the xml schema collection 'nope', because it does not exist or you do not have permission.
DROP XML SCHEMA COLLECTION other.model
SELECT CAST('<r/>' AS xml(other.model)) AS x
GO
--> Msg 6314, Level 16, State 1, Line 2: Collection specified does not exist in metadata : 'other.model'
