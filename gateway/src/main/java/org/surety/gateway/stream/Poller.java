package org.surety.gateway.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.surety.gateway.changes.FeedAnswer;
import org.surety.gateway.changes.FeedChange;
import org.surety.gateway.changes.Feeds;
import org.surety.gateway.changes.MergedCursor;
import org.surety.gateway.changes.Shelf;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.relay.Reply;

/**
 * Follows the feeds of all services for listeners of equal party and equal roles, who are all told the same: one question at a time to each
 * service, with the token of the listener whose is valid longest. What comes is put into one order and into the journal, from which the
 * listeners read. As long as it follows for one listener that has to catch up, it asks on only when that one has read what there is. Lives
 * on one event loop, as all of them do.
 */
final class Poller {

    private final Feeds feeds;
    private final StreamSettings settings;
    private final Clockwork clock;
    private final Journal journal;
    private final List<Tail> tails = new ArrayList<>();
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Runnable moved;
    private MergedCursor cursor;
    private String cursorText;
    private List<String> missing = List.of();
    private boolean opened;
    private boolean paced;
    private boolean stopped;

    /**
     * @param paced whether it waits for its listener
     * @param moved told whenever something came, or was read
     */
    Poller(Feeds feeds, StreamSettings settings, Clockwork clock, MergedCursor from, boolean paced, Runnable moved) {
        this.feeds = feeds;
        this.settings = settings;
        this.clock = clock;
        this.journal = new Journal(settings.kept());
        this.cursor = from;
        this.paced = paced;
        this.moved = moved;
        from.places().forEach(place -> tails.add(new Tail(place, clock.tick())));
    }

    /** A listener from the beginning; it is opened when the services have been heard. */
    void add(Listener listener) {
        listeners.add(listener);
        listener.follow(this, Footing.at(journal.end(), cursor));
        if (opened) {
            listener.open(cursorText());
        }
        pump();
    }

    /** A listener that has a part of the journal already. */
    void add(Listener listener, Footing footing) {
        listeners.add(listener);
        listener.follow(this, footing);
        listener.flush();
    }

    /** Without listeners it ends. */
    void remove(Listener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            stop();
        }
    }

    void stop() {
        stopped = true;
        tails.forEach(Tail::cancel);
    }

    /** It no longer follows for one alone. */
    void lead() {
        paced = false;
    }

    boolean stopped() {
        return stopped;
    }

    Journal journal() {
        return journal;
    }

    List<Tail> tails() {
        return tails;
    }

    Set<Listener> listeners() {
        return listeners;
    }

    MergedCursor cursor() {
        return cursor;
    }

    /** The place behind all that is in the journal, as it can be given to a listener. */
    String cursorText() {
        if (cursorText == null) {
            cursorText = cursor.text();
            journal.remember(cursorText);
        }
        return cursorText;
    }

    List<String> missing() {
        return missing;
    }

    /** Whether all that the services have is in the journal, and every listener has read it. */
    boolean idle() {
        return opened && !stopped && tails.stream().allMatch(Tail::idle) && listeners.stream().allMatch(Listener::hasAll);
    }

    /** Shows what can be shown, and asks for what is needed next. */
    void pump() {
        if (stopped || !opened && !heardAll()) {
            askAll();
            return;
        }
        if (!opened) {
            open();
        }
        show();
        List.copyOf(listeners).forEach(Listener::flush);
        askAll();
        moved.run();
    }

    private boolean heardAll() {
        return tails.stream().allMatch(Tail::heard);
    }

    private void open() {
        if (tails.stream().allMatch(tail -> tail.trouble() != null)) {
            refuseAll(0, tails.get(0).trouble());
            return;
        }
        opened = true;
        refreshCursor();
        listeners.forEach(listener -> listener.open(cursorText()));
        noteMissing();
    }

    private void show() {
        List<Shelf> shelves = tails.stream().map(Tail::shelf).toList();
        for (OptionalInt next = Shelf.next(shelves); !stopped && next.isPresent(); next = Shelf.next(shelves)) {
            FeedChange change = shelves.get(next.getAsInt()).take();
            cursor = cursor.with(next.getAsInt(), change.after());
            cursorText = null;
            journal.append(StreamEvent.of(next.getAsInt(), change, cursor));
        }
        refreshCursor();
    }

    /** An empty page moves a place too. */
    private void refreshCursor() {
        MergedCursor now = new MergedCursor(tails.stream().map(tail -> tail.shelf().place()).toList());
        if (!now.equals(cursor)) {
            cursor = now;
            cursorText = null;
        }
    }

    private void askAll() {
        if (!stopped && (!paced || listeners.stream().allMatch(Listener::hasAll))) {
            for (int i = 0; i < tails.size(); i++) {
                ask(i);
            }
        }
    }

    private void ask(int service) {
        Tail tail = tails.get(service);
        Optional<Listener> asker = asker();
        if (!tail.mayAsk() || asker.isEmpty()) {
            return;
        }
        boolean waits = tail.heard() && !tail.shelf().behind() && tail.trouble() == null;
        Exchange caller = asker.get().exchange();
        Feeds.Asked asked = feeds.ask(caller, service, tail.shelf().place(), settings.pollPage(),
                waits ? settings.pollWait() : Duration.ZERO);
        long began = System.nanoTime();
        tail.asks(asked, clock.tick());
        // Never at once: who asks goes on asking the next one.
        asked.answer().onSuccess(answer -> clock.soon(() -> came(service, asker.get(), waits ? began : -1, answer)));
    }

    private Optional<Listener> asker() {
        return listeners.stream().max(Comparator.comparing(listener -> listener.caller().until()));
    }

    /** @param began when a question was sent to which the service waits with its answer, or negative */
    private void came(int service, Listener asker, long began, FeedAnswer answer) {
        if (stopped) {
            return;
        }
        Tail tail = tails.get(service);
        boolean others = listeners.size() > 1 || !listeners.contains(asker);
        if (!answer.answered() && answer.reply().status() == ProblemType.UNAUTHENTICATED.status() && others) {
            tail.cancel(); // it is the token of one listener, who may have gone since; another may ask
            asker.refused(service, answer.reply());
            pump();
            return;
        }
        tail.came(answer, clock.tick());
        if (answer.answered()) {
            boolean early = began >= 0 && !answer.hasNews() && System.nanoTime() - began < StreamSettings.LEAST_PAUSE.toNanos();
            if (early) {
                pause(tail, StreamSettings.LEAST_PAUSE);
            }
        } else if (!answer.refused()) {
            pause(tail, StreamSettings.AWAY_PAUSE);
        } else {
            refuseAll(service, answer.reply());
            return;
        }
        if (opened) {
            noteMissing();
        }
        pump();
    }

    private void pause(Tail tail, Duration pause) {
        tail.pause(true);
        clock.after(pause, () -> {
            tail.pause(false);
            pump();
        });
    }

    private void noteMissing() {
        List<String> now = new ArrayList<>();
        for (int i = 0; i < tails.size(); i++) {
            if (tails.get(i).trouble() != null) {
                now.add(feeds.name(i));
            }
        }
        if (!Objects.equals(now, missing)) {
            missing = now;
            journal.append(StreamEvent.missing(now, cursor));
        }
    }

    private void refuseAll(int service, Reply reply) {
        stop();
        List.copyOf(listeners).forEach(listener -> listener.refused(service, reply));
    }
}
