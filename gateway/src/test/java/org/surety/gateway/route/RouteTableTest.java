package org.surety.gateway.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.GatewayConfiguration.UpstreamConfiguration;

class RouteTableTest {

    private static final RouteTable TABLE = new RouteTable(Map.of(
            "delegation-service", service("http://127.0.0.1:8601", "/api/v1/parties", "/api/v1/persons"),
            "commitments-service", service("https://commitments", "/api/v1/imports", "/api/v1/import-mappings")));

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/parties", "/api/v1/parties/XAA", "/api/v1/parties/a/b/c", "/api/v1/persons"})
    void collectionAndWhatIsBelowItLeadToItsService(String path) {
        assertEquals("delegation-service", TABLE.find(path).orElseThrow().upstream().name());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/partiesX", "/api/v1/parties.json", "/api/v1/party", "/API/v1/parties", "/api/v1",
            "/api/v1/changes", "/",
            "/api/v1/import", "/parties"})
    void nothingElseLeadsAnywhere(String path) {
        assertTrue(TABLE.find(path).isEmpty());
    }

    @Test
    void oneNameBeingTheBeginningOfAnotherConfusesNothing() {
        assertEquals("/api/v1/import-mappings", TABLE.find("/api/v1/import-mappings/kiel").orElseThrow().prefix());
        assertEquals("/api/v1/imports", TABLE.find("/api/v1/imports/7").orElseThrow().prefix());
    }

    @Test
    void whatTheGatewayAsksForHasAServiceAndWhatItAnswersHasNone() {
        assertEquals("commitments-service", TABLE.require("/api/v1/imports").upstream().name());
        assertThrows(InvalidRouteTable.class, () -> TABLE.require("/api/v1/duties"));
        assertEquals("/api/v1/my-party", TABLE.requireFree("/api/v1/my-party"));
        assertThrows(InvalidRouteTable.class, () -> TABLE.requireFree("/api/v1/parties/mine"));
    }

    @Test
    void portFollowsFromTheScheme() {
        Upstream upstream = TABLE.find("/api/v1/imports").orElseThrow().upstream();
        assertEquals(443, upstream.port());
        assertEquals(80, new Upstream("x", URI.create("http://x")).port());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/parties/", "api", "/", "", "/a//b", "/a/../b", "/a%2f", "/a b", "/a*"})
    void prefixThatIsNotCanonicalStopsTheStart(String prefix) {
        assertThrows(InvalidRouteTable.class, () -> new RouteTable(Map.of("a", service("http://a", prefix))));
    }

    @Test
    void overlappingRoutesStopTheStart() {
        assertThrows(InvalidRouteTable.class,
                () -> new RouteTable(Map.of("a", service("http://a", "/x"), "b", service("http://b", "/x/y"))));
        assertThrows(InvalidRouteTable.class,
                () -> new RouteTable(Map.of("a", service("http://a", "/x/y"), "b", service("http://b", "/x"))));
        assertThrows(InvalidRouteTable.class, () -> new RouteTable(Map.of("a", service("http://a", "/x", "/x"))));
    }

    @Test
    void emptyTableStopsTheStart() {
        assertThrows(InvalidRouteTable.class, () -> new RouteTable(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://a", "http:///x", "//a", "a:80", "http://a/base", "http://a?b", "http://user@a"})
    void addressThatIsMoreOrLessThanSchemeHostAndPortStopsTheStart(String url) {
        assertThrows(InvalidRouteTable.class, () -> new Upstream("a", URI.create(url)));
    }

    private static UpstreamConfiguration service(String url, String... paths) {
        return new UpstreamConfiguration() {

            @Override
            public URI url() {
                return URI.create(url);
            }

            @Override
            public List<String> paths() {
                return List.of(paths);
            }
        };
    }
}
