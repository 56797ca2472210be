-- Stoplists of a database: which words a full-text index leaves out.
CREATE TABLE notes (id int NOT NULL CONSTRAINT pk_notes PRIMARY KEY, body nvarchar(max))
INSERT notes VALUES (1, N'the boat is at sea'), (2, N'a walk to the hill')
CREATE FULLTEXT CATALOG words AS DEFAULT
CREATE FULLTEXT STOPLIST own
CREATE FULLTEXT STOPLIST copied FROM SYSTEM STOPLIST
CREATE FULLTEXT INDEX ON notes (body LANGUAGE 1033) KEY INDEX pk_notes WITH STOPLIST = own
GO
--> (2 rows)
SELECT stoplist_id, name, principal_id FROM sys.fulltext_stoplists
SELECT l.name FROM sys.fulltext_indexes i JOIN sys.fulltext_stoplists l ON l.stoplist_id = i.stoplist_id
SELECT COUNT(*) AS n FROM sys.fulltext_stopwords w JOIN sys.fulltext_stoplists l ON l.stoplist_id = w.stoplist_id WHERE l.name = 'copied' AND w.language = 'English'
SELECT COUNT(*) AS n FROM sys.fulltext_system_stopwords WHERE language_id = 1033
SELECT OBJECT_NAME(object_id) AS of_table, fulltext_catalog_id FROM sys.fulltext_index_catalog_usages
GO
--> stoplist_id int!, name nvarchar(128)!, principal_id int
--> 5 | 'own' | 1
--> 6 | 'copied' | 1
--> name nvarchar(128)!
--> 'own'
--> n int
--> 153
--> n int
--> 153
--> of_table nvarchar(128), fulltext_catalog_id int!
--> 'notes' | 5
-- An empty list leaves nothing out.
SELECT id FROM notes WHERE CONTAINS(body, 'the') ORDER BY id
ALTER FULLTEXT STOPLIST own ADD 'boat' LANGUAGE 'English'
ALTER FULLTEXT STOPLIST own ADD N'hill' LANGUAGE 1033
ALTER FULLTEXT STOPLIST own ADD 'sea' LANGUAGE 'German'
SELECT id FROM notes WHERE CONTAINS(body, 'boat') ORDER BY id
SELECT id FROM notes WHERE CONTAINS(body, 'sea') ORDER BY id
SELECT id FROM notes WHERE FREETEXT(body, 'hill boat walk') ORDER BY id
SELECT stopword, language, language_id FROM sys.fulltext_stopwords WHERE stoplist_id = 5 ORDER BY stopword
GO
--> id int!
--> 1
--> 2
--> id int!
--> id int!
--> 1
--> id int!
--> 2
--> stopword nvarchar(64)!, language nvarchar(128), language_id int!
--> 'boat' | 'English' | 1033
--> 'hill' | 'English' | 1033
--> 'sea' | 'German' | 1031
ALTER FULLTEXT STOPLIST own ADD 'boat' LANGUAGE 1033
GO
--> Msg 30033, Level 16, State 1, Line 1: The stoplist 'own' already contains full-text stopword 'boat' with locale ID 1033. Specify a unique stopword and locale identifier (LCID) in the Transact-SQL statement.
ALTER FULLTEXT STOPLIST own DROP 'wind' LANGUAGE 1033
GO
--> Msg 30032, Level 16, State 1, Line 1: The stoplist 'own' does not contain fulltext stopword 'wind' with locale ID 1033. Specify a valid stopword and locale identifier (LCID) in the Transact-SQL statement.
ALTER FULLTEXT STOPLIST own DROP 'boat' LANGUAGE 1033
ALTER FULLTEXT STOPLIST own DROP ALL LANGUAGE 'German'
SELECT stopword FROM sys.fulltext_stopwords WHERE stoplist_id = 5
ALTER FULLTEXT STOPLIST own DROP ALL
SELECT COUNT(*) AS n FROM sys.fulltext_stopwords WHERE stoplist_id = 5
GO
--> stopword nvarchar(64)!
--> 'hill'
--> n int
--> 0
CREATE FULLTEXT STOPLIST own
GO
--> Msg 30024, Level 16, State 1, Line 1: The fulltext stoplist 'own' already exists in the current database. Duplicate stoplist names are not allowed. Rerun the statement and specify a unique stoplist name.
ALTER FULLTEXT STOPLIST absent DROP ALL
GO
--> Msg 30023, Level 16, State 1, Line 1: The fulltext stoplist 'absent' does not exist or the current user does not have permission to perform this action. Ensure that the correct stoplist name is specified and that you have the permission required by your operation.
DROP FULLTEXT STOPLIST own
GO
--> Msg 30034, Level 16, State 1, Line 1: Full-text stoplist 'own' cannot be dropped because it is being used by at least one full-text index. To identify which full-text index is using a stoplist, obtain the stoplist ID from the stoplist_id column of the sys.fulltext_indexes catalog view, and then look up that stoplist ID in the stoplist_id column of the sys.fulltext_stoplists catalog view. Either drop the full-text index by using DROP FULLTEXT INDEX or change its stoplist setting by using ALTER FULLTEXT INDEX. Then retry dropping the stoplist.
ALTER FULLTEXT INDEX ON notes SET STOPLIST copied
SELECT id FROM notes WHERE CONTAINS(body, 'the') ORDER BY id
SELECT stoplist_id FROM sys.fulltext_indexes
DROP FULLTEXT STOPLIST own
SELECT name FROM sys.fulltext_stoplists
GO
--> id int!
--> stoplist_id int
--> 6
--> name nvarchar(128)!
--> 'copied'
DROP FULLTEXT STOPLIST own
GO
--> Msg 30023, Level 16, State 1, Line 1: The fulltext stoplist 'own' does not exist or the current user does not have permission to perform this action. Ensure that the correct stoplist name is specified and that you have the permission required by your operation.
SELECT * FROM sys.fulltext_document_types
SELECT * FROM sys.fulltext_index_fragments
SELECT * FROM sys.fulltext_semantic_languages
SELECT * FROM sys.fulltext_semantic_language_statistics_database
SELECT * FROM sys.registered_search_properties
SELECT * FROM sys.registered_search_property_lists
GO
--> document_type nvarchar(80)!, class_id uniqueidentifier!, path nvarchar(260), version nvarchar(50)!, manufacturer nvarchar(256)!
--> table_id int!, fragment_id int!, fragment_object_id int!, timestamp binary(8)!, status int!, data_size bigint!, row_count bigint!
--> lcid int!, name nvarchar(128)!
--> database_id int!, register_date datetime!, registered_by int!, version nvarchar(128)!
--> property_list_id int!, property_set_guid uniqueidentifier!, property_int_id int!, property_name nvarchar(256)!, property_description nvarchar(512), property_id int!
--> property_list_id int!, name nvarchar(128)!, create_date datetime!, modify_date datetime!, principal_id int
