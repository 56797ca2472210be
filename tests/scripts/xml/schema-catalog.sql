-- What the catalog shows of schema collections.
CREATE XML SCHEMA COLLECTION sc AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true" minOccurs="0"/><xs:element ref="t:s"/><xs:any processContents="lax"/></xs:sequence><xs:attribute name="k" type="t:k" default="x"/></xs:complexType></xs:element><xs:element name="s" type="xs:string"/><xs:simpleType name="k"><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction></xs:simpleType></xs:schema>'
GO
CREATE TABLE t (id int PRIMARY KEY, x xml(DOCUMENT sc), y xml)
EXEC ('CREATE PROCEDURE p @x xml(sc) AS SELECT 1')
GO
SELECT xml_collection_id, schema_id, principal_id, name FROM sys.xml_schema_collections
GO
--> xml_collection_id int!, schema_id int!, principal_id int, name nvarchar(128)!
--> 1 | 4 | NULL | 'sys'
--> 65536 | 1 | NULL | 'sc'
SELECT xml_collection_id, name, xml_namespace_id FROM sys.xml_schema_namespaces
GO
--> xml_collection_id int!, name nvarchar(4000)!, xml_namespace_id int!
--> 1 | 'http://www.w3.org/2001/XMLSchema' | 1
--> 1 | 'http://schemas.microsoft.com/sqlserver/2004/sqltypes' | 2
--> 65536 | 'urn:t' | 1
SELECT xml_component_id, xml_namespace_id, is_qualified, name, symbol_space, kind_desc, derivation_desc, scoping_xml_component_id FROM sys.xml_schema_components
GO
--> xml_component_id int!, xml_namespace_id int!, is_qualified bit!, name nvarchar(4000), symbol_space char(1)!, kind_desc nvarchar(60), derivation_desc nvarchar(60), scoping_xml_component_id int
--> 65536 | 1 | 1 | 'k' | 'T' | 'SIMPLE_TYPE' | 'RESTRICTION' | NULL
--> 65537 | 1 | 1 | 'r' | 'E' | 'ELEMENT' | 'NONE' | NULL
--> 65538 | 1 | 0 | NULL | 'T' | 'COMPLEX_TYPE' | 'RESTRICTION' | 65537
--> 65539 | 1 | 0 | 'a' | 'E' | 'ELEMENT' | 'NONE' | 65538
--> 65540 | 1 | 0 | NULL | 'N' | 'WILDCARD' | 'NONE' | 65538
--> 65541 | 1 | 0 | 'k' | 'A' | 'ATTRIBUTE' | 'NONE' | 65538
--> 65542 | 1 | 1 | 's' | 'E' | 'ELEMENT' | 'NONE' | NULL
SELECT name, is_nillable, is_abstract, must_be_qualified, default_value FROM sys.xml_schema_elements
GO
--> name nvarchar(4000), is_nillable bit!, is_abstract bit!, must_be_qualified bit!, default_value nvarchar(4000)
--> 'r' | 0 | 0 | 1 | NULL
--> 'a' | 1 | 0 | 0 | NULL
--> 's' | 0 | 0 | 1 | NULL
SELECT name, default_value, is_default_fixed FROM sys.xml_schema_attributes
GO
--> name nvarchar(4000), default_value nvarchar(4000), is_default_fixed bit!
--> 'k' | 'x' | 0
SELECT name, kind_desc, allows_mixed_content FROM sys.xml_schema_types
GO
--> name nvarchar(4000), kind_desc nvarchar(60), allows_mixed_content bit!
--> 'k' | 'SIMPLE_TYPE' | 0
--> NULL | 'COMPLEX_TYPE' | 0
SELECT process_content_desc FROM sys.xml_schema_wildcards
GO
--> process_content_desc nvarchar(60)
--> 'LAX_VALIDATION'
SELECT OBJECT_NAME(object_id) AS o, column_id, xml_collection_id FROM sys.column_xml_schema_collection_usages
GO
--> o nvarchar(128), column_id int!, xml_collection_id int!
--> 't' | 2 | 65536
SELECT OBJECT_NAME(object_id) AS o, parameter_id, xml_collection_id FROM sys.parameter_xml_schema_collection_usages
GO
--> o nvarchar(128), parameter_id int!, xml_collection_id int!
--> 'p' | 1 | 65536
SELECT name, is_xml_document, xml_collection_id FROM sys.columns WHERE object_id = OBJECT_ID('t')
GO
--> name nvarchar(128), is_xml_document bit!, xml_collection_id int!
--> 'id' | 0 | 0
--> 'x' | 1 | 65536
--> 'y' | 0 | 0
-- XML_SCHEMA_NAMESPACE gives the documents back as they were given, where SQL Server writes them anew.
SELECT XML_SCHEMA_NAMESPACE(N'dbo', N'sc') AS x
GO
--> x xml
--> '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true" minOccurs="0"/><xs:element ref="t:s"/><xs:any processContents="lax"/></xs:sequence><xs:attribute name="k" type="t:k" default="x"/></xs:complexType></xs:element><xs:element name="s" type="xs:string"/><xs:simpleType name="k"><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction></xs:simpleType></xs:schema>'
SELECT XML_SCHEMA_NAMESPACE('dbo', 'sc', 'urn:t').value('count(//*)', 'int') AS n
GO
--> n int
--> 12
SELECT XML_SCHEMA_NAMESPACE('dbo', 'sc', 'urn:q') AS x
GO
--> x xml
--> Msg 6312, Level 16, State 1, Line 1: Could not find schema components with target namespace 'urn:q' in collection 'dbo.sc'.
SELECT XML_SCHEMA_NAMESPACE('dbo', 'nope') AS x
GO
--> x xml
--> Msg 6314, Level 16, State 1, Line 1: Collection specified does not exist in metadata : 'dbo.nope'
