SET NOCOUNT ON
GO
-- What is stored: no declaration, no white space between tags, empty elements closed at once, character data as text, double quotes.
SELECT CAST('<?xml version="1.0"?> <a  b = ''x"y'' > <c></c><![CDATA[1<2]]>&#65;&amp;&quot; </a><!-- c --><?p d?>' AS xml) AS x
SELECT CAST('<a/>t<b/>' AS xml) AS fragments, CAST('' AS xml) AS nothing, CAST('just text' AS xml) AS text, CAST(NULL AS xml) AS n
SELECT CAST('<a xml:space="preserve"> <b> </b></a>' AS xml) AS kept, CAST('<a> <b> </b></a>' AS xml) AS dropped, CONVERT(xml, '<a> <b> </b></a>', 1) AS style1
SELECT CAST('<a>' + CHAR(13) + CHAR(10) + 'x</a>' AS xml) AS lines, CAST('<a b="1' + CHAR(10) + '2"/>' AS xml) AS attribute
GO
--> x xml
--> '<a b="x&quot;y"><c/>1&lt;2A&amp;" </a><!-- c --><?p d?>'
--> fragments xml, nothing xml, text xml, n xml
--> '<a/>t<b/>' | '' | 'just text' | NULL
--> kept xml, dropped xml, style1 xml
--> '<a xml:space="preserve"> <b> </b></a>' | '<a><b/></a>' | '<a> <b> </b></a>'
--> lines xml, attribute xml
--> '<a>\nx</a>' | '<a b="1 2"/>'
-- The declaration's encoding must be that of the string; bytes are read in theirs.
SELECT CAST('<?xml version="1.0" encoding="utf-8"?><r/>' AS xml) AS narrow, CAST(N'<?xml version="1.0" encoding="utf-16"?><r/>' AS xml) AS wide,
  CAST(0x3C723EC3A43C2F723E AS xml) AS bytes, CAST(CAST(N'<r>ä</r>' AS varbinary(100)) AS xml) AS words
