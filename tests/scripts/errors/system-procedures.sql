-- What system procedures refuse, and the messages by which they say that there is nothing.
CREATE TABLE dbo.t (id int IDENTITY PRIMARY KEY, n int NULL CONSTRAINT df_n DEFAULT 1, wide varchar(max) NULL, twice AS n * 2)
CREATE TABLE dbo.plain (a int)
GO
CREATE VIEW dbo.v AS SELECT a FROM dbo.plain
GO
CREATE TRIGGER dbo.instead ON dbo.t INSTEAD OF DELETE AS RETURN
GO
CREATE DEFAULT dbo.five AS 5
GO
CREATE RULE dbo.positive AS @v > 0
GO
EXEC sp_bindefault 'dbo.five', 'dbo.t.n'
EXEC sp_bindefault 'dbo.five', 'dbo.t.id'
EXEC sp_bindefault 'dbo.five', 'dbo.t.wide'
EXEC sp_bindefault 'dbo.five', 'dbo.t.twice'
EXEC sp_bindefault 'dbo.nothing', 'dbo.t.n'
EXEC sp_unbindefault 'dbo.t.n'
EXEC sp_bindrule 'dbo.positive', 'dbo.t.wide'
EXEC sp_bindrule 'dbo.positive', 'dbo.t.twice'
EXEC sp_bindrule 'dbo.nothing', 'dbo.t.n'
GO
--> Msg 15103, Level 16, State 1, Procedure sp_bindefault, Line 1: Cannot bind a default to a column created with or altered to have a default value.
--> Msg 15102, Level 16, State 1, Procedure sp_bindefault, Line 1: Cannot bind a default to an identity column.
--> Msg 15101, Level 16, State 1, Procedure sp_bindefault, Line 1: Cannot bind a default to a computed column or to a column of the following datatypes: timestamp, varchar(max), nvarchar(max), varbinary(max), xml, or sqlclr type.
--> Msg 15101, Level 16, State 1, Procedure sp_bindefault, Line 1: Cannot bind a default to a computed column or to a column of the following datatypes: timestamp, varchar(max), nvarchar(max), varbinary(max), xml, or sqlclr type.
--> Msg 15016, Level 16, State 1, Procedure sp_bindefault, Line 1: The default 'dbo.nothing' does not exist.
--> Msg 15049, Level 11, State 1, Procedure sp_unbindefault, Line 1: Cannot unbind from 'dbo.t.n'. Use ALTER TABLE DROP CONSTRAINT.
--> Msg 15107, Level 16, State 1, Procedure sp_bindrule, Line 1: Cannot bind a rule to a computed column or to a column of the following datatypes: text, ntext, image, timestamp, varchar(max), nvarchar(max), varbinary(max), xml or CLR type.
--> Msg 15107, Level 16, State 1, Procedure sp_bindrule, Line 1: Cannot bind a rule to a computed column or to a column of the following datatypes: text, ntext, image, timestamp, varchar(max), nvarchar(max), varbinary(max), xml or CLR type.
--> Msg 15016, Level 16, State 1, Procedure sp_bindrule, Line 1: The rule 'dbo.nothing' does not exist.
EXEC sp_settriggerorder 'dbo.instead', 'First', 'DELETE'
EXEC sp_settriggerorder 'dbo.instead', 'First', 'INSERT'
EXEC sp_settriggerorder 'dbo.nothing', 'First', 'DELETE'
GO
--> Msg 15133, Level 16, State 1, Procedure sp_settriggerorder, Line 1: INSTEAD OF trigger 'dbo.instead' cannot be associated with an order.
--> Msg 15125, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Trigger 'dbo.instead' is not a trigger for 'INSERT'.
--> Msg 15165, Level 16, State 1, Procedure sp_settriggerorder, Line 1: Could not find object 'dbo.nothing' or you do not have permission.
EXEC sp_helpconstraint 'dbo.plain', 'nomsg'
EXEC sp_helpconstraint 'dbo.nothing'
EXEC sp_helpindex 'dbo.plain'
EXEC sp_helpstats 'dbo.plain', 'ALL'
EXEC sp_helptext 'dbo.plain'
EXEC sp_helptext 'dbo.nothing'
EXEC sp_helptrigger 'dbo.plain'
EXEC sp_depends 'dbo.nothing'
EXEC sp_helpserver 'nowhere'
EXEC sp_helplanguage 'nowhere'
EXEC sp_spaceused 'dbo.nothing'
EXEC sp_help 'dbo.nothing'
EXEC sp_helprole 'nothing'
EXEC sp_helpuser 'nothing'
EXEC sp_helpdb 'nothing'
GO
--> info 15469: No constraints are defined on object 'dbo.plain', or you do not have permissions.
--> print:  
--> info 15470: No foreign keys reference table 'dbo.plain', or you do not have permissions on referencing tables.
--> Msg 15009, Level 16, State 1, Procedure sp_helpconstraint, Line 13: The object 'dbo.nothing' does not exist in database 'golden' or is invalid for this operation.
--> info 15472: The object 'dbo.plain' does not have any indexes, or you do not have permissions.
--> info 15575: This object does not have any statistics or indexes.
--> Msg 15197, Level 16, State 1, Procedure sp_helptext, Line 43: There is no text for object 'dbo.plain'.
--> Msg 15009, Level 16, State 1, Procedure sp_helptext, Line 13: The object 'dbo.nothing' does not exist in database 'golden' or is invalid for this operation.
--> trigger_name nvarchar(128), trigger_owner nvarchar(128), isupdate int, isdelete int, isinsert int, isafter int, isinsteadof int, trigger_schema nvarchar(128)
--> Msg 15009, Level 16, State 1, Procedure sp_depends, Line 13: The object 'dbo.nothing' does not exist in database 'golden' or is invalid for this operation.
--> Msg 15015, Level 16, State 1, Procedure sp_helpserver, Line 6: The server 'nowhere' does not exist. Use sp_helpserver to show available servers.
--> Msg 15033, Level 16, State 1, Procedure sp_helplanguage, Line 6: 'nowhere' is not a valid official language name.
--> Msg 15009, Level 16, State 1, Procedure sp_spaceused, Line 53: The object 'dbo.nothing' does not exist in database 'golden' or is invalid for this operation.
--> Msg 15009, Level 16, State 1, Procedure sp_help, Line 55: The object 'dbo.nothing' does not exist in database 'golden' or is invalid for this operation.
--> Msg 15409, Level 11, State 1, Procedure sp_helprole, Line 6: 'nothing' is not a role.
--> Msg 15198, Level 16, State 1, Procedure sp_helpuser, Line 6: The name supplied (nothing) is not a user, role, or aliased login.
--> Msg 15010, Level 16, State 1, Procedure sp_helpdb, Line 7: The database 'nothing' does not exist. Supply a valid database name. To see available databases, use sys.databases.
EXEC sp_rename 'dbo.nothing', 'x'
EXEC sp_rename 'dbo.t.nothing', 'x', 'COLUMN'
EXEC sp_rename 'dbo.t.n', 'id', 'COLUMN'
EXEC sp_rename 'dbo.t', 'plain'
EXEC sp_rename 'dbo.t', 'x', 'NOTHING'
EXEC sp_rename 'dbo..t', 'x'
EXEC sp_rename '', 'x'
EXEC sp_rename NULL, 'x'
EXEC sp_changeobjectowner 'dbo.nothing', 'dbo'
GO
--> Msg 15225, Level 11, State 1, Procedure sp_rename, Line 1: No item by the name of 'dbo.nothing' could be found in the current database 'golden', given that @itemtype was input as '(null)'.
--> Msg 15248, Level 11, State 1, Procedure sp_rename, Line 1: Either the parameter @objname is ambiguous or the claimed @objtype (COLUMN) is wrong.
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'id' is already in use as a COLUMN name and would cause a duplicate that is not permitted.
--> Msg 15335, Level 11, State 1, Procedure sp_rename, Line 1: Error: The new name 'plain' is already in use as a object name and would cause a duplicate that is not permitted.
--> Msg 15249, Level 11, State 1, Procedure sp_rename, Line 1: Error: Explicit @itemtype 'NOTHING' is unrecognized (0).
--> Msg 15250, Level 16, State 1, Procedure sp_rename, Line 1: The database name component of the object qualifier must be the name of the current database.
--> Msg 15225, Level 11, State 1, Procedure sp_rename, Line 1: No item by the name of '' could be found in the current database 'golden', given that @itemtype was input as '(null)'.
--> Msg 15223, Level 11, State 1, Procedure sp_rename, Line 1: Error: The input parameter 'objname' is not allowed to be null.
--> Msg 15151, Level 16, State 1, Line 1: Cannot find the object 'dbo.nothing', because it does not exist or you do not have permission.
EXEC sp_set_session_context 'a', 1, @read_only = 1
EXEC sp_set_session_context 'a', 2
SELECT SESSION_CONTEXT(N'a') AS a
GO
--> Msg 15664, Level 16, State 1, Line 2: Cannot set key 'a' in the session context. The key has been set as read_only for this session.
--> a sql_variant
--> 1::int
EXEC sp_addmessage 100, 16, 'too low'
EXEC sp_addmessage 50001, 30, 'too severe'
EXEC sp_addmessage 50001, 16, 'first'
EXEC sp_addmessage 50001, 16, 'again'
EXEC sp_dropmessage 50001
EXEC sp_dropmessage 50001
GO
--> Msg 15040, Level 16, State 1, Procedure sp_addmessage, Line 1: User-defined error messages must have an ID greater than 50000.
--> Msg 15041, Level 16, State 1, Procedure sp_addmessage, Line 1: User-defined error messages must have a severity level between 1 and 25.
--> Msg 15043, Level 16, State 1, Procedure sp_addmessage, Line 1: You must specify 'REPLACE' to overwrite an existing message.
--> Msg 15179, Level 16, State 1, Procedure sp_dropmessage, Line 1: The message number 50001 or specified language does not exist.
EXEC sp_configure 'nothing'
EXEC sp_configure 'max'
EXEC sp_configure 'recovery interval (min)', 99999
GO
--> Msg 15123, Level 16, State 1, Procedure sp_configure, Line 15: The configuration option 'nothing' does not exist, or it may be an advanced option.
--> name nvarchar(35), minimum int, maximum int, config_value int, run_value int
--> 'max text repl size (B)' | -1 | 2147483647 | 65536 | 65536
--> Msg 15123, Level 16, State 1, Procedure sp_configure, Line 15: The configuration option 'recovery interval (min)' does not exist, or it may be an advanced option.
EXEC sp_addextendedproperty 'p', 1, 'SCHEMA', 'nothing'
EXEC sp_addextendedproperty 'p', 1, 'SCHEMA', 'dbo', 'TABLE', 't'
EXEC sp_addextendedproperty 'p', 1, 'SCHEMA', 'dbo', 'TABLE', 't'
EXEC sp_updateextendedproperty 'q', 1, 'SCHEMA', 'dbo', 'TABLE', 't'
EXEC sp_dropextendedproperty 'q', 'SCHEMA', 'dbo', 'TABLE', 't'
GO
--> Msg 15135, Level 16, State 8, Procedure sp_addextendedproperty, Line 1: Object is invalid. Extended properties are not permitted on 'nothing', or the object does not exist.
--> Msg 15233, Level 16, State 1, Procedure sp_addextendedproperty, Line 1: Property cannot be added. Property 'p' already exists for 'dbo.t'.
--> Msg 15217, Level 16, State 2, Procedure sp_updateextendedproperty, Line 1: Property cannot be updated or deleted. Property 'q' does not exist for 'dbo.t'.
--> Msg 15217, Level 16, State 2, Procedure sp_dropextendedproperty, Line 1: Property cannot be updated or deleted. Property 'q' does not exist for 'dbo.t'.
EXEC sp_addrole 'r'
EXEC sp_addrole 'r'
EXEC sp_addrolemember 'nothing', 'r'
EXEC sp_addrolemember 'r', 'nobody'
EXEC sp_droprole 'public'
EXEC sp_dropuser 'dbo'
EXEC sp_adduser 'nobody'
EXEC sp_addsrvrolemember 'sa', 'nothing'
CREATE USER w WITHOUT LOGIN
GO
--> Msg 15023, Level 16, State 1, Line 1: User, group, or role 'r' already exists in the current database.
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'nothing', because it does not exist or you do not have permission.
--> Msg 15151, Level 16, State 1, Line 1: Cannot add the principal 'nobody', because it does not exist or you do not have permission.
--> Msg 15150, Level 16, State 1, Line 1: Cannot drop the role 'public'.
--> Msg 15150, Level 16, State 1, Line 1: Cannot drop the user 'dbo'.
--> Msg 15007, Level 16, State 1, Line 1: 'nobody' is not a valid login or you do not have permission.
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the server role 'nothing', because it does not exist or you do not have permission.
CREATE USER w WITHOUT LOGIN
GO
--> Msg 15023, Level 16, State 1, Line 1: User, group, or role 'w' already exists in the current database.
CREATE USER again FOR LOGIN sa
GO
--> Msg 15063, Level 16, State 1, Line 1: The login already has an account under a different user name.
CREATE SCHEMA owned AUTHORIZATION w
GO
DROP USER w
GO
--> Msg 15138, Level 16, State 1, Line 1: The database principal owns a schema in the database, and cannot be dropped.
DROP ROLE nothing
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot drop the role 'nothing', because it does not exist or you do not have permission.
ALTER ROLE nothing ADD MEMBER w
GO
--> Msg 15151, Level 16, State 1, Line 1: Cannot alter the role 'nothing', because it does not exist or you do not have permission.
EXEC sp_datatype_info 'x'
GO
--> Msg 8114, Level 16, State 5, Procedure sp_datatype_info, Line 0: Error converting data type varchar to int.
EXEC sp_pkeys 't', 'dbo', 'master'
GO
--> Msg 15250, Level 16, State 1, Procedure sp_pkeys, Line 7: The database name component of the object qualifier must be the name of the current database.
EXEC sp_helpfile 'nothing'
GO
--> Msg 15325, Level 16, State 1, Procedure sp_helpfile, Line 22: The current database does not contain a file named 'nothing'.
EXEC sp_helpfilegroup 'nothing'
GO
--> Msg 15325, Level 16, State 1, Procedure sp_helpfilegroup, Line 6: The current database does not contain a filegroup named 'nothing'.
ALTER ROLE db_owner ADD MEMBER dbo
GO
--> Msg 15405, Level 16, State 1, Line 1: Cannot use the special principal 'dbo'.
CREATE SCHEMA second
GO
CREATE TABLE second.plain (a int)
GO
ALTER SCHEMA second TRANSFER dbo.plain
GO
--> Msg 15530, Level 16, State 1, Line 1: The object with name "plain" already exists.
EXEC sp_helprotect 'master.dbo.t'
GO
--> Msg 15302, Level 11, State 1, Procedure sp_helprotect, Line 12: Database_Name should not be used to qualify owner.object for the parameter into this procedure.
