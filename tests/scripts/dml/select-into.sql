SET NOCOUNT ON
GO
CREATE TABLE source (id int IDENTITY NOT NULL PRIMARY KEY, name varchar(10) NULL, price decimal(8,2) NOT NULL)
INSERT source VALUES ('a', 1.5), (NULL, 2)
GO
-- A new table takes names and types from the query; IDENTITY and NOT NULL come along, keys do not.
SELECT id, name, price * 2 AS twice, 'x' AS s INTO copy FROM source
SELECT @@ROWCOUNT AS n
SELECT * FROM copy ORDER BY id
SELECT c.name, t.name AS type, c.max_length, c.precision, c.scale, c.is_nullable, c.is_identity FROM sys.columns c JOIN sys.types t ON t.user_type_id = c.user_type_id WHERE c.object_id = OBJECT_ID('copy') ORDER BY c.column_id
SELECT COUNT(*) AS keys FROM sys.key_constraints WHERE parent_object_id = OBJECT_ID('copy')
GO
--> n int!
--> 2
--> id int!, name varchar(10), twice decimal(10,2), s varchar(1)!
--> 1 | 'a' | 3.00 | 'x'
--> 2 | NULL | 4.00 | 'x'
--> name nvarchar(128), type nvarchar(128)!, max_length smallint!, precision tinyint!, scale tinyint!, is_nullable bit, is_identity bit!
--> 'id' | 'int' | 4 | 10 | 0 | 0 | 1
--> 'name' | 'varchar' | 10 | 0 | 0 | 1 | 0
--> 'twice' | 'decimal' | 9 | 10 | 2 | 1 | 0
--> 's' | 'varchar' | 1 | 0 | 0 | 0 | 0
--> keys int
--> 0
-- An empty copy, and a temporary one.
SELECT * INTO empty FROM source WHERE 1 = 0
SELECT COUNT(*) AS n FROM empty
SELECT TOP 1 name INTO #t FROM source ORDER BY id
SELECT name FROM #t
GO
--> n int
--> 0
--> name varchar(10)
--> 'a'
-- The IDENTITY function makes a new one.
SELECT IDENTITY(int, 10, 10) AS n, name INTO numbered FROM source ORDER BY id
SELECT n FROM numbered ORDER BY n
GO
--> n int!
--> 10
--> 20
-- An expression loses the identity.
SELECT id + 0 AS id INTO plain FROM source
SELECT is_identity, is_nullable FROM sys.columns WHERE object_id = OBJECT_ID('plain')
GO
--> is_identity bit!, is_nullable bit
--> 0 | 1
-- From a UNION: INTO belongs to the first query.
SELECT 1 AS v INTO u UNION ALL SELECT 2
SELECT v FROM u ORDER BY v
GO
--> v int!
--> 1
--> 2
-- The table must be new.
SELECT 1 AS v INTO u
GO
--> Msg 2714, Level 16, State 6, Line 2: There is already an object named 'u' in the database.
-- Every column needs a name, once.
SELECT 1 INTO w
GO
--> Msg 1038, Level 15, State 5, Line 2: An object or column name is missing or empty. For SELECT INTO statements, verify each column has a name. For other statements, look for empty alias names. Aliases defined as "" or [] are not allowed. Change the alias to a valid name.
SELECT 1 AS a, 2 AS a INTO w
GO
--> Msg 2705, Level 16, State 3, Line 1: Column names in each table must be unique. Column name 'a' in table 'w' is specified more than once.
