package org.surety.gateway.changes;

import org.surety.gateway.relay.Reply;

/**
 * What came of a question for a page.
 *
 * @param page null where there is none
 * @param reply why there is none
 */
public record FeedAnswer(FeedPage page, Reply reply) {

    public boolean answered() {
        return page != null;
    }

    /** Whether the service says that the question is wrong, or not for this caller: another part of the answer does not make up for that. */
    public boolean refused() {
        return page == null && reply.status() < 500;
    }

    /** Whether there is something to show, or to go on to. */
    public boolean hasNews() {
        return page != null && (page.more() || !page.changes().isEmpty());
    }
}
