package org.surety.gateway.board;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

/**
 * {@code GET /board/...}: scripts and styles of the board, each by its exact path. A name changes with what it names, so that a browser
 * may keep the file for ever; a name that the page does not lead to is a path like any other that nobody has.
 */
@Singleton
class Board implements OpenResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final BoardFiles files;
    private final Answers answers;

    Board(BoardFiles files, Answers answers) {
        this.files = files;
        this.answers = answers;
    }

    @Override
    public Set<String> paths() {
        return files.files().stream().map(BoardFile::path).collect(Collectors.toSet());
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.answeredHere("/board");
        files.find(exchange.request().path()).orElseThrow().send(exchange, answers, FOR_EVER);
    }
}
