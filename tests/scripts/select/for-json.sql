SET NOCOUNT ON
GO
CREATE TABLE item (id int NOT NULL, name nvarchar(20) NULL, price decimal(6,2) NULL, sold bit NOT NULL, made date NULL)
INSERT item VALUES (1, N'pen "x"', 1.50, 1, '20240102'), (2, NULL, NULL, 0, NULL)
GO
-- PATH makes an array of objects; NULLs are left out. The column has this name.
SELECT id, name, price, sold, made FROM item ORDER BY id FOR JSON PATH
GO
--> JSON_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> '[{"id":1,"name":"pen \"x\"","price":1.50,"sold":true,"made":"2024-01-02"},{"id":2,"sold":false}]'
-- INCLUDE_NULL_VALUES keeps them, ROOT wraps, WITHOUT_ARRAY_WRAPPER unwraps.
SELECT (SELECT id, name FROM item ORDER BY id FOR JSON PATH, INCLUDE_NULL_VALUES, ROOT ('items')) AS j
SELECT (SELECT id FROM item WHERE id = 1 FOR JSON PATH, WITHOUT_ARRAY_WRAPPER) AS j
GO
--> j nvarchar(max)
--> '{"items":[{"id":1,"name":"pen \"x\""},{"id":2,"name":null}]}'
--> j nvarchar(max)
--> '{"id":1}'
-- Names with dots nest.
SELECT (SELECT id AS 'key.id', sold AS 'key.flag' FROM item WHERE id = 1 FOR JSON PATH) AS j
GO
--> j nvarchar(max)
--> '[{"key":{"id":1,"flag":true}}]'
-- A nested FOR JSON stays JSON; other strings are escaped.
SELECT (SELECT 1 AS a, (SELECT 2 AS b FOR JSON PATH) AS c, '[3]' AS d, JSON_QUERY('[4]') AS e FOR JSON PATH) AS j
GO
--> j nvarchar(max)
--> '[{"a":1,"c":[{"b":2}],"d":"[3]","e":[4]}]'
-- AUTO nests by table.
CREATE TABLE part (item_id int NOT NULL, label varchar(5) NOT NULL)
INSERT part VALUES (1, 'cap'), (1, 'nib')
SELECT (SELECT item.id, part.label FROM item JOIN part ON part.item_id = item.id ORDER BY part.label FOR JSON AUTO) AS j
GO
--> j nvarchar(max)
--> '[{"id":1,"part":[{"label":"cap"},{"label":"nib"}]}]'
-- No rows give NULL, not an empty array.
SELECT (SELECT id FROM item WHERE 1 = 0 FOR JSON PATH) AS j
GO
--> j nvarchar(max)
--> NULL
-- A client gets no row then, but for the type xml.
SELECT id FROM item WHERE 1 = 0 FOR JSON PATH
SELECT id FROM item WHERE 1 = 0 FOR XML AUTO, ELEMENTS
SELECT id FROM item WHERE 1 = 0 FOR XML AUTO, TYPE
GO
--> JSON_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> XML_F52E2B61-18A1-11d1-B105-00805F49916B nvarchar(max)
--> - xml
--> NULL
-- Control characters and slashes are escaped.
SELECT (SELECT 'a/b' + CHAR(10) + 'c\' AS s FOR JSON PATH) AS j
GO
--> j nvarchar(max)
--> '[{"s":"a\/b\nc\\"}]'
-- Every column needs a name.
SELECT id + 1 FROM item FOR JSON PATH
GO
--> Msg 13605, Level 16, State 1, Line 2: Column expressions and data sources without names or aliases cannot be formatted as JSON text using FOR JSON clause. Add alias to the unnamed column or table.
