SET NOCOUNT ON
GO
-- insert puts content into, before or after one node.
DECLARE @x xml = '<r><a/></r>'
SET @x.modify('insert <b>1</b> into (/r)[1]')
SET @x.modify('insert <c/> as first into (/r)[1]')
SET @x.modify('insert (<d/>, <e/>) after (/r/a)[1]')
SELECT @x AS x
GO
--> x xml
--> '<r><c/><a/><d/><e/><b>1</b></r>'
DECLARE @x xml = '<r><a/></r>'
SET @x.modify('insert text {"t"} before (/r/a)[1]')
SET @x.modify('insert <f/> after (/r)[1]')
SET @x.modify('insert /r/a into (/r)[1]')
SELECT @x AS x
GO
--> x xml
--> '<r>t<a/><a/></r><f/>'
-- Attributes go into the gaps between those that are there.
DECLARE @x xml = '<a m="1" n="2" o="3" p="4"/>'
SET @x.modify('insert attribute z {"9"} into (/a)[1]')
SELECT @x AS x
GO
--> x xml
--> '<a m="1" z="9" n="2" o="3" p="4"/>'
-- delete takes any number of nodes.
DECLARE @x xml = '<r n="1"><a>1</a>t<a>2</a><!--c--></r>'
SET @x.modify('delete /r/a')
SELECT @x AS x
SET @x.modify('delete (/r/@n, /r/text(), /r/comment())')
SELECT @x AS x
SET @x.modify('delete /r')
SELECT @x AS x
GO
--> x xml
--> '<r n="1">t<!--c--></r>'
--> x xml
--> '<r/>'
--> x xml
--> ''
-- replace value of.
DECLARE @x xml = '<r n="1"><a>1</a></r>', @v decimal(9, 2) = 2.50
SET @x.modify('replace value of (/r/@n)[1] with sql:variable("@v")')
SET @x.modify('replace value of (/r/a/text())[1] with (/r/a)[1] + 1')
SELECT @x AS x, @@ROWCOUNT AS n
SET @x.modify('replace value of (/r/a/text())[1] with ""')
SET @x.modify('replace value of (/r/zzz/@k)[1] with "no"')
SELECT @x AS x
GO
--> x xml, n int!
--> '<r n="2.5"><a>2</a></r>' | 1
--> x xml
--> '<r n="2.5"><a/></r>'
-- In UPDATE it is an assignment like any other.
CREATE TABLE xt (id int NOT NULL PRIMARY KEY, d xml NULL, n int NULL)
INSERT xt (id, d) VALUES (1, '<a k="1"/>'), (2, '<a k="2"/>')
UPDATE xt SET d.modify('replace value of (/a/@k)[1] with sql:column("id") + 10'), n = id OUTPUT deleted.d, inserted.d WHERE id = 2
SELECT id, d, n FROM xt ORDER BY id
UPDATE t SET d.modify('insert <b>{sql:column("s.v")}</b> into (/a)[1]') FROM xt t JOIN (VALUES (1, 'one'), (2, 'two')) s(id, v) ON s.id = t.id
SELECT d FROM xt ORDER BY id
GO
--> d xml, d xml
--> '<a k="2"/>' | '<a k="12"/>'
--> id int!, d xml, n int
--> 1 | '<a k="1"/>' | NULL
--> 2 | '<a k="12"/>' | 2
--> d xml
--> '<a k="1"><b>one</b></a>'
--> '<a k="12"><b>two</b></a>'
-- xml itself is inserted through a variable.
DECLARE @x xml = '<r/>', @y xml = '<i>1</i><i>2</i>'
SET @x.modify('insert sql:variable("@y") into (/r)[1]')
SELECT @x AS x
GO
--> x xml
--> '<r><i>1</i><i>2</i></r>'
INSERT xt (id) VALUES (3)
UPDATE xt SET d.modify('delete /a') WHERE id = 3
GO
--> Msg 5302, Level 16, State 1, Line 2: Mutator 'modify()' on 'd' cannot be called on a null value.
DECLARE @x xml
SET @x.modify('delete /a')
GO
--> Msg 5302, Level 16, State 1, Line 2: Mutator 'modify()' on '@x' cannot be called on a null value.
DECLARE @x xml = '<r/>'
SELECT @x.modify('delete /r')
GO
--> Msg 8137, Level 16, State 1, Line 2: Incorrect use of the XML data type method 'modify'. A non-mutator method is expected in this context.
DECLARE @x xml = '<r/>'
SET @x.value('/r', 'int')
GO
--> Msg 8113, Level 16, State 1, Line 2: Incorrect use of the XML data type method 'value'. A mutator method is expected in this context.
DECLARE @x xml = '<r/>'
SET @x.modify('insert <a/> into /r')
GO
--> Msg 2226, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'insert' must be a single node, found 'element(r,xdt:untyped) *'
DECLARE @x xml = '<r/>'
SET @x.modify('insert "s" into (/r)[1]')
GO
--> Msg 2207, Level 16, State 1, Line 2: XQuery [modify()]: Only non-document nodes can be inserted. Found "xs:string".
DECLARE @x xml = '<r/>'
SET @x.modify('insert attribute a {"1"} after (/r)[1]')
GO
--> Msg 2258, Level 16, State 1, Line 2: XQuery [modify()]: The position may not be specified when inserting an attribute node, found 'attribute(a,xdt:untypedAtomic)'
DECLARE @x xml = '<r>t</r>'
SET @x.modify('insert <a/> into (/r/text())[1]')
GO
--> Msg 2240, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'insert into' must be an element/document node, found 'text ?'
DECLARE @x xml = '<r><a>1</a></r>'
SET @x.modify('replace value of (/r/a)[1] with "2"')
GO
--> Msg 2356, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'replace value of' must be a non-metadata attribute or an element with simple typed content, found 'element(a,xdt:untyped) ?'
DECLARE @x xml = '<r><a>1</a></r>'
SET @x.modify('replace value of /r/a/text() with "2"')
GO
--> Msg 2337, Level 16, State 1, Line 2: XQuery [modify()]: The target of 'replace' must be at most one node, found 'text *'
DECLARE @x xml = '<r><a>1</a></r>'
SET @x.modify('replace value of (/r/a/text())[1]')
GO
--> Msg 2205, Level 16, State 1, Line 2: XQuery [modify()]: "with" was expected.
DECLARE @x xml = '<r><a>1</a></r>'
SET @x.modify('delete .')
GO
--> Msg 2264, Level 16, State 1, Line 2: XQuery [modify()]: Only non-document nodes may be deleted, found 'document { (element(*,xdt:untyped) ? & text ? & comment ? & processing-instruction ?) * }'
DECLARE @x xml = '<r><a>1</a></r>'
SET @x.modify('/r')
GO
--> Msg 6305, Level 16, State 1, Line 2: XQuery data manipulation expression required in XML data type method.
DECLARE @x xml = '<r n="1"/>'
SET @x.modify('insert attribute n {"2"} into (/r)[1]')
GO
--> Msg 6308, Level 16, State 1, Line 2: XML well-formedness check: Duplicate attribute 'n'. Rewrite your XQuery so it returns well-formed XML.
DECLARE @x xml = '<r n="1"/>'
SET @x.modify('replace value of (/r/@n)[1] with ()')
GO
--> Msg 6320, Level 16, State 1, Line 2: XQuery: Only nillable elements or text nodes can be updated with empty sequence
DECLARE @i int
SET @i.modify('delete /r')
GO
--> Msg 258, Level 15, State 1, Line 2: Cannot call methods on int.
