package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.surety.local.Ports;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The corpus of wrong tokens against the gateway and, past it, against each service: whoever gets inside has gained nothing. The realm of the
 * suite publishes a key of the test for the time.
 */
@ExtendWith(SuiteExtension.class)
class TokenAttacksIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration NEW_KEY = Duration.ofSeconds(20);
    private static final String RECORD = "{\"party\": \"XAA\", \"name\": \"Exercise person 955\", \"rank\": \"OTHER\"}";
    /** Of each, a list that every reader may read, and where an editor may write. */
    private static final Map<Service, List<String>> PATHS = Map.of(Service.GATEWAY,
            List.of("/api/v1/parties?limit=1", "/api/v1/persons"),
            Service.DELEGATION_SERVICE, List.of("/api/v1/parties?limit=1", "/api/v1/persons"), Service.PRIORITIES_SERVICE,
            List.of("/api/v1/requirements?limit=1", "/api/v1/scenarios"), Service.COMMITMENTS_SERVICE,
            List.of("/api/v1/commitments?limit=1", "/api/v1/commitments"));
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static RunningSuite suite;
    private static KeycloakTokens keycloak;
    private static RealmKey key;
    private static ServerSocket canary;
    private static Map<String, List<String>> attacks;

    @BeforeAll
    static void publishTheKey(RunningSuite running) throws IOException {
        suite = running;
        keycloak = new KeycloakTokens(running.instance());
        key = keycloak.publish(RealmKey.generate());
        canary = new ServerSocket(0, 50, InetAddress.getByName(Ports.HOST));
        attacks = TokenAttacks.with(key, Ports.url(canary.getLocalPort()) + "/keys");
    }

    @AfterAll
    static void withdrawTheKey() throws IOException {
        canary.close();
        keycloak.withdraw(key);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyWrongTokenGetsTheAnswerOfNoneAndDoesNothing(Service service) {
        Eventually.see("the key of the realm is known", NEW_KEY, () -> get(service, right()).statusCode(), status -> status == 200);
        List<Long> before = changes();
        HttpResponse<String> none = get(service, List.of());
        assertEquals(401, none.statusCode());
        attacks.entrySet().parallelStream().forEach(attack -> {
            String name = attack.getKey();
            List<String> authorization = attack.getValue();
            assertSame(none, get(service, authorization), service.module() + ": " + name);
            assertEquals(401, post(service, authorization).statusCode(), service.module() + ": " + name + ", writing");
        });
        assertEquals(before, changes(), "something was written");
        assertEquals(200, get(service, right()).statusCode(), "and the right token is as good as before");
    }

    @Test
    void nobodyAsksWhereATokenSays() throws IOException {
        for (Service service : Service.values()) {
            attacks.forEach((name, authorization) -> {
                if (name.contains("URL") || name.startsWith("key id")) {
                    get(service, authorization);
                }
            });
        }
        canary.setSoTimeout(500);
        assertThrows(SocketTimeoutException.class, () -> canary.accept().close());
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void tokenWithoutRightsIsKnownAndMayNothing(Service service) {
        for (List<String> roles : List.of(List.<String>of(), List.of("admin", "root"), List.of("Editor", "EDITOR"))) {
            ObjectNode claims = key.claims();
            claims.set("roles", JSON.valueToTree(roles));
            HttpResponse<String> answer = get(service, List.of("Bearer " + key.signed(key.header(), claims)));
            assertEquals(403, answer.statusCode(), roles + ": " + answer.body());
        }
        ObjectNode nobody = key.claims();
        nobody.remove("roles");
        assertEquals(403, get(service, List.of("Bearer " + key.signed(key.header(), nobody))).statusCode());
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void tokenAnywhereElseIsNone(Service service) {
        String token = key.signed(key.header(), key.claims());
        for (String query : List.of("access_token", "token", "bearer_token")) {
            assertEquals(401, send(request(service, PATHS.get(service).get(0) + "&" + query + "=" + token).GET()).statusCode(),
                    query);
        }
        for (String[] header : new String[][]{ { "Cookie", "q_session=" + token}, { "X-Authorization", "Bearer " + token},
                { "Proxy-Authorization", "Bearer " + token}, { "X-Forwarded-Access-Token", token}}) {
            assertEquals(401, send(request(service, PATHS.get(service).get(0)).header(header[0], header[1]).GET()).statusCode(),
                    header[0]);
        }
        HttpResponse<String> form = send(request(service, PATHS.get(service).get(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("access_token=" + token)));
        // A service may say first that it takes no forms.
        assertTrue(Set.of(401, 415).contains(form.statusCode()), form.body());
    }

    private static List<String> right() {
        return List.of("Bearer " + key.signed(key.header(), key.claims()));
    }

    /** The same to the byte but for the trace id, in the head but for what is of the moment. */
    private static void assertSame(HttpResponse<String> none, HttpResponse<String> answer, String what) {
        assertEquals(none.statusCode(), answer.statusCode(), () -> what + " -> " + answer.body());
        assertEquals(withoutTrace(none.body()), withoutTrace(answer.body()), what);
        assertEquals(head(none), head(answer), what);
    }

    private static String withoutTrace(String body) {
        return body.replaceFirst("\"traceId\":\"[0-9a-f]{32}\"", "\"traceId\":\"\"");
    }

    private static Map<String, List<String>> head(HttpResponse<String> answer) {
        Map<String, List<String>> head = new TreeMap<>(answer.headers().map());
        head.remove("date");
        return head;
    }

    private static HttpResponse<String> get(Service service, List<String> authorization) {
        HttpRequest.Builder request = request(service, PATHS.get(service).get(0));
        authorization.forEach(value -> request.header("Authorization", value));
        return send(request);
    }

    private static HttpResponse<String> post(Service service, List<String> authorization) {
        HttpRequest.Builder request = request(service, PATHS.get(service).get(1)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RECORD));
        authorization.forEach(value -> request.header("Authorization", value));
        return send(request);
    }

    private static HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(Ports.url(service.port(suite.instance().ports())) + path))
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How much was written by editors of that party, in each service. */
    private static List<Long> changes() {
        return Stream.of(Service.values()).filter(service -> service.database().isPresent())
                .map(service -> count(service.database().get())).toList();
    }

    private static long count(String database) {
        try (Connection connection = DriverManager.getConnection(suite.instance().databaseUrl(database), "postgres",
                suite.instance().databasePassword("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from change where actor_party = 'XAA'")) {
            assertTrue(row.next());
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
