package org.surety.kit.http;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Answers to viewers who do not get the whole of a record. Its version would tell them of changes that they may not see, and stay the same
 * when they may see more: their ETag is a keyed digest of the bytes.
 */
@ApplicationScoped
public class RedactedAnswers {

    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectMapper json;
    private final SecretKeySpec key;

    RedactedAnswers(ObjectMapper json, @ConfigProperty(name = "surety.cursor-key") String key) {
        this.json = json;
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM);
    }

    /** The record with its ETag, or 304 when the caller has these bytes already. */
    public Response answer(Request request, Object record) {
        return answer(request, new EntityTag(digest(record)), record);
    }

    /** The same for a record that says more than its version settles: what follows from other records, or from the day. */
    public Response answer(Request request, long version, Object record) {
        return answer(request, new EntityTag(version + "." + digest(record)), record);
    }

    private static Response answer(Request request, EntityTag tag, Object record) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(record)).tag(tag).build();
    }

    private String digest(Object record) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(json.writeValueAsBytes(record)));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("an answer has no digest", e);
        }
    }
}
