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
    private final Condition sequenced = lock.newCondition();

    /** A change was committed. */
    public void raise() {
        appended.release();
    }

    /** Waits for a committed change or the time-out. */
    void awaitAppended(Duration timeout) throws InterruptedException {
        if (appended.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            appended.drainPermits();
        }
    }

    /** Changes have got their numbers. */
    void raiseSequenced() {
        lock.lock();
        try {
            sequenced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for newly numbered changes or the time-out. */
    void awaitSequenced(Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            sequenced.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }
}