GO
--> narrow xml, wide xml, bytes xml, words xml
--> '<r/>' | '<r/>' | '<r>ä</r>' | '<r>ä</r>'
SELECT CAST(N'<?xml version="1.0" encoding="utf-8"?><r/>' AS xml)
GO
--> - xml
--> Msg 9402, Level 16, State 1, Line 1: XML parsing: line 1, character 38, unable to switch the encoding
SELECT CAST('<?xml version="1.0" encoding="utf-16"?><r/>' AS xml)
GO
--> - xml
--> Msg 9402, Level 16, State 1, Line 1: XML parsing: line 1, character 39, unable to switch the encoding
-- Line and character of a mistake.
SELECT CAST('<a>' AS xml)
GO
--> - xml
--> Msg 9400, Level 16, State 1, Line 2: XML parsing: line 1, character 3, unexpected end of input
SELECT CAST('<a>' + CHAR(10) + '<b></a>' AS xml)
GO
--> - xml
--> Msg 9436, Level 16, State 1, Line 1: XML parsing: line 2, character 7, end tag does not match start tag
SELECT CAST('<X>a&b</X>' AS xml)
GO
--> - xml
--> Msg 9411, Level 16, State 1, Line 1: XML parsing: line 1, character 7, semicolon expected
SELECT CAST('<X>a & b</X>' AS xml)
GO
--> - xml
--> Msg 9421, Level 16, State 1, Line 1: XML parsing: line 1, character 7, illegal name character
SELECT CAST('<X>&nbsp;</X>' AS xml)
GO
--> - xml
--> Msg 9448, Level 16, State 1, Line 1: XML parsing: line 1, character 9, well formed check: undeclared entity
SELECT CAST('<a b=1/>' AS xml)
GO
--> - xml
--> Msg 9413, Level 16, State 1, Line 1: XML parsing: line 1, character 6, A string literal was expected
SELECT CAST('<a b/>' AS xml)
GO
--> - xml
--> Msg 9414, Level 16, State 1, Line 1: XML parsing: line 1, character 5, equal expected
SELECT CAST('<a b="1"c="2"/>' AS xml)
GO
--> - xml
--> Msg 9410, Level 16, State 1, Line 1: XML parsing: line 1, character 9, whitespace expected
SELECT CAST('<a b="1" b="2"/>' AS xml)
GO
--> - xml
--> Msg 9437, Level 16, State 1, Line 1: XML parsing: line 1, character 11, duplicate attribute
SELECT CAST('<a b="<"/>' AS xml)
GO
--> - xml
--> Msg 9415, Level 16, State 1, Line 1: XML parsing: line 1, character 7, well formed check: no '<' in attribute value
SELECT CAST('<1a/>' AS xml)
GO
--> - xml
--> Msg 9455, Level 16, State 1, Line 1: XML parsing: line 1, character 2, illegal qualified name character
SELECT CAST('<p:a/>' AS xml)
GO
--> - xml
--> Msg 9459, Level 16, State 1, Line 1: XML parsing: line 1, character 5, undeclared prefix
SELECT CAST('<a xmlns:p=""/>' AS xml)
GO
--> - xml
--> Msg 9460, Level 16, State 1, Line 1: XML parsing: line 1, character 14, non default namespace with empty uri
SELECT CAST('<a>]]></a>' AS xml)
GO
--> - xml
--> Msg 9454, Level 16, State 1, Line 1: XML parsing: line 1, character 6, no ']]>' in element content
SELECT CAST('<!-- a -- b -->' AS xml)
GO
--> - xml
--> Msg 9424, Level 16, State 1, Line 1: XML parsing: line 1, character 10, incorrect comment syntax
SELECT CAST(' <?xml version="1.0"?><a/>' AS xml)
GO
--> - xml
--> Msg 9438, Level 16, State 1, Line 1: XML parsing: line 1, character 7, text/xmldecl not at the beginning of input
SELECT CAST('<a>' + CHAR(1) + '</a>' AS xml)
GO
--> - xml
--> Msg 9420, Level 16, State 1, Line 1: XML parsing: line 1, character 4, illegal xml character
SELECT CAST('<a>&#1;</a>' AS xml)
GO
--> - xml
--> Msg 9420, Level 16, State 1, Line 1: XML parsing: line 1, character 7, illegal xml character
SELECT CAST('<a>&#x;</a>' AS xml)
GO
--> - xml
--> Msg 9416, Level 16, State 1, Line 1: XML parsing: line 1, character 7, hexadecimal digit expected
SELECT CAST('<!DOCTYPE a><a/>' AS xml)
GO
--> - xml
--> Msg 6359, Level 16, State 1, Line 1: Parsing XML with internal subset DTDs not allowed. Use CONVERT with style option 2 to enable limited internal subset DTD support.
SELECT CONVERT(xml, '<!DOCTYPE a><a/>', 2) AS x
GO
--> x xml
--> '<a/>'
SELECT CONVERT(xml, '<a/>', 4)
GO
--> - xml
--> Msg 6358, Level 16, State 1, Line 1: 4 is not a valid style number when converting to XML.
DECLARE @x xml = REPLICATE(CAST('<a>' AS varchar(max)), 129) + REPLICATE(CAST('</a>' AS varchar(max)), 129)
GO
--> Msg 6335, Level 16, State 102, Line 1: XML datatype instance has too many levels of nested nodes. Maximum allowed depth is 128 levels.
-- TRY_CAST gives NULL; the other errors doom a transaction.
SELECT TRY_CAST('<a>' AS xml) AS a, TRY_CONVERT(xml, '<a/>', 4) AS b
GO
--> a xml, b xml
--> NULL | NULL
-- Back to text: too short a string is refused.
SELECT CAST(CAST('<a>1</a>' AS xml) AS varchar(20)) AS s, CAST(CAST('<a/>' AS xml) AS varbinary(20)) AS b
GO
--> s varchar(20), b varbinary(20)
--> '<a>1</a>' | 0xFFFE3C0061002F003E00
SELECT CAST(CAST('<a>12345</a>' AS xml) AS varchar(5))
GO
--> - varchar(5)
--> Msg 6354, Level 16, State 10, Line 1: Target string size is too small to represent the XML instance
-- xml is not compared, sorted, grouped or made distinct.
DECLARE @x xml = '<a/>'
SELECT 1 WHERE @x = '<a/>'
GO
--> Msg 402, Level 16, State 1, Line 3: The data types xml and varchar are incompatible in the equal to operator.
CREATE TABLE t (x xml)
SELECT x FROM t ORDER BY x
GO
--> Msg 305, Level 16, State 1, Line 2: The XML data type cannot be compared or sorted, except when using the IS NULL operator.
SELECT x FROM t GROUP BY x
GO
--> Msg 305, Level 16, State 1, Line 1: The XML data type cannot be compared or sorted, except when using the IS NULL operator.
SELECT DISTINCT x FROM t
GO
--> Msg 421, Level 16, State 1, Line 1: The xml data type cannot be selected as DISTINCT because it is not comparable.
SELECT x FROM t UNION SELECT x FROM t
GO
--> Msg 5335, Level 16, State 1, Line 1: The data type xml cannot be used as an operand to the UNION, INTERSECT or EXCEPT operators because it is not comparable.
SELECT MAX(x) FROM t
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type xml is invalid for max operator.
CREATE TABLE k (x xml PRIMARY KEY)
GO
--> Msg 1919, Level 16, State 1, Line 1: Column 'x' in table 'k' is of a type that is invalid for use as a key column in an index.
--> Msg 1750, Level 16, State 1, Line 1: Could not create constraint or index. See previous errors.
SELECT COUNT(*) AS n FROM sys.xml_indexes
GO
--> n int
--> 0
CREATE XML SCHEMA COLLECTION c AS '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'
GO
SELECT CAST('<?xml encoding="utf-8"?><a/>' AS xml)
GO
--> - xml
--> Msg 9441, Level 16, State 1, Line 1: XML parsing: line 1, character 23, incorrect xml declaration syntax
SELECT CAST('<a/' AS xml)
GO
--> - xml
--> Msg 9412, Level 16, State 1, Line 1: XML parsing: line 1, character 3, '>' expected
SELECT CAST('<a>&#z;</a>' AS xml)
GO
--> - xml
--> Msg 9417, Level 16, State 1, Line 1: XML parsing: line 1, character 6, decimal digit expected
SELECT CAST('<!ELEMENT a><a/>' AS xml)
GO
--> - xml
--> Msg 9422, Level 16, State 1, Line 1: XML parsing: line 1, character 1, incorrect document syntax
SELECT CAST('<a b:c:d="1" xmlns:b="u"/>' AS xml)
GO
--> - xml
--> Msg 9456, Level 16, State 1, Line 1: XML parsing: line 1, character 25, multiple colons in qualified name
