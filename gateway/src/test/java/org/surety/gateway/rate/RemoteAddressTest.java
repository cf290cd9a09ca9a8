package org.surety.gateway.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.surety.gateway.connection.Network;

class RemoteAddressTest {

    private static final String INGRESS = "10.1.2.3";

    @Test
    void nobodyIsBelievedUnlessTold() {
        assertEquals(INGRESS, new RemoteAddress(0).of(INGRESS, List.of("203.0.113.7")).name());
    }

    @Test
    void addressIsTheOneThatTheOutermostTrustedProxySaw() {
        assertEquals("203.0.113.7", new RemoteAddress(1).of(INGRESS, List.of("198.51.100.1, 203.0.113.7")).name());
        assertEquals("203.0.113.7", new RemoteAddress(1).of(INGRESS, List.of("198.51.100.1", "203.0.113.7")).name());
        assertEquals("203.0.113.7", new RemoteAddress(2).of(INGRESS, List.of("198.51.100.1,203.0.113.7, 10.9.9.9")).name());
    }

    @Test
    void withoutAnAddressInItsPlaceTheConnectionsCounts() {
        assertEquals(INGRESS, new RemoteAddress(1).of(INGRESS, List.of()).name());
        assertEquals(INGRESS, new RemoteAddress(2).of(INGRESS, List.of("203.0.113.7")).name());
        assertEquals(INGRESS, new RemoteAddress(1).of(INGRESS, List.of("unknown")).name());
        assertEquals(INGRESS, new RemoteAddress(1).of(INGRESS, List.of("ministry.example")).name());
    }

    @Test
    void allAddressesOfAnIpv6SubscriberAreOne() {
        assertEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:0db8:0001:0002:ffff::2"));
        assertNotEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:db8:1:3::1"));
        assertEquals(Optional.of(new Network("203.0.113.7")), Network.of("::ffff:203.0.113.7"));
    }
}
