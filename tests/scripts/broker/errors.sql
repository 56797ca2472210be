-- What is wrong with statements about dialogs.
CREATE MESSAGE TYPE m VALIDATION = NONE;
CREATE MESSAGE TYPE back VALIDATION = NONE;
CREATE MESSAGE TYPE nothing VALIDATION = EMPTY;
CREATE MESSAGE TYPE other VALIDATION = NONE;
CREATE CONTRACT c (m SENT BY INITIATOR, back SENT BY TARGET, nothing SENT BY ANY);
CREATE QUEUE q1;
CREATE QUEUE q2;
CREATE SERVICE s1 ON QUEUE q1;
CREATE SERVICE s2 ON QUEUE q2 (c);
GO
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE nowhere TO SERVICE 's2' ON CONTRACT c;
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the service 'nowhere', because it does not exist or you do not have permission.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT nothing_of_it;
GO
--> Msg 15151, Level 16, State 1, Line 2: Cannot find the contract 'nothing_of_it', because it does not exist or you do not have permission.
DECLARE @h uniqueidentifier, @s nvarchar(256);
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE @s ON CONTRACT c;
GO
--> Msg 8421, Level 16, State 1, Line 2: The service name is missing. Specify a service name.
DECLARE @h uniqueidentifier, @c nvarchar(256);
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT @c;
GO
--> Msg 8417, Level 16, State 1, Line 2: The service contract name is NULL. Specify a service contract name.
DECLARE @h uniqueidentifier, @n int;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH LIFETIME = @n;
GO
--> Msg 8406, Level 16, State 1, Line 2: The dialog lifetime can not be NULL. Specify a valid dialog lifetime value from 1 to 2147483647.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH LIFETIME = 0;
GO
--> Msg 8411, Level 16, State 1, Line 2: The dialog lifetime value of 0 is outside the allowable range of 1 to 2147483647. Specify a valid dialog lifetime value.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH RELATED_CONVERSATION = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
GO
--> Msg 8426, Level 16, State 1, Line 2: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
SEND ON CONVERSATION '6F9619FF-8B86-D011-B42D-00C04FC964FF' MESSAGE TYPE m;
GO
--> Msg 8426, Level 16, State 1, Line 1: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
DECLARE @h uniqueidentifier;
SEND ON CONVERSATION @h MESSAGE TYPE m;
GO
--> Msg 8418, Level 16, State 1, Line 2: The conversation handle is missing. Specify a conversation handle.
END CONVERSATION '6F9619FF-8B86-D011-B42D-00C04FC964FF';
GO
--> Msg 8426, Level 16, State 1, Line 1: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
BEGIN CONVERSATION TIMER ('6F9619FF-8B86-D011-B42D-00C04FC964FF') TIMEOUT = 1;
GO
--> Msg 8426, Level 16, State 1, Line 1: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
MOVE CONVERSATION '6F9619FF-8B86-D011-B42D-00C04FC964FF' TO '6F9619FF-8B86-D011-B42D-00C04FC964FF';
GO
--> Msg 8426, Level 16, State 1, Line 1: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
DECLARE @h uniqueidentifier, @g uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c;
MOVE CONVERSATION @h TO @g;
GO
--> Msg 8420, Level 16, State 1, Line 3: The conversation group is missing. Specify a conversation group.
RECEIVE * FROM q1 WHERE conversation_handle = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
GO
--> Msg 8426, Level 16, State 1, Line 1: The conversation handle "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
RECEIVE * FROM q1 WHERE conversation_group_id = '6F9619FF-8B86-D011-B42D-00C04FC964FF';
GO
--> Msg 8436, Level 16, State 1, Line 1: The conversation group "6F9619FF-8B86-D011-B42D-00C04FC964FF" is not found.
RECEIVE * FROM q1 WHERE message_body = 0x;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'message_body'.
RECEIVE * FROM nowhere;
GO
--> Msg 208, Level 16, State 1, Line 1: Invalid object name 'nowhere'.
GET CONVERSATION GROUP @g FROM q1;
GO
--> Msg 137, Level 15, State 1, Line 1: Must declare the scalar variable "@g".
RECEIVE nonsense FROM q1;
GO
--> Msg 207, Level 16, State 1, Line 1: Invalid column name 'nonsense'.
DECLARE @h uniqueidentifier;
RECEIVE @h = conversation_handle, message_body FROM q1;
GO
--> Msg 8447, Level 16, State 1, Line 2: A RECEIVE statement that assigns a value to a variable must not be combined with data retrieval operations.
DECLARE @h uniqueidentifier;
DECLARE @t TABLE (h uniqueidentifier);
RECEIVE @h = conversation_handle FROM q1 INTO @t;
GO
--> Msg 8450, Level 16, State 1, Line 3: Assignments in the RECEIVE projection are not allowed in conjunction with the INTO clause.
WAITFOR (SELECT 1), TIMEOUT 10;
GO
--> Msg 156, Level 15, State 1, Line 1: Incorrect syntax near the keyword 'SELECT'.

