SET NOCOUNT ON
GO
-- What a query is refused for, before any row is read.
SELECT CAST('<a/>' AS xml).query('/a[@x=1') AS q
GO
--> Msg 9303, Level 16, State 1, Line 2: XQuery [query()]: Syntax error near '<eof>', expected ']'.
SELECT CAST('<a/>' AS xml).query('<b>{1</b>') AS q
GO
--> Msg 2205, Level 16, State 1, Line 1: XQuery [query()]: "}" was expected.
SELECT CAST('<a/>' AS xml).query('<b><c></b>') AS q
GO
--> Msg 2323, Level 16, State 1, Line 1: XQuery [query()]: The end tag 'b' doesn't match opening tag 'c' from line 1
SELECT CAST('<a/>' AS xml).query('"abc') AS q
GO
--> Msg 2274, Level 16, State 1, Line 1: XQuery [query()]: Unterminated string constant (started on line 1)
SELECT CAST('<a/>' AS xml).query('1 +') AS q
GO
--> Msg 2209, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '<eof>'
SELECT CAST('<a/>' AS xml).query('(: no end') AS q
GO
--> Msg 2340, Level 16, State 1, Line 1: XQuery [query()]: Comment started on line 1 has no end
SELECT CAST('<a/>' AS xml).query('sql:variable(1)') AS q
GO
--> Msg 2225, Level 16, State 1, Line 1: XQuery [query()]: A string literal was expected
SELECT CAST('<a/>' AS xml).query('"x" cast as xs:nothing?') AS q
GO
--> Msg 2232, Level 16, State 1, Line 1: XQuery [query()]: The name "xs:nothing" does not denote a defined type.
SELECT CAST('<a/>' AS xml).query('xs:nothing(1)') AS q
GO
--> Msg 2395, Level 16, State 1, Line 1: XQuery [query()]: There is no function '{http://www.w3.org/2001/XMLSchema}:nothing()'
SELECT CAST('<a/>' AS xml).query('1 cast as xs:int') AS q
GO
--> Msg 9301, Level 16, State 1, Line 1: XQuery [query()]: In this version of the server, 'cast as <type>' is not available. Please use the 'cast as <type> ?' syntax.
SELECT CAST('<a/>' AS xml).query('for x in /a return x') AS q
GO
--> Msg 2209, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near 'for'
SELECT CAST('<a/>' AS xml).query('some $ in /a satisfies true()') AS q
GO
--> Msg 9303, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '/', expected 'in'.
SELECT CAST('<a/>' AS xml).query('/a/@b/@c') AS q
GO
--> Msg 2219, Level 16, State 1, Line 1: XQuery [query()]: There is no attribute named '@c' in the type 'attribute(b,xdt:untypedAtomic) *'.
SELECT CAST('<a/>' AS xml).query('/a/@b/c') AS q
GO
--> Msg 2261, Level 16, State 1, Line 1: XQuery [query()]: There is no element named 'c' in the type 'attribute(b,xdt:untypedAtomic) *'.
SELECT CAST('<a/>' AS xml).query('/a/@b/text()') AS q
GO
--> Msg 2377, Level 16, State 1, Line 1: XQuery [query()]: Result of 'text()' expression is statically 'empty'
SELECT CAST('<a/>' AS xml).query('<b c="1" c="2"/>') AS q
GO
--> Msg 2271, Level 16, State 1, Line 1: XQuery [query()]: Duplicate attribute 'c'
SELECT CAST('<a/>' AS xml).query('<? p?>') AS q
GO
--> Msg 2278, Level 16, State 1, Line 1: XQuery [query()]: A tag name may not start with the character ' '
SELECT CAST('<a/>' AS xml).query('<?xml version?>') AS q
GO
--> Msg 2294, Level 16, State 1, Line 1: XQuery [query()]: 'xml' is not allowed as a processing instruction target.
SELECT CAST('<a/>' AS xml).query('"&none;"') AS q
GO
--> Msg 2282, Level 16, State 1, Line 1: XQuery [query()]: Invalid entity reference
SELECT CAST('<a/>' AS xml).query('"&amp x"') AS q
GO
--> Msg 2283, Level 16, State 1, Line 1: XQuery [query()]: The character ' ' may not be part of an entity reference
SELECT CAST('<a/>' AS xml).query('"&#xz;"') AS q
GO
--> Msg 2285, Level 16, State 1, Line 1: XQuery [query()]: Invalid numeric entity reference
SELECT CAST('<a/>' AS xml).query('12345678901234567890123456789.5') AS q
GO
--> Msg 2342, Level 16, State 1, Line 1: XQuery [query()]: Invalid numeric constant.
SELECT CAST('<a/>' AS xml).query('upper-case(1)') AS q
GO
--> Msg 2364, Level 16, State 1, Line 1: XQuery [query()]: Cannot implicitly convert from 'xs:integer' to 'xs:string'
SELECT CAST('<a/>' AS xml).query('substring("a", "b")') AS q
GO
--> Msg 2364, Level 16, State 1, Line 1: XQuery [query()]: Cannot implicitly convert from 'xs:string' to 'xs:decimal'
SELECT CAST('<a/>' AS xml).query('xs:int((1, 2))') AS q
GO
--> Msg 2365, Level 16, State 1, Line 1: XQuery [query()]: Cannot explicitly convert from 'xs:integer +' to 'xs:int'
SELECT CAST('<a/>' AS xml).query('number("1")') AS q
GO
--> Msg 2374, Level 16, State 1, Line 1: XQuery [query()]: A node or set of nodes is required for number()
SELECT CAST('<a/>' AS xml).query('sum("a")') AS q
GO
--> Msg 9308, Level 16, State 1, Line 1: XQuery [query()]: The argument of 'sum()' must be of a single numeric primitive type or 'http://www.w3.org/2004/07/xpath-datatypes#untypedAtomic'. Found argument of type 'xs:string'.
SELECT CAST('<a/>' AS xml).query('/a/nonsense::b') AS q
GO
--> Msg 2392, Level 16, State 1, Line 1: XQuery [query()]: 'nonsense::' is not a valid axis
SELECT CAST('<a/>' AS xml).query('/a, /a/@b') AS q
GO
--> q xml
--> '<a/>'
SELECT CAST('<a/>' AS xml).query('<b c="x{1}"/>') AS q
GO
--> Msg 9313, Level 16, State 1, Line 1: XQuery [query()]: This version of the server does not support multiple expressions or expressions mixed with strings in an attribute constructor.
SELECT CAST('<a/>' AS xml).query('element {"b"} {1}') AS q
GO
--> Msg 9315, Level 16, State 1, Line 1: XQuery [query()]: Only constant expressions are supported for the name expression of computed element and attribute constructors.
SELECT CAST('<a/>' AS xml).query('attribute xmlns {1}') AS q
GO
--> Msg 9316, Level 16, State 1, Line 1: XQuery [query()]: Cannot use 'xmlns' in the name expression of computed attribute constructor.
SELECT CAST('<a/>' AS xml).query('<!-- a -- b -->') AS q
GO
--> Msg 9322, Level 16, State 1, Line 1: XQuery [query()]: Two consecutive '-' can only appear in a comment constructor if they are used to close the comment ('-->').
SELECT CAST('<a/>' AS xml).query('for $a at $i in /a return $a') AS q
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'at' is not supported.
SELECT CAST('<a/>' AS xml).query('for $a in /a order by $a empty greatest return $a') AS q
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'empty greatest' is not supported.
SELECT CAST('<a/>' AS xml).query('typeswitch (1) case xs:int return 1 default return 2') AS q
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'typeswitch' is not supported.
SELECT CAST('<a/>' AS xml).query('/a union /b') AS q
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'union' is not supported.
SELECT CAST('<a/>' AS xml).query('declare function local:f() {1}; 1') AS q
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'declare function' is not supported.
SELECT CAST('<a/>' AS xml).query('for $a in /a $a') AS q
GO
--> Msg 9332, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '$a', expected 'where', '(stable) order by' or 'return'.
SELECT CAST('<a/>' AS xml).query('if (1 = 1) then 1') AS q
GO
--> Msg 9303, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '<eof>', expected 'else'.
SELECT CAST('<a/>' AS xml).query('/a/') AS q
GO
--> Msg 9341, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '<eof>', expected a step expression.
SELECT CAST('<a/>' AS xml).query('/a is /b') AS q
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [query()]: 'is' requires a singleton (or empty sequence), found operand of type 'element(a,xdt:untyped) *'
SELECT CAST('<a/>' AS xml).query('declare namespace p="u"; p:f()') AS q
GO
--> Msg 2395, Level 16, State 1, Line 1: XQuery [query()]: There is no function '{u}:f()'
SELECT CAST('<a/>' AS xml).value('<b/>', 'int')
GO
--> Msg 2373, Level 16, State 1, Line 1: XQuery [value()]: data() is not supported with constructed XML
SELECT n.c.value('.', 'int') FROM (SELECT CAST('<a/>' AS xml) AS x) s CROSS APPLY x.nodes('1') n(c)
GO
--> Msg 2374, Level 16, State 1, Line 1: XQuery [s.x.nodes()]: A node or set of nodes is required for 'nodes()'
SELECT n.c.value('.', 'int') FROM (SELECT CAST('<a/>' AS xml) AS x) s CROSS APPLY x.nodes('<b/>') n(c)
GO
--> Msg 2373, Level 16, State 1, Line 1: XQuery [s.x.nodes()]: 'nodes()' is not supported with constructed XML
DECLARE @x xml = '<a/>'
SELECT @x.exist('/a[. = sql:variable("@x")]') AS e
GO
--> Msg 9342, Level 16, State 1, Line 2: XQuery [exist()]: An XML instance is only supported as the direct source of an insert using sql:column/sql:variable.
SELECT CAST('<a/>' AS xml).exist('sql:variable("x")') AS e
GO
--> Msg 9519, Level 16, State 1, Line 1: XQuery: The name supplied to sql:variable('x') is not a valid SQL variable name. Variable names must start with the '@' symbol followed by at least one character.
DECLARE @v sql_variant = 1
SELECT CAST('<a/>' AS xml).exist('/a[. = sql:variable("@v")]') AS e
GO
--> Msg 9344, Level 16, State 1, Line 2: XQuery [exist()]: The SQL type 'sql_variant' is not supported with sql:column() and sql:variable().
SELECT CAST('<a/>' AS xml).nothing('/a')
GO
--> Msg 227, Level 15, State 1, Line 1: "nothing" is not a valid function, property, or field.
-- And a change.
DECLARE @x xml = '<r><a n="1">t</a></r>', @y xml = '<i/>'
SET @x.modify('insert <b/> (/r)[1]')
GO
--> Msg 2248, Level 16, State 1, Line 3: XQuery [modify()]: Syntax error near '(', expected 'as', 'into', 'before' or 'after'.
DECLARE @x xml = '<r><a n="1">t</a></r>'
SET @x.modify('insert <b/> as second into (/r)[1]')
GO
--> Msg 2351, Level 16, State 1, Line 2: XQuery [modify()]: Expected 'first' or 'last'
DECLARE @x xml = '<r><a n="1">t</a></r>'
SET @x.modify('insert <b/> before (/r/a/@n)[1]')
GO
--> Msg 2249, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'insert before/after' must be an element/PI/comment/text node, found 'attribute(n,xdt:untypedAtomic) ?'
DECLARE @x xml = '<r><a n="1">t</a></r>'
SET @x.modify('replace value of (/r/a/@n)[1] with <b/>')
GO
--> Msg 9310, Level 16, State 1, Line 2: XQuery [modify()]: The 'with' clause of 'replace value of' cannot contain constructed XML.
DECLARE @x xml = '<r><a n="1">t</a></r>'
SET @x.modify('replace value of (/r/a/text())[1] with /r/nothing')
GO
--> Msg 6325, Level 16, State 1, Line 2: XQuery: Replacing the value of a node with an empty sequence is allowed only if '()' is used as the new value expression. The new value expression evaluated to an empty sequence but it is not '()'.
DECLARE @x xml = '<r><a n="1">t</a></r>', @y xml = '<i/>'
SET @x.modify('replace value of (/r/a/@n)[1] with sql:variable("@y")')
GO
--> Msg 9342, Level 16, State 1, Line 2: XQuery [modify()]: An XML instance is only supported as the direct source of an insert using sql:column/sql:variable.
DECLARE @x xml = '<r><a n="1">t</a></r>'
SELECT @x.query('<e><b/>{/r/a/@n}</e>')
GO
--> - xml
--> Msg 6307, Level 16, State 1, Line 2: XML well-formedness check: Attribute cannot appear outside of element declaration. Rewrite your XQuery so it returns well-formed XML.
DECLARE @x xml = '<r><a n="1">t</a></r>'
SELECT @x.query('<e n="2">{/r/a/@n}</e>')
GO
--> - xml
--> Msg 6308, Level 16, State 1, Line 2: XML well-formedness check: Duplicate attribute 'n'. Rewrite your XQuery so it returns well-formed XML.
SELECT CAST('<a/>' AS xml).query('processing-instruction p {"d"}')
GO
--> Msg 9325, Level 16, State 1, Line 1: XQuery [query()]: Computed processing instruction constructors are not supported.
SELECT CAST('<a/>' AS xml).query('<b>text')
GO
--> Msg 2267, Level 16, State 1, Line 1: XQuery [query()]: Expected end tag 'b'
SELECT CAST('<a/>' AS xml).query('let x := 1 return x')
GO
--> Msg 2209, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near 'let'
SELECT CAST('<a/>' AS xml).query('some $a in /a, b in /c satisfies true()')
GO
--> Msg 2241, Level 16, State 1, Line 1: XQuery [query()]: Variable expected: '$name'
