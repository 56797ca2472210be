SET NOCOUNT ON
GO
-- An object gives a row a property with the type of its value.
SELECT [key], value, type FROM OPENJSON('{"a":1,"b":"x","c":true,"d":null,"e":[1],"f":{}}')
GO
--> key nvarchar(4000)!, value nvarchar(max), type tinyint!
--> 'a' | '1' | 2
--> 'b' | 'x' | 1
--> 'c' | 'true' | 3
--> 'd' | NULL | 0
--> 'e' | '[1]' | 4
--> 'f' | '{}' | 5
-- An array gives its elements; keys count from zero.
SELECT [key], value FROM OPENJSON('["x", 2]')
GO
--> key nvarchar(4000)!, value nvarchar(max)
--> '0' | 'x'
--> '1' | '2'
-- WITH gives columns and types.
DECLARE @j nvarchar(max) = N'[{"id":1,"who":{"name":"Ada"},"tags":["x"]},{"id":2}]'
SELECT id, name, tags FROM OPENJSON(@j) WITH (id int, name varchar(10) '$.who.name', tags nvarchar(max) AS JSON) ORDER BY id
GO
--> id int, name varchar(10), tags nvarchar(max)
--> 1 | 'Ada' | '["x"]'
--> 2 | NULL | NULL
-- A path selects a part first.
SELECT value FROM OPENJSON('{"a":{"b":[5,6]}}', '$.a.b')
GO
--> value nvarchar(max)
--> '5'
--> '6'
-- With a table: APPLY.
DECLARE @t TABLE (id int, doc nvarchar(100))
INSERT @t VALUES (1, N'[1,2]'), (2, N'[]'), (3, N'[3]')
SELECT t.id, j.value FROM @t t CROSS APPLY OPENJSON(t.doc) j ORDER BY t.id, j.[key]
GO
--> id int, value nvarchar(max)
--> 1 | '1'
--> 1 | '2'
--> 3 | '3'
-- The scalar functions: a scalar, an object or array, a test, a change.
SELECT JSON_VALUE('{"a":{"b":"x"}}', '$.a.b') AS v, JSON_QUERY('{"a":{"b":"x"}}', '$.a') AS q, ISJSON('{}') AS ok, ISJSON('{') AS bad, JSON_MODIFY('{"a":1}', '$.a', 2) AS m
GO
--> v nvarchar(4000), q nvarchar(max), ok int, bad int, m nvarchar(max)
--> 'x' | '{"b":"x"}' | 1 | 0 | '{"a":2}'
-- Lax paths give NULL where nothing fits; strict ones fail.
SELECT JSON_VALUE('{"a":1}', '$.b') AS none, JSON_VALUE('{"a":{}}', '$.a') AS object, JSON_QUERY('{"a":1}', '$.a') AS scalar
BEGIN TRY
  SELECT JSON_VALUE('{"a":1}', 'strict $.b') AS none
END TRY
BEGIN CATCH
  PRINT ERROR_MESSAGE()
END CATCH
GO
--> none nvarchar(4000), object nvarchar(4000), scalar nvarchar(max)
--> NULL | NULL | NULL
--> none nvarchar(4000)
--> print: Property cannot be found on the specified JSON path.
-- What is not JSON is an error.
SELECT value FROM OPENJSON('{a:1}')
GO
--> value nvarchar(max)
--> Msg 13609, Level 16, State 4, Line 2: JSON text is not properly formatted. Unexpected character 'a' is found at position 1.
