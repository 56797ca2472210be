// The cases of tests/clients/cases.ts over go-mssqldb. Prints one JSON line a case; values become text in the one form that the expectations use.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/golang-sql/sqlexp"
	mssql "github.com/microsoft/go-mssqldb"
)

const longText = 1000

// A case gets a connection of its own.
type testCase struct {
	name string
	run  func(ctx context.Context, conn *sql.Conn) (any, error)
}

type answer struct {
	Case  string `json:"case"`
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	db, err := sql.Open("sqlserver", os.Args[1])
	if err != nil {
		panic(err)
	}
	cases := []testCase{
		{"login", login}, {"batch", batch}, {"types", types}, {"prepared", prepared}, {"insert", insert},
		{"procedure", procedure}, {"default", withDefault}, {"null", withNull}, {"results", results}, {"messages", messages},
		{"errors", failures}, {"error", failure}, {"transactions", transactions}, {"cancel", cancel}, {"bulk", bulk},
	}
	for _, each := range cases {
		found := answer{Case: each.name}
		if value, err := runOn(db, each); err != nil {
			found.Error = err.Error()
		} else {
			found.Value = value
		}
		line, _ := json.Marshal(found)
		fmt.Println(string(line))
	}
}

func runOn(db *sql.DB, each testCase) (any, error) {
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return each.run(ctx, conn)
}

func login(ctx context.Context, conn *sql.Conn) (any, error) {
	rows, err := query(ctx, conn, "SELECT DB_NAME(), SUSER_SNAME(), LEFT(@@VERSION, 20)")
	if err != nil {
		return nil, err
	}
	return rows[0], nil
}

func batch(ctx context.Context, conn *sql.Conn) (any, error) {
	return query(ctx, conn, "SELECT 1 + 1, 'text'")
}

func types(ctx context.Context, conn *sql.Conn) (any, error) {
	rows, err := conn.QueryContext(ctx, os.Getenv("ALL_TYPES"))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, _ := rows.Columns()
	found, err := read(rows)
	if err != nil {
		return nil, err
	}
	record := map[string]any{}
	for index, name := range names {
		record[name] = found[0][index]
	}
	return record, nil
}

