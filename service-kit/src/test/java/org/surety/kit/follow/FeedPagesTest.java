package org.surety.kit.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.label.Label;
import org.surety.kit.log.Changes;

/** A feed of seven changes, three a page. */
class FeedPagesTest {

    private static final UUID LOG = UUID.randomUUID();
    private static final long HEAD = 7;

    private final List<Long> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean away;
    private final FeedPages pages = new FeedPages(place -> {
        boolean failing = away;
        asked.add(place.sequence());
        if (failing) {
            throw new IOException("away");
        }
        return new FeedClient.Changes(HEAD, Instant.EPOCH,
                LongStream.rangeClosed(place.sequence() + 1, Math.min(HEAD, place.sequence() + 3))
                        .mapToObj(FeedPagesTest::change).toList());
    });

    private static ReceivedChange change(long sequence) {
        return new ReceivedChange(new UUID(0, sequence), Envelope.WITHHELD, "s", 0, sequence, LOG, Instant.EPOCH, Label.openToAll(),
                null);
    }

    private List<Long> after(long sequence) throws Exception {
        return pages.after(new Watermark(LOG, sequence, new UUID(0, sequence))).changes().stream().map(ReceivedChange::sequence)
                .toList();
    }

    private void awaitAsked(Long... places) {
        Changes.await(() -> asked.equals(List.of(places)), "the places " + List.of(places) + " to be asked for");
    }

    @Test
    void theNextPageIsAskedForBeforeItIsNeededAndNoneBehindTheLast() throws Exception {
        assertThat(after(0)).containsExactly(1L, 2L, 3L);
        awaitAsked(0L, 3L);
        assertThat(after(3)).containsExactly(4L, 5L, 6L);
        awaitAsked(0L, 3L, 6L);
        assertThat(after(6)).containsExactly(7L);
        assertThat(after(7)).isEmpty();
        assertThat(asked).containsExactly(0L, 3L, 6L, 7L);
    }

    @Test
    void whatFollowsAnotherPlaceIsReadAnew() throws Exception {
        after(0);
        awaitAsked(0L, 3L);
        assertThat(after(1)).containsExactly(2L, 3L, 4L);
        assertThat(pages.after(new Watermark(UUID.randomUUID(), 4, null)).changes()).hasSize(3);
        assertThat(asked).contains(1L, 4L);
    }

    @Test
    void whatFailedAheadIsToldAndReadAnew() throws Exception {
        after(0);
        awaitAsked(0L, 3L);
        away = true;
        assertThat(after(3)).containsExactly(4L, 5L, 6L);
        awaitAsked(0L, 3L, 6L);
        assertThatThrownBy(() -> after(6)).isInstanceOf(IOException.class).hasMessage("away");
        away = false;
        assertThat(after(6)).containsExactly(7L);
    }
}
