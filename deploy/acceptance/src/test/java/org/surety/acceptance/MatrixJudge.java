package org.surety.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.surety.acceptance.Matrix.Cell;
import org.surety.acceptance.MatrixOperations.Operation;
import org.surety.acceptance.MatrixRequests.Wanted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Holds an answer against what the policy says, and what is hidden against what is not there. */
final class MatrixJudge {
    /** What a request in order is refused with: by role or record; hidden, or no such verb; a state that nobody leads out of. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405, 409);
    private static final int INVALID = 400;
    private static final int FAILURE = 500;
    private final RunningSuite suite;
    private final MatrixRequests requests;
    private final MatrixOperations operations;
    private final Map<String, String> missing = new ConcurrentHashMap<>();
    private final Map<String, Answer> lists = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    MatrixJudge(RunningSuite suite, MatrixRequests requests, MatrixOperations operations) {
        this.suite = suite;
        this.requests = requests;
        this.operations = operations;
    }

    int requests() {
        return sent.get();
    }

    /**
     * The one request of the combination.
     *
     * @param readable whether the viewer may read the record
     * @return what is wrong; empty: nothing
     */
    Optional<String> ofTheRequest(Cell cell, boolean allowed, boolean readable) {
        Wanted wanted = requests.of(cell.kind(), cell.one(), allowed);
        Answer answer = cell.kind().isInternal() && allowed
                ? requests.behind(suite, wanted, MatrixUsers.internal(cell.one()))
                : send(wanted, MatrixUsers.viewer(cell.one()));
        boolean refusal = REFUSALS.contains(answer.status()) || answer.status() == INVALID && cell.kind().isRefusedAsInvalid();
        return wrong(cell, wanted, answer, allowed, readable, refusal).map(what -> what + "; " + told(answer));
    }

    /** Another operation that is the same record and verb. */
    Optional<String> beside(Cell cell, Operation operation, boolean allowed, boolean readable) {
        Wanted wanted = requests.beside(cell.kind(), cell.one(), operation);
        String user = MatrixUsers.viewer(cell.one());
        if (operation.check().equals("list") || operation.check().equals("hides")) {
            Answer answer = lists.computeIfAbsent(user + operation.ask(), key -> send(wanted, user));
            return inAll(operation, wanted.record().id(), answer, allowed).map(what -> what + "; " + told(answer));
        }
        Answer answer = send(wanted, user);
        boolean refusal = answer.status() >= INVALID && answer.status() < FAILURE;
        return wrong(cell, wanted, answer, allowed, readable, refusal).map(what -> what + "; " + told(answer));
    }

    private Answer send(Wanted wanted, String user) {
        sent.incrementAndGet();
        operations.note(wanted.method(), wanted.path());
        return requests.send(wanted, user);
    }

    private Optional<String> wrong(Cell cell, Wanted wanted, Answer answer, boolean allowed, boolean readable, boolean refusal) {
        boolean another = cell.one().verb().equals("create") && !cell.one().relation().equals("owner")
                && cell.kind().isNotWith() != null && answer.json().hasNonNull(cell.kind().isNotWith());
        boolean done = answer.status() / 100 == 2 && !another;
        if (done != allowed) {
            return Optional.of(allowed ? "refused" : answer.status() >= FAILURE ? "failed" : "permitted");
        }
        if (allowed || another) {
            return Optional.empty();
        }
        if (!refusal) {
            return Optional.of(answer.status() >= FAILURE ? "failed" : "the request is not in order");
        }
        if (readable || wanted.record() == null || !wanted.record().isNumbered()) {
            return Optional.empty();
        }
        String absent = missing(wanted, MatrixUsers.viewer(cell.one()));
        return seen(answer, wanted.record().id()).equals(absent)
                ? Optional.empty()
                : Optional.of("told from one that is missing, which is answered " + absent);
    }

    private static Optional<String> inAll(Operation operation, String id, Answer answer, boolean allowed) {
        boolean there = answer.text().contains("\"" + id + "\"");
        if (answer.status() >= FAILURE) {
            return Optional.of("failed");
        }
        if (there && !allowed) {
            return Optional.of("has " + id);
        }
        if (allowed && answer.status() / 100 != 2) {
            return Optional.of("refused");
        }
        return allowed && !there && operation.check().equals("list") ? Optional.of("has no " + id) : Optional.empty();
    }

    /** What the same request is answered about a record that nobody has. */
    private String missing(Wanted wanted, String user) {
        return missing.computeIfAbsent(user + wanted.method() + wanted.path().replace(wanted.record().id(), ""), key -> {
            String id = UUID.randomUUID().toString();
            return seen(send(wanted.about(id), user), id);
        });
    }

    /** What tells one answer from another, but for what is the request's own. */
    private static String seen(Answer answer, String id) {
        String body = answer.json() instanceof ObjectNode problem
                ? problem.deepCopy().without(List.of("traceId", "instance")).toString()
                : answer.text();
        return answer.status() + " " + answer.response().headers().map().keySet() + " " + body.replace(id, "");
    }

    private static String told(Answer answer) {
        String text = answer.text();
        return answer.request() + " answered " + answer.status() + " " + text.substring(0, Math.min(text.length(), 400));
    }
}
