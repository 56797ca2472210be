-- What JSON functions and FOR JSON refuse.
SELECT JSON_VALUE('{"a":1}', 'a.b') AS v
GO
--> v nvarchar(4000)
--> Msg 13607, Level 16, State 1, Line 2: JSON path is not properly formatted. Unexpected character 'a' is found at position 0.
SELECT JSON_VALUE('{"a":1}', '$.a b') AS v
GO
--> v nvarchar(4000)
--> Msg 13607, Level 16, State 1, Line 1: JSON path is not properly formatted. Unexpected character 'b' is found at position 4.
SELECT JSON_VALUE('{"a":1}', 'strict $.b') AS v
PRINT 'not reached'
GO
--> v nvarchar(4000)
--> Msg 13608, Level 16, State 1, Line 1: Property cannot be found on the specified JSON path.
SELECT JSON_VALUE('{"a":1', '$.b') AS v
GO
--> v nvarchar(4000)
--> Msg 13609, Level 16, State 1, Line 1: JSON text is not properly formatted. Unexpected character '.' is found at position 6.
SELECT JSON_VALUE('{"a":[1]}', 'strict $.a') AS v
GO
--> v nvarchar(4000)
--> Msg 13623, Level 16, State 2, Line 1: Scalar value cannot be found in the specified JSON path.
SELECT JSON_QUERY('{"a":1}', 'strict $.a') AS v
GO
--> v nvarchar(max)
--> Msg 13624, Level 16, State 2, Line 1: Object or array cannot be found in the specified JSON path.
SELECT JSON_VALUE('{"a":"' + REPLICATE('x', 5000) + '"}', 'strict $.a') AS v
GO
--> v nvarchar(4000)
--> Msg 13625, Level 16, State 1, Line 1: String value in the specified JSON path would be truncated.
SELECT JSON_VALUE('{"a":"' + REPLICATE('x', 5000) + '"}', '$.a') AS v
GO
--> v nvarchar(4000)
--> NULL
SELECT JSON_MODIFY('{"a":1}', 'strict $.b', 2) AS v
GO
--> v nvarchar(max)
--> Msg 13608, Level 16, State 2, Line 1: Property cannot be found on the specified JSON path.
SELECT JSON_MODIFY('{"a":1}', 'append strict $.a', 2) AS v
GO
--> v nvarchar(max)
--> Msg 13621, Level 16, State 1, Line 1: Array cannot be found in the specified JSON path.
SELECT JSON_MODIFY('{"a":1}', '$', 2) AS v
GO
--> v nvarchar(max)
--> Msg 13619, Level 16, State 1, Line 1: Unsupported JSON path found in argument 2 of JSON_MODIFY.
SELECT * FROM OPENJSON('{"a":1}', 'strict $.b')
GO
--> key nvarchar(4000)!, value nvarchar(max), type tinyint!
--> Msg 13608, Level 16, State 3, Line 1: Property cannot be found on the specified JSON path.
SELECT * FROM OPENJSON('{"a":1}', 'strict $.a')
GO
--> key nvarchar(4000)!, value nvarchar(max), type tinyint!
--> Msg 13611, Level 16, State 1, Line 1: Value referenced by JSON path is not an array or object and cannot be opened with OPENJSON.
SELECT * FROM OPENJSON('not json')
GO
--> key nvarchar(4000)!, value nvarchar(max), type tinyint!
--> Msg 13609, Level 16, State 4, Line 1: JSON text is not properly formatted. Unexpected character 'n' is found at position 0.
SELECT * FROM OPENJSON('{"a":{}}') WITH (a int AS JSON)
GO
--> Msg 13618, Level 16, State 1, Line 1: AS JSON option can be specified only for column of nvarchar(max) type in WITH clause.
SELECT * FROM OPENJSON('{"a":"!!"}') WITH (a varbinary(10))
GO
--> a varbinary(10)
--> Msg 13612, Level 16, State 5, Line 1: Cannot convert a string value found in the JSON text to binary value because it is not Base64 encoded.
SELECT * FROM OPENJSON('{"a":"QUJDREVGRw=="}') WITH (a varbinary(3))
GO
--> a varbinary(3)
--> Msg 13613, Level 16, State 1, Line 1: Base64 encoded string cannot be converted to binary value. Binary data would be truncated.
SELECT * FROM OPENJSON('{"a":"x"}') WITH (a int)
GO
--> a int
--> Msg 245, Level 16, State 1, Line 1: Conversion failed when converting the nvarchar value 'x' to data type int.
SELECT 1 AS a, 2 AS a FOR JSON PATH
GO
--> Msg 13601, Level 16, State 1, Line 1: Property 'a' cannot be generated in JSON output due to a conflict with another column name or alias. Use different names and aliases for each column in SELECT list.
SELECT 1 AS [a.b], 2 AS [a] FOR JSON PATH
GO
--> Msg 13601, Level 16, State 1, Line 1: Property 'a' cannot be generated in JSON output due to a conflict with another column name or alias. Use different names and aliases for each column in SELECT list.
SELECT 1 AS [a..b] FOR JSON PATH
GO
--> Msg 13603, Level 16, State 1, Line 1: Property 'a..b' cannot be generated in JSON output due to invalid character in the column name or alias. Column name or alias that contains '..', starts or ends with '.' is not allowed in query that has FOR JSON clause.
SELECT 1 FOR JSON PATH
GO
--> Msg 13605, Level 16, State 1, Line 1: Column expressions and data sources without names or aliases cannot be formatted as JSON text using FOR JSON clause. Add alias to the unnamed column or table.
SELECT 1 AS a FOR JSON AUTO
GO
--> Msg 13600, Level 16, State 1, Line 1: FOR JSON AUTO requires at least one table for generating JSON objects. Use FOR JSON PATH or add a FROM clause with a table name.
SELECT 1 AS a FOR JSON PATH, ROOT('r'), WITHOUT_ARRAY_WRAPPER
GO
--> Msg 13620, Level 16, State 1, Line 1: ROOT option and WITHOUT_ARRAY_WRAPPER option cannot be used together in FOR JSON. Remove one of these options.
SELECT * FROM OPENJSON(REPLICATE(CAST('[' AS varchar(max)), 200) + REPLICATE(CAST(']' AS varchar(max)), 200))
GO
--> key nvarchar(4000)!, value nvarchar(max), type tinyint!
--> Msg 13606, Level 16, State 1, Line 1: JSON text/path that has more than 128 nesting levels cannot be parsed.
SELECT JSON_OBJECT(NULL : 1) AS v
GO
--> v nvarchar(max)!
--> Msg 13638, Level 16, State 1, Line 1: User error : Name parameter value in 'json_object' cannot be null
SELECT JSON_PATH_EXISTS('{"a":1}', '$.a') AS a, JSON_PATH_EXISTS('{"a":1}', '$.b') AS b, JSON_OBJECT('k' : 1, 'n' : NULL ABSENT ON NULL) AS o, JSON_ARRAY(1, 'x', NULL NULL ON NULL) AS arr
GO
--> a int, b int, o nvarchar(max)!, arr nvarchar(max)!
--> 1 | 0 | '{"k":1}' | '[1,"x",null]'
