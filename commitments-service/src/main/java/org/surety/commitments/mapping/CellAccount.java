package org.surety.commitments.mapping;

/**
 * What became of a cell in which something stands.
 *
 * @param column its header
 * @param in the field of the commitment that holds it, or its name among what is kept as given; null when it is lost
 * @param why it is lost
 */
public record CellAccount(String column, Fate fate, String in, String why) {

    /** What can become of a cell. */
    public enum Fate {
        /** A field of the commitment says it. */
        HELD,
        /** The register has no field for it and keeps the text as the source wrote it. */
        KEPT,
        /** The register does not have it. */
        LOST
    }

    public static CellAccount held(String column, String field) {
        return new CellAccount(column, Fate.HELD, field, null);
    }

    public static CellAccount kept(String column, String name) {
        return new CellAccount(column, Fate.KEPT, name, null);
    }

    public static CellAccount lost(String column, String why) {
        return new CellAccount(column, Fate.LOST, null, why);
    }
}
