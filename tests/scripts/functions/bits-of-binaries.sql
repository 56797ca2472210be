-- The bit functions over binaries: bits count from the last byte, and the length stays.
SELECT GET_BIT(0xabcdef, 2) AS second, GET_BIT(0xabcdef, 4) AS fourth, GET_BIT(0xabcdef, 23) AS last
SELECT SET_BIT(0x00, 2) AS a, SET_BIT(0xabcdef, 0, 0) AS b, SET_BIT(CAST(0x01 AS binary(3)), 9) AS c
SELECT LEFT_SHIFT(0x0102, 4) AS a, RIGHT_SHIFT(0x0102, 4) AS b, LEFT_SHIFT(0xFF01, 8) AS c, RIGHT_SHIFT(0xFF, 9) AS d, LEFT_SHIFT(0x0F, -2) AS e
SELECT BIT_COUNT(0xabcdef) AS n, GET_BIT(CAST(NULL AS varbinary(4)), 1) AS missing
DECLARE @b varbinary(8) = 0x0F00
SELECT GET_BIT(@b, 8) AS a, SET_BIT(@b, 0) AS b, LEFT_SHIFT(@b, 4) AS c
GO
--> second bit, fourth bit, last bit
--> 1 | 0 | 1
--> a varbinary(1), b varbinary(3), c binary(3)
--> 0x04 | 0xABCDEE | 0x010200
--> a varbinary(2), b varbinary(2), c varbinary(2), d varbinary(1), e varbinary(1)
--> 0x1020 | 0x0010 | 0x0100 | 0x00 | 0x03
--> n bigint, missing bit
--> 17 | NULL
--> a bit, b varbinary(8), c varbinary(8)
--> 1 | 0x0F01 | 0xF000
SELECT GET_BIT(0xabcdef, 24) AS x
GO
--> x bit
--> Msg 9838, Level 16, State 1, Line 1: Parameter 2 in function 'get_bit' is out of range 0 to 23.
SELECT SET_BIT(0xab, -1) AS x
GO
--> x varbinary(1)
--> Msg 9838, Level 16, State 2, Line 1: Parameter 2 in function 'set_bit' is out of range 0 to 7.
SELECT SET_BIT(0xab, 1, 2) AS x
GO
--> x varbinary(1)
--> Msg 9839, Level 16, State 1, Line 1: Parameter 3 in function 'set_bit' must be 0 or 1.
SELECT LEFT_SHIFT(CAST(0x01 AS varbinary(max)), 1) AS x
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varbinary(max) is invalid for argument 1 of left_shift function.
SELECT GET_BIT(1.5, 1) AS x
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type numeric is invalid for argument 1 of get_bit function.
SELECT CASE WHEN DATALENGTH(MIN_ACTIVE_ROWVERSION()) = 8 THEN 1 END AS eight
SELECT system_type_name FROM sys.dm_exec_describe_first_result_set(N'SELECT MIN_ACTIVE_ROWVERSION() AS v, @@DBTS AS w', NULL, 0)
GO
--> eight int
--> 1
--> system_type_name nvarchar(256)
--> 'binary(8)'
--> 'varbinary(8)'
