package org.surety.contracts;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A change as it travels: a CloudEvent 1.0 with four extensions of Surety. On the feed it is one JSON object (structured mode);
 * on AMQP 0-9-1 the attributes are headers with the prefix {@value #HEADER_PREFIX} and the body is the data alone (binary mode),
 * {@code message_id} is the id and {@code content_type} is {@code application/json}.
 *
 * @param specversion always "1.0"
 * @param id of the change; the same on every delivery
 * @param source the path of the owner: /delegations, /priorities or /commitments
 * @param type {@code org.surety.<record>.<what happened>.v<major>}; only additive within a major
 * @param subject the id of the record
 * @param datacontenttype always application/json; null without data
 * @param sequence the number of the change in its log: dense, from 1
 * @param logid the log; a restored database gets a new one
 * @param subjectversion the version of the record after the change, from 1
 * @param recordedat when the change was numbered; never decreases along the log
 * @param label the canonical text of the release label, for consumers inside the suite's trust
 * @param traceparent W3C trace context of the request that made the change; may be null
 * @param data the full state after the change, a record of this package; null for a change that is withheld from consumers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<T>(String specversion, UUID id, String source, String type, String subject, String datacontenttype,
        long sequence, UUID logid, long subjectversion, Instant recordedat, String label, String traceparent, T data) {

    /** The prefix of the attributes among the AMQP headers, as in the CloudEvents binding for AMQP 1.0; 0-9-1 has no binding of its own. */
    public static final String HEADER_PREFIX = "cloudEvents:";

    /** Every type starts with this. */
    public static final String TYPE_PREFIX = "org.surety.";

    /** The type of a change that consumers learn nothing of but its place in the log: a draft, which is in no event outside its party. */
    public static final String WITHHELD = "org.surety.log.withheld.v1";

    /** The short form of a type, which is also its routing key: {@code commitment.filed} for {@code org.surety.commitment.filed.v1}. */
    public static String shortType(String type) {
        return type.substring(TYPE_PREFIX.length(), type.lastIndexOf(".v"));
    }
}
