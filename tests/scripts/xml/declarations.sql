-- Mistakes of an XML declaration, and of what begins like a CDATA section or a processing instruction.
SELECT CAST('<?xml version="1.0" encoding="klingon"?><r/>' AS xml) AS x
GO
--> x xml
--> Msg 9401, Level 16, State 1, Line 2: XML parsing: line 1, character 40, unrecognized encoding
SELECT CAST('<?xml version="1.0" encoding="1252"?><r/>' AS xml) AS x
GO
--> x xml
--> Msg 9442, Level 16, State 1, Line 1: XML parsing: line 1, character 31, incorrect encoding name syntax
SELECT CAST('<?xml version="1.0"><r/>' AS xml) AS x
GO
--> x xml
--> Msg 9453, Level 16, State 1, Line 1: XML parsing: line 1, character 20, '?' expected
SELECT CAST('<?xml version="1.0" encoding="windows-1252"?><r/>' AS xml) AS x, CAST('<?xml version="1.0" encoding="IBM850"?><r/>' AS xml) AS y
GO
--> x xml, y xml
--> '<r/>' | '<r/>'
SELECT CAST('<r><![DATA[x]]></r>' AS xml) AS x
GO
--> x xml
--> Msg 9423, Level 16, State 1, Line 1: XML parsing: line 1, character 4, incorrect CDATA section syntax
SELECT CAST('<r><?XML x?></r>' AS xml) AS x
GO
--> x xml
--> Msg 9451, Level 16, State 1, Line 1: XML parsing: line 1, character 9, incorrect processing instruction syntax
DECLARE @x xml = '<a/>'
SELECT @x.query('for $1 in /a return 1')
GO
--> Msg 2223, Level 16, State 1, Line 2: XQuery [query()]: Syntax error near '1', expected an identifier.
DECLARE @x xml = '<a/>'
SET @x.modify('insert <b/> into <c/>')
GO
--> Msg 2359, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'insert' may not be a constructed node
