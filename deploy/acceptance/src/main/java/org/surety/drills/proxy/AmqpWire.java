package org.surety.drills.proxy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * AMQP 0-9-1: frames of type, channel, size, payload and an end mark; a method frame begins with the numbers of class and method.
 * {@link #PUBLISH} comes from a client; {@link #ACKNOWLEDGE} from the broker is a confirm, from a client the end of a delivery.
 */
public final class AmqpWire implements Wire {
    public static final String PUBLISH = "basic.publish";
    public static final String DELIVER = "basic.deliver";
    public static final String ACKNOWLEDGE = "basic.ack";
    private static final int PROTOCOL_HEADER = 8;
    private static final int FRAME_OVERHEAD = 8;
    private static final int METHOD_FRAME = 1;
    private static final int BASIC = 60;
    private static final Map<Integer, String> METHODS = Map.of(40, PUBLISH, 60, DELIVER, 80, ACKNOWLEDGE);
    private final Map<Direction, Assembly> assemblies = new EnumMap<>(Map.of(Direction.TO_SERVER, new Assembly(),
            Direction.TO_CLIENT, new Assembly()));

    @Override
    public List<Message> take(Direction direction, byte[] bytes, int length) {
        Assembly assembly = assemblies.get(direction);
        assembly.add(bytes, length);
        List<Message> messages = new ArrayList<>();
        while (assembly.length() >= PROTOCOL_HEADER) {
            // The client begins, and a broker that refuses answers, with "AMQP" and a version.
            int size = assembly.at(0) == 'A' ? PROTOCOL_HEADER : FRAME_OVERHEAD + assembly.intAt(3);
            if (assembly.length() < size) {
                break;
            }
            String what = what(assembly, size);
            messages.add(new Message(assembly.cut(size), what));
        }
        return messages;
    }

    private static String what(Assembly assembly, int size) {
        boolean basic = size >= FRAME_OVERHEAD + 4 && assembly.at(0) == METHOD_FRAME && assembly.shortAt(7) == BASIC;
        return basic ? METHODS.get(assembly.shortAt(9)) : null;
    }
}
