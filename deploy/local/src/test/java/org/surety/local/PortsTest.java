package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void noPortOfAnInstanceHasTwoUses() {
        Ports ports = new Ports(8600);
        Set<Integer> all = new HashSet<>(ports.ofParts().keySet());
        all.addAll(ports.ofServices(List.of(Service.values())).keySet());
        assertEquals(ports.ofParts().size() + 8, all.size());
        assertEquals(Set.of(8600, 8601, 8602, 8603, 8610, 8611, 8612, 8613, 8620, 8621, 8622, 8623, 8624, 8630, 8631), all);
    }

    @Test
    void secondReplicasHavePortsOfTheirOwn() {
        Ports ports = new Ports(8600);
        Set<Integer> others = new HashSet<>(ports.ofParts().keySet());
        others.addAll(ports.ofServices(List.of(Service.values())).keySet());
        Set<Integer> second = ports.ofReplicas(List.of(Service.values()), 2).keySet();
        assertEquals(Set.of(8604, 8605, 8606, 8614, 8615, 8616), second);
        assertEquals(true, java.util.Collections.disjoint(others, second));
        assertEquals(Set.of(), ports.ofReplicas(List.of(Service.values()), 1).keySet());
        assertEquals(8605, ports.of(Service.PRIORITIES_SERVICE, 1));
    }

    @Test
    void takenPortsAreNamedWithTheirPurpose() throws IOException {
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerSocket everywhere = new ServerSocket(0, 1)) {
            Map<Integer, String> ports = Map.of(loopback.getLocalPort(), "PostgreSQL");
            String message = assertThrows(PartFailure.class, () -> Ports.requireFree(ports)).getMessage();
            assertEquals("In use already on 127.0.0.1: port " + loopback.getLocalPort()
                    + " for PostgreSQL. End what listens there, or choose other ports with --port-base.", message);
            assertFalse(Ports.isFree(everywhere.getLocalPort()));
        }
    }

    @Test
    void aPortIsFreeAgainWhenItsListenerHasGone() throws IOException {
        int port;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = listener.getLocalPort();
        }
        assertTrue(Ports.isFree(port));
        Ports.requireFree(Map.of(port, "nothing"));
    }

    @Test
    void aBaseWithATakenPortIsPassedOver() throws IOException {
        Ports first = Ports.firstFree(21000);
        try (ServerSocket listener = new ServerSocket(first.keycloak(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertTrue(listener.isBound());
            assertTrue(Ports.firstFree(21000).base() > first.base());
        }
    }
}
