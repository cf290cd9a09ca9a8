package org.surety.release.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What one answer gives: how many records, and the SHA-256 over their ids in order, each followed by a line feed - what
 * {@code sha256sum} says of a file with an id a line. Holds no ids, however many there are. For one thread.
 */
final class Given {

    private final MessageDigest digest = sha256();
    private final RecordIds ids;
    private int records;

    Given(RecordIds ids) {
        this.ids = ids;
    }

    /** Adds the records of a representation, see {@link RecordIds}. */
    void add(Object representation) {
        ids.each(representation, this::addId);
    }

    private void addId(String id) {
        digest.update(id.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        records++;
    }

    int records() {
        return records;
    }

    /** Of what was added; to be asked once. */
    byte[] digest() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
