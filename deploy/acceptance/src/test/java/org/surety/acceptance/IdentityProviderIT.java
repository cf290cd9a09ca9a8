package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.Ports;

/** The identity provider changes its key, and goes away and comes back, while clients go on at the gateway and at each service. */
@ExtendWith(SuiteExtension.class)
class IdentityProviderIT {
    private static final Duration LIFE = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofSeconds(60);
    /** At every target several times. */
    private static final int ENOUGH = 40;
    /** Longer than keys are not read again for. */
    private static final Duration READABLE = Duration.ofMillis(2_200);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static RunningSuite suite;
    private static KeycloakTokens keycloak;
    private static List<URI> targets;

    @BeforeAll
    static void take(RunningSuite running) {
        suite = running;
        keycloak = new KeycloakTokens(running.instance());
        Ports ports = running.instance().ports();
        targets = List.of(URI.create(Ports.url(ports.gateway()) + "/api/v1/parties?limit=1"),
                URI.create(Ports.url(ports.delegations()) + "/api/v1/parties?limit=1"),
                URI.create(Ports.url(ports.priorities()) + "/api/v1/requirements?limit=1"),
                URI.create(Ports.url(ports.commitments()) + "/api/v1/commitments?limit=1"));
    }

    @Test
    void validTokensPassToTheirExpiryAndNoneAfterItThroughRotationAndOutage() {
        try (TokenLoad load = new TokenLoad(targets)) {
            RealmKey withdrawn = keycloak.publish(RealmKey.generate());
            Eventually.see("its key is known", SOON, () -> answers(ofTheTest(withdrawn)), Set.of(200)::equals);
            long known = System.nanoTime();
            String first = keycloak.ofTheMinistryLasting(LIFE);
            load.give("before the rotation", first);
            until(load, "before the rotation", ENOUGH);
            Eventually.see("the keys may be read again", SOON, () -> System.nanoTime() - known, past -> past > READABLE.toNanos());

            keycloak.withdraw(withdrawn);
            keycloak.rotate("rotated");
            String second = keycloak.ofTheMinistryLasting(LIFE);
            assertNotEquals(TokenLoad.part(first, 0).path("kid"), TokenLoad.part(second, 0).path("kid"));
            load.give("after the rotation", second);
            until(load, "after the rotation", ENOUGH);
            assertEquals(Set.of(401), answers(ofTheTest(withdrawn)), "a key that is published no more is trusted no more");

            String third = keycloak.ofTheMinistryLasting(LIFE);
            load.give("before the outage", third);
            suite.suite().keycloak().stop();
            try {
                Eventually.see("it expires", SOON, () -> load.refused("before the outage"), count -> count >= ENOUGH / 2);
                assertTrue(Set.of(401, 503).containsAll(answers(ofTheTest(withdrawn))), "nobody can be asked for its key");
            } finally {
                suite.suite().keycloak().start();
            }
            load.give("after the outage", keycloak.ofTheMinistryLasting(SOON));
            until(load, "after the outage", ENOUGH / 2);

            assertEquals(List.of(), load.wrong());
            assertTrue(load.accepted("before the outage") > 0 && load.refused("after the rotation") > 0);
        }
    }

    private static void until(TokenLoad load, String name, int count) {
        Eventually.see("clients are answered with the token " + name, SOON, () -> load.accepted(name),
                accepted -> accepted >= count);
    }

    private static String ofTheTest(RealmKey key) {
        return key.signed(key.header(), key.claims());
    }

    private static Set<Integer> answers(String token) {
        Set<Integer> answers = new TreeSet<>();
        for (URI target : targets) {
            try {
                answers.add(HTTP.send(HttpRequest.newBuilder(target).header("Authorization", "Bearer " + token).build(),
                        BodyHandlers.discarding()).statusCode());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return answers;
    }
}
