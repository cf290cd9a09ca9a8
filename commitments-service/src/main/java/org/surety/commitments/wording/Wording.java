package org.surety.commitments.wording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.commitments.instrument.TextVersion;
import org.surety.kit.problem.Violations;

/**
 * A version of the text of an instrument, to be recorded.
 *
 * @param language a tag of BCP 47, such as en or uk
 * @param day of the version; absent: not stated
 * @param source absent: the party's own knowledge
 */
record Wording(TextVersion.Status status, String language, LocalDate day, @Schema(description = ActRules.SOURCE) String source,
        List<Clause> clauses) {

    static final int MAX_CLAUSES = 200;
    static final int MAX_CLAUSE = 4000;
    static final int MAX_HEADING = 200;
    static final int MAX_NUMBER = 40;
    private static final int MAX_LANGUAGE = 35;

    Wording {
        clauses = clauses == null ? List.of() : clauses;
    }

    void check() {
        Violations violations = new Violations().check(status != null, "status", "must be DRAFT or FINAL")
                .check(isLanguage(language), "language", "must be a language tag of BCP 47, such as en")
                .optionalText(source, "source", Violations.MAX_TEXT)
                .check(!clauses.isEmpty() && clauses.size() <= MAX_CLAUSES, "clauses", "must be from 1 to " + MAX_CLAUSES);
        for (int i = 0; i < Math.min(clauses.size(), MAX_CLAUSES); i++) {
            Clause clause = clauses.get(i);
            String field = "clauses[" + i + "]";
            if (clause == null) {
                violations.check(false, field, "must be stated");
                continue;
            }
            name(violations, clause.number(), field + ".number", MAX_NUMBER);
            name(violations, clause.heading(), field + ".heading", MAX_HEADING);
            violations.text(clause.text(), field + ".text", MAX_CLAUSE);
        }
        violations.refuse();
    }

    private static void name(Violations violations, String value, String field, int limit) {
        violations.optionalText(value, field, limit).check(value == null || !value.isBlank(), field, "must not be blank");
    }

    private static boolean isLanguage(String tag) {
        if (tag == null || tag.isEmpty() || tag.length() > MAX_LANGUAGE) {
            return false;
        }
        try {
            return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Its record in the instrument, without a number yet. */
    TextVersion version() {
        return new TextVersion(0, status, Locale.forLanguageTag(language).toLanguageTag(), day, source, clauses.size(), digest());
    }

    /**
     * SHA-256 of the clauses in UTF-8, in hexadecimal digits: of each number, heading and text, nothing where one is absent, with U+001F
     * between them; U+001E between clauses. No text holds these characters.
     */
    private String digest() {
        String canonical = clauses.stream()
                .map(clause -> String.join("\u001f", orNothing(clause.number()), orNothing(clause.heading()), clause.text()))
                .collect(Collectors.joining("\u001e"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String orNothing(String value) {
        return value == null ? "" : value;
    }
}
