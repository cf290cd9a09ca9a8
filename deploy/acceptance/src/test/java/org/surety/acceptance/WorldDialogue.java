package org.surety.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.surety.drills.fuzz.ApiOperation;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What one viewer asks and is answered. Everything is drawn by a seed and by the answers: two worlds that answer alike are asked alike, with
 * the cursors and versions that each of them gave.
 */
final class WorldDialogue {
    /** What is taken out of the body of an answer before it is compared. */
    private static final Map<Pattern, String> MASKS = Map.of(
            // Of each request its own.
            Pattern.compile("\"traceId\":\"[0-9a-f]{32}\""), "\"traceId\":\"trace\"",
            // Until when the past can be told is said by the clock of the log.
            Pattern.compile("\"latest\":\"[0-9T:.-]+Z\""), "\"latest\":\"clock\"",
            Pattern.compile("must not be after [0-9T:.-]+Z"), "must not be after the clock");
    /** Cursors are sealed, no two alike: their length is compared, and what is answered to them. */
    private static final Pattern SEALED = Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{70,}+");
    private static final Set<String> HEADERS_OF_THE_MOMENT = Set.of("date", "traceparent", "ratelimit", "ratelimit-policy");
    /** The raw feed, a stream without an end, the token itself; and a file that has no records, but the moment when it was written. */
    private static final Set<String> NOT_COMPARED = Set.of("/api/v1/log", "/api/v1/changes/stream", "/session",
            "/api/v1/commitments/template");
    private static final List<String> PARTIES = List.of("XNA", "XNB", "XNC", "XND", "XNG", "FRA");
    private static final Set<String> PARTY_NAMES = Set.of("party", "host", "owner", "recipient", "lead", "without", "bodyOf",
            "parties",
            "of", "from_party");
    /** Looks back over many days, each a sum of its own. */
    private static final Set<String> SLOW = Set.of("/api/v1/coverage/recorded-days");
    private static final Set<String> LEFT_OUT = Set.of("wait");
    private static final List<String> CRITERIA = List.of("EXERCISE_NO_CIRCULAR_CONDITIONS", "EXERCISE_QUESTIONS_NOT_OVERDUE");
    private static final Pattern HOLDS_ID = Pattern.compile("([a-z-]+)/\\{id\\}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api api;
    private final WorldBank bank;
    private final Service service;
    private final String base;
    private final JsonNode document;
    private final List<ApiOperation> reads;
    private final List<ApiOperation> writes;

    /**
     * One request and its answer.
     *
     * @param heard what is compared
     */
    record Exchange(String said, String heard) {
    }

    /** @param document that describes what is answered at this address */
    WorldDialogue(Api api, WorldBank bank, Service service, String base, JsonNode document) {
        this.api = api;
        this.bank = bank;
        this.service = service;
        this.base = base;
        this.document = document;
        List<ApiOperation> all = ApiOperation.of(document).stream()
                .filter(one -> one.path().startsWith("/api/v1/") && !NOT_COMPARED.contains(one.path())
                        && !one.path().startsWith("/api/v1/reads"))
                .toList();
        reads = all.stream().filter(one -> one.method().equals("GET")).toList();
        writes = all.stream().filter(one -> !one.method().equals("GET") && one.path().contains("{id}")).toList();
    }

    /** @param hidden ids that the viewer must not tell from ones that nobody has */
    List<Exchange> hold(WorldViewer viewer, long seed, int requests, List<String> hidden) {
        Random random = new Random(seed);
        List<Exchange> exchanges = new ArrayList<>();
        while (exchanges.size() < requests) {
            if (!hidden.isEmpty() && random.nextInt(12) == 0) {
                ApiOperation write = writes.get(random.nextInt(writes.size()));
                String id = random.nextInt(5) == 0 ? noRecord(random) : hidden.get(random.nextInt(hidden.size()));
                send(viewer, write, path(viewer, write, id, random),
                        Map.of("If-Match", "\"1\"", "Content-Type", "application/json"), "{}", exchanges);
            } else {
                ApiOperation operation = reads.get(random.nextInt(reads.size()));
                if (!SLOW.contains(operation.path()) || random.nextInt(4) == 0) {
                    read(viewer, operation, random, exchanges, requests);
                }
            }
        }
        return exchanges;
    }

    private void read(WorldViewer viewer, ApiOperation operation, Random random, List<Exchange> exchanges, int requests) {
        Matcher holds = HOLDS_ID.matcher(operation.path());
        List<String> ids = bank.ids(holds.find() ? holds.group(1) : operation.collection());
        String id = random.nextInt(15) == 0 ? noRecord(random) : ids.get(random.nextInt(ids.size()));
        String asked = path(viewer, operation, id, random);
        String accept = random.nextInt(8) == 0 ? "text/csv" : random.nextInt(20) == 0 ? "text/calendar" : "application/json";
        HttpResponse<String> raw = send(viewer, operation, asked, Map.of("Accept", accept), null, exchanges);
        String etag = raw.headers().firstValue("ETag").orElse(null);
        if (etag != null && random.nextInt(5) == 0 && exchanges.size() < requests) {
            send(viewer, operation, asked, Map.of("Accept", accept, "If-None-Match", etag), null, exchanges);
        }
        String next = next(raw);
        for (int page = 0; next != null && page < 3 && random.nextBoolean() && exchanges.size() < requests; page++) {
            boolean isFeed = operation.path().endsWith("/changes");
            String going = asked.replaceFirst("after=[^&]*&?", "").replaceFirst("[?&]$", "");
            raw = send(viewer, operation, going + (going.contains("?") ? "&" : "?") + (isFeed ? "after=" : "cursor=") + next,
                    Map.of("Accept", accept), null, exchanges);
            next = next(raw);
        }
    }

    private static String next(HttpResponse<String> raw) {
        if (raw.statusCode() != 200
                || !raw.headers().firstValue("Content-Type").orElse("").contains("json")) {
            return null;
        }
        try {
            JsonNode next = JSON.readTree(raw.body()).path("next");
            return next.isTextual() ? next.asText() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String noRecord(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString().replaceAll("^(.{14}).(.{4}).", "$14$2a");
    }

    private String path(WorldViewer viewer, ApiOperation operation, String id, Random random) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("path")) {
                String value = parameter.name().equals("id")
                        ? id
                        : operation.path().startsWith("/api/v1/credibility-criteria")
                                ? CRITERIA.get(random.nextInt(CRITERIA.size()))
                                : value(parameter, random);
                path = path.replace("{" + parameter.name() + "}", value);
            } else if (parameter.place().equals("query") && !LEFT_OUT.contains(parameter.name())
                    && (parameter.required() || parameter.name().equals("after") || random.nextInt(10) < 3)) {
                String value = parameter.name().equals("cursor")
                        ? null
                        : parameter.name().equals("after") ? bank.place(service, viewer) : value(parameter, random);
                if (value != null) {
                    query.append(query.length() == 0 ? '?' : '&').append(parameter.name()).append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            }
        }
        return path + query;
    }

    private String value(ApiOperation.Parameter parameter, Random random) {
        JsonNode schema = ApiOperation.resolved(document, parameter.schema());
        if (schema.path("type").asText().equals("array")) {
            schema = ApiOperation.resolved(document, schema.path("items"));
        }
        if (schema.path("enum").size() > 0) {
            return parameter.name().equals("series") && random.nextInt(10) > 0
                    ? "EXERCISE"
                    : schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
        }
        if (parameter.name().equals("series")) {
            return "EXERCISE";
        }
        String format = schema.path("format").asText();
        if (format.equals("uuid")) {
            List<String> ids = bank.ids(parameter.name() + "s");
            return random.nextInt(10) == 0 ? noRecord(random) : ids.get(random.nextInt(ids.size()));
        }
        if (format.equals("date")) {
            return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500)).toString();
        }
        if (format.equals("date-time") || parameter.name().equals("knownAt")) {
            return random.nextInt(20) == 0 ? Instant.parse("2126-01-01T00:00:00Z").toString() : bank.instant(random);
        }
        String type = schema.path("type").isArray() ? schema.path("type").get(0).asText() : schema.path("type").asText();
        if (type.equals("boolean")) {
            return Boolean.toString(random.nextBoolean());
        }
        if (parameter.name().equals("limit")) {
            return List.of("1", "2", "3", "7", "50", "500").get(random.nextInt(6));
        }
        if (type.equals("integer") || parameter.name().equals("number")) {
            return Integer.toString(random.nextInt(4));
        }
        return PARTY_NAMES.contains(parameter.name()) || parameter.name().equals("code") && random.nextBoolean()
                ? PARTIES.get(random.nextInt(PARTIES.size()))
                : "LONG_TERM_DEFENCE_COOPERATION";
    }

    private HttpResponse<String> send(WorldViewer viewer, ApiOperation operation, String path, Map<String, String> headers,
            String body,
            List<Exchange> exchanges) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + api.token(viewer.user()))
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(operation.method() + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        String said = operation.method() + " " + SEALED.matcher(path).replaceAll("<cursor>") + " " + new TreeMap<>(headers);
        exchanges.add(new Exchange(said, heard(response)));
        return response;
    }

    private static String heard(HttpResponse<String> response) {
        StringBuilder heard = new StringBuilder().append(response.statusCode()).append('\n');
        new TreeMap<>(response.headers().map()).forEach((name, values) -> {
            boolean isLengthOfTheClock = name.equals("content-length") && response.body().contains("/not-yet-known");
            if (!HEADERS_OF_THE_MOMENT.contains(name) && !isLengthOfTheClock) {
                heard.append(name).append(": ").append(name.equals("etag") ? values.toString() : sealed(values.toString()))
                        .append('\n');
            }
        });
        String body = sealed(response.body());
        for (Map.Entry<Pattern, String> mask : MASKS.entrySet()) {
            body = mask.getKey().matcher(body).replaceAll(mask.getValue());
        }
        return heard.append(body).toString();
    }

    private static String sealed(String text) {
        return SEALED.matcher(text).replaceAll(found -> "<sealed, " + found.group().length() + " characters>");
    }
}
