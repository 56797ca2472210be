import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The cases of tests/clients/cases.ts over JDBC, for Microsoft's driver and for jTDS. Prints one JSON line a case. Values become text in the one form
 * that the expectations use.
 */
public final class JdbcClient {
    private static final int LONG_TEXT = 1000;

    /** A case gets a connection of its own and returns strings, lists and maps. */
    private interface Case {
        Object run(Connection connection) throws Exception;
    }

    private static String url;
    private static String user;
    private static String password;

    public static void main(String[] args) throws Exception {
        url = args[0];
        user = args[1];
        password = args[2];
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("login", JdbcClient::login);
        cases.put("batch", connection -> rows(connection, "SELECT 1 + 1, 'text'"));
        cases.put("types", JdbcClient::types);
        cases.put("prepared", JdbcClient::prepared);
        cases.put("insert", JdbcClient::insert);
        cases.put("procedure", connection -> call(connection, "{? = call dbo.add_up(?, ?, ?)}", 2));
        cases.put("null", connection -> call(connection, "{? = call dbo.add_up(?, ?, ?)}", null));
        cases.put("default", JdbcClient::callWithDefault);
        cases.put("results", JdbcClient::results);
        cases.put("messages", JdbcClient::messages);
        cases.put("errors", JdbcClient::errors);
        cases.put("transactions", JdbcClient::transactions);
        cases.put("cancel", JdbcClient::cancel);
        if (url.startsWith("jdbc:sqlserver:")) cases.put("bulk", JdbcClient::bulk);
        if (url.startsWith("jdbc:sqlserver:")) cases.put("clr", JdbcClient::clr);
        for (Map.Entry<String, Case> each : cases.entrySet()) System.out.println(answer(each.getKey(), each.getValue()));
    }

    private static String answer(String name, Case test) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("case", name);
        try (Connection connection = connect()) {
            answer.put("value", test.run(connection));
        } catch (Exception error) {
            answer.put("error", error.toString());
        }
        return json(answer);
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static Object login(Connection connection) throws SQLException {
        return rows(connection, "SELECT DB_NAME(), SUSER_SNAME(), LEFT(@@VERSION, 20)").get(0);
    }

