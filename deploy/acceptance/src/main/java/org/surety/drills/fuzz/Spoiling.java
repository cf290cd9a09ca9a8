package org.surety.drills.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Ways in which what is sent can be wrong or strange. */
final class Spoiling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Stand in a tree as a text and are replaced in what is sent by what no tree can hold. */
    private static final String RAW = "raw-number-";
    private static final List<String> NUMBERS = List.of("1e9999", "-1e9999", "1e-9999", "-0", "99999999999999999999999999",
            "9223372036854775808",
            "1.0000000000000000000000000000000001", "NaN", "Infinity", "0x10", "01", "1E+400", "-1", "2147483648");
    private static final List<String> TEXTS = List.of("", " ", "\u0000", "\u0001\u001b[31m", "\r\nX-Injected: 1", "' or '1'='1",
            "'; drop table change; --",
            "${jndi:ldap://fuzz.invalid/x}", "{{7*7}}", "<script>alert(1)</script>", "../../etc/passwd", "%00", "%s%n",
            "\u202egnp.exe", "\ufeff", "\ud83d\ude00",
            "e\u0301".repeat(50), "\uffff", "null", "true", "0", "-1", "2026-02-30", "0000-00-00", "+999999999-12-31", "9999-12-31",
            "-0001-01-01", "24:00",
            "2026-01-01T00:00:00+99:00", "1970-01-01T00:00:00.000000000000001Z", "00000000-0000-0000-0000-000000000000",
            "not-a-uuid", "XAA,XAB", "*",
            "x".repeat(3_000), "(a+)+$", "\\", "\"", "=1+1", "@sum", "$.state", "\u0130\u0131\u017f");
    private static final List<String> BODIES = List.of("", "{", "[]", "null", "\"text\"", "1", "{}", "{\"a\":}", "\ufeff{}",
            "{\"a\":1,\"a\":2}", "[[[[[[[[",
            "{\"\":\"\"}", "\u0000", "not json", "{\"label\":{\"release\":{\"release\":\"PUBLIC\"}}}", "{} {}", "// {}", "{'a':1}");
    private static final int DEEP = 20_000;
    private final Random random;

    Spoiling(Random random) {
        this.random = random;
    }

    String text() {
        return random.nextInt(40) == 0 ? "y".repeat(100_000) : pick(TEXTS);
    }

    /** A short one, for a place with a limit of its own. */
    String word() {
        String text = pick(TEXTS);
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** What is no body at all, or one of a form that nobody asked for. */
    String body() {
        return random.nextInt(12) == 0 ? "{\"a\":".repeat(DEEP) : random.nextInt(12) == 0 ? "[".repeat(DEEP) : pick(BODIES);
    }

    /** The same tree with up to three places changed. */
    JsonNode spoiled(JsonNode tree) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            if (containers.isEmpty()) {
                return odd();
            }
            spoil(containers.get(random.nextInt(containers.size())));
        }
        return tree;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            if (node.size() > 0) {
                containers.add(node);
            }
            node.forEach(child -> collect(child, containers));
        }
    }

    private void spoil(JsonNode container) {
        if (container instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at));
                case 2 -> {
                    JsonNode one = array.get(at);
                    for (int i = 0; i < 2_000; i++) {
                        array.add(one);
                    }
                }
                default -> array.set(at, odd());
            }
            return;
        }
        ObjectNode object = (ObjectNode) container;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.set(word(), object.get(name));
            case 3 -> object.put("version", 1).put("id", "x").put("recordedAt", "now");
            default -> object.set(name, odd());
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(7)) {
            case 0 -> NODES.textNode(RAW + random.nextInt(NUMBERS.size()));
            case 1 -> NODES.booleanNode(true);
            case 2 -> NODES.objectNode().put("undisclosed", random.nextBoolean() ? "UNKNOWN" : "NOT_RELEASED");
            case 3 -> NODES.arrayNode().add(1).add("x");
            case 4 -> NODES.numberNode(random.nextInt(5) - 2);
            default -> NODES.textNode(text());
        };
    }

    /** The tree as it is sent: also numbers that no number type holds, and halves of surrogate pairs. */
    String written(JsonNode tree) {
        String text = tree.toString();
        for (int i = NUMBERS.size() - 1; i >= 0; i--) {
            text = text.replace("\"" + RAW + i + "\"", NUMBERS.get(i));
        }
        return random.nextInt(60) == 0 ? text.replaceFirst("Exercise", "\\\\ud800") : text;
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
