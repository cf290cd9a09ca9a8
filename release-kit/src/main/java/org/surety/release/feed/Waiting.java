package org.surety.release.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.surety.kit.actor.Actor;
import org.surety.kit.log.LogSignal;
import org.surety.release.feed.ReleasedLog.Page;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Those who wait for something new. None of them holds a thread or a connection of the database: one thread watches the head of the log for
 * all, and when that has moved a few threads look, once for all who ask the same. Those of one party who have come to the head do.
 */
@ApplicationScoped
class Waiting {

    /** Another replica may number the log: then nothing in this process tells of it. */
    private static final Duration POLL = Duration.ofMillis(250);

    /** Between two rounds: what is committed in between costs one round together. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ReleasedLog log;
    private final LogSignal signal;
    private final ReleaseConfig config;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final Semaphore arrived = new Semaphore(0);
    private volatile boolean stopped;
    private ExecutorService readers;

    Waiting(ReleasedLog log, LogSignal signal, ReleaseConfig config, MeterRegistry metrics) {
        this.log = log;
        this.signal = signal;
        this.config = config;
        Gauge.builder("surety.release.waiting", waiters, Queue::size)
                .description("Answers of the released feed that wait for a change")
                .register(metrics);
    }

    /** What is asked: who asks the same gets the same answer. */
    record Question(Actor viewer, Place after, int limit) {

        Question at(Place place) {
            return new Question(viewer, place, limit);
        }
    }

    private static final class Waiter {
        private final CompletableFuture<Page> answer = new CompletableFuture<>();
        private final long deadline;
        private volatile Question question;

        private Waiter(Question question, Duration wait) {
            this.question = question;
            this.deadline = System.nanoTime() + wait.toNanos();
        }

        private boolean isOverdue() {
            return System.nanoTime() - deadline >= 0;
        }

        private void answerNothing() {
            answer.complete(Page.none(question.after()));
        }
    }

    /** The first page that is not empty, or an empty one when the time is over, the service stops or too many wait. */
    Uni<Page> await(Question question, Duration wait) {
        Waiter waiter = new Waiter(question, wait);
        if (waiters.size() >= config.maxWaiting()) {
            waiter.answerNothing();
        } else {
            watchOnce();
            waiters.add(waiter);
            arrived.release();
        }
        // Whoever stops the service sees the flag set first or this waiter in the queue.
        if (stopped) {
            answerAll();
        }
        return Uni.createFrom().completionStage(waiter.answer);
    }

    /** So that the metric is there before anybody waits. */
    void atStart(@Observes StartupEvent event) {
        stopped = false;
    }

    /** As soon as the service is to stop: the others are still to find it unready, and these would keep it from ending. */
    void beforeStop(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void atStop(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        stopped = true;
        arrived.release();
        answerAll();
    }

    private void answerAll() {
        waiters.forEach(Waiter::answerNothing);
        waiters.clear();
    }

    private synchronized void watchOnce() {
        if (readers == null) {
            readers = Executors.newFixedThreadPool(config.readers(), work -> daemon(work, "released-feed-reader"));
            daemon(this::watch, "released-feed").start();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void watch() {
        try {
            while (!stopped) {
                if (waiters.isEmpty()) {
                    arrived.acquire();
                }
                arrived.drainPermits();
                long moves = signal.moves();
                round();
                Thread.sleep(PAUSE.toMillis());
                signal.awaitMoved(moves, POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers.shutdown();
        }
    }

    private void round() throws InterruptedException {
        List<Waiter> all = List.copyOf(waiters);
        if (all.isEmpty()) {
            return;
        }
        try {
            Place head = log.head(all.get(0).question.viewer());
            Map<Question, List<Waiter>> asked = all.stream().filter(waiter -> !waiter.question.after().equals(head))
                    .collect(Collectors.groupingBy(waiter -> waiter.question));
            List<Callable<Void>> looks = new ArrayList<>();
            asked.forEach((question, those) -> looks.add(() -> look(question, those)));
            readers.invokeAll(looks);
        } catch (RuntimeException e) {
            // The database is away, for instance: the problem is theirs to see, as it would be if they had not waited.
            all.forEach(waiter -> waiter.answer.completeExceptionally(e));
        }
        all.stream().filter(Waiter::isOverdue).forEach(Waiter::answerNothing);
        waiters.removeIf(waiter -> waiter.answer.isDone());
    }

    private Void look(Question question, List<Waiter> those) {
        try {
            Page page = log.read(question.viewer(), question.after(), question.limit());
            for (Waiter waiter : those) {
                if (page.isEmpty()) {
                    waiter.question = question.at(page.next());
                } else {
                    waiter.answer.complete(page);
                }
            }
        } catch (RuntimeException e) {
            those.forEach(waiter -> waiter.answer.completeExceptionally(e));
        }
        return null;
    }
}
