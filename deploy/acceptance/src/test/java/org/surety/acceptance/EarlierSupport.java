package org.surety.acceptance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Totals of earlier support: as priorities-service keeps them up from changes, and as anybody can add them up from the commitments. */
final class EarlierSupport {
    private final Api api;
    private final String user;

    /** What stands in one line of the totals. */
    record Total(long commitments, BigDecimal euro, long undisclosed) {
        private static final Total NONE = new Total(0, BigDecimal.ZERO, 0);

        private Total plus(Total other) {
            return new Total(commitments + other.commitments, euro.add(other.euro), undisclosed + other.undisclosed);
        }

        private Total plain() {
            return new Total(commitments, euro.stripTrailingZeros(), undisclosed);
        }
    }

    EarlierSupport(Api api, String user) {
        this.api = api;
        this.user = user;
    }

    /** By party, category and kind, from the coverage of the real series. */
    Map<List<String>, Total> totals() {
        Map<List<String>, Total> totals = new TreeMap<>(EarlierSupport::compare);
        for (JsonNode line : api.get("/api/v1/coverage?series=REAL", user).expect(200).json().path("earlierSupport")) {
            totals.merge(key(line), new Total(line.path("commitments").asLong(), new BigDecimal(line.path("euro").asText()),
                    line.path("undisclosed").asLong()), Total::plus);
        }
        totals.replaceAll((key, total) -> total.plain());
        return totals;
    }

    /** The same, added up from every commitment of that basis. */
    Map<List<String>, Total> directSum() {
        Map<List<String>, Total> totals = new TreeMap<>(EarlierSupport::compare);
        for (JsonNode commitment : api.list("/api/v1/commitments?series=REAL&basis=EARLIER_SUPPORT&state=FILED", user)) {
            JsonNode euro = commitment.path("euroValue");
            // A value that stands on another row of the package is not missing here.
            boolean undisclosed = euro.has("undisclosed") && !euro.path("undisclosed").asText().equals("NOT_APPLICABLE");
            totals.merge(key(commitment),
                    new Total(1, euro.has("amount") ? new BigDecimal(euro.path("amount").asText()) : BigDecimal.ZERO,
                            undisclosed ? 1 : 0),
                    Total::plus);
        }
        totals.replaceAll((key, total) -> total.plain());
        return totals;
    }

    static Map<List<String>, BigDecimal> euroByPartyAndCategory(Map<List<String>, Total> totals) {
        Map<List<String>, BigDecimal> sums = new TreeMap<>(EarlierSupport::compare);
        totals.forEach((key, total) -> sums.merge(key.subList(0, 2), total.euro(), BigDecimal::add));
        return sums;
    }

    static Total all(Map<List<String>, Total> totals) {
        return totals.values().stream().reduce(Total.NONE, Total::plus);
    }

    private static List<String> key(JsonNode record) {
        return List.of(record.path("party").asText(), record.path("category").asText(), record.path("kind").asText());
    }

    private static int compare(List<String> one, List<String> other) {
        return one.toString().compareTo(other.toString());
    }
}
