import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Updatable result sets over JDBC, which are server cursors. Prints a line a step: its name, a tab, and what it gave. */
public final class JdbcUpdatable {
    /** Microsoft's own kinds of results. */
    private static final int TYPE_SS_SCROLL_DYNAMIC = 1006;
    private static final int TYPE_SS_SCROLL_KEYSET = 1005;
    private static final int CONCUR_SS_SCROLL_LOCKS = 1009;

    private interface Step {
        String run(Connection connection) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2]);
            Connection other = DriverManager.getConnection(args[0], args[1], args[2])) {
            step("scroll", connection, JdbcUpdatable::scroll);
            step("forward", connection, JdbcUpdatable::forward);
            step("update", connection, JdbcUpdatable::update);
            step("insert", connection, JdbcUpdatable::insert);
            step("defaults", connection, JdbcUpdatable::defaults);
            step("delete", connection, JdbcUpdatable::delete);
            step("refresh", connection, c -> refresh(c, other));
            step("conflict", connection, c -> conflict(c, other));
            step("refused", connection, JdbcUpdatable::refused);
            step("constraint", connection, JdbcUpdatable::constraint);
            step("parameters", connection, JdbcUpdatable::parameters);
            step("join", connection, JdbcUpdatable::join);
            step("types", connection, JdbcUpdatable::types);
            step("rollback", connection, JdbcUpdatable::rollback);
            if (args[0].startsWith("jdbc:sqlserver:")) {
                step("dynamic", connection, c -> backAndForth(c, TYPE_SS_SCROLL_DYNAMIC, ResultSet.CONCUR_UPDATABLE));
                step("locks", connection, c -> backAndForth(c, TYPE_SS_SCROLL_KEYSET, CONCUR_SS_SCROLL_LOCKS));
                step("commit", connection, JdbcUpdatable::closedByCommit);
            }
            step("procedure", connection, JdbcUpdatable::procedure);
        }
    }

    private static void step(String name, Connection connection, Step step) {
        String result;
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE dbo.child; DELETE dbo.stock; INSERT dbo.stock (id, name, amount) VALUES"
                + " (1, N'one', 1.50), (2, N'two', 2.50), (3, N'three', NULL), (4, N'four', 4.50), (5, N'five', 5.50); INSERT dbo.child VALUES (10, 1), (20, 2)");
            result = step.run(connection);
        } catch (Exception error) {
            result = error.toString();
        }
        System.out.println(name + "\t" + result);
    }

    private static ResultSet open(Connection connection, int type, String text) throws SQLException {
        Statement statement = connection.createStatement(type, ResultSet.CONCUR_UPDATABLE);
        statement.setFetchSize(2);
        return statement.executeQuery(text);
    }

    private static ResultSet stock(Connection connection) throws SQLException {
        return open(connection, ResultSet.TYPE_SCROLL_SENSITIVE, "SELECT id, name, amount FROM dbo.stock ORDER BY id");
    }

    private static String ids(ResultSet rows) throws SQLException {
        StringJoiner ids = new StringJoiner(" ");
        while (rows.next()) ids.add(rows.getString(1));
        return ids.toString();
    }

    private static String table(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT id, name, amount FROM dbo.stock ORDER BY id")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) found.add(rows.getString(1) + "," + rows.getString(2) + "," + rows.getString(3));
            return String.join(" ", found);
        }
    }

    private static String scroll(Connection connection) throws SQLException {
        try (ResultSet rows = stock(connection)) {
            StringJoiner seen = new StringJoiner(" ");
            seen.add(ids(rows));
            seen.add("|");
            while (rows.previous()) seen.add(rows.getString(1));
            rows.last();
            seen.add("last " + rows.getString(1));
            rows.first();
            seen.add("first " + rows.getString(1));
            rows.absolute(3);
            seen.add("third " + rows.getString(1));
            rows.relative(-2);
            seen.add("back " + rows.getString(1));
            rows.absolute(-2);
            seen.add("fourth " + rows.getString(1));
            seen.add(rows.relative(10) ? "row" : "after");
            rows.beforeFirst();
            seen.add(rows.next() ? "next " + rows.getString(1) : "none");
            seen.add("columns " + rows.getMetaData().getColumnCount());
            return seen.toString();
        }
    }

    private static String forward(Connection connection) throws SQLException {
        try (ResultSet rows = open(connection, ResultSet.TYPE_FORWARD_ONLY, "SELECT id, name FROM dbo.stock ORDER BY id")) {
            while (rows.next()) {
                if (rows.getInt(1) % 2 == 0) rows.deleteRow();
                else {
                    rows.updateString("name", rows.getString(2).toUpperCase());
                    rows.updateRow();
                }
            }
        }
        return table(connection);
    }

    private static String update(Connection connection) throws SQLException {
        try (ResultSet rows = stock(connection)) {
            rows.absolute(2);
            rows.updateString("name", "zwei ß");
            rows.updateNull("amount");
            rows.updateRow();
            rows.updateBigDecimal("amount", new java.math.BigDecimal("22.25"));
            rows.updateRow();
            rows.absolute(5);
            rows.updateString(2, "cinco");
            rows.cancelRowUpdates();
            rows.updateString(2, "fünf");
            rows.updateRow();
        }
        return table(connection);
    }

    private static String insert(Connection connection) throws SQLException {
        try (ResultSet rows = stock(connection)) {
            rows.next();
            rows.moveToInsertRow();
            rows.updateInt("id", 6);
            rows.updateString("name", "six");
            rows.insertRow();
            rows.moveToCurrentRow();
            String current = rows.getString(1);
            rows.last();
            return current + " " + rows.getString(1) + "," + rows.getString(2) + "," + rows.getString(3) + " " + table(connection);
        }
    }

    private static String defaults(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE dbo.numbered");
        }
        try (ResultSet rows = open(connection, ResultSet.TYPE_SCROLL_SENSITIVE, "SELECT id, word FROM dbo.numbered")) {
            rows.moveToInsertRow();
            rows.insertRow();
            rows.updateString("word", "given");
            rows.insertRow();
        }
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT word FROM dbo.numbered ORDER BY id")) {
            return ids(rows);
        }
    }

    private static String delete(Connection connection) throws SQLException {
        try (ResultSet rows = stock(connection)) {
            rows.absolute(4);
            rows.deleteRow();
            rows.absolute(5);
            rows.deleteRow();
        }
        return table(connection);
    }

    private static String refresh(Connection connection, Connection other) throws SQLException {
        try (ResultSet rows = stock(connection); Statement statement = other.createStatement()) {
            rows.absolute(2);
            statement.execute("UPDATE dbo.stock SET name = N'changed' WHERE id = 2");
            rows.refreshRow();
            String seen = rows.getString("name");
            rows.updateString("name", "again");
            rows.updateRow();
            return seen + " " + table(connection);
        }
    }

    private static String conflict(Connection connection, Connection other) throws SQLException {
        try (ResultSet rows = stock(connection); Statement statement = other.createStatement()) {
            rows.absolute(2);
            statement.execute("UPDATE dbo.stock SET name = N'theirs' WHERE id = 2");
            rows.updateString("name", "ours");
            try {
                rows.updateRow();
                return "changed " + table(connection);
            } catch (SQLException error) {
                return error.getErrorCode() + " " + table(connection);
            }
        }
    }

    private static String refused(Connection connection) throws SQLException {
        try (ResultSet rows = open(connection, ResultSet.TYPE_SCROLL_SENSITIVE, "SELECT COUNT(*) AS n FROM dbo.stock")) {
            rows.next();
            return rows.getInt(1) + " " + (rows.getConcurrency() == ResultSet.CONCUR_READ_ONLY ? "read only" : "updatable");
        }
    }

    private static String constraint(Connection connection) throws SQLException {
        StringJoiner errors = new StringJoiner(" ");
        try (ResultSet rows = stock(connection)) {
            rows.first();
            rows.updateBigDecimal("amount", new java.math.BigDecimal("-1"));
            try {
                rows.updateRow();
            } catch (SQLException error) {
                errors.add(String.valueOf(error.getErrorCode()));
            }
            rows.moveToInsertRow();
            rows.updateInt("id", 1);
            rows.updateString("name", "double");
            try {
                rows.insertRow();
            } catch (SQLException error) {
                errors.add(String.valueOf(error.getErrorCode()));
            }
        }
        return errors + " " + table(connection).length();
    }

    private static String parameters(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, name FROM dbo.stock WHERE id > ? AND name LIKE ? ORDER BY id",
            ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
            StringJoiner seen = new StringJoiner(" ");
            for (int from = 1; from <= 3; from++) {
                statement.setInt(1, from);
                statement.setString(2, "%o%");
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        seen.add(rows.getString(1));
                        rows.updateString(2, rows.getString(2) + "!");
                        rows.updateRow();
                    }
                }
            }
            return seen + " | " + table(connection);
        }
    }

    private static String join(Connection connection) throws SQLException {
        try (ResultSet rows = open(connection, ResultSet.TYPE_SCROLL_SENSITIVE,
            "SELECT c.id, s.name AS title FROM dbo.child AS c JOIN dbo.stock AS s ON s.id = c.stock ORDER BY c.id")) {
            rows.absolute(2);
            rows.updateString("title", "joined");
            rows.updateRow();
        }
        return table(connection);
    }

    private static String types(Connection connection) throws SQLException {
        try (ResultSet rows = open(connection, ResultSet.TYPE_SCROLL_SENSITIVE, "SELECT * FROM dbo.kinds")) {
            rows.next();
            rows.updateBoolean("flag", true);
            rows.updateLong("big", 9007199254740993L);
            rows.updateDouble("fraction", 0.5);
            rows.updateTimestamp("moment", java.sql.Timestamp.valueOf("2024-02-29 13:14:15.123"));
            rows.updateDate("day", java.sql.Date.valueOf("2024-02-29"));
            rows.updateBytes("raw", new byte[] {1, 2, (byte) 255});
            rows.updateString("long_text", "x".repeat(10000));
            rows.updateRow();
        }
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
            "SELECT CONCAT(flag, ' ', big, ' ', fraction, ' ', CONVERT(varchar(23), moment, 121), ' ', day, ' ', CONVERT(varchar(20), raw, 1), ' ', LEN(long_text)) FROM dbo.kinds")) {
            return ids(rows);
        }
    }

    private static String rollback(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (ResultSet rows = stock(connection)) {
            rows.first();
            rows.updateString("name", "lost");
            rows.updateRow();
            rows.next();
            rows.deleteRow();
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return table(connection);
    }

    /** Deletes the second row on the way, adds one behind the last, and goes back. */
    private static String backAndForth(Connection connection, int type, int concurrency) throws SQLException {
        try (Statement statement = connection.createStatement(type, concurrency); Statement other = connection.createStatement()) {
            statement.setFetchSize(2);
            ResultSet rows = statement.executeQuery("SELECT id, name FROM dbo.stock ORDER BY id");
            StringJoiner seen = new StringJoiner(" ");
            while (rows.next()) {
                int id = rows.getInt(1);
                seen.add(String.valueOf(id));
                if (id == 2) rows.deleteRow();
                if (id == 5) other.execute("INSERT dbo.stock (id, name) VALUES (6, N'six')");
            }
            while (rows.previous()) seen.add(rows.rowDeleted() ? "-" : rows.getString(1));
            return seen.toString();
        }
    }

    private static String closedByCommit(Connection connection) throws SQLException {
        connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        connection.setAutoCommit(false);
        try (ResultSet rows = stock(connection)) {
            rows.next();
            connection.commit();
            rows.last();
            return "open";
        } catch (SQLException error) {
            return String.valueOf(error.getErrorCode());
        } finally {
            connection.commit();
            connection.setAutoCommit(true);
            connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
        }
    }

    /** The procedure is the first thing that its transaction does. */
    private static String procedure(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("EXEC dbo.first_ids ?", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            statement.setInt(1, 3);
            try (ResultSet rows = statement.executeQuery()) {
                rows.last();
                return rows.getRow() + " " + rows.getString(1);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
