package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A value that is absent has a reason, on the wire too. */
class DisclosureTest {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void aPlainValueOrTheReason() throws JsonProcessingException {
        assertEquals("\"2026-01-06\"", json.writeValueAsString(DisclosedDay.of(LocalDate.of(2026, 1, 6))));
        assertEquals("{\"undisclosed\":\"UNKNOWN\"}", json.writeValueAsString(DisclosedDay.undisclosed(Undisclosed.UNKNOWN)));
        assertEquals(DisclosedText.of("the coast"), json.readValue("\"the coast\"", DisclosedText.class));
        assertEquals("{\"undisclosed\":\"WITHHELD\"}",
                json.writeValueAsString(DisclosedText.undisclosed(Undisclosed.WITHHELD)));
        assertEquals(DisclosedLevel.of(Level.ENVOY), json.readValue("\"ENVOY\"", DisclosedLevel.class));
        assertEquals(DisclosedInstant.undisclosed(Undisclosed.NOT_DECIDED),
                json.readValue("{\"undisclosed\":\"NOT_DECIDED\"}", DisclosedInstant.class));
    }

    @Test
    void neitherAnUnknownReasonNorAnythingBesideIt() {
        assertThrows(JsonMappingException.class, () -> json.readValue("{\"undisclosed\":\"SECRET\"}", DisclosedDay.class));
        assertThrows(JsonMappingException.class,
                () -> json.readValue("{\"undisclosed\":\"UNKNOWN\",\"day\":\"2026-01-06\"}", DisclosedDay.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("\"SUPREME\"", DisclosedLevel.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("5", DisclosedText.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("\"2026-02-30\"", DisclosedDay.class));
        assertThrows(IllegalArgumentException.class, () -> new DisclosedDay(null, null));
        assertThrows(IllegalArgumentException.class, () -> new DisclosedDay(LocalDate.EPOCH, Undisclosed.UNKNOWN));
    }

    @Test
    void amountsAreTextAndQuantitiesNumbers() throws JsonProcessingException {
        assertEquals("{\"amount\":\"1250000.00\",\"currency\":\"EUR\"}", json.writeValueAsString(Money.of("1250000.00", "EUR")));
        assertEquals("{\"amount\":\"0.00000001\",\"currency\":\"EUR\"}", json.writeValueAsString(Money.of("1E-8", "EUR")));
        assertEquals("{\"amount\":\"1000\",\"currency\":\"EUR\"}", json.writeValueAsString(Money.of("1E+3", "EUR")));
        assertEquals("{\"currency\":\"EUR\",\"undisclosed\":\"UNKNOWN\"}",
                json.writeValueAsString(Money.undisclosed(Undisclosed.UNKNOWN, "EUR")));
        assertEquals("{\"quantity\":4,\"unit\":\"aircraft\"}", json.writeValueAsString(Quantity.of(4, "aircraft")));
        assertEquals("{\"unit\":\"aircraft\",\"undisclosed\":\"WITHHELD\"}",
                json.writeValueAsString(Quantity.undisclosed(Undisclosed.WITHHELD, "aircraft")));
        assertEquals(Money.of(new BigDecimal("0.10"), "EUR"),
                json.readValue("{\"amount\":\"0.10\",\"currency\":\"EUR\"}", Money.class));
    }

    @Test
    void levelFollowsFromRank() {
        assertEquals(Level.LEADER, Level.ofRank(Rank.HEAD_OF_ORGANISATION));
        assertEquals(Level.MINISTERIAL, Level.ofRank(Rank.DEPUTY_MINISTER));
        assertEquals(Level.ENVOY, Level.ofRank(Rank.SPECIAL_ENVOY));
        assertEquals(null, Level.ofRank(Rank.SENIOR_OFFICIAL));
    }

    @Test
    void exerciseStatesAreKnownByTheirCode() {
        assertEquals(Series.EXERCISE, Series.ofParty("XAA"));
        assertEquals(Series.REAL, Series.ofParty("FRA"));
        assertEquals(Series.REAL, Series.ofParty("EU"));
    }
}
