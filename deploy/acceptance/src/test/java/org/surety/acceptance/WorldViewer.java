package org.surety.acceptance;

import java.util.List;
import java.util.Set;

/** Who looks at two worlds, and what the policy says of whom they see; told here apart from the code that keeps to it. */
record WorldViewer(String role, String party) {
    private static final Set<String> MEMBERS = Set.of("XNA", "XNB", "XNC", "XNE", "XNF", "XNG");
    /** Everybody of the matrix but the party that has the records, and the coordinator. */
    static final List<WorldViewer> ALL = List.of(new WorldViewer("reader", "XNB"), new WorldViewer("reader", "XNC"),
            new WorldViewer("reader", "XND"), new WorldViewer("editor", "XNB"), new WorldViewer("editor", "XNC"),
            new WorldViewer("editor", "XND"), new WorldViewer("reader", "XNE"), new WorldViewer("editor", "XNF"),
            new WorldViewer("editor", "XNG"), new WorldViewer("reader", "FRA"), new WorldViewer("coordinator", "none"));

    /** A label of an owner, as the database keeps it. */
    record Audience(String release, String series, String owner, Set<String> parties) {
    }

    String user() {
        return MatrixUsers.user(role, party);
    }

    boolean sees(Audience audience) {
        boolean isMember = MEMBERS.contains(party) && "EXERCISE".equals(audience.series());
        return switch (audience.release()) {
            case "PUBLIC" -> true;
            case "COALITION" -> party.equals(audience.owner()) || role.equals("coordinator") || isMember;
            case "NAMED" -> party.equals(audience.owner()) || audience.parties().contains(party);
            default -> party.equals(audience.owner());
        };
    }

    /** Whether a record of XNA under a label of the matrix is to be seen. */
    boolean seesOfMatrix(String release) {
        return sees(new Audience(release, "EXERCISE", "XNA", Set.of("XNB", "XNE", "XNF", "XNG")));
    }
}
