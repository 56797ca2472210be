SET NOCOUNT ON
GO
-- FLWOR: iteration order is kept, order by compares text unless it is typed as a number.
DECLARE @x xml = '<r><a n="10">x</a><a n="9">y</a><a n="100">z</a></r>'
SELECT @x.query('for $a in /r/a order by $a/@n return <o k="{$a/@n}">{data($a)}</o>') AS q
SELECT @x.query('for $a in /r/a order by number($a/@n) descending return string($a/@n)') AS q
SELECT @x.query('for $a in /r/a let $n := number($a/@n) where $n > 9 return element hit { attribute n {$n}, text {"v"} }') AS q
SELECT @x.query('for $a in /r/a, $b in (1, 2) return concat($a, string($b))') AS q
GO
--> q xml
--> '<o k="10">x</o><o k="100">z</o><o k="9">y</o>'
--> q xml
--> '100 10 9'
--> q xml
--> '<hit n="10">v</hit><hit n="100">v</hit>'
--> q xml
--> 'x1 x2 y1 y2 z1 z2'
-- Quantified and conditional expressions, instance of, cast as.
DECLARE @x xml = '<r><a n="1"/><a n="2"/></r>'
SELECT @x.query('some $a in /r/a satisfies $a/@n = 2') AS s, @x.query('every $a in /r/a satisfies $a/@n > 1') AS e,
  @x.query('if (count(/r/a) > 1) then "many" else "one"') AS i, @x.query('1 instance of xs:integer') AS t, @x.query('"5" cast as xs:int?') AS c,
  @x.query('xs:date("2020-01-02")') AS d
GO
--> s xml, e xml, i xml, t xml, c xml, d xml
--> 'true' | 'false' | 'many' | 'true' | '5' | '2020-01-02'
-- The functions.
DECLARE @x xml = '<r><a>abc</a><n>1.5</n><n>2.5</n><n>2.5</n></r>'
SELECT @x.query('contains((/r/a)[1], "bc"), substring((/r/a)[1], 2), substring((/r/a)[1], 1, 2), string-length((/r/a)[1]), upper-case("x"), lower-case("Y")') AS strings
SELECT @x.query('count(/r/n), sum(/r/n), avg(/r/n), min(/r/n), max(/r/n), distinct-values(/r/n)') AS numbers
SELECT @x.query('floor(1.5), ceiling(1.5), round(2.5), round(-2.5), 7 div 2, 7 mod 2, 2 * 3, -(4)') AS arithmetic
SELECT @x.query('local-name((/r/a)[1]), namespace-uri((/r/a)[1]), empty(/r/b), not(/r/b), true(), false()') AS more
SELECT @x.query('/r/n[position() = 2], /r/n[last()], /r/n[. = 1.5], /r/*[2]') AS positions
GO
--> strings xml
--> 'true bc ab 3 X y'
--> numbers xml
--> '3 6.5 2.16666666666667 1.5 2.5 1.5 2.5'
--> arithmetic xml
--> '1 2 3 -2 3.5 1 6 -4'
--> more xml
--> 'a  true true true false'
--> positions xml
--> '<n>2.5</n><n>2.5</n><n>1.5</n><n>1.5</n>'
-- Constructors: braces hold expressions, doubled braces stand for themselves, white space alone goes.
DECLARE @x xml = '<r><a n="1">t</a></r>'
SELECT @x.query('<o a="x" b="{/r/a/@n}">  {/r/a}  <i>{{x}}</i><!-- c --><?p d?></o>') AS q
SELECT @x.query('<e>{/r/a/@n}{"s", 1, 2}</e>') AS q
SELECT @x.query('<e>{1}{2}</e>, <f>{1, 2}</f>') AS q
GO
--> q xml
--> '<o a="x" b="1"><a n="1">t</a><i>{x}</i><!-- c --><?p d?></o>'
--> q xml
--> '<e n="1">s 1 2</e>'
--> q xml
--> '<e>12</e><f>1 2</f>'
-- Axes; // finds every level once, in document order.
DECLARE @x xml = '<r><a><b>a1</b><c><b>c1</b></c></a><b>r1</b><a><b>a2</b></a></r>'
SELECT @x.query('for $b in //b return string($b)') AS q, @x.query('(//b)[1]') AS f, @x.query('/r/a/..') AS p, @x.query('/r/descendant::c/child::b/text()') AS d,
  @x.query('/r/self::node()/b') AS s
