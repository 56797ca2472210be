-- A CDATA section on its own is a text node that can be put into a document.
DECLARE @x xml = N'<bike><about/></bike>'
SET @x.modify('insert <![CDATA[ <b> is text & so is </b> ]]> into (/bike/about)[1]')
SELECT @x AS x
SELECT @x.value('(/bike/about/text())[1]', 'varchar(40)') AS t
GO
--> x xml
--> '<bike><about> &lt;b&gt; is text &amp; so is &lt;/b&gt; </about></bike>'
--> t varchar(40)
--> ' <b> is text & so is </b> '
DECLARE @x xml = N'<a/>'
SELECT @x.query('<r>{ <![CDATA[1 < 2]]> }</r>') AS q
GO
--> q xml
--> '<r>1 &lt; 2</r>'
DECLARE @x xml = N'<a/>'
SET @x.modify('insert <![CDATA[open into (/a)[1]')
GO
--> Msg 2209, Level 16, State 1, Line 2: XQuery [modify()]: Syntax error near '<eof>'
