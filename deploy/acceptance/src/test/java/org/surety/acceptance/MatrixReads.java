package org.surety.acceptance;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** Which operations that read are found in the record of reads, each with how many records it gave. */
final class MatrixReads {
    private static final List<String> LISTS = List.of("/api/v1/reads/delegations", "/api/v1/reads/priorities",
            "/api/v1/reads/commitments");

    private MatrixReads() {
    }

    /** Those that were sent and answered, and are in no service's record as that. */
    static Set<String> unrecorded(Api api, MatrixOperations operations) {
        MatrixOperations recorded = new MatrixOperations();
        for (String list : LISTS) {
            for (JsonNode read : api.list(list, "auditor")) {
                if (!read.path("part").asText().equals("BEGUN") && read.path("records").isInt()) {
                    recorded.note(read.path("method").asText(), read.path("path").asText());
                }
            }
        }
        Set<String> missing = new TreeSet<>(recorded.unsent());
        missing.removeIf(operation -> !operation.startsWith("GET "));
        missing.removeAll(operations.unsent());
        return missing;
    }
}