-- A group belongs to one queue.
DECLARE @h uniqueidentifier, @g uniqueidentifier = NEWID();
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH RELATED_CONVERSATION_GROUP = @g;
BEGIN TRY
    BEGIN DIALOG @h FROM SERVICE s2 TO SERVICE 's2' ON CONTRACT c WITH RELATED_CONVERSATION_GROUP = @g;
END TRY
BEGIN CATCH
    SELECT ERROR_NUMBER() AS number, REPLACE(ERROR_MESSAGE(), CAST(@g AS nvarchar(36)), 'g') AS message;
END CATCH
END CONVERSATION @h;
GO
--> number int, message nvarchar(4000)
--> 8414 | 'The conversation group ID ''g'' is invalid in this context. Specify a different conversion group ID.'
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH RELATED_CONVERSATION_GROUP = NULL;
GO
--> Msg 8420, Level 16, State 1, Line 2: The conversation group is missing. Specify a conversation group.

-- What may be sent.
DECLARE @h uniqueidentifier, @none nvarchar(10);
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c;
SEND ON CONVERSATION @h MESSAGE TYPE unknown (N'x');
SEND ON CONVERSATION @h MESSAGE TYPE other (N'x');
SEND ON CONVERSATION @h (N'x');
SEND ON CONVERSATION @h MESSAGE TYPE back (N'x');
SEND ON CONVERSATION @h MESSAGE TYPE m (@none);
SEND ON CONVERSATION @h MESSAGE TYPE nothing (N'x');
SEND ON CONVERSATION @h MESSAGE TYPE nothing;
SEND ON CONVERSATION @h MESSAGE TYPE nothing (N'');
SEND ON CONVERSATION @h MESSAGE TYPE m;
SELECT message_type_name, message_body FROM q2;
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 2147483647;
END CONVERSATION @h WITH ERROR = 1 DESCRIPTION = @none;
SELECT state FROM sys.conversation_endpoints WHERE conversation_handle = @h;
END CONVERSATION @h;
END CONVERSATION @h;
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 1;
SELECT state FROM sys.conversation_endpoints WHERE conversation_handle = @h;
DECLARE @t uniqueidentifier;
RECEIVE @t = conversation_handle FROM q2;
SEND ON CONVERSATION @t MESSAGE TYPE back (N'x');
SEND ON CONVERSATION @t MESSAGE TYPE m (N'x');
END CONVERSATION @t;
MOVE CONVERSATION @t TO @t;
GO
--> Msg 8428, Level 16, State 1, Line 5: The message type "unknown" is not found.
--> Msg 8431, Level 16, State 1, Line 6: The message type 'other' is not part of the service contract.
--> Msg 8431, Level 16, State 1, Line 7: The message type 'DEFAULT' is not part of the service contract.
--> Msg 8432, Level 16, State 1, Line 8: The message cannot be sent because the message type 'back' is marked SENT BY TARGET in the contract, however this service is an Initiator.
--> Msg 8433, Level 16, State 1, Line 9: The message body may not be NULL. A zero-length UNICODE or binary string is allowed.
--> Msg 8430, Level 16, State 1, Line 10: The message body failed the configured validation.
--> message_type_name nvarchar(256), message_body varbinary(max)
--> 'nothing' | NULL
--> 'nothing' | 0x
--> 'm' | NULL
--> Msg 8410, Level 16, State 1, Line 15: The conversation timer cannot be set beyond the conversation's lifetime.
--> Msg 8419, Level 16, State 1, Line 16: Both the error code and the description must be provided for END CONVERSATION WITH ERROR. Neither value can be NULL.
--> state char(2)!
--> 'CO'
--> Msg 8427, Level 16, State 1, Line 19: The conversation endpoint is not in a valid state for END CONVERSATION. The current endpoint state is 'DO'.
--> Msg 8458, Level 16, State 1, Line 20: The conversation endpoint is not in a valid state for BEGIN CONVERSATION TIMER. The current endpoint state is 'DO'.
--> state char(2)!
--> 'DO'
--> Msg 8429, Level 16, State 1, Line 24: The conversation endpoint is not in a valid state for SEND. The current endpoint state is 'DI'.
--> Msg 8429, Level 16, State 1, Line 25: The conversation endpoint is not in a valid state for SEND. The current endpoint state is 'DI'.
--> Msg 8438, Level 16, State 1, Line 27: The conversation endpoint is not in a valid state for MOVE CONVERSATION. The current endpoint state is 'CD'.
DECLARE @h uniqueidentifier, @t uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c WITH LIFETIME = 60;
SEND ON CONVERSATION @h MESSAGE TYPE m (N'x');
RECEIVE @t = conversation_handle FROM q2;
SEND ON CONVERSATION @t MESSAGE TYPE m (N'x');
MOVE CONVERSATION @t TO '6F9619FF-8B86-D011-B42D-00C04FC964FF';
BEGIN CONVERSATION TIMER (@h) TIMEOUT = 61;
END CONVERSATION @h;
END CONVERSATION @t;
GO
--> Msg 8434, Level 16, State 1, Line 5: The message cannot be sent because the message type 'm' is marked SENT BY INTITIATOR in the contract, however this service is a Target.
--> Msg 8439, Level 16, State 1, Line 6: The destination conversation group '6F9619FF-8B86-D011-B42D-00C04FC964FF' is invalid.
--> Msg 8410, Level 16, State 1, Line 7: The conversation timer cannot be set beyond the conversation's lifetime.

