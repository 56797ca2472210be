-- A method in brackets reads like a function of a schema, and is one where there is such a function.
CREATE TABLE t (id int, x xml)
INSERT t VALUES (1, '<a><b n="x">1</b><b n="y">2</b></a>')
SELECT [c].[value]('@n', 'varchar(5)') AS n, [c].[query]('text()') AS q, [c].[exist]('@n[. = "x"]') AS e FROM t CROSS APPLY [x].[nodes]('/a/b') AS [r]([c])
SELECT t.id FROM t CROSS APPLY x.nodes('//b') AS r(c) JOIN t AS u ON u.id = t.id WHERE [c].[value]('(@n)', 'varchar(5)') = 'y'
GO
--> (1 row)
--> n varchar(5), q xml, e bit
--> 'x' | '1' | 1
--> 'y' | '2' | 0
--> id int
--> 1
CREATE SCHEMA x
GO
CREATE FUNCTION x.value(@path varchar(9), @type varchar(9)) RETURNS varchar(30) AS BEGIN RETURN 'function of ' + @path END
GO
SELECT [x].[value]('/a', 'int') AS r FROM t
GO
--> r varchar(30)
--> 'function of /a'
SELECT [x].[values]('/a') AS r FROM t
GO
--> Msg 258, Level 15, State 1, Line 1: Cannot call methods on xml.
