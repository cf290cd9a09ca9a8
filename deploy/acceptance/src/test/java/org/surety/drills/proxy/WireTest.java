package org.surety.drills.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Messages are found in whatever pieces their bytes come, and nothing of them is changed. */
class WireTest {
    private static final Map<String, String> MARKS = Map.of("insert into change ", "command", "update watermark set", "effect");

    @Test
    void amqpMethodsAreNamed() {
        byte[] stream = join("AMQP".getBytes(UTF_8), new byte[]{ 0, 0, 9, 1}, frame(1, 10, 31), frame(1, 60, 40), frame(2, 60, 40),
                frame(1, 60, 80));
        assertEquals(Arrays.asList(null, null, "basic.publish", null, "basic.ack"),
                whats(new AmqpWire(), Direction.TO_SERVER, stream));
    }

    @Test
    void commitIsKnownByWhatWasDoneBefore() {
        PostgresWire wire = new PostgresWire(MARKS);
        byte[] stream = join(startup(), query("BEGIN"), query("insert into change (id) values (1)"), query("COMMIT"),
                query("select 1"), query("COMMIT"));
        assertEquals(Arrays.asList(null, null, null, "commit:command", null, null), whats(wire, Direction.TO_SERVER, stream));
        assertEquals(Arrays.asList("committed:command", null),
                whats(wire, Direction.TO_CLIENT, join(complete("COMMIT"), complete("COMMIT"))));
    }

    @Test
    void preparedStatementsAreKnownByTheirNames() {
        PostgresWire wire = new PostgresWire(MARKS);
        byte[] stream = join(startup(), parse("S_1", "COMMIT"), parse("S_2", "update watermark set sequence = 1"), bind("S_2"),
                bind("S_1"), bind("S_1"));
        assertEquals(Arrays.asList(null, null, null, null, "commit:effect", null), whats(wire, Direction.TO_SERVER, stream));
    }

    @Test
    void whatIsRolledBackLeavesNoMark() {
        byte[] stream = join(startup(), query("update watermark set sequence = 1"), query("ROLLBACK"), query("COMMIT"));
        assertEquals(Arrays.asList(null, null, null, null), whats(new PostgresWire(MARKS), Direction.TO_SERVER, stream));
    }

    /** Fed byte by byte; what is forwarded is the same bytes. */
    private static List<String> whats(Wire wire, Direction direction, byte[] stream) {
        List<String> whats = new ArrayList<>();
        ByteArrayOutputStream forwarded = new ByteArrayOutputStream();
        for (int i = 0; i < stream.length; i++) {
            for (Wire.Message message : wire.take(direction, new byte[]{ stream[i]}, 1)) {
                whats.add(message.what());
                forwarded.writeBytes(message.bytes());
            }
        }
        assertArrayEquals(stream, forwarded.toByteArray());
        return whats;
    }

    private static byte[] frame(int type, int classId, int methodId) {
        return ByteBuffer.allocate(13).put((byte) type).putShort((short) 1).putInt(5).putShort((short) classId)
                .putShort((short) methodId)
                .put((byte) 7).put((byte) 0xCE).array();
    }

    private static byte[] startup() {
        return ByteBuffer.allocate(8).putInt(8).putInt(196_608).array();
    }

    private static byte[] query(String sql) {
        return message('Q', text(sql));
    }

    private static byte[] parse(String name, String sql) {
        return message('P', join(text(name), text(sql), new byte[]{ 0, 0}));
    }

    private static byte[] bind(String statement) {
        return message('B', join(text(""), text(statement), new byte[]{ 0, 0, 0, 0, 0, 0}));
    }

    private static byte[] complete(String tag) {
        return message('C', text(tag));
    }

    private static byte[] text(String text) {
        return join(text.getBytes(UTF_8), new byte[]{ 0});
    }

    private static byte[] message(char type, byte[] body) {
        return ByteBuffer.allocate(5 + body.length).put((byte) type).putInt(4 + body.length).put(body).array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
