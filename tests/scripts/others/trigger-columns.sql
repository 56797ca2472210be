-- UPDATE(column) and COLUMNS_UPDATED() tell which columns the statement named.
CREATE TABLE price (id int PRIMARY KEY, label varchar(10), amount int);
INSERT price VALUES (1, 'a', 1), (2, 'b', 2);
GO
--> (2 rows)
CREATE TRIGGER price_changed ON price AFTER INSERT, UPDATE AS
  IF UPDATE(amount) PRINT 'amount' ELSE PRINT 'other';
  IF UPDATE(amount) AND UPDATE(label) PRINT 'both';
  IF (COLUMNS_UPDATED() & 4) = 4 PRINT 'bit 3';
GO
UPDATE price SET amount = 1 WHERE id = 1;
UPDATE price SET label = 'c' WHERE id = 7;
UPDATE price SET label = 'c', amount += 1;
INSERT price (id) VALUES (3);
GO
--> print: amount
--> print: bit 3
--> (1 row)
--> print: other
--> (0 rows)
--> print: amount
--> print: both
--> print: bit 3
--> (2 rows)
--> print: amount
--> print: both
--> print: bit 3
--> (1 row)
