package org.surety.delegations.person;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.surety.kit.broker.Broker;
import org.surety.local.Instance;
import org.surety.local.TestParts;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;

/** Where a text can be found: in every column of every table, in the messages at the broker, in the logs. */
final class Traces {

    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')""";

    private Traces() {
    }

    /** A log handler that keeps every line, with what a debugging operator would see of our own code. */
    static final class Lines extends Handler implements AutoCloseable {

        private static final Logger ROOT = Logger.getLogger("");
        private static final Logger OURS = Logger.getLogger("org.surety");

        private final List<String> lines = new CopyOnWriteArrayList<>();

        private Lines() {
            setFormatter(new PatternFormatter("%c %s%e"));
        }

        static Lines listening() {
            Lines lines = new Lines();
            OURS.setLevel(Level.ALL);
            ROOT.addHandler(lines);
            return lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(getFormatter().format(line));
        }

        List<String> with(String text) {
            return lines.stream().filter(line -> line.contains(text)).toList();
        }

        List<String> all() {
            return lines;
        }

        @Override
        public void flush() {
            // every line is kept at once
        }

        @Override
        public void close() {
            ROOT.removeHandler(this);
            OURS.setLevel(null);
        }
    }

    /** Columns that hold the text, in plain, escaped for JSON, or as the bytes of its UTF-8; with the number of rows. */
    static Map<String, Integer> inTheDatabase(String text) throws SQLException {
        Map<String, Integer> found = new TreeMap<>();
        try (Connection connection = asOwnerWhoSeesAll()) {
            for (String column : columns(connection)) {
                int at = column.lastIndexOf('.');
                String rows = "select count(*) from " + column.substring(0, at) + " t where position(? in t."
                        + column.substring(at + 1)
                        + "::text) > 0 or position(? in t." + column.substring(at + 1) + "::text) > 0 or position(? in lower(t."
                        + column.substring(at + 1) + "::text)) > 0";
                try (PreparedStatement query = connection.prepareStatement(rows)) {
                    query.setString(1, text);
                    query.setString(2, HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
                    query.setString(3, escaped(text));
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        if (row.getInt(1) > 0) {
                            found.put(column.replace("\"", ""), row.getInt(1));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                columns.add("\"" + row.getString(1) + "\".\"" + row.getString(2) + "\".\"" + row.getString(3) + "\"");
            }
        }
        return columns;
    }

    private static Connection asOwnerWhoSeesAll() throws SQLException {
        Connection connection = DriverManager.getConnection(setting("SURETY_DATABASE_URL"), setting("SURETY_MIGRATION_USER"),
                setting("SURETY_MIGRATION_PASSWORD"));
        try (PreparedStatement viewer = connection.prepareStatement("select set_config('surety.viewer', 'system', false)")) {
            viewer.execute();
        }
        return connection;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 0x80 ? String.valueOf((char) c).toLowerCase() : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    /** What the service's exchange carries from here on, headers and bodies. */
    static final class Messages implements AutoCloseable {

        private final StringBuffer heard = new StringBuffer();
        private final com.rabbitmq.client.Connection connection;

        private Messages() throws IOException, TimeoutException {
            ConnectionFactory broker = new ConnectionFactory();
            broker.setHost(setting("SURETY_BROKER_HOST"));
            broker.setPort(Integer.parseInt(setting("SURETY_BROKER_PORT")));
            broker.setVirtualHost(setting("SURETY_BROKER_VIRTUAL_HOST"));
            broker.setUsername(Instance.BROKER_ADMINISTRATOR);
            broker.setPassword(TestParts.require(TestParts.Kind.RABBITMQ).brokerPassword(Instance.BROKER_ADMINISTRATOR));
            connection = broker.newConnection();
        }

        static Messages listening() throws IOException, TimeoutException {
            Messages messages = new Messages();
            Channel channel = messages.connection.createChannel();
            String queue = channel.queueDeclare().getQueue();
            channel.queueBind(queue, Broker.exchange("delegations"), "#");
            channel.basicConsume(queue, true, (tag, message) -> messages.heard.append(message.getProperties())
                    .append(new String(message.getBody(), StandardCharsets.UTF_8)).append('\n'), tag -> {
                    });
            return messages;
        }

        String soFar() {
            return heard.toString();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** Log files of the parts around the service that hold the text. */
    static List<String> inTheLogFilesOfTheParts(String text) throws IOException {
        Path folder = TestParts.require(TestParts.Kind.POSTGRESQL).log("postgresql").getParent();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
