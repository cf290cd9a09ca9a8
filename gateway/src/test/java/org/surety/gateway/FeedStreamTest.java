package org.surety.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.surety.gateway.Wire.Answer;

/** Has listeners to the stream of changes. They are of the party XAA and of a role of the test's own, so that no test finds the group of another. */
abstract class FeedStreamTest extends FeedTest {

    static final String STREAM = PATH + "/stream";
    final List<EventStream> open = new ArrayList<>();
    final String role = "reader-" + UUID.randomUUID();

    @AfterEach
    void close() throws IOException {
        for (EventStream stream : open) {
            stream.close();
        }
        await("the gateway asks no more", () -> waiting() == 0);
    }

    final EventStream listen(String query, String... headers) throws IOException {
        return listenAs(token(UUID.randomUUID().toString()), query, headers);
    }

    final EventStream listenAs(String token, String query, String... headers) throws IOException {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + token;
        System.arraycopy(headers, 0, all, 2, headers.length);
        EventStream stream = new EventStream(port, query, all);
        open.add(stream);
        return stream;
    }

    final String token(String who) {
        return tokens.with(claims -> {
            claims.setSubject(who);
            claims.setStringClaim("party", "XAA");
            claims.setStringListClaim("roles", role);
        });
    }

    final Answer answerTo(String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = bearer(token(UUID.randomUUID().toString()));
        System.arraycopy(headers, 0, all, 1, headers.length);
        return Wire.ask(port, "GET " + STREAM + " HTTP/1.1", all);
    }
}
