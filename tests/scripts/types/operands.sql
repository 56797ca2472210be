SET NOCOUNT ON
GO
-- Which types an operator accepts side by side, and whom the error names. A row per left operand, a column per right operand, in the order of the rows:
-- . accepted, < and > a clash (206) that names the left or the right operand first, l and r a conversion that must be explicit (257), x xml compared
-- (305), ! incompatible (402), L and R an operator that a CLR type does not have (403), - an operand that the operator does not take (8117).
CREATE TABLE kinds (n int IDENTITY, name varchar(30))
INSERT kinds VALUES ('bit'), ('int'), ('numeric'), ('float'), ('varchar'), ('nvarchar'), ('varbinary'), ('timestamp'), ('datetime'), ('date'), ('time'),
  ('datetime2'), ('uniqueidentifier'), ('sql_variant'), ('text'), ('image'), ('xml'), ('hierarchyid'), ('geometry')
GO
CREATE TABLE operands (bit bit, int int, numeric numeric(9, 2), float float, varchar varchar(20), nvarchar nvarchar(20), varbinary varbinary(20),
  timestamp timestamp, datetime datetime, date date, time time, datetime2 datetime2, uniqueidentifier uniqueidentifier, sql_variant sql_variant, text text,
  image image, xml xml, hierarchyid hierarchyid, geometry geometry)
GO
CREATE PROCEDURE pairs @template varchar(100) AS
DECLARE @l varchar(30), @r varchar(30), @row varchar(30), @sql nvarchar(200), @m nvarchar(2000)
DECLARE lefts CURSOR LOCAL STATIC FOR SELECT name FROM kinds ORDER BY n
OPEN lefts
FETCH NEXT FROM lefts INTO @l
WHILE @@FETCH_STATUS = 0
BEGIN
  DECLARE rights CURSOR LOCAL STATIC FOR SELECT name FROM kinds ORDER BY n
  OPEN rights
  FETCH NEXT FROM rights INTO @r
  SET @row = ''
  WHILE @@FETCH_STATUS = 0
  BEGIN
    SET @sql = REPLACE(REPLACE(@template, '[l]', 'a.' + QUOTENAME(@l)), '[r]', 'b.' + QUOTENAME(@r))
    BEGIN TRY
      EXEC sp_executesql @sql
      SET @row += '.'
    END TRY
    BEGIN CATCH
      SET @m = ERROR_MESSAGE()
      SET @row += CASE ERROR_NUMBER()
        WHEN 206 THEN CASE WHEN @m = CONCAT('Operand type clash: ', @l, ' is incompatible with ', @r) THEN '<' ELSE '>' END
        WHEN 257 THEN CASE WHEN @m LIKE CONCAT('% data type ', @l, ' to ', @r, ' %') THEN 'l' ELSE 'r' END
        WHEN 305 THEN 'x'
        WHEN 402 THEN CASE WHEN @m LIKE CONCAT('The data types ', @l, ' and ', @r, ' are %') THEN '!' ELSE '?' END
        WHEN 403 THEN CASE WHEN @m LIKE CONCAT('% type equals ', @l, '.') THEN 'L' ELSE 'R' END
        WHEN 8117 THEN CASE WHEN @m LIKE CONCAT('Operand data type ', @l, ' %') THEN '-' ELSE '?' END
        ELSE '?' END
    END CATCH
    FETCH NEXT FROM rights INTO @r
  END
  CLOSE rights
  DEALLOCATE rights
  PRINT @row + ' ' + @l
  FETCH NEXT FROM lefts INTO @l
