package org.surety.kit.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

import org.surety.contracts.Envelope;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A change of another owner, from the broker or from its feed: the two are the same. */
public record ReceivedChange(UUID id, String type, String subject, long version, long sequence, UUID logId, Instant recordedAt,
        Label label, JsonNode data) {

    /** Unlike a request, an event may carry fields that this reader does not know: contracts grow by addition. */
    private static final ObjectMapper TOLERANT = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** The short type, {@code record.amended} or the like; with its major version where that is not the first, which is another contract. */
    public String shortType() {
        String version = type.substring(type.lastIndexOf(".v"));
        return Envelope.shortType(type) + (version.equals(".v1") ? "" : version);
    }

    /** Consumers learn nothing of it but its place in the log. */
    public boolean isWithheld() {
        return Envelope.WITHHELD.equals(type);
    }

    /** The state as the contract's record. */
    public <T> T state(Class<T> contract) {
        try {
            return TOLERANT.treeToValue(data, contract);
        } catch (IOException e) {
            throw new UncheckedIOException("the data of " + type + " is not " + contract.getSimpleName(), e);
        }
    }

    /** From the structured form of the feed. */
    static ReceivedChange of(JsonNode json) {
        JsonNode label = json.get("label");
        return new ReceivedChange(UUID.fromString(json.required("id").asText()), json.required("type").asText(),
                json.required("subject").asText(), json.required("subjectversion").asLong(), json.required("sequence").asLong(),
                UUID.fromString(json.required("logid").asText()), Instant.parse(json.required("recordedat").asText()),
                label == null ? null : Label.parse(label.asText()), json.get("data"));
    }

    static JsonNode parse(byte[] json) throws IOException {
        return TOLERANT.readTree(json);
    }

    /** The structured form, as it is kept when a change has to be set aside. */
    String toJson() {
        return TOLERANT.createObjectNode().put("id", id.toString()).put("type", type).put("subject", subject)
                .put("subjectversion", version).put("sequence", sequence).put("logid", logId.toString())
                .put("recordedat", recordedAt.toString()).put("label", label == null ? null : label.key()).set("data", data)
                .toString();
    }
}
