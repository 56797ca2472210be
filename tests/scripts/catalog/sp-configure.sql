-- sp_configure shows and sets options of the server; a part of a name is enough.
EXEC sp_configure 'nested triggers'
EXEC sp_configure 'nested', 0
RECONFIGURE
EXEC sp_configure 'nested trig'
EXEC sp_configure 'nested', 1
RECONFIGURE
GO
--> name nvarchar(35), minimum int, maximum int, config_value int, run_value int
--> 'nested triggers' | 0 | 1 | 1 | 1
--> info 15457: Configuration option 'nested triggers' changed from 1 to 0. Run the RECONFIGURE statement to install.
--> name nvarchar(35), minimum int, maximum int, config_value int, run_value int
--> 'nested triggers' | 0 | 1 | 0 | 0
--> info 15457: Configuration option 'nested triggers' changed from 0 to 1. Run the RECONFIGURE statement to install.

-- Advanced options are hidden until they are asked for.
EXEC sp_configure 'max degree'
EXEC sp_configure 'show advanced options', 1
RECONFIGURE
EXEC sp_configure 'max degree'
EXEC sp_configure 'max degree of parallelism', 4
RECONFIGURE
SELECT CONVERT(int, value_in_use) AS value FROM sys.configurations WHERE name = 'max degree of parallelism'
EXEC sp_configure 'max degree of parallelism', 0
RECONFIGURE
EXEC sp_configure 'show advanced options', 0
RECONFIGURE
GO
--> Msg 15123, Level 16, State 1, Procedure sp_configure, Line 15: The configuration option 'max degree' does not exist, or it may be an advanced option.
--> info 15457: Configuration option 'show advanced options' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> name nvarchar(35), minimum int, maximum int, config_value int, run_value int
--> 'max degree of parallelism' | 0 | 32767 | 0 | 0
--> info 15457: Configuration option 'max degree of parallelism' changed from 0 to 4. Run the RECONFIGURE statement to install.
--> value int
--> 4
--> info 15457: Configuration option 'max degree of parallelism' changed from 4 to 0. Run the RECONFIGURE statement to install.
--> info 15457: Configuration option 'show advanced options' changed from 1 to 0. Run the RECONFIGURE statement to install.

-- What is set waits for RECONFIGURE; options that are not dynamic wait until the server starts.
EXEC sp_configure 'nested triggers', 0
EXEC sp_configure 'remote access', 0
SELECT name, CONVERT(int, value) AS value, CONVERT(int, value_in_use) AS value_in_use, is_dynamic FROM sys.configurations
WHERE name IN ('nested triggers', 'remote access') ORDER BY name
RECONFIGURE WITH OVERRIDE
SELECT name, CONVERT(int, value) AS value, CONVERT(int, value_in_use) AS value_in_use FROM sys.configurations
WHERE name IN ('nested triggers', 'remote access') ORDER BY name
SELECT c.value AS configured, u.value AS in_use FROM sys.sysconfigures AS c JOIN sys.syscurconfigs AS u ON u.config = c.config WHERE c.config = 117
EXEC sp_configure 'nested triggers', 1
EXEC sp_configure 'remote access', 1
RECONFIGURE
BEGIN TRANSACTION
RECONFIGURE
ROLLBACK
GO
--> info 15457: Configuration option 'nested triggers' changed from 1 to 0. Run the RECONFIGURE statement to install.
--> info 15457: Configuration option 'remote access' changed from 1 to 0. Run the RECONFIGURE statement to install.
--> name nvarchar(35)!, value int, value_in_use int, is_dynamic bit!
--> 'nested triggers' | 0 | 1 | 1
--> 'remote access' | 0 | 1 | 0
--> name nvarchar(35)!, value int, value_in_use int
--> 'nested triggers' | 0 | 0
--> 'remote access' | 0 | 1
--> configured int, in_use int
--> 0 | 1
--> info 15457: Configuration option 'nested triggers' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> info 15457: Configuration option 'remote access' changed from 0 to 1. Run the RECONFIGURE statement to install.
--> Msg 574, Level 16, State 0, Line 15: CONFIG statement cannot be used inside a user transaction.