-- A target that does not take the contract, or refuses what is no XML, answers with an error.
CREATE SERVICE s3 ON QUEUE q2;
CREATE MESSAGE TYPE x VALIDATION = WELL_FORMED_XML;
CREATE CONTRACT cx (x SENT BY ANY);
CREATE SERVICE s4 ON QUEUE q2 (cx);
GO
DECLARE @h uniqueidentifier, @x uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's3' ON CONTRACT c;
SEND ON CONVERSATION @h MESSAGE TYPE m (N'x');
RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM q1;
SELECT state FROM sys.conversation_endpoints WHERE conversation_handle = @h;
END CONVERSATION @h;
BEGIN DIALOG @x FROM SERVICE s1 TO SERVICE 's4' ON CONTRACT cx;
SEND ON CONVERSATION @x MESSAGE TYPE x (N'<a><b></a>');
RECEIVE message_type_name, CAST(message_body AS xml).value('declare default element namespace "http://schemas.microsoft.com/SQL/ServiceBroker/Error"; (/Error/Code)[1]', 'int') AS code FROM q1;
SELECT COUNT(*) AS delivered FROM q2 WHERE message_type_name = 'x';
END CONVERSATION @x;
GO
--> message_type_name nvarchar(256), body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>-8408</Code><Description>Target service ''s3'' does not support contract ''c''.</Description></Error>'
--> state char(2)!
--> 'ER'
--> message_type_name nvarchar(256), code int
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | -9615
--> delivered int
--> 0

-- A service that is dropped takes its dialogs with it.
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's4' ON CONTRACT cx;
SEND ON CONVERSATION @h MESSAGE TYPE x (N'<a/>');
DROP SERVICE s4;
SELECT COUNT(*) AS waiting FROM q2 WHERE message_type_name = 'x';
RECEIVE message_type_name, CAST(message_body AS xml) AS body FROM q1;
END CONVERSATION @h;
GO
--> waiting int
--> 0
--> message_type_name nvarchar(256), body xml
--> 'http://schemas.microsoft.com/SQL/ServiceBroker/Error' | '<Error xmlns="http://schemas.microsoft.com/SQL/ServiceBroker/Error"><Code>-8470</Code><Description>Remote service has been dropped.</Description></Error>'

