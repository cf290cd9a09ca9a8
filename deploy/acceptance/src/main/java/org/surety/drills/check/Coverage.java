package org.surety.drills.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Recomputes coverage and earlier support from the commitments themselves, by DESIGN's words and not by the service's SQL: what a filed
 * guarantee adds begins at the latest of its first day, its announcement and - for the committed stage - the decision, and ends after its
 * last day.
 */
final class Coverage {
    private final Map<String, BigDecimal[]> deltas = new HashMap<>();
    private final Map<String, BigDecimal[]> support = new HashMap<>();

    /**
     * A filed commitment.
     *
     * @param contributions JSON array of requirement, quantity, undisclosed
     * @param undisclosed of quantity or money: why it is not known how much
     * @param decided the day from which the decision holds; null: none
     */
    record Filed(String series, String party, String basis, String kind, String category, String priority, JsonNode contributions,
            String undisclosed, BigDecimal euro, String euroUndisclosed, LocalDate from, LocalDate until, LocalDate announced,
            LocalDate decided, String audience) {
    }

    void add(Filed filed) {
        if (filed.basis().equals("EARLIER_SUPPORT")) {
            put(support, String.join("|", filed.series(), filed.party(), String.valueOf(filed.category()), filed.kind(),
                    filed.audience()), filed.euro() == null ? BigDecimal.ZERO : filed.euro(), 1, counts(filed.euroUndisclosed()));
            return;
        }
        if (filed.contributions().isEmpty() && filed.priority() != null) {
            stages(filed, "-|" + filed.priority(), BigDecimal.ZERO, counts(filed.undisclosed()));
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> undisclosed = new HashMap<>();
        for (JsonNode part : filed.contributions()) {
            String requirement = part.path("requirement").asText();
            boolean stated = part.hasNonNull("quantity");
            sums.merge(requirement, stated ? new BigDecimal(part.get("quantity").asText()) : BigDecimal.ZERO, BigDecimal::add);
            undisclosed.merge(requirement, stated ? 0 : counts(part.path("undisclosed").asText("UNKNOWN")), Math::max);
        }
        sums.forEach((requirement, quantity) -> stages(filed, requirement + "|-", quantity, undisclosed.get(requirement)));
    }

    private void stages(Filed filed, String what, BigDecimal quantity, int undisclosed) {
        LocalDate pledged = latest(LocalDate.of(1, 1, 1), filed.from(), filed.announced());
        steps(filed, what, "PLEDGED", pledged, quantity, undisclosed);
        if (filed.decided() != null) {
            steps(filed, what, "COMMITTED", latest(pledged, filed.decided()), quantity, undisclosed);
        }
    }

    private void steps(Filed filed, String what, String stage, LocalDate first, BigDecimal quantity, int undisclosed) {
        if (filed.until() != null && first.isAfter(filed.until())) {
            return;
        }
        String key = String.join("|", filed.series(), what, filed.party(), stage, filed.audience());
        put(deltas, key + "|" + first, quantity, 1, undisclosed);
        if (filed.until() != null) {
            put(deltas, key + "|" + filed.until().plusDays(1), quantity.negate(), -1, -undisclosed);
        }
    }

    private static LocalDate latest(LocalDate... days) {
        LocalDate latest = days[0];
        for (LocalDate day : days) {
            latest = day != null && day.isAfter(latest) ? day : latest;
        }
        return latest;
    }

    private static int counts(String undisclosed) {
        return undisclosed == null || undisclosed.equals("NOT_APPLICABLE") ? 0 : 1;
    }

    private static void put(Map<String, BigDecimal[]> sums, String key, BigDecimal quantity, int commitments, int undisclosed) {
        BigDecimal[] more = { quantity, BigDecimal.valueOf(commitments), BigDecimal.valueOf(undisclosed)};
        sums.merge(key, more, (a, b) -> new BigDecimal[]{ a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])});
    }

    Map<String, String> deltas() {
        return texts(deltas);
    }

    Map<String, String> support() {
        return texts(support);
    }

    private static Map<String, String> texts(Map<String, BigDecimal[]> sums) {
        Map<String, String> texts = new HashMap<>();
        sums.forEach((key, values) -> {
            // What came back to nothing is as if it had never been.
            if (values[0].signum() != 0 || values[1].signum() != 0 || values[2].signum() != 0) {
                texts.put(key, text(values[0], values[1], values[2]));
            }
        });
        return texts;
    }

    static String text(BigDecimal quantity, BigDecimal commitments, BigDecimal undisclosed) {
        return number(quantity) + "/" + number(commitments) + "/" + number(undisclosed);
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
