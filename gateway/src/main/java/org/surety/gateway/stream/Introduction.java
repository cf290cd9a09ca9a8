package org.surety.gateway.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.surety.gateway.changes.FeedAnswer;
import org.surety.gateway.changes.Feeds;
import org.surety.gateway.changes.Place;

import io.vertx.core.Future;

/**
 * Asks every service once with the token of a listener that will be told what another has asked for. So each service has judged this token
 * too, and has it in its record of reads that its holder follows from now on; what the group is told afterwards is recorded of who asks.
 */
final class Introduction {

    private final Listener listener;
    private final Feeds feeds;
    private final Clockwork clock;

    Introduction(Listener listener, Feeds feeds, Clockwork clock) {
        this.listener = listener;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** Goes on when all have answered or were found away; not if one refuses the listener, or it has gone. */
    void begin(Runnable then) {
        List<Future<FeedAnswer>> asked = new ArrayList<>();
        for (int i = 0; i < feeds.count(); i++) {
            asked.add(feeds.ask(listener.exchange(), i, Place.NOW, 1, Duration.ZERO).answer());
        }
        Future.all(asked).onSuccess(all -> clock.soon(() -> heard(asked.stream().map(Future::result).toList(), then)));
    }

    private void heard(List<FeedAnswer> answers, Runnable then) {
        Optional<FeedAnswer> refusal = answers.stream().filter(FeedAnswer::refused).findFirst();
        if (refusal.isPresent()) {
            listener.refused(answers.indexOf(refusal.get()), refusal.get().reply());
        } else if (!listener.isOver()) {
            then.run();
        }
    }
}