END
GO
EXEC pairs 'DECLARE @x int; SELECT @x = 1 FROM operands a, operands b WHERE [l] = [r]'
GO
--> print: .........>>>>.>>><R bit
--> print: .........>>>>.>>><R int
--> print: .........>>>>.>>><R numeric
--> print: ......>>.>>>>.>>><R float
--> print: .......l......!!!.R varchar
--> print: .......l......!!!.R nvarchar
--> print: ...<.....!!!..!!!.R varbinary
--> print: ...<rr...>>>><>.><R timestamp
--> print: ..........!.>.>>><R datetime
--> print: <<<<..!<..!.<.!!!<R date
--> print: <<<<..!<!!.!<.!!!<R time
--> print: <<<<..!<..!.<.!!!<R datetime2
--> print: <<<<...<<>>>..>>><R uniqueidentifier
--> print: .......>......>>><R sql_variant
--> print: <<<<!!!<<!!!<<!!!<R text
--> print: <<<<!!!.<!!!<<!!!<R image
--> print: <<<<!!!<<!!!<<!!x<R xml
--> print: >>>>...>>>>>>>>>>.> hierarchyid
--> print: LLLLLLLLLLLLLLLLLLL geometry
EXEC pairs 'IF EXISTS (SELECT [l] + [r] FROM operands a, operands b) RETURN'
GO
--> print: !...!!!!.!!!!!!!!RR bit
--> print: .........>>>>r>>>RR int
--> print: .........>>>>r>>>RR numeric
--> print: ......>>.>>>>r>>>RR float
--> print: !.....!!.!!!!!!!!RR varchar
--> print: !.....!!.!!!!!!!!RR nvarchar
--> print: !..<!!...!!!!!!!!RR varbinary
--> print: !..<!!..!!!!!!!!!RR timestamp
--> print: .......!.!!!!r!!!RR datetime
--> print: !<<<!!!!!----!---RR date
--> print: !<<<!!!!!----!---RR time
--> print: !<<<!!!!!----!---RR datetime2
--> print: !<<<!!!!!----!---RR uniqueidentifier
--> print: !lll!!!!l!!!!!!!!RR sql_variant
--> print: !<<<!!!!!----!---RR text
--> print: !<<<!!!!!----!---RR image
--> print: !<<<!!!!!----!---RR xml
--> print: LLLLLLLLLLLLLLLLLLL hierarchyid
--> print: LLLLLLLLLLLLLLLLLLL geometry
EXEC pairs 'IF EXISTS (SELECT [l] - [r] FROM operands a, operands b) RETURN'
GO
--> print: !...!!!!.!!!!!!!!RR bit
--> print: .........>>>>r>>>RR int
--> print: .........>>>>r>>>RR numeric
--> print: ......>>.>>>>r>>>RR float
--> print: !...-!!!.!!!!!!!!RR varchar
--> print: !...!-!!.!!!!!!!!RR nvarchar
--> print: !..<!!!!.!!!!!!!!RR varbinary
--> print: !..<!!!-!----!---RR timestamp
--> print: .......!.!!!!r!!!RR datetime
--> print: !<<<!!!-!----!---RR date
--> print: !<<<!!!-!----!---RR time
--> print: !<<<!!!-!----!---RR datetime2
--> print: !<<<!!!-!----!---RR uniqueidentifier
--> print: !lll!!!!l!!!!!!!!RR sql_variant
--> print: !<<<!!!-!----!---RR text
--> print: !<<<!!!-!----!---RR image
--> print: !<<<!!!-!----!---RR xml
--> print: LLLLLLLLLLLLLLLLLLL hierarchyid
--> print: LLLLLLLLLLLLLLLLLLL geometry
EXEC pairs 'IF EXISTS (SELECT [l] * [r] FROM operands a, operands b) RETURN'
GO
--> print: -...-------------RR bit
--> print: ........r>>>>r>>>RR int
--> print: ........r>>>>r>>>RR numeric
--> print: ......>>r>>>>r>>>RR float
--> print: -...-------------RR varchar
--> print: -...-------------RR nvarchar
--> print: -..<-------------RR varbinary
--> print: -..<-------------RR timestamp
--> print: -lll-------------RR datetime
--> print: -<<<-------------RR date
--> print: -<<<-------------RR time
--> print: -<<<-------------RR datetime2
--> print: -<<<-------------RR uniqueidentifier
--> print: -lll-------------RR sql_variant
--> print: -<<<-------------RR text
--> print: -<<<-------------RR image
--> print: -<<<-------------RR xml
--> print: LLLLLLLLLLLLLLLLLLL hierarchyid
--> print: LLLLLLLLLLLLLLLLLLL geometry
EXEC pairs 'IF EXISTS (SELECT [l] % [r] FROM operands a, operands b) RETURN'
GO
--> print: !..!!!!!!!!!!!!!!RR bit
--> print: ...!....!!!!!!!!!RR int
--> print: ...!!!!!!!!!!!!!!RR numeric
--> print: !!!-!!!!---------RR float
--> print: !.!!!!!!!!!!!!!!!RR varchar
--> print: !.!!!!!!!!!!!!!!!RR nvarchar
--> print: !.!!!!!!!!!!!!!!!RR varbinary
--> print: !.!!!!!!!!!!!!!!!RR timestamp
--> print: !!!-!!!!---------RR datetime
--> print: !!!-!!!!---------RR date
--> print: !!!-!!!!---------RR time
--> print: !!!-!!!!---------RR datetime2
--> print: !!!-!!!!---------RR uniqueidentifier
--> print: !!!-!!!!---------RR sql_variant
--> print: !!!-!!!!---------RR text
--> print: !!!-!!!!---------RR image
--> print: !!!-!!!!---------RR xml
--> print: LLLLLLLLLLLLLLLLLLL hierarchyid
--> print: LLLLLLLLLLLLLLLLLLL geometry
-- The operator is named, and every kind of comparison asks.
SELECT 1 WHERE CAST('10:00' AS time) < CAST('2024-01-01' AS datetime)
GO
--> Msg 402, Level 16, State 1, Line 2: The data types time and datetime are incompatible in the less than operator.
SELECT 1 WHERE CAST('2024-01-01' AS date) IN (1, 2)
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: date is incompatible with int
SELECT 1 WHERE CAST('2024-01-01' AS date) BETWEEN '2024-01-01' AND 3
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: date is incompatible with int
SELECT CASE CAST('10:00' AS time) WHEN CAST('2024-01-01' AS date) THEN 1 END
GO
--> Msg 402, Level 16, State 1, Line 1: The data types time and date are incompatible in the equal to operator.
SELECT NULLIF(CAST('10:00' AS time), CAST('2024-01-01' AS datetime2))
GO
--> Msg 402, Level 16, State 1, Line 1: The data types time and datetime2 are incompatible in the equal to operator.
SELECT 1 WHERE CAST('10:00' AS time) IN (SELECT CAST('2024-01-01' AS datetime))
GO
--> Msg 402, Level 16, State 1, Line 1: The data types time and datetime are incompatible in the equal to operator.
SELECT CAST('10:00' AS time) / 2
GO
--> Msg 206, Level 16, State 2, Line 1: Operand type clash: time is incompatible with int
-- What is accepted is converted to the other operand's type.
SELECT CAST(2 AS decimal(5, 2)) + 0x0502000196000000 AS d, 1 + 0x01 AS i, $1 + 0x00000001 AS m, CASE WHEN 0x61 = 'a' THEN 'equal' END AS text
GO
--> d decimal(6,2), i int, m money, text varchar(5)
--> 3.50 | 2 | 1.0001 | 'equal'
-- A tinyint is negated as a smallint.
SELECT SQL_VARIANT_PROPERTY(-CAST(1 AS tinyint), 'BaseType') AS t, -CAST(255 AS tinyint) AS n
GO
--> t sql_variant, n smallint
--> 'smallint'::nvarchar(128) | -255
