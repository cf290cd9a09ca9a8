package org.surety.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The finished faults of a drill, in a file, so that an interrupted one can go on. */
final class DrillState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Kept kept;

    /** What stands in the file. */
    record Kept(String commit, long seed, List<FaultResult> results) {
    }

    private DrillState(Path file, Kept kept) {
        this.file = file;
        this.kept = kept;
    }

    /**
     * The state of the drill that is to go on, or an empty one.
     *
     * @param resume whether there is one to go on with
     * @throws IllegalArgumentException when the one that is there was of another commit or seed
     */
    static DrillState open(Path file, boolean resume, String commit, long seed) throws IOException {
        if (!resume || !Files.exists(file)) {
            return new DrillState(file, new Kept(commit, seed, new ArrayList<>()));
        }
        Kept kept = JSON.readValue(file.toFile(), new TypeReference<Kept>() {
        });
        if (!kept.commit().equals(commit) || kept.seed() != seed) {
            throw new IllegalArgumentException("the interrupted drill was of commit " + kept.commit() + " and seed " + kept.seed()
                    + ": begin anew, without --resume");
        }
        return new DrillState(file, new Kept(commit, seed, new ArrayList<>(kept.results())));
    }

    boolean has(String fault) {
        return kept.results().stream().anyMatch(result -> result.name().equals(fault));
    }

    void add(FaultResult result) throws IOException {
        kept.results().add(result);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), kept);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    List<FaultResult> results() {
        return List.copyOf(kept.results());
    }
}
