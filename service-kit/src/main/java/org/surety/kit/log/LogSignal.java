package org.surety.kit.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes who waits for changes inside this process. It may be lost; who waits looks for himself after the time-out. */
@ApplicationScoped
public class LogSignal {

    private final Semaphore appended = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long moves;

    /** A change was committed. */
    public void raise() {
        appended.release();
    }

    /** Waits for a committed change or the time-out; whether there was one. */
    boolean awaitAppended(Duration timeout) throws InterruptedException {
        boolean raised = appended.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (raised) {
            appended.drainPermits();
        }
        return raised;
    }

    /** How often the log has moved; to be read before looking at it, so that a move during the look is not slept through. */
    public long moves() {
        return moves;
    }

    /** Changes have got their numbers, or were confirmed by the broker. */
    void raiseMoved() {
        lock.lock();
        try {
            moves++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the log has moved since then, or the time-out. */
    public void awaitMoved(long since, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (moves == since && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
