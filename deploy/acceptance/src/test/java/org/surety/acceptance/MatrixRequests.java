package org.surety.acceptance;

import org.surety.acceptance.MatrixOperations.Operation;
import org.surety.acceptance.MatrixWorld.For;
import org.surety.acceptance.MatrixWorld.Made;
import org.surety.acceptance.PolicyTable.Combination;
import org.surety.local.Ports;
import org.surety.local.Service;

/** The request of a combination: in order but for whether it is permitted. */
final class MatrixRequests {
    private static final String NO_SUCH_ACT = "/acts";
    private final Api api;
    private final MatrixWorld world;

    /**
     * @param record that it is about; null: it makes one
     * @param file whether the body is a file
     */
    record Wanted(String method, String path, String body, String etag, Made record, boolean file) {

        /** The same about another record. */
        Wanted about(String id) {
            return new Wanted(method, path.replace(record.id(), id), body, etag, record, file);
        }
    }

    MatrixRequests(Api api, MatrixWorld world) {
        this.api = api;
        this.world = world;
    }

    Answer send(Wanted wanted, String user) {
        return world.send(wanted.method(), wanted.path(), user, wanted.body(), wanted.etag(), wanted.file());
    }

    /** Asked of a service itself, which the gateway does not route to. */
    Answer behind(RunningSuite suite, Wanted wanted, String user) {
        Ports ports = suite.instance().ports();
        return api.sendTo(Ports.url(Service.COMMITMENTS_SERVICE.port(ports)), wanted.path(), user);
    }

    /** Another operation, about the record that everybody looks at, with the body of the one request. */
    Wanted beside(MatrixKind kind, Combination one, Operation operation) {
        For who = new For(one.label(), MatrixUsers.PARTIES.get(one.relation()), false);
        Made made = world.shared(kind, who);
        String path = world.expand(operation.ask().replace("{id}", made.id()), who);
        return operation.method().equals("GET")
                ? new Wanted("GET", path, null, null, made, false)
                : new Wanted(operation.method(), path, of(kind, one, false).body(), made.etag(), made, false);
    }

    /** @param afresh about a record that only this request is about: it is to succeed */
    Wanted of(MatrixKind kind, Combination one, boolean afresh) {
        For who = new For(one.label(), MatrixUsers.PARTIES.get(one.relation()), afresh);
        if (one.verb().equals("create") && kind.create() != null) {
            return new Wanted("POST", world.expand(kind.collection(), who), world.expand(kind.create(), who), null, null, false);
        }
        if (one.verb().equals("create") && kind.file() != null) {
            return new Wanted("POST", kind.collection(), world.expand(kind.file(), who), null, null, true);
        }
        boolean changes = afresh && !one.verb().equals("read");
        Made made = changes ? world.fresh(kind, who) : world.shared(kind, who);
        String part = made.path().replaceFirst("[?].*", "") + kind.under();
        return switch (one.verb()) {
            case "read" -> new Wanted("GET", kind.under().isEmpty() ? made.path() : part, null, null, made, false);
            case "create" -> kind.createOnRecord() == null
                    ? new Wanted("POST", kind.under().isEmpty() ? part : part + NO_SUCH_ACT, "{}", made.etag(), made, false)
                    : new Wanted("POST", part, world.expand(kind.createOnRecord(), who), made.etag(), made, false);
            case "amend" -> new Wanted("PUT", part, amended(kind, made, who), made.etag(), made, false);
            case "act" -> act(kind, one, made, who, changes);
            default -> new Wanted("DELETE", part, null, made.etag(), made, false);
        };
    }

    private String amended(MatrixKind kind, Made made, For who) {
        if (!kind.amendOf().isEmpty()) {
            return world.again(kind, api.get(made.path(), world.maker(kind, who)).expect(200).json());
        }
        return kind.amend() == null ? "{}" : world.expand(kind.amend(), who);
    }

    private Wanted act(MatrixKind kind, Combination one, Made made, For who, boolean changes) {
        MatrixKind.Act act = kind.act(one.role(), one.relation());
        String path = made.path().replaceFirst("[?].*", "");
        if (act == null) {
            return new Wanted("POST", path + kind.under() + NO_SUCH_ACT, "{}", made.etag(), made, false);
        }
        Made ready = changes && act.after() != null ? world.done(made, act.after(), world.maker(kind, who), who) : made;
        return new Wanted("POST", path + "/" + act.name(), world.expand(act.body(), who), ready.etag(), ready, false);
    }
}
