-- Full-text search: words, phrases, prefixes, forms, nearness and weights over the texts of the rows.
CREATE FULLTEXT CATALOG ft AS DEFAULT
CREATE TABLE doc (id int NOT NULL CONSTRAINT pk_doc PRIMARY KEY, title nvarchar(100), body varchar(max), x xml, n int)
INSERT doc VALUES
  (1, N'Riding bikes', 'The quick brown foxes were running over the lazy dog near Paris.', NULL, 1),
  (2, N'Café and tea', 'A slow green turtle ran home; nobody drove.', '<a b="hidden">inner words</a>', 2),
  (3, N'Nothing here', NULL, NULL, 3)
CREATE FULLTEXT INDEX ON doc (title LANGUAGE 1033, body LANGUAGE 'English', x) KEY INDEX pk_doc WITH CHANGE_TRACKING AUTO
GO
--> (3 rows)
SELECT id FROM doc WHERE CONTAINS(body, 'foxes') OR CONTAINS(title, N'nothing')
GO
--> id int!
--> 1
--> 3
SELECT id FROM doc WHERE CONTAINS((title, body), '"quick brown"')
GO
--> id int!
--> 1
SELECT id FROM doc WHERE CONTAINS(*, '"run*"')
GO
--> id int!
--> 1
SELECT id FROM doc WHERE CONTAINS(body, 'FORMSOF(INFLECTIONAL, run)') AND NOT CONTAINS(body, 'FORMSOF(INFLECTIONAL, drive)')
GO
--> id int!
--> 1
SELECT id FROM doc WHERE CONTAINS(body, 'quick AND dog AND NOT cat') AND CONTAINS(body, '(slow | quick) & dog')
GO
--> id int!
--> 1
SELECT id FROM doc WHERE CONTAINS(body, 'NEAR((quick, dog), 3)')
GO
--> id int!
SELECT id FROM doc WHERE CONTAINS(body, 'NEAR((quick, dog), 10, TRUE)') AND CONTAINS(body, 'lazy NEAR dog')
GO
--> id int!
--> 1
SELECT id FROM doc WHERE FREETEXT((title, body), 'somebody rides a bike or drives')
GO
--> id int!
--> 1
--> 2
DECLARE @words nvarchar(50) = N'café'
SELECT d.id FROM doc AS d WHERE CONTAINS(d.*, @words) OR CONTAINS(d.x, 'hidden AND inner')
GO
--> id int!
--> 2
-- A stop word is in no index, but it takes its place in a phrase.
SELECT id FROM doc WHERE CONTAINS(body, 'the')
GO
--> id int!
SELECT id FROM doc WHERE CONTAINS(body, '"over the lazy"')
GO
--> id int!
--> 1
-- Ranks lie between 1 and 1000, and are not those of SQL Server.
SELECT d.id, CASE WHEN k.[RANK] BETWEEN 1 AND 1000 THEN 1 ELSE 0 END AS ranked FROM CONTAINSTABLE(doc, body, 'ISABOUT(quick WEIGHT(.9), turtle WEIGHT(.1))') AS k JOIN doc AS d ON d.id = k.[KEY] ORDER BY k.[RANK] DESC
GO
--> id int!, ranked int!
--> 1 | 1
--> 2 | 1
SELECT [KEY] FROM FREETEXTTABLE(doc, *, 'ran', LANGUAGE 1033, 1) AS f
GO
--> KEY int!
--> 1
UPDATE doc SET body = 'now it is found' WHERE id = 3
SELECT id FROM doc WHERE CONTAINS(body, 'found')
GO
--> (1 row)
--> id int!
--> 3
SELECT id FROM doc WHERE CONTAINS(body, 'quick brown')
GO
--> Msg 7630, Level 15, State 3, Line 1: Syntax error near 'brown' in the full-text search condition 'quick brown'.
SELECT id FROM doc WHERE CONTAINS(body, '')
GO
--> Msg 7645, Level 16, State 1, Line 1: Null or empty full-text predicate.
DECLARE @nothing nvarchar(10)
SELECT id FROM doc WHERE FREETEXT(body, @nothing)
GO
--> id int!
--> Msg 7645, Level 16, State 1, Line 2: Null or empty full-text predicate.
SELECT id FROM doc WHERE CONTAINS(n, '5')
GO
--> Msg 7601, Level 16, State 1, Line 1: Cannot use a CONTAINS or FREETEXT predicate on column 'n' because it is not full-text indexed.
CREATE TABLE plain (id int NOT NULL, t nvarchar(10))
SELECT * FROM plain WHERE CONTAINS(t, 'x')
GO
--> Msg 7601, Level 16, State 1, Line 2: Cannot use a CONTAINS or FREETEXT predicate on table or indexed view 'plain' because it is not full-text indexed.
SELECT * FROM FREETEXTTABLE(plain, t, 'x') AS f
GO
--> Msg 7601, Level 16, State 1, Line 1: Cannot use a CONTAINS or FREETEXT predicate on table or indexed view 'plain' because it is not full-text indexed.
SELECT name, is_default, is_accent_sensitivity_on FROM sys.fulltext_catalogs
SELECT OBJECT_NAME(object_id) AS o, unique_index_id, stoplist_id FROM sys.fulltext_indexes
SELECT column_id, language_id FROM sys.fulltext_index_columns
SELECT name FROM sys.fulltext_languages WHERE lcid = 1033
GO
--> name nvarchar(128)!, is_default bit!, is_accent_sensitivity_on bit!
--> 'ft' | 1 | 1
--> o nvarchar(128), unique_index_id int!, stoplist_id int
--> 'doc' | 1 | 0
--> column_id int!, language_id int!
--> 2 | 1033
--> 3 | 1033
--> 4 | 1033
--> name nvarchar(128)!
--> 'English'
SELECT FULLTEXTCATALOGPROPERTY('ft', 'AccentSensitivity') AS a, FULLTEXTCATALOGPROPERTY('ft', 'PopulateStatus') AS p, FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') AS i
GO
--> a int, p int, i int
--> 1 | 0 | 1
CREATE FULLTEXT CATALOG ft
GO
--> Msg 7642, Level 16, State 2, Line 1: A full-text catalog named 'ft' already exists in this database. Use a different name.
CREATE FULLTEXT INDEX ON doc (title) KEY INDEX pk_doc
GO
--> Msg 7652, Level 16, State 1, Line 1: A full-text index for table or indexed view 'doc' has already been created.
CREATE FULLTEXT INDEX ON plain (t) KEY INDEX nope
GO
--> Msg 7653, Level 16, State 1, Line 1: 'nope' is not a valid index to enforce a full-text search key. A full-text search key must be a unique, non-nullable, single-column index which is not offline, is not defined on a non-deterministic or imprecise nonpersisted computed column, does not have a filter, and has maximum size of 900 bytes. Choose another index for the full-text key.
CREATE FULLTEXT INDEX ON plain (id) KEY INDEX nope
GO
--> Msg 7670, Level 16, State 1, Line 1: Column 'id' cannot be used for full-text search because it is not a character-based, XML, image or varbinary(max) type column.
CREATE FULLTEXT INDEX ON plain (t LANGUAGE 'German') KEY INDEX nope
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'FULLTEXT INDEX … LANGUAGE German' is not supported in this version of Sprocket.
ALTER TABLE plain ADD CONSTRAINT pk_plain PRIMARY KEY (id)
CREATE FULLTEXT INDEX ON plain (t) KEY INDEX pk_plain ON nope
GO
--> Msg 7641, Level 16, State 1, Line 2: Full-Text catalog 'nope' does not exist in database 'golden' or user does not have permission to perform this action.
DROP FULLTEXT CATALOG ft
GO
--> Msg 7668, Level 16, State 1, Line 1: Cannot drop full-text catalog 'ft' because it contains a full-text index.
ALTER FULLTEXT INDEX ON doc DROP (title)
ALTER FULLTEXT CATALOG ft REBUILD WITH ACCENT_SENSITIVITY = OFF
ALTER FULLTEXT INDEX ON doc START FULL POPULATION
GO
SELECT id FROM doc WHERE CONTAINS(title, 'cafe')
GO
--> Msg 7601, Level 16, State 1, Line 1: Cannot use a CONTAINS or FREETEXT predicate on column 'title' because it is not full-text indexed.
ALTER FULLTEXT INDEX ON doc ADD (title)
GO
SELECT id FROM doc WHERE CONTAINS(title, 'cafe')
GO
--> id int!
--> 2
DROP FULLTEXT INDEX ON doc
DROP FULLTEXT CATALOG ft
GO
CREATE FULLTEXT INDEX ON plain (t) KEY INDEX pk_plain
GO
--> Msg 9967, Level 16, State 1, Line 1: A default full-text catalog does not exist in database 'golden' or user does not have permission to perform this action.
