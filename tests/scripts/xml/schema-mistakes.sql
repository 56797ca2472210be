-- What a schema must not say.
CREATE XML SCHEMA COLLECTION bad AS '<a/>'
GO
--> Msg 2378, Level 16, State 1, Line 2: Expected XML schema document
CREATE XML SCHEMA COLLECTION bad AS '<a>'
GO
--> Msg 9400, Level 16, State 1, Line 1: XML parsing: line 1, character 3, unexpected end of input
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element/></xs:schema>'
GO
--> Msg 2299, Level 16, State 1, Line 1: Required attribute "name" of XSD element "element" is missing.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/><xs:element name="a"/></xs:schema>'
GO
--> Msg 2301, Level 16, State 1, Line 1: The element "a" has already been defined.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:list itemType="xs:int"/></xs:simpleType><xs:complexType name="T"></xs:complexType></xs:schema>'
GO
--> Msg 2302, Level 16, State 1, Line 1: The name "T" has already been defined in this scope.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:element></xs:schema>'
GO
--> Msg 2305, Level 16, State 1, Line 1: Element or attribute type specified more than once. Location: '/*:schema[1]/*:element[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="b"/></xs:schema>'
GO
--> Msg 2307, Level 16, State 1, Line 1: Reference to an undefined name 'b'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:nope"/></xs:schema>'
GO
--> Msg 2308, Level 16, State 1, Line 1: Reference to an undefined name 'nope' within namespace 'http://www.w3.org/2001/XMLSchema'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="q:int"/></xs:schema>'
GO
--> Msg 2284, Level 16, State 1, Line 1: The namespace prefix 'q' has not been defined
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:sequence><xs:element name="a" maxOccurs="x"/></xs:sequence></xs:complexType></xs:schema>'
GO
--> Msg 2309, Level 16, State 1, Line 1: The value of "x" is not a valid number.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:attribute name="a"/><xs:attribute name="a"/></xs:complexType></xs:schema>'
GO
--> Msg 2310, Level 16, State 1, Line 1: The attribute "a" is declared more than once.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction/></xs:simpleType></xs:schema>'
GO
--> Msg 2316, Level 16, State 1, Line 1: The required 'base' attribute is missing. Location: '/*:schema[1]/*:simpleType[1]/*:restriction[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:minInclusive value="1"/><xs:minInclusive value="2"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 2320, Level 16, State 1, Line 1: Duplicate facet 'minInclusive' found at location '/*:schema[1]/*:simpleType[1]/*:restriction[1]/*:minInclusive[2]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"></xs:simpleType></xs:schema>'
GO
--> Msg 2327, Level 16, State 1, Line 1: The content or definition of <simpleType> is missing.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:union/></xs:simpleType></xs:schema>'
GO
--> Msg 2339, Level 16, State 1, Line 1: Either a memberType attribute or a simpleType child must be present. Location: '/*:schema[1]/*:simpleType[1]/*:union[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:list/></xs:simpleType></xs:schema>'
GO
--> Msg 2393, Level 16, State 1, Line 1: Either an itemType attribute or a simpleType child must be present. Location: '/*:schema[1]/*:simpleType[1]/*:list[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"></xs:complexType><xs:simpleType name="U"><xs:restriction base="T"/></xs:simpleType></xs:schema>'
GO
--> Msg 2361, Level 16, State 1, Line 1: The base type of an XSD extension or restriction type must be a simple type.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:complexContent><xs:extension base="T"/></xs:complexContent></xs:complexType></xs:schema>'
GO
--> Msg 2366, Level 16, State 1, Line 1: "T" has a circular definition.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:sequence/><xs:choice/></xs:complexType></xs:schema>'
GO
--> Msg 2369, Level 16, State 1, Line 1: Cannot have more than one group/sequence/choice/all within a restriction or extension. Location: '/*:schema[1]/*:complexType[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:sequence minOccurs="3" maxOccurs="2"/></xs:complexType></xs:schema>'
GO
--> Msg 2382, Level 16, State 1, Line 1: Invalid combination of minOccurs and maxOccurs values, minOccurs has to be less than or equal to maxOccurs. Location: '/*:schema[1]/*:complexType[1]/*:sequence[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:sequence><xs:wrong/></xs:sequence></xs:complexType></xs:schema>'
GO
--> Msg 2297, Level 16, State 1, Line 1: Element <wrong> is not valid at location '/*:schema[1]/*:complexType[1]/*:sequence[1]/*:wrong[1]'.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:sequence/></xs:schema>'
GO
--> Msg 6940, Level 16, State 1, Line 1: Invalid component named 'sequence' found in global scope. Only elements, attributes, types and groups can be defined in global context
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:union memberTypes="xs:ID"/></xs:simpleType></xs:schema>'
GO
--> Msg 6903, Level 16, State 1, Line 1: XML Validation: Invalid definition for type 'T'. SQL Server does not currently support inclusion of ID, QName, or list of QName among the member types of a union type.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="U"><xs:union memberTypes="xs:int"/></xs:simpleType><xs:simpleType name="T"><xs:restriction base="U"/></xs:simpleType></xs:schema>'
GO
--> Msg 6910, Level 16, State 1, Line 1: XML Validation: Invalid definition for type 'T'. SQL Server does not currently support restriction of union types.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:complexContent><xs:extension base="xs:int"/></xs:complexContent></xs:complexType></xs:schema>'
GO
--> Msg 6941, Level 16, State 1, Line 1: Invalid type definition for type 'T', types with complex content can only be derived from base types which have complex content
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="U"><xs:sequence/></xs:complexType><xs:complexType name="T"><xs:simpleContent><xs:extension base="U"/></xs:simpleContent></xs:complexType></xs:schema>'
GO
--> Msg 6942, Level 16, State 1, Line 1: Invalid type definition for type 'T', types with simple content can only be derived from base types which have simple content
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:simpleContent><xs:restriction base="xs:int"/></xs:simpleContent></xs:complexType></xs:schema>'
GO
--> Msg 6968, Level 16, State 1, Line 1: Invalid type definition for type 'T'. Complex types cannot restrict simple types
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:totalDigits value="x"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6945, Level 16, State 1, Line 1: Invalid facet value for facet 'totalDigits' in type definition 'T'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:int"><xs:enumeration value="x"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6945, Level 16, State 1, Line 1: Invalid facet value for facet 'enumeration' in type definition 'T'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:string"><xs:pattern value="["/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6945, Level 16, State 1, Line 1: Invalid facet value for facet 'pattern' in type definition 'T'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:string"><xs:minLength value="5"/><xs:maxLength value="4"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6946, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'minLength' can not be greater than 'maxLength'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:string"><xs:minLength value="5"/><xs:length value="4"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6948, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'minLength' can not be greater than 'Length'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:string"><xs:length value="5"/><xs:maxLength value="4"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6949, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'Length' can not be greater than 'maxLength'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:totalDigits value="2"/><xs:fractionDigits value="3"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6950, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'fractionDigits' can not be greater than 'totalDigits'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:minInclusive value="5"/><xs:maxInclusive value="4"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6951, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'minInclusive' must be less than or equal to 'maxInclusive' and less than 'maxExclusive'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:minExclusive value="5"/><xs:maxExclusive value="4"/></xs:restriction></xs:simpleType></xs:schema>'
GO
--> Msg 6952, Level 16, State 1, Line 1: Invalid type definition for type 'T', 'minExclusive' must be less than or equal to 'maxExclusive' and less than 'maxInclusive'
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence></xs:group><xs:complexType name="T"><xs:group ref="g"/></xs:complexType></xs:schema>'
GO
--> Msg 6954, Level 16, State 1, Line 1: Invalid group definition for group 'g', recursive group definitions are not allowed
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"></xs:complexType><xs:attribute name="a" type="T"/></xs:schema>'
GO
--> Msg 6955, Level 16, State 1, Line 1: Invalid attribute definition for attribute 'a', attributes type has to be simple type
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"><xs:all><xs:element name="a" maxOccurs="2"/></xs:all></xs:complexType></xs:schema>'
GO
--> Msg 6958, Level 16, State 1, Line 1: Invalid definition for type 'T'. An 'all' group may not appear as the child or parent of any other model group, it must have minOccurs = maxOccurs = 1, its child elements must have maxOccurs = 1
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="U"><xs:attribute name="a"/></xs:complexType><xs:complexType name="T"><xs:complexContent><xs:extension base="U"><xs:attribute name="a"/></xs:extension></xs:complexContent></xs:complexType></xs:schema>'
GO
--> Msg 6976, Level 16, State 1, Line 1: Invalid redefinition of attribute 'a' in type 'T'. Derivation by extension may not redefine attributes.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="T"></xs:complexType><xs:simpleType name="U"><xs:union memberTypes="T"/></xs:simpleType></xs:schema>'
GO
--> Msg 6977, Level 16, State 1, Line 1: Invalid member type 'T' in union type 'U'. Unions may not have complex member types.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="U"><xs:list itemType="xs:int"/></xs:simpleType><xs:simpleType name="T"><xs:list itemType="U"/></xs:simpleType></xs:schema>'
GO
--> Msg 6978, Level 16, State 1, Line 1: Invalid item type for list type 'T'. The item type of a list may not itself be a list, and types derived from ID may not be used as item types in this release.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="a.xsd"/></xs:schema>'
GO
--> Msg 9336, Level 16, State 1, Line 1: The XML Schema syntax 'include' is not supported.
CREATE XML SCHEMA COLLECTION bad AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType/><xs:key name="k"><xs:selector xpath="i"/><xs:field xpath="@id"/></xs:key></xs:element></xs:schema>'
GO
--> Msg 9336, Level 16, State 1, Line 1: The XML Schema syntax 'key' is not supported.
-- None of them has left anything behind.
SELECT COUNT(*) AS n FROM sys.xml_schema_collections WHERE name = 'bad'
GO
--> n int
--> 0
