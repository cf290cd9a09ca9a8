package org.surety.drills;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;

/**
 * A consumer of the drill that takes messages off the exchanges and puts them into the consumers' queues itself, in whatever way it is told:
 * beside the way they have, or instead of it.
 */
final class Diversion implements AutoCloseable {
    private static final int WINDOW = 50;
    private static final long WINDOW_MILLIS = 1_000;
    private static final long UNBIND_MILLIS = 200;
    private static final Map<String, List<String>> QUEUES = Map.of("delegations",
            List.of("priorities-service.delegations", "commitments-service.delegations"), "priorities",
            List.of("commitments-service.priorities"), "commitments", List.of("priorities-service.commitments"));
    private final Connection connection;
    private final boolean instead;
    private final Play play;
    private final Random random;
    private final AtomicLong count = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    /** A message that waits. */
    record Held(String key, BasicProperties properties, byte[] body) {
    }

    /** What becomes of a window of messages: what is sent on, in its order. */
    @FunctionalInterface
    interface Play {
        List<Held> of(List<Held> window, Random random);
    }

    private Diversion(Connection connection, boolean instead, Play play, Random random) {
        this.connection = connection;
        this.instead = instead;
        this.play = play;
        this.random = random;
    }

    /** @param instead whether the consumers' own bindings are removed, again and again since the consumers declare them */
    static Diversion begin(Topology topology, boolean instead, Play play, Random random) throws IOException {
        Diversion diversion = new Diversion(topology.broker().connect(), instead, play, random);
        for (Map.Entry<String, List<String>> way : QUEUES.entrySet()) {
            diversion.divert("surety." + way.getKey(), way.getValue());
        }
        return diversion;
    }

    long count() {
        return count.get();
    }

    private void divert(String exchange, List<String> queues) throws IOException {
        Channel channel = connection.createChannel();
        String own = channel.queueDeclare().getQueue();
        channel.queueBind(own, exchange, "#");
        BlockingQueue<Held> held = new LinkedBlockingQueue<>();
        channel.basicConsume(own, true,
                (tag, message) -> held
                        .add(new Held(message.getEnvelope().getRoutingKey(), message.getProperties(), message.getBody())),
                tag -> {
                });
        start(() -> sendOn(held, queues));
        if (instead) {
            start(() -> unbind(exchange, queues));
        }
    }

    private void start(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }, "diversion");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void unbind(String exchange, List<String> queues) throws IOException, InterruptedException {
        try (Channel channel = connection.createChannel()) {
            while (running) {
                for (String queue : queues) {
                    channel.queueUnbind(queue, exchange, "#");
                }
                TimeUnit.MILLISECONDS.sleep(UNBIND_MILLIS);
            }
            for (String queue : queues) {
                channel.queueBind(queue, exchange, "#");
            }
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
    }

    private void sendOn(BlockingQueue<Held> held, List<String> queues) throws IOException, InterruptedException {
        try (Channel channel = connection.createChannel()) {
            while (running || !held.isEmpty()) {
                for (Held message : play.of(window(held), random)) {
                    for (String queue : queues) {
                        channel.basicPublish("", queue, message.properties(), message.body());
                    }
                    count.incrementAndGet();
                }
            }
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
    }

    private static List<Held> window(BlockingQueue<Held> held) throws InterruptedException {
        List<Held> window = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS);
        while (window.size() < WINDOW) {
            Held next = held.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            window.add(next);
        }
        return window;
    }

    @Override
    public void close() throws IOException {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
