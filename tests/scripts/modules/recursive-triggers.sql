-- A trigger that changes its own table fires itself only where RECURSIVE_TRIGGERS is on.
CREATE TABLE parts (id int PRIMARY KEY, parent int NULL, price money NOT NULL)
CREATE TABLE calls (id int PRIMARY KEY, level int)
INSERT parts VALUES (1, NULL, 1), (2, 1, 1), (3, 2, 1), (4, 3, 1)
GO
--> (4 rows)
CREATE TRIGGER price_up ON parts AFTER UPDATE AS
BEGIN
  SET NOCOUNT ON
  IF NOT EXISTS (SELECT 1 FROM inserted WHERE parent IS NOT NULL) RETURN
  UPDATE p SET price = p.price + 10 FROM parts p JOIN inserted i ON p.id = i.parent
END
GO
UPDATE parts SET price = 2 WHERE id = 4
SELECT id, price FROM parts ORDER BY id
SELECT is_recursive_triggers_on AS recursive FROM sys.databases WHERE database_id = DB_ID()
GO
--> (1 row)
--> id int!, price money!
--> 1 | 1.0000
--> 2 | 1.0000
--> 3 | 11.0000
--> 4 | 2.0000
--> recursive bit
--> 0
ALTER DATABASE CURRENT SET RECURSIVE_TRIGGERS ON
GO
UPDATE parts SET price = 3 WHERE id = 4
SELECT id, price FROM parts ORDER BY id
SELECT is_recursive_triggers_on AS recursive FROM sys.databases WHERE database_id = DB_ID()
GO
--> (1 row)
--> id int!, price money!
--> 1 | 11.0000
--> 2 | 11.0000
--> 3 | 21.0000
--> 4 | 3.0000
--> recursive bit
--> 1
-- Without an end it stops at the nesting limit, and the statement is undone.
CREATE TRIGGER again ON calls AFTER INSERT AS
INSERT calls SELECT id + 1, TRIGGER_NESTLEVEL() FROM inserted
GO
INSERT calls VALUES (1, 0)
GO
--> Msg 217, Level 16, State 1, Procedure again, Line 3: Maximum stored procedure, function, trigger, or view nesting level exceeded (limit 32).
SELECT COUNT(*) AS n, @@TRANCOUNT AS open_transactions FROM calls
GO
--> n int, open_transactions int!
--> 0 | 0
-- An INSTEAD OF trigger never fires itself.
DROP TRIGGER again
GO
CREATE TRIGGER instead ON calls INSTEAD OF INSERT AS
INSERT calls SELECT id + 1, TRIGGER_NESTLEVEL() FROM inserted
GO
INSERT calls VALUES (1, 0)
SELECT id, level FROM calls
GO
--> (1 row)
--> (1 row)
--> id int!, level int
--> 2 | 1
ALTER DATABASE CURRENT SET RECURSIVE_TRIGGERS OFF
GO
