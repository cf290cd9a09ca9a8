package org.surety.drills.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

import org.surety.drills.fuzz.ApiOperation.Parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One request of the fuzz.
 *
 * @param headers name and value in turn
 * @param body null for none
 */
record FuzzRequest(ApiOperation operation, String target, String user, List<String> headers, String body) {
    static final String NOBODY = "nobody";
    private static final List<String> USERS = List.of("xaa.editor", "xaa.editor", "xaa.editor", "xaa.editor", "coordinator",
            "coordinator", "coordinator",
            "coordinator", "xab.editor", "xab.editor", "xac.reader", "auditor", "operator", NOBODY);
    private static final List<String> MEDIA_TYPES = List.of("text/plain", "application/xml", "application/json;charset=utf-16",
            "text/csv", "x/y",
            "application/x-ndjson", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded");
    private static final List<String> ACCEPTED = List.of("*/*", "text/csv", "text/calendar", "application/xml",
            "text/html;q=0.1, */*;q=0.01", "nonsense",
            "application/json;q=2");

    String line() {
        return operation.method() + " " + target + " as " + user + " " + headers + (body == null ? "" : "\n    " + shortened(body));
    }

    static String shortened(String text) {
        return text.length() <= 2_000 ? text : text.substring(0, 2_000) + "... (" + text.length() + " characters)";
    }

    /** Makes requests; what follows from the number alone does so with every run of the same seed. */
    static final class Maker {
        private final List<ApiOperation> operations;
        private final JsonNode document;
        private final KnownRecords known;
        private final long seed;

        Maker(JsonNode document, KnownRecords known, long seed) {
            this.operations = ApiOperation.of(document);
            this.document = document;
            this.known = known;
            this.seed = seed;
        }

        List<ApiOperation> operations() {
            return operations;
        }

        FuzzRequest make(long number) {
            // Neighbouring seeds of Random begin alike.
            Random random = new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
            ApiOperation operation = operations.get(random.nextInt(operations.size()));
            Spoiling spoiling = new Spoiling(random);
            SchemaValues values = new SchemaValues(document, known, random);
            KnownRecords.Seen about = known.one(operation.collection(), random);
            List<String> headers = headers(operation, random, spoiling, about);
            String body = null;
            if (!operation.bodies().isEmpty() || random.nextInt(50) == 0) {
                body = body(operation, random, spoiling, values, headers, about);
            }
            return new FuzzRequest(operation, target(operation, random, spoiling, values, about),
                    user(random, about), headers, body);
        }

        /** Often one of whose record it is. */
        private static String user(Random random, KnownRecords.Seen about) {
            String any = USERS.get(random.nextInt(USERS.size()));
            return about.party().matches("XA[A-J]") && random.nextInt(10) < 4 ? about.party().toLowerCase() + ".editor" : any;
        }

        private static List<String> headers(ApiOperation operation, Random random, Spoiling spoiling, KnownRecords.Seen about) {
            List<String> headers = new ArrayList<>();
            if (!operation.method().equals("GET") && random.nextInt(10) < 8) {
                add(headers, "If-Match", random.nextInt(10) < 8 ? "\"" + about.version() + "\"" : printable(spoiling.word()));
            }
            if (operation.method().equals("POST") && random.nextInt(10) < 7) {
                add(headers, "Idempotency-Key", random.nextInt(10) < 8
                        ? new UUID(random.nextLong(), random.nextLong()).toString()
                        : printable(spoiling.word()));
            }
            if (random.nextInt(12) == 0) {
                add(headers, "Accept", ACCEPTED.get(random.nextInt(ACCEPTED.size())));
            }
            if (random.nextInt(20) == 0) {
                add(headers,
                        List.of("If-None-Match", "Range", "If-Modified-Since", "Content-Encoding", "Accept-Language",
                                "Last-Event-ID", "Prefer")
                                .get(random.nextInt(7)),
                        printable(spoiling.word()));
            }
            return headers;
        }

        /** What a client of ours can send in a head; what else there is is for raw sockets. */
        private static String printable(String text) {
            return text.replaceAll("[^ -~]", "?");
        }

        private static void add(List<String> headers, String name, String value) {
            headers.add(name);
            headers.add(value);
        }

        private String body(ApiOperation operation, Random random, Spoiling spoiling, SchemaValues values, List<String> headers,
                KnownRecords.Seen about) {
            List<String> types = operation.bodies().keySet().stream().sorted().toList();
            String type = types.isEmpty() ? "application/json" : types.get(random.nextInt(types.size()));
            add(headers, "Content-Type", random.nextInt(25) == 0 ? MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size())) : type);
            if (!type.contains("json") || random.nextInt(15) == 0) {
                return random.nextBoolean()
                        ? spoiling.body()
                        : "party,basis,kind,title,label\nXAA,GUARANTEE,TRAINING," + spoiling.text() + ",PUBLIC\n";
            }
            JsonNode schema = operation.bodies().get(type);
            JsonNode sound = schema == null
                    ? TextNode.valueOf("x")
                    : about.shown().isObject() && random.nextInt(10) < 6
                            ? values.like(schema, about.shown(), "")
                            : values.value(schema, "");
            return spoiling.written(random.nextInt(10) < 4 ? sound : spoiling.spoiled(sound));
        }

        private String target(ApiOperation operation, Random random, Spoiling spoiling, SchemaValues values,
                KnownRecords.Seen about) {
            StringBuilder target = new StringBuilder(operation.path());
            List<String> query = new ArrayList<>();
            for (Parameter parameter : operation.parameters()) {
                if (parameter.place().equals("path")) {
                    String value = random.nextInt(20) == 0
                            ? spoiling.word()
                            : parameter.name().matches("id|code")
                                    ? about.id()
                                    : values.value(parameter.schema(), parameter.name()).asText();
                    int at = target.indexOf("{" + parameter.name() + "}");
                    target.replace(at, at + parameter.name().length() + 2, encoded(value.isEmpty() ? "-" : value));
                } else if (parameter.place().equals("query") && random.nextInt(10) < (parameter.required() ? 9 : 3)) {
                    JsonNode value = values.value(parameter.schema(), parameter.name());
                    String text = value.isArray() ? value.path(0).asText() : value.asText();
                    query.add(parameter.name() + "=" + encoded(random.nextInt(4) == 0 ? spoiling.word() : text));
                }
            }
            if (random.nextInt(40) == 0) {
                query.add("unknown=" + encoded(spoiling.word()));
            }
            if (!query.isEmpty() && random.nextInt(25) == 0) {
                query.add(query.get(0));
            }
            return target + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
