-- Backup files of every kind; depot.bak was written by the first version that had backups and stays restorable.
RESTORE VERIFYONLY FROM DISK = 'depot.bak' WITH FILE = 2
GO
--> info 3262: The backup set on file 2 is valid.
RESTORE DATABASE depot FROM DISK = 'depot.bak' WITH REPLACE
GO
--> info 4035: Processed n pages for database 'depot', file 'depot' on file 1.
--> info 3014: RESTORE DATABASE successfully processed n pages in n seconds
USE depot
SELECT id, name, price, made, weight, photo, tag, notes, twice FROM part ORDER BY id
SELECT part_id, place, n, CAST(stamp AS bigint) AS stamp FROM stock ORDER BY part_id
GO
--> info 5701: Changed database context to 'depot'.
--> id int!, name nvarchar(40)!, price decimal(19,4), made datetime2(3)!, weight real, photo varbinary(max), tag uniqueidentifier, notes xml, twice decimal(21,4)
--> 100 | 'Łoże' | 12345.6789 | 2026-02-03 04:05:06.789 | 1.5 | 0x0102FF | '6F9619FF-8B86-D011-B42D-00C04FC964FF' | '<n a="1">ö</n>' | 24691.3578
--> 105 | 'bolt' | NULL | 2026-01-01 00:00:00.000 | NULL | NULL | NULL | NULL | NULL
--> part_id int!, place varchar(10)!, n bigint!, stamp bigint
--> 100 | 'a' | 9007199254740993 | 2001
--> 105 | 'B' | 0 | 2002
-- Everything that belongs to it works.
INSERT stock (part_id, place, n) VALUES (105, 'c', 1)
SELECT CAST(stamp AS bigint) AS stamp FROM stock WHERE place = 'c'
SELECT NEXT VALUE FOR numbers AS n
EXEC add_part N'ŁOŻE'
EXEC add_part N'nut'
SELECT name, n FROM stock_of('new')
GO
--> (1 row)
--> stamp bigint
--> 2003
--> n smallint!
--> 10
--> Msg 2627, Level 14, State 1, Procedure add_part, Line 1: Violation of UNIQUE KEY constraint 'uq_part'. Cannot insert duplicate key in object 'dbo.part'. The duplicate key value is (ŁOŻE).
--> info 3621: The statement has been terminated.
--> id numeric(38,0)
--> 110
--> (1 row)
--> (1 row)
--> id numeric(38,0)
--> 115
--> name nvarchar(40)!, n bigint!
--> 'nut' | 0
UPDATE part SET price = -1 WHERE id = 105
GO
--> Msg 547, Level 16, State 0, Line 1: The UPDATE statement conflicted with the CHECK constraint "ck_price". The conflict occurred in database "depot", table "dbo.part", column 'price'.
--> info 3621: The statement has been terminated.
INSERT stock (part_id, place, n) VALUES (1, 'x', 1)
GO
--> Msg 547, Level 16, State 0, Line 1: The INSERT statement conflicted with the FOREIGN KEY constraint "fk_part". The conflict occurred in database "depot", table "dbo.part", column 'id'.
--> info 3621: The statement has been terminated.
DECLARE @p dbo.parts
INSERT @p VALUES (100), (100)
GO
--> Msg 2627, Level 14, State 1, Line 2: Violation of PRIMARY KEY constraint 'PK__parts__37386AE02F10007B'. Cannot insert duplicate key in object 'dbo.@p'. The duplicate key value is (100).
--> info 3621: The statement has been terminated.
EXECUTE AS USER = 'clerk'
SELECT name, twice FROM prices ORDER BY name
SELECT name FROM part
REVERT
GO
--> name nvarchar(40)!, twice decimal(21,4)
--> 'bolt' | NULL
--> 'Łoże' | 24691.3578
--> 'nut' | NULL
--> Msg 229, Level 14, State 5, Line 3: The SELECT permission was denied on the object 'part', database 'depot', schema 'dbo'.
SELECT COUNT(*) AS n FROM items
SELECT value FROM sys.extended_properties WHERE major_id = OBJECT_ID('part')
SELECT name, has_filter, filter_definition FROM sys.indexes WHERE object_id = OBJECT_ID('stock') ORDER BY index_id
SELECT recovery_model_desc, SUSER_SNAME(owner_sid) AS owner FROM sys.databases WHERE name = 'depot'
DELETE part WHERE id = 100
SELECT COUNT(*) AS n FROM stock WHERE part_id = 100
USE golden
DROP DATABASE depot
GO
--> n int
--> 3
--> value sql_variant
--> 'what we have'::varchar(12)
--> name nvarchar(128), has_filter bit, filter_definition nvarchar(max)
--> 'pk_stock' | 0 | NULL
--> 'by_place' | 1 | '([n]>(0))'
--> recovery_model_desc nvarchar(60), owner nvarchar(128)
--> 'SIMPLE' | 'sa'
--> (1 row)
--> n int
--> 0
--> info 5701: Changed database context to 'golden'.
-- Damage is found before anything becomes a database.
RESTORE VERIFYONLY FROM DISK = 'damaged.bak'
GO
--> Msg 3189, Level 16, State 1, Line 2: Damage to the backup set was detected.
--> Msg 3013, Level 16, State 1, Line 2: VERIFY DATABASE is terminating abnormally.
RESTORE DATABASE depot FROM DISK = 'damaged.bak'
GO
--> Msg 3183, Level 16, State 2, Line 1: RESTORE detected an error on page (1:0) in database "depot" as read from the backup set.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE DATABASE is terminating abnormally.
SELECT COUNT(*) AS n FROM sys.databases WHERE name = 'depot'
GO
--> n int
--> 0
-- The second backup in this file was never finished; the first is whole.
RESTORE VERIFYONLY FROM DISK = 'cut.bak'
RESTORE VERIFYONLY FROM DISK = 'cut.bak' WITH FILE = 2
GO
--> info 3262: The backup set on file 1 is valid.
--> Msg 3256, Level 16, State 1, Line 3: The backup set on device 'cut.bak' was terminated while it was being created and is incomplete. RESTORE sequence is terminated abnormally.
--> Msg 3013, Level 16, State 1, Line 3: VERIFY DATABASE is terminating abnormally.
-- No backups at all.
RESTORE DATABASE depot FROM DISK = 'text.bak'
GO
--> Msg 3241, Level 16, State 0, Line 2: The media family on device 'text.bak' is incorrectly formed. SQL Server cannot process this media family.
--> Msg 3013, Level 16, State 1, Line 2: RESTORE DATABASE is terminating abnormally.
RESTORE HEADERONLY FROM DISK = 'empty.bak'
GO
--> Msg 3254, Level 16, State 1, Line 1: The volume on device 'empty.bak' is empty.
--> Msg 3013, Level 16, State 1, Line 1: RESTORE HEADERONLY is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'text.bak' WITH INIT
GO
--> Msg 3242, Level 16, State 2, Line 1: The file on device 'text.bak' is not a valid Microsoft Tape Format backup set.
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
-- One that SQL Server has made.
RESTORE DATABASE depot FROM DISK = 'tape.bak'
GO
--> Msg 40510, Level 16, State 1, Line 2: Statement 'RESTORE of a backup that SQL Server has made' is not supported in this version of Sprocket.
-- A folder is no device.
RESTORE HEADERONLY FROM DISK = 'folder'
GO
--> Msg 3203, Level 16, State 1, Line 2: Read on "folder" failed: 5(Access is denied.)
--> Msg 3013, Level 16, State 1, Line 2: RESTORE HEADERONLY is terminating abnormally.
BACKUP DATABASE golden TO DISK = 'folder' WITH FORMAT
GO
--> Msg 3201, Level 16, State 2, Line 1: Cannot open backup device 'folder'. Operating system error 5(Access is denied.).
--> Msg 3013, Level 16, State 1, Line 1: BACKUP DATABASE is terminating abnormally.
