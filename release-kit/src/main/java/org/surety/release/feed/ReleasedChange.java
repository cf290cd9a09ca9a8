package org.surety.release.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Series;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a viewer is told of one change: that there was one and of what, never the state. That is read at the record, where it is redacted as
 * of now. It has neither a number nor a version, whose holes would tell of changes that are hidden.
 *
 * @param id of the change; the same on every reading
 * @param type as on the broker: {@code org.surety.<record>.<what happened>.v<major>}; {@value #WITHDRAWN} where the viewer may not see the
 *        record any more
 * @param source the owner of the log
 * @param subject the id of the record
 * @param href where the record is read; absent where it has no address of its own, and in a withdrawal
 * @param effectiveOn the day from which it is so in the world; absent in a withdrawal
 * @param party of who made the change; absent where nobody's party did, and in a withdrawal
 * @param series of the record; absent where it has none, and in a withdrawal
 * @param changed the fields that changed, as far as they are released; empty where the record is new
 * @param cursor from which one goes on after this change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleasedChange(UUID id, String type, String source, String subject, String href, Instant recordedAt, LocalDate effectiveOn,
        String party, Series series, List<String> changed, boolean withdrawn, String cursor) {

    static final String WITHDRAWN = "org.surety.record.withdrawn.v1";
}
