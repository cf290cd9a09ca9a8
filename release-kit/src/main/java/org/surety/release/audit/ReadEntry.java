package org.surety.release.audit;

import java.util.UUID;

import org.surety.kit.actor.Actor;

/**
 * A row of the record of reads, as it is written.
 *
 * @param id of the request: both rows of a stream have it
 * @param records null before a stream, of which it is not known yet
 * @param digest null where {@code records} is
 */
record ReadEntry(UUID id, Part part, Actor reader, String traceId, String method, String path, String query, int status,
        String mediaType,
        Integer records, byte[] digest) {

    /** Which part of an answer a row stands for. */
    enum Part {
        /** All of it. */
        WHOLE,
        /** A stream, before its first byte. */
        BEGUN,
        /** The same stream, before its last byte. */
        ENDED,
        /** The same stream where its last byte is never given. What was added is what was on its way at most. */
        BROKEN_OFF
    }

    ReadEntry as(Part part, Given given) {
        return new ReadEntry(id, part, reader, traceId, method, path, query, status, mediaType, given.records(), given.digest());
    }
}
