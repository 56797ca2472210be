-- Keys of the session context: SESSION_CONTEXT takes nvarchar alone, keys differ in case except for their first letter and never in trailing blanks.
EXEC sp_set_session_context 'Key', 1
EXEC sp_set_session_context 'KEY', 2
SELECT CAST(SESSION_CONTEXT(N'key ') AS int) AS a, CAST(SESSION_CONTEXT(N'KEY') AS int) AS b, SESSION_CONTEXT(N'') AS c, SESSION_CONTEXT(N'kEY') AS d
GO
--> a int, b int, c sql_variant, d sql_variant
--> 1 | 2 | NULL | 2::int
SELECT SESSION_CONTEXT('Key') AS a
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type varchar is invalid for argument 1 of session_context function.
DECLARE @key nchar(3) = N'Key'
SELECT SESSION_CONTEXT(@key) AS a
GO
--> Msg 8116, Level 16, State 1, Line 2: Argument data type nchar is invalid for argument 1 of session_context function.
SELECT SESSION_CONTEXT(NULL) AS a
GO
--> Msg 8116, Level 16, State 1, Line 1: Argument data type NULL is invalid for argument 1 of session_context function.
EXEC sp_set_session_context NULL, 1
GO
--> Msg 225, Level 16, State 1, Line 1: The parameters supplied for the procedure "sp_set_session_context" are not valid.
EXEC sp_set_session_context '', 1
GO
--> Msg 15666, Level 16, State 1, Line 1: Cannot set key '' in the session context. The size of the key cannot exceed 256 bytes.
DECLARE @key nvarchar(200) = REPLICATE(N'a', 129)
EXEC sp_set_session_context @key, 1
GO
--> Msg 15666, Level 16, State 1, Line 2: Cannot set key 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' in the session context. The size of the key cannot exceed 256 bytes.
EXEC sp_set_session_context 'Locked', 1, 1
GO
EXEC sp_set_session_context 'Locked', 2
GO
--> Msg 15664, Level 16, State 1, Line 1: Cannot set key 'Locked' in the session context. The key has been set as read_only for this session.

-- The bytes of SET CONTEXT_INFO: what converts to varbinary without being asked, and never NULL.
DECLARE @b varbinary(128)
SET CONTEXT_INFO @b
GO
--> Msg 2743, Level 16, State 1, Line 4: SET CONTEXT_INFO option requires varbinary (128) NOT NULL parameter.
DECLARE @b varchar(10) = 'ab'
SET CONTEXT_INFO @b
GO
--> Msg 2743, Level 16, State 1, Line 2: SET CONTEXT_INFO option requires varbinary (128) NOT NULL parameter.
DECLARE @b int = 258
SET CONTEXT_INFO @b
SELECT SUBSTRING(CONTEXT_INFO(), 1, 5) AS a, DATALENGTH(CONTEXT_INFO()) AS n
GO
--> a varbinary(5), n int
--> 0x0000010200 | 128
SET CONTEXT_INFO 0x4869
SELECT SUBSTRING(CONTEXT_INFO(), 1, 3) AS a
GO
--> a varbinary(3)
--> 0x486900
