-- What full-text search makes of conditions and of the texts of a table.
SELECT keyword, group_id, occurrence, special_term, display_term, source_term FROM sys.dm_fts_parser('"The Microsoft business" OR analysis', 1033, 0, 0)
SELECT display_term, special_term FROM sys.dm_fts_parser(N'the café', 1033, NULL, 1)
SELECT TOP 0 * FROM sys.dm_fts_parser('x', 1033, 0, 0)
GO
--> keyword varbinary(128), group_id int, occurrence int, special_term nvarchar(4000), display_term nvarchar(4000), source_term nvarchar(4000)
--> 0x007400680065 | 1 | 1 | 'Noise Word' | 'the' | 'The Microsoft business'
--> 0x006D006900630072006F0073006F00660074 | 1 | 2 | 'Exact Match' | 'microsoft' | 'The Microsoft business'
--> 0x0062007500730069006E006500730073 | 1 | 3 | 'Exact Match' | 'business' | 'The Microsoft business'
--> 0x0061006E0061006C0079007300690073 | 2 | 1 | 'Exact Match' | 'analysis' | 'analysis'
--> display_term nvarchar(4000), special_term nvarchar(4000)
--> 'the' | 'Exact Match'
--> 'café' | 'Exact Match'
--> keyword varbinary(128), group_id int, phrase_id int, occurrence int, special_term nvarchar(4000), display_term nvarchar(4000), expansion_type int, source_term nvarchar(4000)
CREATE TABLE dbo.notes (id int NOT NULL CONSTRAINT pk_notes PRIMARY KEY, title nvarchar(50), body nvarchar(max))
INSERT dbo.notes VALUES (7, N'Rain', N'The boat, the sea and the boat'), (9, N'Sea', NULL)
CREATE FULLTEXT CATALOG words AS DEFAULT
CREATE FULLTEXT INDEX ON dbo.notes (title LANGUAGE 1033, body LANGUAGE 1033) KEY INDEX pk_notes
GO
--> (2 rows)
SELECT * FROM sys.dm_fts_index_keywords(DB_ID(), OBJECT_ID('dbo.notes'))
SELECT display_term, column_id, document_id, occurrence_count FROM sys.dm_fts_index_keywords_by_document(DB_ID(), OBJECT_ID('dbo.notes')) WHERE display_term = 'boat'
SELECT display_term, document_id, position FROM sys.dm_fts_index_keywords_position_by_document(DB_ID(), OBJECT_ID('dbo.notes')) WHERE column_id = 3
SELECT * FROM sys.dm_fts_index_keywords_by_property(DB_ID(), OBJECT_ID('dbo.notes'))
SELECT COUNT(*) AS n FROM sys.dm_fts_index_keywords(DB_ID(), 1234567)
GO
--> keyword varbinary(128), display_term nvarchar(4000), column_id int, document_count int
--> 0xFF | 'END OF FILE' | 2 | 2
--> 0xFF | 'END OF FILE' | 3 | 1
--> 0x0062006F00610074 | 'boat' | 3 | 1
--> 0x007200610069006E | 'rain' | 2 | 1
--> 0x007300650061 | 'sea' | 2 | 1
--> 0x007300650061 | 'sea' | 3 | 1
--> display_term nvarchar(4000), column_id int, document_id bigint, occurrence_count int
--> 'boat' | 3 | 7 | 2
--> display_term nvarchar(4000), document_id bigint, position int
--> 'END OF FILE' | 7 | 8
--> 'boat' | 7 | 2
--> 'boat' | 7 | 7
--> 'sea' | 7 | 4
--> keyword varbinary(128), display_term nvarchar(4000), column_id int, document_id bigint, property_id int
--> n int
--> 0
SELECT * FROM sys.dm_fts_index_keywords(DB_ID(), NULL)
GO
--> keyword varbinary(128), display_term nvarchar(4000), column_id int, document_count int
--> Msg 30007, Level 16, State 1, Line 1: Parameters of dm_fts_index_keywords, dm_fts_index_keywords_by_document, dm_fts_index_keywords_by_property, and dm_fts_index_keywords_position_by_document cannot be null.
CREATE USER reader WITHOUT LOGIN
GRANT SELECT ON dbo.notes TO reader
EXECUTE AS USER = 'reader'
SELECT COUNT(*) AS n FROM sys.dm_fts_index_keywords(DB_ID(), OBJECT_ID('dbo.notes'))
REVERT
GO
--> n int
--> 0
-- Functions of other schemas.
SELECT msdb.dbo.agent_datetime(20240131, 130509) AS a, msdb.dbo.agent_datetime(20240131, 0) AS b, msdb.dbo.agent_datetime(NULL, 0) AS c
SELECT sys.fn_hadr_is_primary_replica('golden') AS a, sys.fn_hadr_backup_is_preferred_replica('golden') AS b
GO
--> a datetime, b datetime, c datetime
--> 2024-01-31 13:05:09.000 | 2024-01-31 00:00:00.000 | NULL
--> a bit, b bit
--> NULL | 1
SELECT msdb.dbo.agent_datetime(20241331, 0) AS a
GO
--> a datetime
--> Msg 242, Level 16, State 3, Line 1: The conversion of a nvarchar data type to a datetime data type resulted in an out-of-range value.
SELECT agent_datetime(20241231, 0) AS a
GO
--> Msg 195, Level 15, State 10, Line 1: 'agent_datetime' is not a recognized built-in function name.
SELECT dbo.agent_datetime(20241231, 0) AS a
GO
--> Msg 4121, Level 16, State 1, Line 1: Cannot find either column "dbo" or the user-defined function or aggregate "dbo.agent_datetime", or the name is ambiguous.
USE msdb
SELECT dbo.agent_datetime(20241231, 235959) AS a
GO
--> info 5701: Changed database context to 'msdb'.
--> a datetime
--> 2024-12-31 23:59:59.000
