/**
 * How fast text becomes trees: CPU time, not wall time, so that a busy machine does not blur it. The texts are generated procedures like
 * those of business databases, and the sample databases where they are at hand beside the project. Run with
 * `node --conditions=@sprocket/source bench/parse.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseScript, print } from '@sprocket/tsql';

const samples = new URL('../../shared/data/', import.meta.url);

const scripts: readonly (readonly [name: string, text: string])[] = [
  ['procedures', procedures(400)],
  ...['northwind/instnwnd.sql', 'pubs/instpubs.sql']
    .map((path) => new URL(path, samples))
    .filter((url) => existsSync(url))
    .map((url) => [url.pathname.split('/').at(-1)!, readFileSync(url, 'utf8')] as const),
];

for (const [name, text] of scripts) {
  const batches = parseScript(text);
  const mistakes = batches.flatMap(({ diagnostics }) => diagnostics).length;
  const parsing = speed(text.length, () => parseScript(text));
  const printing = speed(text.length, () => batches.map(({ statements }) => print(statements)));
  const size = (text.length / 1e6).toFixed(2);
  console.log(`${name.padEnd(16)} ${size} MB  parse ${parsing.toFixed(1)} MB/s  print ${printing.toFixed(1)} MB/s  mistakes ${mistakes}`);
}

/** Megabytes a second of CPU time, after a warm-up; the best of some rounds. */
function speed(bytes: number, work: () => unknown): number {
  for (let round = 0; round < 3; round++) work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  }
  return bytes / best;
}

/** Procedures with the constructs that real ones are made of; the numbers in names make every one different. */
function procedures(count: number): string {
  return Array.from({ length: count }, (_, index) => procedure(index)).join('\nGO\n');
}

function procedure(index: number): string {
  return `
-- Moves the open orders of a customer to another warehouse, number ${index}.
CREATE OR ALTER PROCEDURE Sales.MoveOrders${index}
    @CustomerId int,
    @Warehouse${index} nvarchar(30) = N'MAIN',
    @Moved int OUTPUT
AS
BEGIN
    SET NOCOUNT ON;
    DECLARE @now datetime2(3) = SYSUTCDATETIME(), @batch uniqueidentifier = NEWID();
    DECLARE @lines TABLE (OrderId int NOT NULL PRIMARY KEY, Total decimal(19, 4) NOT NULL, Note nvarchar(200) NULL);

    IF NOT EXISTS (SELECT 1 FROM Sales.Customer WHERE CustomerId = @CustomerId AND Deleted = 0)
    BEGIN
        RAISERROR(N'Customer %d does not exist', 16, 1, @CustomerId);
        RETURN -1;
    END

    BEGIN TRY
        BEGIN TRANSACTION;

        INSERT INTO @lines (OrderId, Total, Note)
        SELECT o.OrderId, SUM(l.Quantity * l.UnitPrice * (1 - l.Discount)) AS Total, MAX(COALESCE(l.Note, o.Comment, N''))
        FROM Sales.[Order] AS o
        INNER JOIN Sales.OrderLine AS l ON l.OrderId = o.OrderId
        LEFT OUTER JOIN Stock.Item AS i WITH (NOLOCK) ON i.ItemId = l.ItemId AND i.Active = 1
        WHERE o.CustomerId = @CustomerId
          AND o.Status IN ('OPEN', 'HELD', 'PART')
          AND o.Ordered BETWEEN DATEADD(day, -90, @now) AND @now
          AND (l.Quantity > 0 OR l.Note LIKE N'%keep%')
        GROUP BY o.OrderId
        HAVING SUM(l.Quantity) > 0
        ORDER BY Total DESC;

        UPDATE o
        SET o.Warehouse = @Warehouse${index},
            o.Changed = @now,
            o.Priority = CASE WHEN t.Total > 1000 THEN 1 WHEN t.Total > 100 THEN 2 ELSE 3 END
        FROM Sales.[Order] AS o
        JOIN @lines AS t ON t.OrderId = o.OrderId;

        SET @Moved = @@ROWCOUNT;

        /* The log keeps one row an order,
           whatever its number of lines. */
        INSERT INTO Audit.OrderLog (OrderId, Batch, Text, At)
        SELECT OrderId, @batch, CONCAT(N'moved to ', @Warehouse${index}, N', total ', CONVERT(nvarchar(30), Total, 1)), @now
        FROM @lines;

        WITH ranked AS (
            SELECT OrderId, Total, ROW_NUMBER() OVER (PARTITION BY Total / 100 ORDER BY Total DESC, OrderId) AS n
            FROM @lines
        )
        SELECT TOP (10) OrderId, Total FROM ranked WHERE n <= 3 ORDER BY Total DESC;

        COMMIT TRANSACTION;
        RETURN 0;
    END TRY
    BEGIN CATCH
        IF XACT_STATE() <> 0 ROLLBACK TRANSACTION;
        DECLARE @message nvarchar(2048) = ERROR_MESSAGE();
        EXEC Audit.WriteError @Source = N'MoveOrders${index}', @Message = @message;
        THROW;
    END CATCH
END
`;
}
