package org.surety.commitments.history;

/**
 * What changed for a viewer from one version of a record to the next, in SQL: by the versions as they are shown. Of two rows with the column
 * {@code shown}, the later one also with {@code before}, the one of the version before, and whether it {@code follows} that at once.
 */
final class Shown {

    /** A row {@code v} of a view of versions. How the row is found, and its number, is none of what is shown. */
    static final String ROW = "to_jsonb(v) - 'version' - 'named_contributions'";

    /** Fields that are amounts, with the columns in which they are shown. */
    private static final String AMOUNTS = """
            '{"quantity": ["quantity", "quantity_undisclosed", "unit"], "money": ["money", "money_undisclosed", "currency"],
              "euroValue": ["euro", "euro_undisclosed"], "contributions": ["contributions"], "claim": ["claim"]}'::jsonb""";

    /** Of the fields that {@code changed}: amounts only where what is shown of them changed; none after a version that is not shown. */
    static final String FIELDS = """
            array(select field from unnest(changed) field
                  where follows and (not jsonb_exists(%1$s, field) or exists (
                      select from jsonb_array_elements_text(%1$s -> field) one where shown -> one is distinct from before -> one)))"""
            .formatted(AMOUNTS);

    private Shown() {
    }
}
