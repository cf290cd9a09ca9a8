package org.surety.drills.load;

/**
 * One command that a client wants carried out once.
 *
 * @param key of the command; what it makes carries it as its name
 * @param act such as {@code person.record}
 * @param known the record to change; null for a new one
 */
record Operation(String key, String act, String owner, String user, String method, String path, String body, Known known) {

    /**
     * A record as the client knows it.
     *
     * @param key of the command that made it
     */
    record Known(String id, long version, String key) {
    }

    /** A new record. */
    static Operation create(String key, String act, String owner, String user, String path, String body) {
        return new Operation(key, act, owner, user, "POST", path, body, null);
    }

    /** An act on a record. */
    static Operation act(String key, String act, String owner, String user, String path, String body, Known known) {
        return new Operation(key, act, owner, user, "POST", path, body, known);
    }

    /** New content of a record. */
    static Operation put(String key, String act, String owner, String user, String path, String body, Known known) {
        return new Operation(key, act, owner, user, "PUT", path, body, known);
    }

    boolean isPut() {
        return method.equals("PUT");
    }

    /** The record to change; null for a new one. */
    String subject() {
        return known == null ? null : known.id();
    }

    /** Of the record to change; null for a new one. */
    Long version() {
        return known == null ? null : known.version();
    }

    /** The version that it makes. */
    long next() {
        return known == null ? 1 : known.version() + 1;
    }
}