GO
--> q xml, f xml, p xml, d xml, s xml
--> 'a1 c1 r1 a2' | '<b>a1</b>' | '<r><a><b>a1</b><c><b>c1</b></c></a><b>r1</b><a><b>a2</b></a></r>' | 'c1' | '<b>r1</b>'
-- Doubles are written as fn:string does.
SELECT CAST('<r><z>1234567</z></r>' AS xml).query('data(/r/z)[1] + 1, 1234567 + 1, 2 div 3, 1.5 * 2') AS q
GO
--> q xml
--> '1.234568E6 1234568 0.666666 3'
-- Comparisons of untyped values are by text, with a number by number; what is no number is never equal.
DECLARE @x xml = '<r><p x="01"/><p x="abc"/></r>'
SELECT @x.query('/r/p[@x = 1]') AS n, @x.query('/r/p[@x = "1"]') AS s, @x.query('/r/p[@x != 1]') AS ne
GO
--> n xml, s xml, ne xml
--> '<p x="01"/>' | '' | ''
SELECT CAST('<r/>' AS xml).query('"a" = 1')
GO
--> Msg 2234, Level 16, State 1, Line 1: XQuery [query()]: The operator "=" cannot be applied to "xs:string" and "xs:integer" operands.
SELECT CAST('<r/>' AS xml).query('/r/a[string(@x)]')
GO
--> Msg 2203, Level 16, State 1, Line 1: XQuery [query()]: Only 'http://www.w3.org/2001/XMLSchema#decimal?', 'http://www.w3.org/2001/XMLSchema#boolean?' or 'node()*' expressions allowed as predicates, found 'xs:string'
SELECT CAST('<r/>' AS xml).query('/r/a, "x"')
GO
--> Msg 2210, Level 16, State 1, Line 1: XQuery [query()]: Heterogeneous sequences are not allowed: found 'xs:string' and 'element(a,xdt:untyped) *'
SELECT CAST('<r/>' AS xml).query('if (1) then 2 else 3')
GO
--> Msg 2204, Level 16, State 1, Line 1: XQuery [query()]: Only 'http://www.w3.org/2001/XMLSchema#boolean?' or 'node()*' expressions allowed in conditions and with logical operators, found 'xs:integer'
SELECT CAST('<r/>' AS xml).query('string(/r/b)')
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [query()]: 'string()' requires a singleton (or empty sequence), found operand of type 'element(b,xdt:untyped) *'
SELECT CAST('<r/>' AS xml).query('/r/a eq 1')
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [query()]: 'eq' requires a singleton (or empty sequence), found operand of type 'xdt:untypedAtomic *'
SELECT CAST('<r/>' AS xml).query('starts-with("a", "b")')
GO
--> Msg 2395, Level 16, State 1, Line 1: XQuery [query()]: There is no function '{http://www.w3.org/2004/07/xpath-functions}:starts-with()'
SELECT CAST('<r/>' AS xml).query('contains("a")')
GO
--> Msg 2236, Level 16, State 1, Line 1: XQuery [query()]: There are not enough actual arguments in the call to function "contains()".
SELECT CAST('<r/>' AS xml).query('count(1, 2)')
GO
--> Msg 2238, Level 16, State 1, Line 1: XQuery [query()]: Too many arguments in call to function 'count()'
SELECT CAST('<r/>' AS xml).query('$v')
GO
--> Msg 2227, Level 16, State 1, Line 1: XQuery [query()]: The variable '$v' was not found in the scope in which it was referenced.
SELECT CAST('<r/>' AS xml).query('p:a')
GO
--> Msg 2229, Level 16, State 1, Line 1: XQuery [query()]: The name "p" does not denote a namespace.
SELECT CAST('<r/>' AS xml).query('/r/ancestor::a')
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'ancestor' is not supported.
SELECT CAST('<r/>' AS xml).query('/r/@a')
GO
--> Msg 2396, Level 16, State 1, Line 1: XQuery [query()]: Attribute may not appear outside of an element
SELECT CAST('<r/>' AS xml).query('for $a in /r where 1 = 1')
GO
--> Msg 9303, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '<eof>', expected 'return'.
SELECT CAST('<r/>' AS xml).query('count(<a/>)')
GO
--> Msg 2373, Level 16, State 1, Line 1: XQuery [query()]: count() is not supported with constructed XML
SELECT CAST('<r/>' AS xml).query('position()')
GO
--> Msg 2371, Level 16, State 1, Line 1: XQuery [query()]: 'position()' can only be used within a predicate or XPath selector
SELECT CAST('<r/>' AS xml).query('xs:int("x")')
GO
--> Msg 9319, Level 16, State 1, Line 1: XQuery [query()]: Static simple type validation: Invalid simple type value 'x'.
SELECT CAST('<r/>' AS xml).query('1 to 2')
GO
--> Msg 9335, Level 16, State 1, Line 1: XQuery [query()]: The XQuery syntax 'to' is not supported.
SELECT CAST('<r/>' AS xml).query('/r[')
GO
--> Msg 2209, Level 16, State 1, Line 1: XQuery [query()]: Syntax error near '<eof>'
SELECT CAST('<r/>' AS xml).query('comment {"x"}')
GO
--> Msg 9326, Level 16, State 1, Line 1: XQuery [query()]: Computed comment constructors are not supported.
SELECT CAST('<r/>' AS xml).query('sql:variable("@none")')
GO
--> Msg 9501, Level 16, State 2, Line 1: XQuery: Unable to resolve sql:variable('@none'). The variable must be declared as a scalar TSQL variable.
SELECT CAST('<r/>' AS xml).query('"a" + 1')
GO
--> Msg 9308, Level 16, State 1, Line 1: XQuery [query()]: The argument of '+' must be of a single numeric primitive type or 'http://www.w3.org/2004/07/xpath-datatypes#untypedAtomic'. Found argument of type 'xs:string'.
