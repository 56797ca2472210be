SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name varchar(20) NULL)
INSERT item VALUES (1, 'pen & ink'), (2, NULL), (3, '<b>')
GO
-- RAW makes one element a row and leaves NULLs out.
SELECT (SELECT id, name FROM item ORDER BY id FOR XML RAW) AS x
GO
--> x nvarchar(max)
--> '<row id="1" name="pen &amp; ink"/><row id="2"/><row id="3" name="&lt;b&gt;"/>'
-- Elements and the document may have names.
SELECT (SELECT id FROM item ORDER BY id FOR XML RAW ('i'), ROOT ('all')) AS x
GO
--> x nvarchar(max)
--> '<all><i id="1"/><i id="2"/><i id="3"/></all>'
-- ELEMENTS instead of attributes.
SELECT (SELECT id, name FROM item WHERE id < 3 ORDER BY id FOR XML RAW, ELEMENTS) AS x
GO
--> x nvarchar(max)
--> '<row><id>1</id><name>pen &amp; ink</name></row><row><id>2</id></row>'
-- AUTO names elements after the tables and nests by the order of columns.
SELECT (SELECT item.id, other.name FROM item JOIN item other ON other.id = item.id WHERE item.id = 1 FOR XML AUTO) AS x
GO
--> x nvarchar(max)
--> '<item id="1"><other name="pen &amp; ink"/></item>'
-- PATH: names are paths.
SELECT (SELECT id AS '@id', name AS 'a/b' FROM item ORDER BY id FOR XML PATH ('i')) AS x
GO
--> x nvarchar(max)
--> '<i id="1"><a><b>pen &amp; ink</b></a></i><i id="2"/><i id="3"><a><b>&lt;b&gt;</b></a></i>'
-- PATH('') and an expression without a name concatenate, the way it was done before STRING_AGG.
SELECT STUFF((SELECT ', ' + CAST(id AS varchar(10)) FROM item ORDER BY id FOR XML PATH ('')), 1, 2, '') AS list
GO
--> list nvarchar(max)
--> '1, 2, 3'
-- TYPE and value() undo the entities.
SELECT (SELECT ISNULL(name, '-') + ';' FROM item ORDER BY id FOR XML PATH (''), TYPE).value('.', 'nvarchar(max)') AS list
GO
--> list nvarchar(max)
--> 'pen & ink;-;<b>;'