    private static Object types(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(System.getenv("ALL_TYPES"))) {
            result.next();
            ResultSetMetaData columns = result.getMetaData();
            Map<String, Object> record = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) record.put(columns.getColumnLabel(i), value(result, i));
            return record;
        }
    }

    private static Object prepared(Connection connection) throws SQLException {
        List<Object> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS int) + 1, CAST(? AS nvarchar(20))")) {
            String[] names = {"one", "zwei ß", null};
            for (int i = 0; i < names.length; i++) {
                statement.setInt(1, i + 1);
                statement.setString(2, names[i]);
                try (ResultSet result = statement.executeQuery()) {
                    found.addAll(rows(result));
                }
            }
        }
        return found;
    }

    /** Spatial values as parameters and as the driver decodes them. */
    private static Object clr(Connection connection) throws SQLException {
        String text = "SELECT CAST(? AS nvarchar(100)), g.STSrid, g, l FROM (SELECT CAST(? AS geometry) AS g, CAST(? AS geography) AS l) AS v";
        try (PreparedStatement plain = connection.prepareStatement(text)) {
            var statement = plain.unwrap(com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement.class);
            var line = com.microsoft.sqlserver.jdbc.Geometry.STGeomFromText("LINESTRING(0 0, 1 1, 2 0)", 7);
            statement.setGeometry(1, line);
            statement.setGeometry(2, line);
            statement.setGeography(3, com.microsoft.sqlserver.jdbc.Geography.point(47.651, -122.349, 4326));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                var rows = result.unwrap(com.microsoft.sqlserver.jdbc.SQLServerResultSet.class);
                return List.of(result.getString(1), result.getString(2), rows.getGeometry(3).STAsText(), String.valueOf(rows.getGeography(4).getLatitude()));
            }
        }
    }

    private static Object insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO item VALUES (?, ?, ?)")) {
            add(statement, 1, "one", "1.50");
            add(statement, 2, null, "-2.00");
            add(statement, 3, "x漢", null);
            statement.executeBatch();
        }
        return rows(connection, "SELECT id, name, price FROM item ORDER BY id");
    }

    private static void add(PreparedStatement statement, int id, String name, String price) throws SQLException {
        statement.setInt(1, id);
        statement.setString(2, name);
        statement.setBigDecimal(3, price == null ? null : new BigDecimal(price));
        statement.addBatch();
    }

    private static Object call(Connection connection, String text, Integer b) throws SQLException {
        try (CallableStatement statement = connection.prepareCall(text)) {
            statement.registerOutParameter(1, Types.INTEGER);
            statement.setInt(2, 1);
            if (b == null) statement.setNull(3, Types.INTEGER);
            else statement.setInt(3, b);
            statement.registerOutParameter(4, Types.INTEGER);
            return outcome(statement, 4);
        }
    }

    /** Named parameters; @b is left out. */
    private static Object callWithDefault(Connection connection) throws SQLException {
        try (CallableStatement statement = connection.prepareCall("{? = call dbo.add_up(@a = ?, @sum = ?)}")) {
            statement.registerOutParameter(1, Types.INTEGER);
            statement.setInt(2, 1);
            statement.registerOutParameter(3, Types.INTEGER);
            return outcome(statement, 3);
        }
    }

    private static Object outcome(CallableStatement statement, int sum) throws SQLException {
        Map<String, Object> found = new LinkedHashMap<>();
        boolean isResult = statement.execute();
        while (!isResult && statement.getUpdateCount() != -1) isResult = statement.getMoreResults();
        try (ResultSet result = statement.getResultSet()) {
            found.put("rows", rows(result));
        }
        while (statement.getMoreResults() || statement.getUpdateCount() != -1) continue;
        found.put("sum", String.valueOf(statement.getInt(sum)));
        found.put("status", String.valueOf(statement.getInt(1)));
        return found;
    }

    private static Object results(Connection connection) throws SQLException {
        List<Object> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute("EXEC dbo.talk");
            while (isResult || statement.getUpdateCount() != -1) {
                if (isResult) found.add(rows(statement.getResultSet()));
                isResult = statement.getMoreResults();
            }
        }
        return found;
    }

    private static Object messages(Connection connection) throws SQLException {
        List<Object> heard = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute("EXEC dbo.talk");
            while (isResult || statement.getUpdateCount() != -1) isResult = statement.getMoreResults();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) heard.add(warning.getMessage());
        }
        return heard;
    }

    private static Object errors(Connection connection) throws SQLException {
        List<Object> numbers = new ArrayList<>();
        String[] texts = {"EXEC dbo.fail 7", "SELECT 1/0", "SELECT * FROM missing", "SELECT FROM WHERE", "EXEC dbo.missing"};
        for (String text : texts) {
            try {
                rows(connection, text);
                numbers.add("none");
            } catch (SQLException error) {
                numbers.add(String.valueOf(error.getErrorCode()));
            }
        }
        return numbers;
    }

    private static Object transactions(Connection connection) throws SQLException {
        List<Object> found = new ArrayList<>();
        connection.setAutoCommit(false);
        for (boolean commits : new boolean[] {false, true}) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO item (id) VALUES (1000)");
            }
            if (commits) connection.commit();
            else connection.rollback();
            found.add(rows(connection, "SELECT COUNT(*) FROM item WHERE id = 1000").get(0).get(0));
        }
        connection.commit();
        connection.setAutoCommit(true);
        found.add(rows(connection, "SELECT @@TRANCOUNT").get(0).get(0));
        return found;
    }

    private static Object cancel(Connection connection) throws Exception {
        long started = System.nanoTime();
        String outcome = "not stopped";
        try (Statement statement = connection.createStatement()) {
            Thread canceller = new Thread(() -> {
                try {
                    Thread.sleep(1000);
                    statement.cancel();
                } catch (Exception error) {
                    System.err.println(error);
                }
            });
            canceller.start();
            try {
                statement.execute("WAITFOR DELAY '00:01:00'");
            } catch (SQLException error) {
                outcome = System.nanoTime() - started < 5_000_000_000L ? "stopped" : "too late";
            }
            canceller.join();
        }
        return List.of(outcome, rows(connection, "SELECT 1").get(0).get(0));
    }

    private static Object bulk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT CAST(NULL AS int) AS id, CAST(NULL AS nvarchar(50)) AS name, CAST(NULL AS decimal(10, 2)) AS price,"
                + " CAST(NULL AS datetime2(3)) AS made WHERE 1 = 0");
        }
        BulkRows.copy(connection, 1000);
        return rows(connection, "SELECT COUNT(*), SUM(id), SUM(price), MAX(CASE id WHEN 1000 THEN name END) FROM loaded").get(0);
    }

    /** Kept apart so that jTDS does not load Microsoft's classes. */
    private static final class BulkRows {
        static void copy(Connection connection, int count) throws SQLException {
            javax.sql.rowset.CachedRowSet rows = javax.sql.rowset.RowSetProvider.newFactory().createCachedRowSet();
            javax.sql.rowset.RowSetMetaDataImpl columns = new javax.sql.rowset.RowSetMetaDataImpl();
            columns.setColumnCount(4);
            column(columns, 1, "id", Types.INTEGER, 0, 0);
            column(columns, 2, "name", Types.NVARCHAR, 50, 0);
            column(columns, 3, "price", Types.DECIMAL, 10, 2);
            column(columns, 4, "made", Types.TIMESTAMP, 0, 3);
            rows.setMetaData(columns);
            for (int i = 1; i <= count; i++) {
                rows.moveToInsertRow();
                rows.updateInt(1, i);
                rows.updateString(2, "name " + i);
                rows.updateBigDecimal(3, new BigDecimal(i).movePointLeft(2));
                rows.updateTimestamp(4, Timestamp.valueOf("2024-02-29 13:14:15.123"));
                rows.insertRow();
            }
            rows.moveToCurrentRow();
            rows.beforeFirst();
            try (com.microsoft.sqlserver.jdbc.SQLServerBulkCopy copy = new com.microsoft.sqlserver.jdbc.SQLServerBulkCopy(connection)) {
                copy.setDestinationTableName("dbo.loaded");
                copy.writeToServer(rows);
            }
        }

        private static void column(javax.sql.rowset.RowSetMetaDataImpl columns, int index, String name, int type, int precision, int scale)
            throws SQLException {
            columns.setColumnName(index, name);
            columns.setColumnType(index, type);
            if (precision > 0) columns.setPrecision(index, precision);
            if (scale > 0) columns.setScale(index, scale);
        }
    }

    private static List<List<Object>> rows(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(text)) {
            return rows(result);
        }
    }

    private static List<List<Object>> rows(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        int count = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= count; i++) row.add(value(result, i));
            rows.add(row);
        }
        return rows;
    }

    private static String value(ResultSet result, int index) throws SQLException {
        Object value = result.getObject(index);
        if (value == null) return null;
        if (value instanceof Boolean) return (Boolean) value ? "1" : "0";
        if (value instanceof byte[]) return hex((byte[]) value);
        if (value instanceof BigDecimal) return ((BigDecimal) value).toPlainString();
        if (value instanceof Timestamp) return moment((Timestamp) value);
        if (value instanceof java.sql.Time) return result.getObject(index, java.time.LocalTime.class).format(java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS"));
        if (value instanceof java.sql.Clob) return cut(((java.sql.Clob) value).getSubString(1, (int) ((java.sql.Clob) value).length()));
        if (value instanceof java.sql.Blob) return hex(((java.sql.Blob) value).getBytes(1, (int) ((java.sql.Blob) value).length()));
        if (value instanceof java.sql.SQLXML) return ((java.sql.SQLXML) value).getString();
        if (value.getClass().getSimpleName().equals("DateTimeOffset")) return offset(value.toString());
        return cut(value.toString());
    }

    private static String moment(Timestamp value) {
        return value.toLocalDateTime().format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS"));
    }

    /** Microsoft's class writes as many digits as there are. */
    private static String offset(String text) {
        return text;
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) text.append(String.format("%02X", each));
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONG_TEXT ? text : "length " + text.length();
    }

    private static String json(Object value) {
        if (value == null) return "null";
        if (value instanceof Map<?, ?> map) {
            StringJoiner fields = new StringJoiner(",", "{", "}");
            map.forEach((key, each) -> fields.add(json(key) + ":" + json(each)));
            return fields.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner items = new StringJoiner(",", "[", "]");
            list.forEach(each -> items.add(json(each)));
            return items.toString();
        }
        StringBuilder text = new StringBuilder("\"");
        for (char each : value.toString().toCharArray()) {
            if (each == '"' || each == '\\') text.append('\\').append(each);
            else if (each < ' ') text.append(String.format("\\u%04x", (int) each));
            else text.append(each);
        }
        return text.append('"').toString();
    }
}
