package org.surety.kit.follow;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/** The pages of a feed in their order: the next one is fetched while the last is applied. No more than these two are held. */
class FeedPages {

    private final Source source;
    private Watermark place;
    private FutureTask<FeedClient.Changes> ahead;

    FeedPages(Source source) {
        this.source = source;
    }

    /** Reads what follows a place. */
    @FunctionalInterface
    interface Source {
        FeedClient.Changes after(Watermark place) throws IOException, InterruptedException;
    }

    /** What follows the place. Fetched a while ago, it may be less than there is now. */
    FeedClient.Changes after(Watermark mark) throws IOException, InterruptedException {
        FeedClient.Changes page = mark.equals(place) ? fetched() : source.after(mark);
        place = null;
        List<ReceivedChange> changes = page.changes();
        if (!changes.isEmpty() && changes.get(changes.size() - 1).sequence() < page.lastSequence()) {
            fetch(Watermark.at(changes.get(changes.size() - 1)));
        }
        return page;
    }

    private void fetch(Watermark next) {
        place = next;
        ahead = new FutureTask<>(() -> source.after(next));
        Infrastructure.getDefaultExecutor().execute(ahead);
    }

    private FeedClient.Changes fetched() throws IOException, InterruptedException {
        place = null;
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
