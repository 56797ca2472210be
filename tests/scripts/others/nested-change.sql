-- INSERT may select from the OUTPUT of another change; only WHERE stands between them.
CREATE TABLE stock (id int PRIMARY KEY, amount int);
CREATE TABLE gone (id int, amount int, what nvarchar(10) DEFAULT 'kept');
INSERT stock VALUES (1, 10), (2, 0), (3, 5);
GO
--> (3 rows)
INSERT gone (id, amount, what)
SELECT id, amount, act
FROM (
  MERGE stock AS t USING (VALUES (1, 3), (2, 1), (4, 9)) AS s (id, amount) ON s.id = t.id
  WHEN MATCHED AND t.amount = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET amount -= s.amount
  WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.amount)
  OUTPUT $action, ISNULL(deleted.id, inserted.id), ISNULL(inserted.amount, 0)
) AS changes (act, id, amount)
WHERE act <> 'INSERT';
SELECT @@ROWCOUNT AS n;
SELECT * FROM gone ORDER BY id;
SELECT * FROM stock ORDER BY id;
GO
--> (2 rows)
--> n int!
--> 2
--> id int, amount int, what nvarchar(10)
--> 1 | 7 | 'UPDATE'
--> 2 | 0 | 'DELETE'
--> id int!, amount int
--> 1 | 7
--> 3 | 5
--> 4 | 9
INSERT gone (id) SELECT d.id FROM (DELETE stock OUTPUT deleted.id WHERE amount > 6) AS d;
SELECT id, what FROM gone WHERE amount IS NULL ORDER BY id;
GO
--> (2 rows)
--> id int, what nvarchar(10)
--> 1 | 'kept'
--> 4 | 'kept'
SELECT * FROM (DELETE stock OUTPUT deleted.id) AS d;
GO
--> Msg 10729, Level 15, State 1, Line 1: A nested INSERT, UPDATE, DELETE, or MERGE statement is not allowed in a SELECT statement that is not the immediate source of rows for an INSERT statement.

-- A compound assignment means the target's column, whatever other tables have.
UPDATE s SET amount += g.id FROM stock s JOIN gone g ON g.amount = 7;
SELECT id, amount FROM stock ORDER BY id;
GO
--> (1 row)
--> id int!, amount int
--> 3 | 6
