-- XMLSCHEMA puts an inline schema before the rows.
CREATE TYPE dbo.Name FROM nvarchar(50) NOT NULL
GO
CREATE TABLE c (id int NOT NULL, name dbo.Name, price decimal(10, 2), made datetime, code varchar(10) COLLATE Latin1_General_100_CS_AS, b varbinary(5), g uniqueidentifier)
CREATE TABLE o (id int NOT NULL, c int NOT NULL)
INSERT c VALUES (1, N'one', 1.5, '20200102', 'x', 0x01, NULL)
INSERT o VALUES (7, 1), (8, 1)
GO
--> (1 row)
--> (2 rows)
SELECT id, name FROM c FOR XML RAW, XMLSCHEMA('urn:example.com')
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<xsd:schema targetNamespace="urn:example.com" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="row"><xsd:complexType><xsd:attribute name="id" type="sqltypes:int" use="required"/><xsd:attribute name="name" use="required"><xsd:simpleType sqltypes:sqlTypeAlias="[golden].[dbo].[Name]"><xsd:restriction base="sqltypes:nvarchar" sqltypes:localeId="1033" sqltypes:sqlCompareOptions="IgnoreCase IgnoreKanaType IgnoreWidth" sqltypes:sqlSortId="52"><xsd:maxLength value="50"/></xsd:restriction></xsd:simpleType></xsd:attribute></xsd:complexType></xsd:element></xsd:schema><row xmlns="urn:example.com" id="1" name="one"/>'
SELECT price, made, code, b, g FROM c FOR XML RAW, XMLSCHEMA, BINARY BASE64
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<xsd:schema targetNamespace="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="row"><xsd:complexType><xsd:attribute name="price"><xsd:simpleType><xsd:restriction base="sqltypes:decimal"><xsd:totalDigits value="10"/><xsd:fractionDigits value="2"/></xsd:restriction></xsd:simpleType></xsd:attribute><xsd:attribute name="made" type="sqltypes:datetime"/><xsd:attribute name="code"><xsd:simpleType><xsd:restriction base="sqltypes:varchar" sqltypes:localeId="1033" sqltypes:sqlCompareOptions="IgnoreKanaType IgnoreWidth" sqltypes:sqlCollationVersion="2"><xsd:maxLength value="10"/></xsd:restriction></xsd:simpleType></xsd:attribute><xsd:attribute name="b"><xsd:simpleType><xsd:restriction base="sqltypes:varbinary"><xsd:maxLength value="5"/></xsd:restriction></xsd:simpleType></xsd:attribute><xsd:attribute name="g" type="sqltypes:uniqueidentifier"/></xsd:complexType></xsd:element></xsd:schema><row xmlns="urn:schemas-microsoft-com:sql:SqlRowSet1" price="1.50" made="2020-01-02T00:00:00" code="x" b="AQ=="/>'
SELECT id, price FROM c WHERE 1 = 0 FOR XML RAW('item'), ROOT('items'), ELEMENTS, XMLSCHEMA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<items><xsd:schema targetNamespace="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="item"><xsd:complexType><xsd:sequence><xsd:element name="id" type="sqltypes:int"/><xsd:element name="price" minOccurs="0"><xsd:simpleType><xsd:restriction base="sqltypes:decimal"><xsd:totalDigits value="10"/><xsd:fractionDigits value="2"/></xsd:restriction></xsd:simpleType></xsd:element></xsd:sequence></xsd:complexType></xsd:element></xsd:schema></items>'
SELECT id, g FROM c FOR XML RAW, ELEMENTS XSINIL, XMLSCHEMA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<xsd:schema targetNamespace="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="row"><xsd:complexType><xsd:sequence><xsd:element name="id" type="sqltypes:int" nillable="1"/><xsd:element name="g" type="sqltypes:uniqueidentifier" nillable="1"/></xsd:sequence></xsd:complexType></xsd:element></xsd:schema><row xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:schemas-microsoft-com:sql:SqlRowSet1"><id>1</id><g xsi:nil="true"/></row>'
SELECT Cust.id, Ord.id FROM c AS Cust JOIN o AS Ord ON Ord.c = Cust.id FOR XML AUTO, XMLSCHEMA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<xsd:schema targetNamespace="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:schema="urn:schemas-microsoft-com:sql:SqlRowSet1" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="Cust"><xsd:complexType><xsd:sequence><xsd:element ref="schema:Ord" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence><xsd:attribute name="id" type="sqltypes:int" use="required"/></xsd:complexType></xsd:element><xsd:element name="Ord"><xsd:complexType><xsd:attribute name="id" type="sqltypes:int" use="required"/></xsd:complexType></xsd:element></xsd:schema><Cust xmlns="urn:schemas-microsoft-com:sql:SqlRowSet1" id="1"><Ord id="7"/><Ord id="8"/></Cust>'
SELECT Cust.id, Ord.id FROM c AS Cust JOIN o AS Ord ON Ord.c = Cust.id FOR XML AUTO, ELEMENTS, TYPE, XMLSCHEMA('urn:o')
GO
--> - xml
--> '<xsd:schema targetNamespace="urn:o" xmlns:schema="urn:o" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:sqltypes="http://schemas.microsoft.com/sqlserver/2004/sqltypes" elementFormDefault="qualified"><xsd:import namespace="http://schemas.microsoft.com/sqlserver/2004/sqltypes" schemaLocation="http://schemas.microsoft.com/sqlserver/2004/sqltypes/sqltypes.xsd"/><xsd:element name="Cust"><xsd:complexType><xsd:sequence><xsd:element name="id" type="sqltypes:int"/><xsd:element ref="schema:Ord" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType></xsd:element><xsd:element name="Ord"><xsd:complexType><xsd:sequence><xsd:element name="id" type="sqltypes:int"/></xsd:sequence></xsd:complexType></xsd:element></xsd:schema><Cust xmlns="urn:o"><id>1</id><Ord><id>7</id></Ord><Ord><id>8</id></Ord></Cust>'
-- XMLDATA is its older form.
SELECT id, name, price FROM c FOR XML RAW, XMLDATA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<Schema name="Schema1" xmlns="urn:schemas-microsoft-com:xml-data" xmlns:dt="urn:schemas-microsoft-com:datatypes"><ElementType name="row" content="empty" model="closed"><AttributeType name="id" dt:type="i4"/><AttributeType name="name" dt:type="string"/><AttributeType name="price" dt:type="number"/><attribute type="id"/><attribute type="name"/><attribute type="price"/></ElementType></Schema><row xmlns="x-schema:#Schema1" id="1" name="one" price="1.50"/>'
SELECT Cust.id, Ord.id AS oid FROM c AS Cust JOIN o AS Ord ON Ord.c = Cust.id FOR XML AUTO, XMLDATA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<Schema name="Schema1" xmlns="urn:schemas-microsoft-com:xml-data" xmlns:dt="urn:schemas-microsoft-com:datatypes"><ElementType name="Cust" content="eltOnly" model="closed" order="many"><element type="Ord" maxOccurs="*"/><AttributeType name="id" dt:type="i4"/><attribute type="id"/></ElementType><ElementType name="Ord" content="empty" model="closed"><AttributeType name="oid" dt:type="i4"/><attribute type="oid"/></ElementType></Schema><Cust xmlns="x-schema:#Schema1" id="1"><Ord oid="7"/><Ord oid="8"/></Cust>'
SELECT id, made FROM c FOR XML RAW, ELEMENTS, XMLDATA
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '<Schema name="Schema1" xmlns="urn:schemas-microsoft-com:xml-data" xmlns:dt="urn:schemas-microsoft-com:datatypes"><ElementType name="row" content="eltOnly" model="closed" order="many"><element type="id"/><element type="made"/></ElementType><ElementType name="id" content="textOnly" model="closed" dt:type="i4"/><ElementType name="made" content="textOnly" model="closed" dt:type="dateTime"/></Schema><row xmlns="x-schema:#Schema1"><id>1</id><made>2020-01-02T00:00:00</made></row>'
SELECT id FROM c FOR XML PATH, XMLSCHEMA
GO
--> Msg 6855, Level 16, State 1, Line 1: Inline schema is not supported with FOR XML PATH.
SELECT id FROM c FOR XML RAW, ROOT, XMLDATA
GO
--> Msg 6860, Level 16, State 1, Line 1: FOR XML directive XMLDATA is not allowed with ROOT directive or row tag name specified.
SELECT CAST('<a/>' AS xml) AS x FOR XML RAW, XMLSCHEMA
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'FOR XML XMLSCHEMA of xml' is not supported in this version of Sprocket.
