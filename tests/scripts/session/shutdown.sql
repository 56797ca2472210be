-- SHUTDOWN ends the server for those who may; here nothing listens to it.
SHUTDOWN
GO
--> info 6006: Server shut down by request from login sa.
SHUTDOWN WITH NOWAIT
GO
--> info 6006: Server shut down by NOWAIT request from login sa.
USE master
CREATE LOGIN golden_visitor WITH PASSWORD = 'Visit-1-us'
EXECUTE AS LOGIN = 'golden_visitor'
GO
--> info 5701: Changed database context to 'master'.
SHUTDOWN
GO
--> Msg 6004, Level 14, State 1, Line 1: User does not have permission to perform this action.
REVERT
GRANT SHUTDOWN TO golden_visitor
EXECUTE AS LOGIN = 'golden_visitor'
SHUTDOWN
REVERT
USE golden
DROP LOGIN golden_visitor
GO
--> info 6006: Server shut down by request from login sa.
--> info 5701: Changed database context to 'golden'.
