package org.surety.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private Instant now = Instant.parse("2026-01-06T10:00:00Z");
    private final EndedSessions ended = new EndedSessions(Duration.ofMinutes(10), new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void sessionIsEndedForAsLongAsItsTokensCouldLive() {
        ended.end("one");
        now = now.plusSeconds(300);
        ended.end("two");
        assertTrue(ended.contains("one") && ended.contains("two"));
        assertFalse(ended.contains("three"));
        now = now.plusSeconds(301);
        assertFalse(ended.contains("one"));
        assertTrue(ended.contains("two"));
    }

    @Test
    void whatIsEndedAgainIsKeptAnew() {
        ended.end("one");
        now = now.plusSeconds(400);
        ended.end("one");
        now = now.plusSeconds(400);
        ended.end("two");
        assertTrue(ended.contains("one"));
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i <= 100_000; i++) {
            ended.end("session " + i);
        }
        assertFalse(ended.contains("session 0"), "the oldest goes first");
        assertTrue(ended.contains("session 1") && ended.contains("session 100000"));
    }
}
