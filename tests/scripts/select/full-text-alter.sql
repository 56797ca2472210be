-- A full-text index can be changed, filled and taken columns from; its words are always up to date.
CREATE TABLE notes (id int NOT NULL CONSTRAINT pk_notes PRIMARY KEY, title nvarchar(50), body nvarchar(max))
INSERT notes VALUES (1, N'Rain', N'The boat is at sea'), (2, N'Sun', N'A walk to the hill')
CREATE FULLTEXT CATALOG words AS DEFAULT
CREATE FULLTEXT INDEX ON notes (title LANGUAGE 1033, body LANGUAGE 1033) KEY INDEX pk_notes WITH STOPLIST = SYSTEM, CHANGE_TRACKING OFF, NO POPULATION
GO
--> (2 rows)
ALTER FULLTEXT INDEX ON notes START FULL POPULATION;
ALTER FULLTEXT INDEX ON notes START INCREMENTAL POPULATION;
ALTER FULLTEXT INDEX ON notes START UPDATE POPULATION;
UPDATE notes SET title = N'Wind' WHERE id = 2
ALTER FULLTEXT INDEX ON notes SET CHANGE_TRACKING MANUAL
ALTER FULLTEXT INDEX ON notes SET CHANGE_TRACKING = AUTO
GO
--> (1 row)
SELECT id FROM notes WHERE CONTAINS(title, 'wind')
GO
--> id int!
--> 2
ALTER FULLTEXT INDEX ON notes SET STOPLIST = OFF
SELECT stoplist_id FROM sys.fulltext_indexes
ALTER FULLTEXT INDEX ON notes SET STOPLIST SYSTEM WITH NO POPULATION
SELECT stoplist_id FROM sys.fulltext_indexes
GO
--> stoplist_id int
--> NULL
--> stoplist_id int
--> 0
ALTER FULLTEXT INDEX ON notes SET STOPLIST own
GO
--> Msg 30023, Level 16, State 1, Line 1: The fulltext stoplist 'own' does not exist or the current user does not have permission to perform this action. Ensure that the correct stoplist name is specified and that you have the permission required by your operation.
ALTER FULLTEXT INDEX ON notes DROP (title) WITH NO POPULATION
GO
SELECT COUNT(*) AS columns FROM sys.fulltext_index_columns WHERE object_id = OBJECT_ID('notes')
GO
--> columns int
--> 1
