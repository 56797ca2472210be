-- An INSERT into a table without an identity leaves none behind; what fails and what changes rows leave things as they are.
CREATE TABLE counted (id int IDENTITY, v int);
CREATE TABLE plain (v int);
GO
CREATE TRIGGER copies ON counted AFTER INSERT AS INSERT plain SELECT v FROM inserted;
GO
INSERT counted VALUES (1);
SELECT SCOPE_IDENTITY(), @@IDENTITY;
INSERT plain VALUES (2);
SELECT SCOPE_IDENTITY(), @@IDENTITY;
INSERT counted VALUES (3);
BEGIN TRY INSERT plain VALUES ('x') END TRY BEGIN CATCH END CATCH;
UPDATE plain SET v = 1;
DELETE plain WHERE v = 9;
SELECT SCOPE_IDENTITY(), @@IDENTITY;
GO
--> (1 row)
--> (1 row)
--> - numeric(38,0), - numeric(38,0)
--> 1 | 1
--> (1 row)
--> - numeric(38,0), - numeric(38,0)
--> NULL | NULL
--> (1 row)
--> (1 row)
--> (3 rows)
--> (0 rows)
--> - numeric(38,0), - numeric(38,0)
--> 2 | 2
