package org.surety.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.identity.Address.InvalidAddress;

class AddressTest {

    @Test
    void httpsIsGoodWhereverTheGatewayListens() {
        assertEquals("https://register.example", of("https://register.example", true, "0.0.0.0").origin());
        assertEquals("https://register.example:8443", of("https://register.example:8443", true, "10.0.0.1").origin());
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000"})
    void plainHttpIsGoodOnLoopback(String address) {
        assertEquals(address, of(address, false, "127.0.0.1").origin());
    }

    @ParameterizedTest
    @CsvSource({
            // Anybody on the network could read the session.
            "http://register.example, false, 127.0.0.1", "http://127.0.0.1:9000, false, 0.0.0.0",
            "http://10.0.0.1, false, 10.0.0.1",
            "http://127.0.0.1.evil.example, false, 127.0.0.1",
            // A browser would not send secure cookies there, or send what is not secure.
            "http://127.0.0.1:9000, true, 127.0.0.1", "https://register.example, false, 127.0.0.1",
            // No origin.
            "https://register.example/, true, 0.0.0.0", "https://register.example/board, true, 0.0.0.0",
            "https://register.example?x, true, 0.0.0.0", "ftp://register.example, true, 0.0.0.0",
            "register.example, true, 0.0.0.0"})
    void whatCouldNotBeKeptIsRefused(String address, boolean secureCookies, String listening) {
        assertThrows(InvalidAddress.class, () -> of(address, secureCookies, listening));
    }

    private static Address of(String address, boolean secureCookies, String listening) {
        return new Address(URI.create(address), secureCookies, listening);
    }
}