func prepared(ctx context.Context, conn *sql.Conn) (any, error) {
	statement, err := conn.PrepareContext(ctx, "SELECT CAST(@p1 AS int) + 1, CAST(@p2 AS nvarchar(20))")
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	found := [][]any{}
	for index, name := range []any{"one", "zwei ß", nil} {
		rows, err := statement.QueryContext(ctx, index+1, name)
		if err != nil {
			return nil, err
		}
		more, err := read(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

func insert(ctx context.Context, conn *sql.Conn) (any, error) {
	items := [][]any{{1, "one", "1.50"}, {2, nil, "-2.00"}, {3, "x漢", nil}}
	for _, item := range items {
		if _, err := conn.ExecContext(ctx, "INSERT INTO item VALUES (@p1, @p2, CAST(@p3 AS decimal(10, 2)))", item...); err != nil {
			return nil, err
		}
	}
	return query(ctx, conn, "SELECT id, name, price FROM item ORDER BY id")
}

func procedure(ctx context.Context, conn *sql.Conn) (any, error) {
	return call(ctx, conn, sql.Named("a", 1), sql.Named("b", 2))
}

func withDefault(ctx context.Context, conn *sql.Conn) (any, error) {
	return call(ctx, conn, sql.Named("a", 1))
}

func withNull(ctx context.Context, conn *sql.Conn) (any, error) {
	return call(ctx, conn, sql.Named("a", 1), sql.Named("b", sql.NullInt32{}))
}

func call(ctx context.Context, conn *sql.Conn, inputs ...any) (any, error) {
	var sum int64
	var status mssql.ReturnStatus
	parameters := append(inputs, sql.Named("sum", sql.Out{Dest: &sum}), &status)
	rows, err := conn.QueryContext(ctx, "dbo.add_up", parameters...)
	if err != nil {
		return nil, err
	}
	found, err := read(rows)
	if err != nil {
		return nil, err
	}
	return map[string]any{"rows": found, "sum": fmt.Sprint(sum), "status": fmt.Sprint(status)}, nil
}

func results(ctx context.Context, conn *sql.Conn) (any, error) {
	rows, err := conn.QueryContext(ctx, "EXEC dbo.talk")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := [][][]any{}
	for more := true; more; more = rows.NextResultSet() {
		result, err := readSome(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, result)
	}
	return found, nil
}

func messages(ctx context.Context, conn *sql.Conn) (any, error) {
	heard := []string{}
	messages := &sqlexp.ReturnMessage{}
	rows, err := conn.QueryContext(ctx, "EXEC dbo.talk", messages)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for active := true; active; {
		switch message := messages.Message(ctx).(type) {
		case sqlexp.MsgNotice:
			heard = append(heard, message.Message.String())
		case sqlexp.MsgNext:
			for rows.Next() {
			}
		case sqlexp.MsgNextResultSet:
			active = rows.NextResultSet()
		case sqlexp.MsgError:
			return nil, message.Error
		}
	}
	return heard, nil
}

func failures(ctx context.Context, conn *sql.Conn) (any, error) {
	numbers := []string{}
	for _, text := range []string{"EXEC dbo.fail 7", "SELECT 1/0", "SELECT * FROM missing", "SELECT FROM WHERE", "EXEC dbo.missing"} {
		_, err := query(ctx, conn, text)
		var failed mssql.Error
		if errors.As(err, &failed) {
			numbers = append(numbers, fmt.Sprint(failed.Number))
		} else {
			numbers = append(numbers, fmt.Sprint(err))
		}
	}
	return numbers, nil
}

func failure(ctx context.Context, conn *sql.Conn) (any, error) {
	_, err := query(ctx, conn, "EXEC dbo.fail 7")
	var failed mssql.Error
	if !errors.As(err, &failed) {
		return nil, err
	}
	return map[string]string{
		"number": fmt.Sprint(failed.Number), "severity": fmt.Sprint(failed.Class), "state": fmt.Sprint(failed.State),
		"procedure": failed.ProcName, "line": fmt.Sprint(failed.LineNo), "message": failed.Message,
	}, nil
}

func transactions(ctx context.Context, conn *sql.Conn) (any, error) {
	found := []any{}
	for _, commits := range []bool{false, true} {
		transaction, err := conn.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelReadCommitted})
		if err != nil {
			return nil, err
		}
		if _, err = transaction.ExecContext(ctx, "INSERT INTO item (id) VALUES (1000)"); err != nil {
			return nil, err
		}
		if commits {
			err = transaction.Commit()
		} else {
			err = transaction.Rollback()
		}
		if err != nil {
			return nil, err
		}
		rows, err := query(ctx, conn, "SELECT COUNT(*) FROM item WHERE id = 1000")
		if err != nil {
			return nil, err
		}
		found = append(found, rows[0][0])
	}
	rows, err := query(ctx, conn, "SELECT @@TRANCOUNT")
	if err != nil {
		return nil, err
	}
	return append(found, rows[0][0]), nil
}

func cancel(ctx context.Context, conn *sql.Conn) (any, error) {
	// A deadline would make the driver give the connection up, as a timeout of the network does.
	short, stop := context.WithCancel(ctx)
	defer stop()
	time.AfterFunc(time.Second, stop)
	started := time.Now()
	outcome := "not stopped"
	if _, err := conn.ExecContext(short, "WAITFOR DELAY '00:01:00'"); err != nil {
		outcome = "stopped"
		if time.Since(started) > 5*time.Second {
			outcome = "too late"
		}
	}
	rows, err := query(ctx, conn, "SELECT 1")
	if err != nil {
		return nil, err
	}
	return []any{outcome, rows[0][0]}, nil
}

func bulk(ctx context.Context, conn *sql.Conn) (any, error) {
	made := time.Date(2024, 2, 29, 13, 14, 15, 123_000_000, time.UTC)
	statement, err := conn.PrepareContext(ctx, mssql.CopyIn("dbo.loaded", mssql.BulkOptions{}, "id", "name", "price", "made"))
	if err != nil {
		return nil, err
	}
	for index := 1; index <= 1000; index++ {
		price := fmt.Sprintf("%d.%02d", index/100, index%100)
		if _, err := statement.ExecContext(ctx, index, fmt.Sprintf("name %d", index), price, made); err != nil {
			return nil, err
		}
	}
	if _, err := statement.ExecContext(ctx); err != nil {
		return nil, err
	}
	if err := statement.Close(); err != nil {
		return nil, err
	}
	rows, err := query(ctx, conn, "SELECT COUNT(*), SUM(id), SUM(price), MAX(CASE id WHEN 1000 THEN name END) FROM loaded")
	if err != nil {
		return nil, err
	}
	return rows[0], nil
}

func query(ctx context.Context, conn *sql.Conn, text string) ([][]any, error) {
	rows, err := conn.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return read(rows)
}

// read takes all rows of the current result and closes it.
func read(rows *sql.Rows) ([][]any, error) {
	defer rows.Close()
	found, err := readSome(rows)
	if err != nil {
		return nil, err
	}
	for rows.NextResultSet() {
	}
	return found, rows.Err()
}

func readSome(rows *sql.Rows) ([][]any, error) {
	columns, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	found := [][]any{}
	for rows.Next() {
		values := make([]any, len(columns))
		targets := make([]any, len(columns))
		for index := range values {
			targets[index] = &values[index]
		}
		if err := rows.Scan(targets...); err != nil {
			return nil, err
		}
		for index := range values {
			values[index] = text(values[index], columns[index].DatabaseTypeName())
		}
		found = append(found, values)
	}
	return found, rows.Err()
}

var layouts = map[string]string{
	"DATE": "2006-01-02", "TIME": "15:04:05.000000", "DATETIMEOFFSET": "2006-01-02 15:04:05.000000 -07:00",
}

func text(value any, databaseType string) any {
	switch typed := value.(type) {
	case nil:
		return nil
	case bool:
		if typed {
			return "1"
		}
		return "0"
	case time.Time:
		layout, known := layouts[databaseType]
		if !known {
			layout = "2006-01-02 15:04:05.000000"
		}
		return typed.Format(layout)
	case []byte:
		return bytesText(typed, databaseType)
	case string:
		return cut(typed)
	default:
		return fmt.Sprint(typed)
	}
}

func bytesText(value []byte, databaseType string) string {
	switch databaseType {
	case "DECIMAL", "MONEY", "SMALLMONEY":
		return string(value)
	case "UNIQUEIDENTIFIER":
		var id mssql.UniqueIdentifier
		_ = id.Scan(value)
		return id.String()
	default:
		return strings.ToUpper(fmt.Sprintf("%x", value))
	}
}

func cut(value string) string {
	if length := len([]rune(value)); length > longText {
		return fmt.Sprintf("length %d", length)
	}
	return value
}
