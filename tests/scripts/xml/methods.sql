SET NOCOUNT ON
GO
-- Predicates, comparisons and arithmetic over untyped values; a relative path begins at the instance, above its elements.
DECLARE @x xml = '<r><a n="1">x<b>1</b></a><a n="2">y<b>2</b></a></r>'
SELECT @x.query('/r/a[@n="2"]') AS q, @x.value('(/r/a/@n)[1]', 'int') AS v, @x.exist('/r/a[b=2]') AS e, @x.query('a') AS nothing
SELECT @x.value('count(/r/a)', 'int') AS c, @x.value('sum(/r/a/b)', 'decimal(9, 2)') AS s, @x.value('(/r/a/b)[2] + 1', 'int') AS p
GO
--> q xml, v int, e bit, nothing xml
--> '<a n="2">y<b>2</b></a>' | 1 | 1 | ''
--> c int, s decimal(9,2), p int
--> 2 | 3.00 | 3
-- nodes() rows are nodes of their document: parents and the root can be reached.
DECLARE @x xml = '<r z="9"><a n="1"><b>1</b></a><a n="2"><b>2</b></a></r>'
SELECT t.c.value('@n', 'int') AS n, t.c.value('../@z', 'int') AS z, t.c.value('count(../a)', 'int') AS n2, t.c.query('b') AS b,
  t.c.value('(/r/a/@n)[1]', 'int') AS root
FROM @x.nodes('/r/a') AS t(c)
GO
--> n int, z int, n2 int, b xml, root int
--> 1 | 9 | 2 | '<b>1</b>' | 1
--> 2 | 9 | 2 | '<b>2</b>' | 1
-- Rows of rows; a column of nodes() may be asked whether it is NULL.
DECLARE @x xml = '<r><a n="1"><b>1</b><b>2</b></a><a n="2"/></r>'
SELECT a.c.value('@n', 'int') AS n, b.c.value('.', 'int') AS b, CASE WHEN b.c IS NULL THEN 'none' ELSE 'some' END AS has
FROM @x.nodes('/r/a') AS a(c) OUTER APPLY a.c.nodes('b') AS b(c)
GO
--> n int, b int, has varchar(4)!
--> 1 | 1 | 'some'
--> 1 | 2 | 'some'
--> 2 | NULL | 'none'
-- exist() asks whether there is an item, even if that is false.
DECLARE @x xml = '<r/>'
SELECT @x.exist('false()') AS a, @x.exist('()') AS b, @x.exist('/r/nope') AS c, @x.exist('1=2') AS d, CAST(NULL AS xml).exist('/r') AS n
GO
--> a bit, b bit, c bit, d bit, n bit
--> 1 | 0 | 0 | 1 | NULL
-- A method in a table's column names the column in its errors.
CREATE TABLE xt (id int NOT NULL, d xml NULL)
INSERT xt VALUES (1, '<a k="1"/>'), (2, '<a k="2"/>'), (3, NULL)
GO
SELECT id, d.value('(/a/@k)[1]', 'int') AS k FROM xt WHERE d.exist('/a[@k > 1]') = 1
SELECT n.c.value('@k', 'int') AS k, id FROM xt CROSS APPLY d.nodes('/a') n(c) ORDER BY 1 DESC
GO
--> id int!, k int
--> 2 | 2
--> k int, id int!
--> 2 | 2
--> 1 | 1
SELECT d.value('/a/@k', 'int') FROM dbo.xt AS q
GO
--> Msg 2389, Level 16, State 1, Line 1: XQuery [dbo.xt.d.value()]: 'value()' requires a singleton (or empty sequence), found operand of type 'xdt:untypedAtomic *'
SELECT c FROM xt CROSS APPLY d.nodes('/a') n(c)
GO
--> Msg 493, Level 16, State 1, Line 1: The column 'c' that was returned from the nodes() method cannot be used directly. It can only be used with one of the four XML data type methods, exist(), nodes(), query(), and value(), or in IS NULL and IS NOT NULL checks.
SELECT * FROM xt CROSS APPLY d.nodes('/a') n(c)
GO
--> Msg 493, Level 16, State 1, Line 1: The column 'c' that was returned from the nodes() method cannot be used directly. It can only be used with one of the four XML data type methods, exist(), nodes(), query(), and value(), or in IS NULL and IS NOT NULL checks.
-- Values of SQL: variables and columns.
DECLARE @n int = 2, @s nvarchar(10) = N'a&b', @d datetime = '2020-01-02T03:04:05', @b bit = 1, @m money = 1.5
SELECT id, d.exist('/a[@k = sql:variable("@n")]') AS same, d.value('sql:column("xt.id") * 2', 'int') AS twice FROM xt WHERE d IS NOT NULL
SELECT CAST('<r/>' AS xml).query('<v s="{sql:variable("@s")}" d="{sql:variable("@d")}" b="{sql:variable("@b")}" m="{sql:variable("@m")}"/>') AS q
GO
--> id int!, same bit, twice int
--> 1 | 0 | 2
--> 2 | 1 | 4
--> q xml
--> '<v s="a&amp;b" d="2020-01-02T03:04:05.000" b="true" m="1.5"/>'
-- value() makes any scalar type; a string type without a length has one character; binary comes from base64.
DECLARE @x xml = '<r d="2020-01-02T03:04:05" b="AQI=" t="abc" e=""/>'
SELECT @x.value('(/r/@d)[1]', 'datetime2(0)') AS d, @x.value('(/r/@b)[1]', 'varbinary(8)') AS b, @x.value('(/r/@t)[1]', 'varchar') AS c,
  @x.value('(/r/@none)[1]', 'int') AS n, @x.value('(/r/@t)[1]', 'nvarchar(max)') AS t
GO
--> d datetime2(0), b varbinary(8), c varchar(1), n int, t nvarchar(max)
--> 2020-01-02 03:04:05 | 0x0102 | 'a' | NULL | 'abc'
SELECT CAST('<r/>' AS xml).value('/r', 'xml')
GO
--> Msg 9500, Level 16, State 1, Line 1: The data type 'xml' used in the VALUE method is invalid.
SELECT CAST('<r>x</r>' AS xml).value('(/r)[1]', 'int')
GO
--> - int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the nvarchar value 'x' to data type int.
DECLARE @q varchar(10) = '/r'
SELECT CAST('<r/>' AS xml).query(@q)
GO
--> Msg 8172, Level 16, State 1, Line 2: The argument 1 of the XML data type method "query" must be a string literal.
SELECT CAST('<r/>' AS xml).query('')
GO
--> Msg 6306, Level 16, State 1, Line 1: Invalid XQuery expression passed to XML data type method.
SELECT CAST('<r/>' AS xml).value('/r')
GO
--> Msg 174, Level 15, State 1, Line 1: The value function requires 2 argument(s).
DECLARE @x int
SELECT @x.query('/r')
GO
--> Msg 258, Level 15, State 1, Line 2: Cannot call methods on int.