EXEC sp_configure 'remote'
EXEC sp_configure 'nothing'
EXEC sp_configure 'nested triggers', 7
GO
--> Msg 15124, Level 16, State 1, Procedure sp_configure, Line 20: The configuration option 'remote' is not unique.
--> Msg 15123, Level 16, State 1, Procedure sp_configure, Line 15: The configuration option 'nothing' does not exist, or it may be an advanced option.
--> Msg 15129, Level 16, State 1, Procedure sp_configure, Line 29: '7' is not a valid value for configuration option 'nested triggers'.

-- Options of a database, by the names of SQL Server 2000.
CREATE DATABASE golden_options
EXEC sp_dboption 'golden_options', 'trunc. log on chkpt.', 'true'
SELECT recovery_model_desc FROM sys.databases WHERE name = 'golden_options'
EXEC sp_dboption 'golden_options', 'select into/bulkcopy', 'on'
SELECT recovery_model_desc FROM sys.databases WHERE name = 'golden_options'
EXEC sp_dboption 'golden_options', 'ansi nulls', 'true'
SELECT is_ansi_nulls_on FROM sys.databases WHERE name = 'golden_options'
EXEC sp_dboption 'golden_options', 'auto', 'true'
EXEC sp_dboption 'golden_options', 'nothing', 'true'
EXEC sp_dboption 'golden_options', 'offline', 'maybe'
EXEC sp_dboption 'nothing', 'offline', 'true'
EXEC sp_dbcmptlevel 'golden_options', 150
SELECT compatibility_level FROM sys.databases WHERE name = 'golden_options'
EXEC sp_renamedb 'golden_options', 'golden_renamed'
SELECT name FROM sys.databases WHERE name LIKE 'golden[_]%'
DROP DATABASE golden_renamed
GO
--> recovery_model_desc nvarchar(60)
--> 'SIMPLE'
--> recovery_model_desc nvarchar(60)
--> 'BULK_LOGGED'
--> is_ansi_nulls_on bit
--> 1
--> Msg 15011, Level 16, State 1, Procedure sp_dboption, Line 45: Database option 'auto' does not exist.
--> Msg 15011, Level 16, State 1, Procedure sp_dboption, Line 45: Database option 'nothing' does not exist.
--> Msg 15241, Level 16, State 1, Procedure sp_dboption, Line 51: Usage: sp_dboption [dbname [,optname [,'true' | 'false']]]
--> Msg 15010, Level 16, State 1, Procedure sp_dboption, Line 36: The database 'nothing' does not exist. Supply a valid database name. To see available databases, use sys.databases.
--> compatibility_level tinyint!
--> 150
--> info 5073: The database name 'golden_renamed' has been set.
--> name nvarchar(128)!
--> 'golden_renamed'

-- Messages of one's own.
EXEC sp_addmessage 50005, 16, 'There are %d of %s.'
RAISERROR (50005, 16, 1, 3, 'these')
EXEC sp_addmessage 50005, 10, 'Other'
EXEC sp_addmessage 50005, 10, 'There was one.', @replace = 'replace'
RAISERROR (50005, -1, -1)
SELECT message_id, severity, text FROM sys.messages WHERE message_id = 50005
EXEC sp_dropmessage 50005
EXEC sp_dropmessage 50005
EXEC sp_addmessage 100, 16, 'x'
EXEC sp_addmessage 50006, 30, 'x'
GO
--> Msg 50005, Level 16, State 1, Line 4: There are 3 of these.
--> Msg 15043, Level 16, State 1, Procedure sp_addmessage, Line 1: You must specify 'REPLACE' to overwrite an existing message.
--> info 50005: There was one.
--> message_id int!, severity tinyint, text nvarchar(2048)!
--> 50005 | 10 | 'There was one.'
--> Msg 15179, Level 16, State 1, Procedure sp_dropmessage, Line 1: The message number 50005 or specified language does not exist.
--> Msg 15040, Level 16, State 1, Procedure sp_addmessage, Line 1: User-defined error messages must have an ID greater than 50000.
--> Msg 15041, Level 16, State 1, Procedure sp_addmessage, Line 1: User-defined error messages must have a severity level between 1 and 25.
