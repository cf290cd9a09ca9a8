package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.RealParts;
import org.surety.kit.broker.Broker;

import com.rabbitmq.client.Channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

/** What arrives at a real broker, while the running application publishes. */
@QuarkusTest
@RealParts
class PublisherTest {

    private static final String SEQUENCE = Envelope.HEADER_PREFIX + "sequence";

    @Inject
    Changes changes;

    @Inject
    Broker broker;

    @Inject
    LogReader reader;

    @Inject
    MeterRegistry metrics;

    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

    private void listen() throws Exception {
        Changes.await(broker::isConnected, "the broker");
        Channel channel = broker.channel();
        String queue = channel.queueDeclare("", false, false, true, null).getQueue();
        channel.queueBind(queue, Broker.exchange("kit"), "#");
        channel.basicConsume(queue, true,
                (tag, message) -> heard.add(((Number) message.getProperties().getHeaders().get(SEQUENCE)).longValue()), tag -> {
                });
    }

    private long publishedThrough() {
        return reader.head().publishedThrough();
    }

    private void commit(int count) {
        String run = "published-" + UUID.randomUUID() + "-";
        for (int i = 0; i < count; i++) {
            changes.commit(run + i, 1, false);
        }
        changes.numbered(run + "%", count);
    }

    @Test
    void everythingArrivesInOrderAndIsNotedAsPublished() throws Exception {
        commit(1);
        Changes.await(() -> publishedThrough() == reader.head().lastSequence(), "what was there before to be published");
        long before = reader.head().lastSequence();
        listen();
        commit(300);
        Changes.await(() -> publishedThrough() >= before + 300, "all to be confirmed");
        Changes.await(() -> heard.size() >= 300, "all to arrive");
        assertThat(heard).containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 300).boxed().toList());
        assertThat(metrics.get("surety.log.published").counter().count()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void whatWasNotConfirmedWhenTheConnectionBrokeIsSentAgain() throws Exception {
        for (int round = 0; round < 5; round++) {
            commit(40);
            broker.drop();
        }
        long last = reader.head().lastSequence();
        Changes.await(() -> publishedThrough() >= last, "everything to be confirmed after the breaks");
        assertThat(metrics.get("surety.broker.connected").gauge().value()).isEqualTo(1);
    }

    @Test
    void aMessageThatNoQueueTakesIsCountedAndHoldsNothingUp() throws Exception {
        double before = metrics.get("surety.log.returned").counter().count();
        commit(3);
        long last = reader.head().lastSequence();
        Changes.await(() -> publishedThrough() >= last, "the log to go on");
        Changes.await(() -> metrics.get("surety.log.returned").counter().count() >= before + 3, "the returns to be counted");
    }

    @Test
    void theAgesOfTheLogAreToldFromTheDatabase() {
        commit(1);
        Changes.await(() -> metrics.get("surety.log.unsequenced.age.seconds").gauge().value() == 0
                && metrics.get("surety.log.unpublished.age.seconds").gauge().value() == 0, "nothing to wait");
    }
}
