package org.surety.kit.log;

import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.ConfirmListener;

import io.micrometer.core.instrument.Timer;

/**
 * What the broker has still to confirm on one channel. Confirms come in any order, one by one or many at once; what counts is the number
 * below which all have come.
 */
class Confirms implements ConfirmListener {

    private record Sent(long sequence, long at) {
    }

    private final TreeMap<Long, Sent> outstanding = new TreeMap<>();
    private final Timer latency;
    private final Runnable progress;
    private long last;
    private boolean refused;

    /**
     * @param after the number up to which all is confirmed already
     * @param progress called after each confirm
     */
    Confirms(long after, Timer latency, Runnable progress) {
        this.last = after;
        this.latency = latency;
        this.progress = progress;
    }

    /** To be called before the change is sent: its confirm may be quicker than the caller. */
    synchronized void sending(long tag, long sequence) {
        outstanding.put(tag, new Sent(sequence, System.nanoTime()));
        last = sequence;
    }

    /** The highest number sent. */
    synchronized long sent() {
        return last;
    }

    /** The number below which, itself included, everything is confirmed. */
    synchronized long through() {
        return outstanding.isEmpty() ? last : outstanding.firstEntry().getValue().sequence() - 1;
    }

    synchronized int inFlight() {
        return outstanding.size();
    }

    /** The broker refused a change; nobody knows why, and the channel's order is gone. */
    synchronized boolean isRefused() {
        return refused;
    }

    /** How long the oldest has been waited for, in milliseconds; 0 when nothing is in flight. */
    synchronized long waitedMillis() {
        return outstanding.isEmpty()
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - outstanding.firstEntry().getValue().at());
    }

    /** The clock of the waiting starts anew: while the broker takes nothing no confirm is due. */
    synchronized void waitAnew() {
        outstanding.replaceAll((tag, sent) -> new Sent(sent.sequence(), System.nanoTime()));
    }

    @Override
    public void handleAck(long tag, boolean multiple) {
        synchronized (this) {
            var confirmed = multiple ? outstanding.headMap(tag, true) : outstanding.subMap(tag, true, tag, true);
            confirmed.values().forEach(sent -> latency.record(System.nanoTime() - sent.at(), TimeUnit.NANOSECONDS));
            confirmed.clear();
        }
        progress.run();
    }

    @Override
    public void handleNack(long tag, boolean multiple) {
        synchronized (this) {
            refused = true;
        }
        progress.run();
    }
}
