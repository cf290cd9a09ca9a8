package org.surety.gateway.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.github.bucket4j.TimeMeter;

class QuotasTest {

    private static final Policy THREE_A_MINUTE = new Policy("default", 3, Duration.ofSeconds(60));

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter clock = new TimeMeter() {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final Quotas quotas = new Quotas(THREE_A_MINUTE, 100, clock);

    @Test
    void quotaIsUsedUpAndThereAgainWhenItsWindowIsOver() {
        assertEquals(new Standing(THREE_A_MINUTE, true, 2, 60), quotas.take("a"));
        pass(Duration.ofSeconds(20));
        assertEquals(new Standing(THREE_A_MINUTE, true, 1, 40), quotas.take("a"));
        assertEquals(new Standing(THREE_A_MINUTE, true, 0, 40), quotas.take("a"));
        pass(Duration.ofMillis(100));
        assertEquals(new Standing(THREE_A_MINUTE, false, 0, 40), quotas.take("a"), "seconds are rounded up");
        pass(Duration.ofMillis(39_900));
        assertEquals(new Standing(THREE_A_MINUTE, true, 2, 60), quotas.take("a"));
    }

    @Test
    void nobodyUsesUpWhatIsAnothers() {
        for (int i = 0; i < 5; i++) {
            quotas.take("a");
        }
        assertFalse(quotas.take("a").within());
        assertTrue(quotas.take("b").within());
    }

    @Test
    void lookingCountsNothing() {
        assertEquals(Optional.empty(), quotas.exhausted("a"));
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), quotas.exhausted("a"));
            quotas.take("a");
        }
        assertEquals(Optional.of(new Standing(THREE_A_MINUTE, false, 0, 60)), quotas.exhausted("a"));
        pass(Duration.ofSeconds(60));
        assertEquals(Optional.empty(), quotas.exhausted("a"));
    }

    @Test
    void whoIsSilentForAWindowIsForgottenAndNoMoreAreRemembered() {
        for (int i = 0; i < 1000; i++) {
            quotas.take("client " + i);
        }
        assertTrue(quotas.clients() <= 100, quotas.clients() + " are remembered");
        pass(Duration.ofSeconds(60));
        assertEquals(0, quotas.clients());
    }

    @Test
    void headersAreStructuredFields() {
        assertEquals("\"default\";q=3;w=60", THREE_A_MINUTE.header());
        assertEquals("\"default\";r=2;t=60", quotas.take("a").header());
    }

    @Test
    void policyThatAllowsNothingStopsTheStart() {
        assertThrows(IllegalArgumentException.class, () -> new Policy("default", 0, Duration.ofSeconds(60)));
        assertThrows(IllegalArgumentException.class, () -> new Policy("default", 1, Duration.ofMillis(999)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
