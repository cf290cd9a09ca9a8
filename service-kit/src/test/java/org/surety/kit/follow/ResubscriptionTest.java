package org.surety.kit.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;
import org.surety.kit.log.Changes;

import com.rabbitmq.client.Channel;

import io.quarkus.test.junit.QuarkusTest;

/** A real channel of the connector, whose queue the kit has declared, loses that queue. */
@QuarkusTest
@RealParts
class ResubscriptionTest {

    private static final String QUEUE = "kit.other";

    @Inject
    Broker broker;

    @Inject
    Heard heard;

    /** What the channel brings. */
    @ApplicationScoped
    static class Heard {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Incoming("other")
        CompletionStage<Void> receive(Message<byte[]> message) {
            texts.add(new String(message.getPayload(), StandardCharsets.UTF_8));
            return message.ack();
        }

        List<String> texts() {
            return texts;
        }
    }

    @Test
    void aChannelWhoseQueueWasDeletedBringsMessagesAgain() throws Exception {
        Changes.await(() -> consumers() == 1, "the channel to consume");
        arrives();
        for (int round = 0; round < 2; round++) {
            try (Channel channel = broker.channel()) {
                channel.queueDelete(QUEUE);
            }
            Changes.await(() -> consumers() == 1, "the channel to consume again");
            arrives();
            given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class)).get("/q/health").then()
                    .statusCode(200);
        }
    }

    private void arrives() throws Exception {
        String text = UUID.randomUUID().toString();
        try (Channel channel = broker.channel()) {
            channel.basicPublish("", QUEUE, null, text.getBytes(StandardCharsets.UTF_8));
        }
        Changes.await(() -> heard.texts().contains(text), "the message to be heard");
        assertThat(heard.texts()).containsOnlyOnce(text);
    }

    private long consumers() {
        try (Channel channel = broker.channel()) {
            return channel.consumerCount(QUEUE);
        } catch (Exception notThere) {
            return 0;
        }
    }
}
