package org.surety.drills.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;

/** Answers as text; of a stream of events, which goes on until its token ends, nothing but its head is taken. */
final class WithoutStreams implements BodyHandler<String> {
    static final String STREAM = "text/event-stream";

    @Override
    public BodySubscriber<String> apply(ResponseInfo answer) {
        boolean stream = answer.headers().firstValue("Content-Type").filter(type -> type.startsWith(STREAM)).isPresent();
        return stream
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), WithoutStreams::leave)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String leave(InputStream body) {
        try (body) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
