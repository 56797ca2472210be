-- Format files say which field of a data file fills which column, in the old form and as XML.
CREATE TABLE dbo.formatted (id int NOT NULL, name varchar(20) NULL CONSTRAINT nameless DEFAULT 'nameless', code char(5) NULL, rest int NULL CONSTRAINT one DEFAULT 1);
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'people.fmt');
SELECT * FROM dbo.formatted ORDER BY id;
TRUNCATE TABLE dbo.formatted;
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'people-format.xml', KEEPNULLS, FIRSTROW = 2);
SELECT * FROM dbo.formatted ORDER BY id;
GO
--> (3 rows)
--> id int!, name varchar(20), code char(5), rest int
--> 1 | 'Ann' | 'AB 00' | 1
--> 2 | 'Bob' | 'CDEFG' | 1
--> 3 | 'nameless' | 'Z    ' | 1
--> (2 rows)
--> id int!, name varchar(20), code char(5), rest int
--> 2 | 'Bob' | 'CDEFG' | 1
--> 3 | NULL | 'Z    ' | 1

-- OPENROWSET(BULK …) with the columns of WITH: plain files, CSV, format files.
SELECT * FROM OPENROWSET(BULK 'people.txt') WITH (id int, name varchar(20), born date, paid money) AS f ORDER BY id;
SELECT f.id, UPPER(f.name) AS name FROM OPENROWSET(BULK 'people-crlf.csv', FORMAT = 'CSV', FIRSTROW = 2) WITH (id int, name nvarchar(30), note nvarchar(30)) AS f WHERE f.id < 3;
SELECT f.name, f.code FROM OPENROWSET(BULK 'people.dat', FORMATFILE = 'people.fmt') WITH (id int, name varchar(20), code char(5)) AS f ORDER BY f.id;
INSERT dbo.formatted (id, name) SELECT id + 10, name FROM OPENROWSET(BULK 'people.dat', FORMATFILE = 'people-format.xml') WITH (id int, name varchar(20), code char(5)) AS f;
SELECT COUNT(*) AS n FROM dbo.formatted;
GO
--> id int, name varchar(20), born date, paid money
--> 1 | 'Ann' | 2001-02-03 | 10.5000
--> 2 | 'Bob' | NULL | NULL
--> 3 | 'Cid' | 1999-12-31 | 7.0000
--> id int, name nvarchar(30)
--> 1 | 'ANN, THE FIRST'
--> 2 | 'BOB'
--> name varchar(20), code char(5)
--> 'Ann' | 'AB 00'
--> 'Bob' | 'CDEFG'
--> NULL | 'Z    '
--> (3 rows)
--> n int
--> 5

-- Rows that do not fit are left out, until there are too many of them.
SELECT * FROM OPENROWSET(BULK 'errors.txt', FIELDTERMINATOR = '|') WITH (id int, s varchar(5), t tinyint) AS f ORDER BY f.s;
SELECT * FROM OPENROWSET(BULK 'errors.txt', FIELDTERMINATOR = '|', MAXERRORS = 1) WITH (id int, s varchar(5), t tinyint) AS f;
GO
--> id int, s varchar(5), t tinyint
--> 1 | 'abc' | 5
--> NULL | 'e' | 1
--> 7 | 'g' | 9
--> id int, s varchar(5), t tinyint
--> Msg 4863, Level 16, State 1, Line 4: Bulk load data conversion error (truncation) for row 3, column 2 (s).

-- What is no format file.
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'no-count.fmt');
GO
--> Msg 4821, Level 16, State 1, Line 3: Cannot bulk load. Error reading the number of columns from the format file "no-count.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'short.fmt');
GO
--> Msg 4822, Level 16, State 1, Line 1: Cannot bulk load. Invalid number of columns in the format file "short.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'order.fmt');
GO
--> Msg 4823, Level 16, State 1, Line 1: Cannot bulk load. Invalid column number in the format file "order.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'type.fmt');
GO
--> Msg 4824, Level 16, State 1, Line 1: Cannot bulk load. Invalid data type for column number 1 in the format file "type.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'endless.fmt');
GO
--> Msg 4826, Level 16, State 1, Line 1: Cannot bulk load. Invalid length for column number 1 in the format file "endless.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'outside.fmt');
GO
--> Msg 4828, Level 16, State 1, Line 1: Cannot bulk load. Invalid destination table column number for source column 1 in the format file "outside.fmt".
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'native.fmt');
GO
--> Msg 40510, Level 16, State 1, Line 1: Statement 'a format file with SQLINT' is not supported in this version of Sprocket.
BULK INSERT dbo.formatted FROM 'people.dat' WITH (FORMATFILE = 'nowhere.fmt');
GO
--> Msg 4860, Level 16, State 1, Line 1: Cannot bulk load. The file "nowhere.fmt" does not exist or you don't have file access rights.