-- XML that follows a schema.
CREATE XML SCHEMA COLLECTION dbo.shape AS N'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n" type="xs:int"/></xs:schema>';
CREATE MESSAGE TYPE typed VALIDATION = VALID_XML WITH SCHEMA COLLECTION dbo.shape;
CREATE CONTRACT ct (typed SENT BY ANY);
CREATE SERVICE s5 ON QUEUE q2 (ct);
SELECT name, validation, validation_desc FROM sys.service_message_types WHERE xml_collection_id > 65535;
SELECT COUNT(*) AS usages FROM sys.message_type_xml_schema_collection_usages AS u JOIN sys.xml_schema_collections AS c ON c.xml_collection_id = u.xml_collection_id WHERE c.name = 'shape';
GO
--> name nvarchar(128)!, validation char(2)!, validation_desc nvarchar(60)
--> 'typed' | 'X ' | 'XML'
--> usages int
--> 1
DECLARE @h uniqueidentifier;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's5' ON CONTRACT ct;
SEND ON CONVERSATION @h MESSAGE TYPE typed (N'<n>1</n>');
SELECT validation, CAST(message_body AS nvarchar(max)) AS body FROM q2 WHERE message_type_name = 'typed';
SEND ON CONVERSATION @h MESSAGE TYPE typed (N'<n>one</n>');
RECEIVE CAST(message_body AS xml).value('declare default element namespace "http://schemas.microsoft.com/SQL/ServiceBroker/Error"; (/Error/Code)[1]', 'int') AS code FROM q1;
END CONVERSATION @h;
GO
--> validation nchar(2)!, body nvarchar(max)
--> 'X ' | '<n>1</n>'
--> code int
--> -9615

-- Handles are uniqueidentifiers in declared variables.
DECLARE @h int;
BEGIN DIALOG @h FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c;
GO
--> Msg 8402, Level 16, State 1, Line 4: The data type of the 'conversation handle' in the 'BEGIN DIALOG' statement must be uniqueidentifier. The int data type is not allowed.
DECLARE @g nvarchar(50);
GET CONVERSATION GROUP @g FROM q1;
GO
--> Msg 8402, Level 16, State 1, Line 2: The data type of the 'conversation group' in the 'GET CONVERSATION GROUP' statement must be uniqueidentifier. The nvarchar data type is not allowed.
BEGIN DIALOG @undeclared FROM SERVICE s1 TO SERVICE 's2' ON CONTRACT c;
GO
--> Msg 137, Level 15, State 1, Line 1: Must declare the scalar variable "@undeclared".
RECEIVE message_body FROM q1 INTO @undeclared;
GO
--> Msg 1087, Level 15, State 2, Line 1: Must declare the table variable "@undeclared".
DECLARE @t TABLE (a int, b int);
RECEIVE message_body FROM q1 INTO @t;
GO
--> Msg 213, Level 16, State 1, Line 2: Column name or number of supplied values does not match table definition.
CREATE QUEUE q3 WITH ACTIVATION (PROCEDURE_NAME = p, MAX_QUEUE_READERS = 32768, EXECUTE AS SELF);
GO
--> Msg 102, Level 15, State 1, Line 1: Incorrect syntax near '32768'.
CREATE QUEUE #q;
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'CREATE QUEUE #q' is not supported in this version of Sprocket.

-- What tools ask.
SELECT name, system_type_name, is_nullable FROM sys.dm_exec_describe_first_result_set(N'RECEIVE TOP (1) conversation_handle, message_body AS body FROM q1', NULL, 0) ORDER BY column_ordinal;
SELECT OBJECTPROPERTY(OBJECT_ID('q1'), 'IsQueue') AS is_queue;
SELECT name, type FROM sys.sysobjects WHERE id = OBJECT_ID('q1');
GO
--> name nvarchar(128), system_type_name nvarchar(256), is_nullable bit
--> 'conversation_handle' | 'uniqueidentifier' | 0
--> 'body' | 'varbinary(max)' | 1
--> is_queue int
--> 1
--> name nvarchar(128)!, type char(2)
--> 'q1' | 'SQ'
