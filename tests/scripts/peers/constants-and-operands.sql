-- A float without its exponent's digits, and constants at the edge of what their types hold.
SELECT 1e AS a, 1e+ AS b, 2.5E- AS c
GO
--> a float!, b float!, c float!
--> 1 | 1 | 2.5
SELECT 99999999999999999999999999999999999999 AS a, 00000000000000000000000000000000000000000000001 AS b, 0.00000000000000000000000000000000000001 AS c
GO
--> a numeric(38,0)!, b int!, c numeric(38,38)!
--> 99999999999999999999999999999999999999 | 1 | 0.00000000000000000000000000000000000001
-- 168: what eight bytes do not hold.
SELECT 1.8E308
GO
--> Msg 168, Level 15, State 1, Line 2: The floating point value '1.8E308' is out of the range of computer representation (8 bytes).
SELECT -1e400
GO
--> Msg 168, Level 15, State 1, Line 1: The floating point value '1e400' is out of the range of computer representation (8 bytes).
-- 1007: more than 38 digits.
SELECT 123456789012345678901234567890123456789
GO
--> Msg 1007, Level 15, State 1, Line 2: The number '123456789012345678901234567890123456789' is out of the range for numeric representation (maximum precision 38).
SELECT 0.1234567890123456789012345678901234567891
GO
--> Msg 1007, Level 15, State 1, Line 1: The number '0.1234567890123456789012345678901234567891' is out of the range for numeric representation (maximum precision 38).
-- datetime takes numbers and strings of its kind, but not the younger types.
SELECT CAST('20000101' AS datetime) + '01:00' AS a, CAST('20000101' AS datetime) + 1.5 AS b, 1 + CAST('20000101' AS smalldatetime) AS c
GO
--> a datetime, b datetime, c smalldatetime
--> 2000-01-01 01:00:00.000 | 2000-01-02 12:00:00.000 | 2000-01-02 00:00:00
SELECT CAST('20000101' AS datetime) + CAST('10:00' AS time)
GO
--> Msg 402, Level 16, State 1, Line 1: The data types datetime and time are incompatible in the add operator.
SELECT CAST('20000101' AS smalldatetime) - CAST('20000101' AS date)
GO
--> Msg 402, Level 16, State 1, Line 1: The data types smalldatetime and date are incompatible in the subtract operator.
-- 257: it is not scaled.
SELECT CAST('20000101' AS datetime) * 2
GO
--> Msg 257, Level 16, State 3, Line 2: Implicit conversion from data type datetime to int is not allowed. Use the CONVERT function to run this query.
SELECT 2.5 / CAST('20000101' AS datetime)
GO
--> Msg 257, Level 16, State 3, Line 1: Implicit conversion from data type datetime to numeric is not allowed. Use the CONVERT function to run this query.
-- text does not concatenate.
SELECT CAST('a' AS text) + 'b'
GO
--> Msg 402, Level 16, State 1, Line 2: The data types text and varchar are incompatible in the add operator.
SELECT CAST('a' AS ntext) + CAST('a' AS ntext)
GO
--> Msg 8117, Level 16, State 1, Line 1: Operand data type ntext is invalid for add operator.
-- 9819 names the culture that was given, which is none here.
SELECT PARSE('abc' AS int)
GO
--> - int
--> Msg 9819, Level 16, State 1, Line 2: Error converting string value 'abc' into data type int using culture ''.
SELECT PARSE('abc' AS int USING 'de-DE')
GO
--> - int
--> Msg 9819, Level 16, State 1, Line 1: Error converting string value 'abc' into data type int using culture 'de-DE'.
-- A frame counts forward only.
SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN -1 PRECEDING AND CURRENT ROW) FROM (VALUES (1)) v(a)
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '-'.
