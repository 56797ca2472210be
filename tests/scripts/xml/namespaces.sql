SET NOCOUNT ON
GO
-- WITH XMLNAMESPACES declares prefixes on the outermost elements, the last one first.
WITH XMLNAMESPACES ('urn:x' AS p, DEFAULT 'urn:d') SELECT 1 AS id, 2 AS 'p:a', 3 AS 'p:b/c' FOR XML PATH, TYPE
GO
--> - xml
--> '<row xmlns="urn:d" xmlns:p="urn:x"><id>1</id><p:a>2</p:a><p:b><c>3</c></p:b></row>'
WITH XMLNAMESPACES ('urn:x' AS p) SELECT 1 AS '@p:id' FOR XML PATH ('p:r'), ROOT ('p:all'), TYPE
GO
--> - xml
--> '<p:all xmlns:p="urn:x"><p:r p:id="1"/></p:all>'
WITH XMLNAMESPACES ('urn:x' AS p) SELECT 1 AS [p:id], NULL AS n FOR XML RAW, ELEMENTS XSINIL, TYPE
GO
--> - xml
--> '<row xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="urn:x"><p:id>1</p:id><n xsi:nil="true"/></row>'
WITH XMLNAMESPACES ('urn:x' AS p) SELECT 1 AS 'p:a', 2 AS b FOR XML PATH (''), TYPE
GO
--> - xml
--> '<p:a xmlns:p="urn:x">1</p:a><b xmlns:p="urn:x">2</b>'
WITH XMLNAMESPACES ('urn:x' AS p), t AS (SELECT 1 AS n) SELECT n AS 'p:n', (SELECT n AS 'p:m' FROM t FOR XML PATH ('i'), TYPE) FROM t FOR XML PATH ('o'), TYPE
GO
--> - xml
--> '<o xmlns:p="urn:x"><p:n>1</p:n><i xmlns:p="urn:x"><p:m>1</p:m></i></o>'
-- It holds for the methods of the statement too; a prolog of theirs comes first.
DECLARE @x xml = '<p:r xmlns:p="urn:x" xmlns="urn:d"><p:a>1</p:a><b>2</b></p:r>';
WITH XMLNAMESPACES ('urn:x' AS q, DEFAULT 'urn:d')
SELECT @x.value('(/q:r/q:a)[1]', 'int') AS a, @x.value('(/q:r/b)[1]', 'int') AS b, @x.query('/q:r/b') AS q,
  @x.query('declare namespace z="urn:x"; /z:r/z:a') AS z, t.c.value('local-name(.)', 'varchar(10)') AS n
FROM @x.nodes('/q:r/*') AS t(c)
GO
--> a int, b int, q xml, z xml, n varchar(10)
--> 1 | 2 | '<b xmlns="urn:d">2</b>' | '<z:a xmlns:z="urn:x">1</z:a>' | 'a'
--> 1 | 2 | '<b xmlns="urn:d">2</b>' | '<z:a xmlns:z="urn:x">1</z:a>' | 'b'
-- A node out of its document keeps its namespaces, under the query's prefix or a generated one.
DECLARE @x xml = '<r xmlns:p="urn:p" xmlns="urn:d"><a k="1"><p:b p:z="2"/></a></r>'
SELECT @x.query('/*:r/*:a') AS generated, @x.query('declare default element namespace "urn:d"; /r/a') AS own, @x.query('declare namespace q="urn:p"; //q:b') AS named,
  @x.query('/') AS whole
SELECT @x.value('namespace-uri((//*:b)[1])', 'varchar(20)') AS uri, @x.value('local-name((//@*:z)[1])', 'varchar(20)') AS z
SELECT @x.query('declare default element namespace "urn:e"; <b/>, <c xmlns="">{1}</c>') AS made
GO
--> generated xml, own xml, named xml, whole xml
--> '<p1:a xmlns:p1="urn:d" k="1"><p2:b xmlns:p2="urn:p" p2:z="2"/></p1:a>' | '<a xmlns="urn:d" k="1"><p1:b xmlns:p1="urn:p" p1:z="2"/></a>' | '<q:b xmlns:q="urn:p" q:z="2"/>' | '<r xmlns:p="urn:p" xmlns="urn:d"><a k="1"><p:b p:z="2"/></a></r>'
--> uri varchar(20), z varchar(20)
--> 'urn:p' | 'z'
--> made xml
--> '<b xmlns="urn:e"/><c xmlns="">1</c>'
WITH XMLNAMESPACES ('urn:x' AS xmlns) SELECT 1 AS a FOR XML PATH
GO
--> Msg 6871, Level 16, State 1, Line 1: Prefix 'xmlns' used in WITH XMLNAMESPACES is reserved and cannot be used as a user-defined prefix.
WITH XMLNAMESPACES ('urn:x' AS [p q]) SELECT 1 AS a FOR XML PATH
GO
--> Msg 6870, Level 16, State 1, Line 1: Prefix 'p q' used in WITH XMLNAMESPACES clause contains an invalid XML identifier. ' '(0x0020) is the first character at fault.
WITH XMLNAMESPACES ('urn:x' AS xml) SELECT 1 AS a FOR XML PATH
GO
--> Msg 6872, Level 16, State 1, Line 1: XML namespace prefix 'xml' can only be associated with the URI http://www.w3.org/XML/1998/namespace. This URI cannot be used with other prefixes.
WITH XMLNAMESPACES ('' AS p) SELECT 1 AS a FOR XML PATH
GO
--> Msg 6874, Level 16, State 1, Line 1: Empty URI is not allowed in WITH XMLNAMESPACES clause.
WITH XMLNAMESPACES ('urn:x' AS p, 'urn:y' AS p) SELECT 1 AS a FOR XML PATH
GO
--> Msg 6869, Level 16, State 1, Line 1: Attempt to redefine namespace prefix 'p'
WITH XMLNAMESPACES (DEFAULT 'urn:x', DEFAULT 'urn:y') SELECT 1 AS a FOR XML PATH
GO
--> Msg 6869, Level 16, State 1, Line 1: Attempt to redefine namespace prefix 'default'
WITH XMLNAMESPACES ('urn:x' AS xsi) SELECT 1 AS a FOR XML PATH, ELEMENTS XSINIL
GO
--> Msg 6873, Level 16, State 1, Line 1: Redefinition of 'xsi' XML namespace prefix is not supported with ELEMENTS XSINIL option of FOR XML.
WITH XMLNAMESPACES ('urn:x' AS p) SELECT 1 AS Tag, NULL AS Parent, 1 AS [a!1!b] FOR XML EXPLICIT
GO
--> Msg 6868, Level 16, State 1, Line 1: The following FOR XML features are not supported with WITH XMLNAMESPACES list: EXPLICIT mode, XMLSCHEMA and XMLDATA directives.
WITH XMLNAMESPACES ('urn:x' AS p) SELECT 1 AS 'q:a' FOR XML PATH
GO
--> Msg 6846, Level 16, State 4, Line 1: XML name space prefix 'q' declaration is missing for FOR XML column name 'q:a'.
