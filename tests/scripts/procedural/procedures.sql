SET NOCOUNT ON
GO
CREATE PROCEDURE add_up @a int, @b int = 10, @c int = NULL OUTPUT AS
SET @c = @a + @b
SELECT @a AS a, @b AS b
RETURN @a
GO
-- By position, by name, with defaults.
EXEC add_up 1
EXEC add_up 1, 2
EXECUTE dbo.add_up @b = 5, @a = 4
EXEC add_up 1, DEFAULT
EXEC add_up 1, @b = 7
GO
--> a int, b int
--> 1 | 10
--> a int, b int
--> 1 | 2
--> a int, b int
--> 4 | 5
--> a int, b int
--> 1 | 10
--> a int, b int
--> 1 | 7
-- OUTPUT and the return code.
DECLARE @rc int, @sum int = 99
EXEC @rc = add_up 3, 4, @sum OUTPUT
SELECT @rc AS rc, @sum AS s
EXEC add_up 3, 4, @sum
SELECT @sum AS unchanged
EXEC add_up @a = 1, @c = @sum OUT
SELECT @sum AS s
GO
--> a int, b int
--> 3 | 4
--> rc int, s int
--> 3 | 7
--> a int, b int
--> 3 | 4
--> unchanged int
--> 7
--> a int, b int
--> 1 | 10
--> s int
--> 11
-- EXEC may be left out in the first statement of a batch.
add_up 8, 9
GO
--> a int, b int
--> 8 | 9
-- A name in a variable.
DECLARE @p sysname = 'dbo.add_up'
EXEC @p 6, 6
GO
--> a int, b int
--> 6 | 6
-- The return code is 0 without RETURN.
CREATE PROCEDURE silent AS DECLARE @x int
GO
DECLARE @rc int = 77
EXEC @rc = silent
SELECT @rc AS rc
GO
--> rc int
--> 0
-- A parameter that is missing, too many, unknown, or no output.
EXEC add_up
GO
--> Msg 201, Level 16, State 4, Procedure add_up, Line 0: Procedure or function 'add_up' expects parameter '@a', which was not supplied.
EXEC add_up 1, 2, 3, 4
GO
--> Msg 8144, Level 16, State 2, Procedure add_up, Line 0: Procedure or function add_up has too many arguments specified.
EXEC add_up 1, @d = 4
GO
--> Msg 8145, Level 16, State 1, Procedure add_up, Line 0: @d is not a parameter for procedure add_up.
DECLARE @x int = 1
EXEC add_up @x OUTPUT
GO
--> Msg 8162, Level 16, State 2, Procedure add_up, Line 0: The formal parameter "@a" was not declared as an OUTPUT parameter, but the actual parameter passed in requested output.
EXEC add_up @a = 1, 2
GO
--> Msg 119, Level 15, State 1, Line 1: Must pass parameter number 2 and subsequent parameters as '@name = value'. After the form '@name = value' has been used, all subsequent parameters must be passed in the form '@name = value'.
EXEC silent 1
GO
--> Msg 8146, Level 16, State 2, Procedure silent, Line 0: Procedure silent has no parameters and arguments were supplied.
-- A value that cannot be converted.
EXEC add_up 'x'
GO
--> Msg 8114, Level 16, State 5, Procedure add_up, Line 0: Error converting data type varchar to int.
-- No such procedure; the batch goes on.
EXEC no_such_thing
PRINT 'on'
GO
--> Msg 2812, Level 16, State 62, Line 2: Could not find stored procedure 'no_such_thing'.
--> print: on
-- An argument is a constant or a variable, not an expression; a bare word is a string.
EXEC add_up 1 + 1
GO
--> Msg 102, Level 15, State 1, Line 2: Incorrect syntax near '+'.
CREATE PROCEDURE echo @s varchar(20) AS SELECT @s AS s
GO
EXEC echo word
EXEC echo [in brackets]
EXEC echo -5
GO
--> s varchar(20)
--> 'word'
--> s varchar(20)
--> 'in brackets'
--> s varchar(20)
--> '-5'
-- Values are cut to the parameter's length.
CREATE PROCEDURE short @s varchar(3) AS SELECT @s AS s
GO
EXEC short 'abcdef'
GO
--> s varchar(3)
--> 'abc'
-- RETURN takes a whole number; NULL becomes 0 with a warning.
CREATE PROCEDURE null_code AS DECLARE @n int RETURN @n
GO
DECLARE @rc int
EXEC @rc = null_code
SELECT @rc AS rc
GO
--> info 282: The 'null_code' procedure attempted to return a status of NULL, which is not allowed. A status of 0 will be returned instead.
--> rc int
--> 0
