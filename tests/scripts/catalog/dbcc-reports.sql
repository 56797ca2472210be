-- What a session sends is told to itself and to who may see the state of the server, as is the space of the logs.
DBCC INPUTBUFFER (32000)
GO
--> Msg 7955, Level 16, State 2, Line 2: Invalid SPID 32000 specified.
DBCC INPUTBUFFER (NULL)
GO
--> Msg 7955, Level 16, State 2, Line 1: Invalid SPID 0 specified.
DBCC SQLPERF ('sys.dm_os_spinlock_stats', CLEAR)
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'DBCC SQLPERF of anything but LOGSPACE' is not supported in this version of Sprocket.
CREATE LOGIN dbcc_reader WITH PASSWORD = 'Pass-word1'
GO
USE master
EXECUTE AS LOGIN = 'dbcc_reader'
DBCC SQLPERF (LOGSPACE)
DBCC INPUTBUFFER (32000)
REVERT
USE golden
DROP LOGIN dbcc_reader
GO
--> info 5701: Changed database context to 'master'.
--> Msg 2571, Level 14, State 10, Line 3: User 'guest' does not have permission to run DBCC SQLPERF.
--> Msg 2571, Level 14, State 10, Line 4: User 'guest' does not have permission to run DBCC INPUTBUFFER.
--> info 5701: Changed database context to 'golden'.

-- What health checks read: counters that start again, virtual log files, of which there are none, and when a database was last checked.
CREATE TABLE #fields (ParentObject varchar(255), Object varchar(255), Field varchar(255), Value varchar(255))
DBCC SQLPERF ('sys.dm_os_wait_stats', CLEAR) WITH NO_INFOMSGS
DBCC LOGINFO () WITH NO_INFOMSGS
INSERT #fields EXEC ('DBCC DBINFO (''golden'') WITH TABLERESULTS, NO_INFOMSGS')
SELECT Value FROM #fields WHERE Field = 'dbi_dbccLastKnownGood'
DBCC DBINFO (nowhere) WITH TABLERESULTS
GO
--> RecoveryUnitId int, FileId int, FileSize bigint, StartOffset bigint, FSeqNo int, Status int, Parity tinyint, CreateLSN numeric(25,0)
--> (3 rows)
--> Value varchar(255)
--> '1900-01-01 00:00:00.000'
--> Msg 911, Level 16, State 1, Line 8: Database 'nowhere' does not exist. Make sure that the name is entered correctly.

-- The input is what the client has sent, wherever the command stands.
EXEC ('DBCC INPUTBUFFER (@@SPID) WITH NO_INFOMSGS')
SELECT event_type, event_info FROM sys.dm_exec_input_buffer(@@SPID, NULL)
GO
--> EventType nvarchar(30), Parameters smallint, EventInfo nvarchar(4000)
--> 'Language Event' | 0 | '\n-- The input is what the client has sent, wherever the command stands.\nEXEC (''DBCC INPUTBUFFER (@@SPID) WITH NO_INFOMSGS'')\nSELECT event_type, event_info FROM sys.dm_exec_input_buffer(@@SPID, NULL)'
--> event_type nvarchar(256), event_info nvarchar(max)
--> 'Language Event' | '\n-- The input is what the client has sent, wherever the command stands.\nEXEC (''DBCC INPUTBUFFER (@@SPID) WITH NO_INFOMSGS'')\nSELECT event_type, event_info FROM sys.dm_exec_input_buffer(@@SPID, NULL)'
