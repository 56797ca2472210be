SET NOCOUNT ON
GO
CREATE TABLE p (id int NOT NULL PRIMARY KEY, name varchar(20) NULL)
CREATE TABLE c (id int NOT NULL PRIMARY KEY, pid int NOT NULL, note nvarchar(20) NULL)
INSERT p VALUES (1, 'one'), (2, NULL)
INSERT c VALUES (10, 1, N'a<b'), (11, 1, NULL), (12, 2, N'c')
GO
-- The universal table: each row opens the element of its tag below the open one of its parent.
SELECT 1 AS Tag, NULL AS Parent, id AS [p!1!id], name AS [p!1!name!element], NULL AS [c!2!id], NULL AS [c!2!]
FROM p
UNION ALL
SELECT 2, 1, pid, NULL, id, note FROM c
ORDER BY [p!1!id], [c!2!id]
FOR XML EXPLICIT, TYPE
GO
--> - xml
--> '<p id="1"><name>one</name><c id="10">a&lt;b</c><c id="11"/></p><p id="2"><c id="12">c</c></p>'
-- A root and its namespace for xsi:nil.
SELECT 1 AS Tag, 0 AS Parent, id AS [p!1!id], name AS [p!1!name!elementxsinil] FROM p ORDER BY id FOR XML EXPLICIT, ROOT ('r'), TYPE
GO
--> - xml
--> '<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><p id="1"><name>one</name></p><p id="2"><name xsi:nil="true"/></p></r>'
-- Directives.
SELECT 1 AS Tag, NULL AS Parent, 5 AS [e!1!h!hide], 'a&b' AS [e!1!t!element], '<i/>' AS [e!1!x!xml], 'c]]>d' AS [e!1!!cdata], 'k' AS [e!1!key!id]
FOR XML EXPLICIT, TYPE
GO
--> - xml
--> '<e key="k"><t>a&amp;b</t><x><i/></x>c]]&gt;d</e>'
SELECT (SELECT 1 AS Tag, NULL AS Parent, 5 AS [e!1!h!hide], 'a&b' AS [e!1!t!element], '<i/>' AS [e!1!x!xml], 'c]]>d' AS [e!1!!cdata], 'k' AS [e!1!key!id]
FOR XML EXPLICIT) AS x
SELECT (SELECT 1 AS Tag, NULL AS Parent, 1 AS [e!1!a], '<o a="2" b="3">t<u/></o>' AS [e!1!!xmltext] FOR XML EXPLICIT) AS x
SELECT (SELECT 1 AS Tag, NULL AS Parent, 1 AS [e!1!a], '<o a="2" b="3">t<u/></o>' AS [e!1!more!xmltext] FOR XML EXPLICIT) AS x
SELECT (SELECT 1 AS Tag, NULL AS Parent, CAST('<i v="9"/>' AS xml) AS [a!1!] FOR XML EXPLICIT) AS x
GO
--> x nvarchar(max)
--> '<e key="k"><t>a&amp;b</t><x><i/></x>c]]&gt;d</e>'
--> x nvarchar(max)
--> '<e a="1" b="3">t<u/></e>'
--> x nvarchar(max)
--> '<e a="1"><more a="2" b="3">t<u/></more></e>'
--> x nvarchar(max)
--> '<a><i v="9" xmlns=""/></a>'
SELECT 1 AS Tag, NULL AS Parent FOR XML EXPLICIT
GO
--> Msg 6801, Level 16, State 1, Line 1: FOR XML EXPLICIT requires at least three columns, including the tag column, the parent column, and at least one data column.
SELECT 'x' AS Tag, NULL AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> Msg 6803, Level 16, State 1, Line 1: FOR XML EXPLICIT requires the first column to hold positive integers that represent XML tag IDs.
SELECT 1 AS Nr, NULL AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> Msg 6820, Level 16, State 1, Line 1: FOR XML EXPLICIT requires column 1 to be named 'TAG' instead of 'Nr'.
SELECT 1 AS Tag, NULL AS Parent, 1 AS ab FOR XML EXPLICIT
GO
--> Msg 6802, Level 16, State 1, Line 1: FOR XML EXPLICIT query contains the invalid column name 'ab'. Use the TAGNAME!TAGID!ATTRIBUTENAME[!..] format where TAGID is a positive integer.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b], 2 AS [A!1!c] FOR XML EXPLICIT
GO
--> Msg 6812, Level 16, State 1, Line 1: XML tag ID 1 that was originally declared as 'a' is being redeclared as 'A'.
SELECT 2 AS Tag, NULL AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6806, Level 16, State 2, Line 1: Undeclared tag ID 2 is used in a FOR XML EXPLICIT query.
SELECT 1 AS Tag, 3 AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6807, Level 16, State 2, Line 1: Undeclared parent tag ID 3 is used in a FOR XML EXPLICIT query.
SELECT 2 AS Tag, 1 AS Parent, 1 AS [a!1!b], 2 AS [c!2!d] FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6833, Level 16, State 1, Line 1: Parent tag ID 1 is not among the open tags. FOR XML EXPLICIT requires parent tags to be opened first. Check the ordering of the result set.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b!nonsense] FOR XML EXPLICIT
GO
--> Msg 6824, Level 16, State 1, Line 1: In the FOR XML EXPLICIT clause, mode 'nonsense' in a column name is invalid.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b!element!cdata] FOR XML EXPLICIT
GO
--> Msg 6817, Level 16, State 1, Line 1: FOR XML EXPLICIT cannot combine multiple occurrences of ELEMENT, XML, XMLTEXT, and CDATA in column name 'a!1!b!element!cdata'.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b!hide!hide] FOR XML EXPLICIT
GO
--> Msg 6835, Level 16, State 1, Line 1: FOR XML EXPLICIT field 'a!1!b!hide!hide' can specify the directive HIDE only once.
SELECT 1 AS Tag, NULL AS Parent, 0x01 AS [a!1!b] FOR XML EXPLICIT
GO
--> Msg 6829, Level 16, State 1, Line 1: FOR XML EXPLICIT and RAW modes currently do not support addressing binary data as URLs in column 'a!1!b'. Remove the column, or use the BINARY BASE64 mode, or create the URL directly using the 'dbobject/TABLE[@PK1="V1"]/@COLUMN' syntax.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT, ELEMENTS
GO
--> Msg 6825, Level 16, State 1, Line 1: ELEMENTS option is only allowed in RAW, AUTO, and PATH modes of FOR XML.
SELECT 1 AS Tag, NULL AS Parent, 'no xml' AS [a!1!!xmltext] FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6834, Level 16, State 1, Line 1: XMLTEXT field 'a!1!!xmltext' contains an invalid XML document. Check the root tag and its attributes.
SELECT 1 AS Tag, 'x' AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> Msg 6804, Level 16, State 1, Line 1: FOR XML EXPLICIT requires the second column to hold NULL or nonnegative integers that represent XML parent tag IDs.
SELECT 1 AS Tag, -1 AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6804, Level 16, State 2, Line 1: FOR XML EXPLICIT requires the second column to hold NULL or nonnegative integers that represent XML parent tag IDs.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b] UNION ALL SELECT 1, 1, 2 FOR XML EXPLICIT
GO
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> Msg 6805, Level 16, State 2, Line 1: FOR XML EXPLICIT stack overflow occurred. Circular parent tag relationships are not allowed.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b!id!idref] FOR XML EXPLICIT
GO
--> Msg 6813, Level 16, State 1, Line 1: FOR XML EXPLICIT cannot combine multiple occurrences of ID, IDREF, IDREFS, NMTOKEN, and/or NMTOKENS in column name 'a!1!b!id!idref'.
SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b!id!hide] FOR XML EXPLICIT
GO
--> Msg 6815, Level 16, State 1, Line 1: In the FOR XML EXPLICIT clause, ID, IDREF, IDREFS, NMTOKEN, and NMTOKENS attributes cannot be hidden in 'a!1!b!id!hide'.
SELECT 1 AS Tag, NULL AS Parent, '<o/>' AS [a!1!!xmltext], '<o/>' AS [a!1!c!xmltext] FOR XML EXPLICIT
GO
--> Msg 6827, Level 16, State 1, Line 1: FOR XML EXPLICIT queries allow only one XMLTEXT column per tag. Column 'a!1!c!xmltext' declares another XMLTEXT column that is not permitted.
SELECT 1 AS Tag, NULL AS Parent, 'x' AS [a!1!b!idrefs] FOR XML EXPLICIT
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'IDREFS in FOR XML EXPLICIT' is not supported in this version of Sprocket.
