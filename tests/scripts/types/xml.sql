SET NOCOUNT ON
GO
-- xml is kept as text; what is not well-formed is refused.
DECLARE @x xml = '<a><b n="1">x</b></a>'
SELECT @x AS x, CAST(@x AS nvarchar(50)) AS s
GO
--> x xml, s nvarchar(50)
--> '<a><b n="1">x</b></a>' | '<a><b n="1">x</b></a>'
-- Empty elements are written short; white space between elements goes.
DECLARE @x xml = '<a> <b></b> </a>'
SELECT CAST(@x AS varchar(50)) AS s
GO
--> s varchar(50)
--> '<a><b/></a>'
DECLARE @x xml
BEGIN TRY
  SET @x = '<a>'
END TRY
BEGIN CATCH
  PRINT ERROR_NUMBER()
END CATCH
GO
--> print: 9400
-- It cannot be compared.
DECLARE @x xml = '<a/>', @y xml = '<a/>'
SELECT 1 AS n WHERE @x = @y
GO
--> Msg 305, Level 16, State 1, Line 3: The XML data type cannot be compared or sorted, except when using the IS NULL operator.
