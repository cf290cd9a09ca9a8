package org.surety.commitments.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.surety.commitments.commitment.CommitmentIntake;
import org.surety.commitments.commitment.CommitmentIntake.Ruling;
import org.surety.commitments.commitment.CommitmentStore;
import org.surety.commitments.commitment.CommitmentStore.Outcome;
import org.surety.commitments.file.SourceFile;
import org.surety.commitments.mapping.Finding;
import org.surety.commitments.mapping.MappedRow;
import org.surety.commitments.mapping.Mapping;
import org.surety.commitments.mapping.RowReader;
import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.kit.actor.OnBehalf;
import org.surety.kit.label.SystemViewer;

/**
 * Carries one import out, from where it stands: reads the file and stages its rows, then stores them. Every step is one transaction that
 * first makes sure that the job is still held, so what was done before the process ended is neither lost nor done again. Never more than a
 * batch of rows is in memory.
 */
class ImportRun {

    /** Beyond this a batch ends before it is full: long texts are not to fill the memory. */
    private static final int MAX_BATCH_CHARACTERS = 8 << 20;

    /** What a run works with. */
    record Tools(ImportRepository files, ImportProgress progress, CommitmentStore store, CommitmentIntake intake,
            PartyReferences parties, ImportsConfig config) {
    }

    /** The run ends before its time: the process stops, or another one has taken the job. */
    static class Interrupted extends RuntimeException {
        Interrupted(String message) {
            super(message);
        }
    }

    private final ImportJob job;
    private final Mapping mapping;
    private final String holder;
    private final Tools tools;
    private final LocalDate day;
    private final BooleanSupplier goOn;
    private CellTally tally;

    ImportRun(ImportJob job, Mapping mapping, String holder, Tools tools, LocalDate day, BooleanSupplier goOn) {
        this.job = job;
        this.mapping = mapping;
        this.holder = holder;
        this.tools = tools;
        this.day = day;
        this.goOn = goOn;
    }

    void run() {
        stage();
        int rejected = SystemViewer.transaction(() -> tools.progress().rejected(job.id()));
        List<Control> controls = SystemViewer.transaction(this::control);
        List<String> differing = controls.stream().filter(Control::differs).map(Control::inWords).toList();
        if (job.mode() == Mode.ALL_OR_NOTHING && !differing.isEmpty() && !job.dryRun()) {
            finish(JobState.FAILED,
                    "Totals differ: " + String.join("; ", differing) + ". Nothing was stored: mode ALL_OR_NOTHING.");
        } else if (job.mode() == Mode.ALL_OR_NOTHING && rejected > 0 && !job.dryRun()) {
            finish(JobState.FAILED,
                    "Rejected: " + rejected + " of " + job.rows() + " rows. Nothing was stored: mode ALL_OR_NOTHING.");
        } else if (job.mode() == Mode.ALL_OR_NOTHING && !job.dryRun()) {
            SystemViewer.transaction(tools.config().allOrNothing(), () -> {
                while (storeNext()) {
                    requireGoOn();
                }
                tools.progress().finish(job.id(), JobState.DONE, null);
                return null;
            });
        } else {
            while (SystemViewer.transaction(this::storeNext)) {
                requireGoOn();
            }
            finish(JobState.DONE, null);
        }
    }

    /** The expected totals beside those found. */
    private List<Control> control() {
        requireHeld();
        List<Control> expected = tools.progress().controls(job.id());
        if (expected.isEmpty()) {
            return List.of();
        }
        List<Control.Sum> sums = tools.progress().sums(job.id());
        List<Control> found = expected.stream().map(control -> control.in(job.rows(), sums)).toList();
        tools.progress().expect(job.id(), found);
        return found;
    }

    private void stage() {
        int done = SystemViewer.transaction(() -> tools.progress().staged(job.id()));
        tally = SystemViewer.transaction(() -> tools.progress().tally(job.id()));
        List<MappedRow> batch = new ArrayList<>();
        int[] size = { 0};
        try {
            RowReader rows = mapping.rows(SourceFile.header(file(), job.dialect()), job.dialect());
            SourceFile.read(file(), job.dialect(), mapping.headerRows(), (number, line, fields) -> {
                // Rows that are staged already are read again all the same: the mapping counts the rows of each id.
                MappedRow row = rows.map(number, line, fields);
                if (number > done) {
                    batch.add(row);
                    size[0] += fields.stream().mapToInt(String::length).sum();
                }
                if (batch.size() == tools.config().batch() || size[0] > MAX_BATCH_CHARACTERS) {
                    stage(batch);
                    size[0] = 0;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!batch.isEmpty()) {
            stage(batch);
        }
    }

    private StoredFile file() {
        return new StoredFile(piece -> SystemViewer.transaction(() -> tools.files().chunk(job.id(), piece)));
    }

    private void stage(List<MappedRow> batch) {
        requireGoOn();
        List<MappedRow> judged = mapping.isOwn() ? judgeOwn(batch) : batch;
        SystemViewer.transaction(() -> {
            requireHeld();
            tools.progress().stage(job, mapping.isOwn() ? judged : judge(judged), tally);
        });
        batch.clear();
    }

    /** Rows of the own template are held against what the importer may see and do, in a transaction in which that one looks. */
    private List<MappedRow> judgeOwn(List<MappedRow> batch) {
        List<MappedRow> stated = batch.stream().filter(row -> row.stated() != null).toList();
        List<MappedRow> known = SystemViewer.transaction(() -> {
            Map<String, PartyReference> parties = tools.parties()
                    .find(stated.stream().map(row -> row.stated().commitment().party()).collect(Collectors.toSet()));
            return stated.stream().filter(row -> parties.containsKey(row.stated().commitment().party())).toList();
        });
        List<Ruling> rulings = OnBehalf.transaction(job.by(), () -> tools.intake().judge(known.stream()
                .map(row -> new CommitmentIntake.Row(row.stated().commitment(), row.stated().isSame())).toList(), job.mapping()));
        Map<Integer, Ruling> byNumber = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            byNumber.put(known.get(i).number(), rulings.get(i));
        }
        return batch.stream().map(row -> row.stated() == null ? row : ruled(row, byNumber.get(row.number()))).toList();
    }

    private static MappedRow ruled(MappedRow row, Ruling ruling) {
        if (ruling == null) {
            return row
                    .rejected(Finding.rejection("party", "unknown-party", "is not known here", row.stated().commitment().party()));
        }
        if (ruling.commitment() == null) {
            return row.rejected(ruling.faults().stream()
                    .map(fault -> Finding.rejection(fault.field(), "against-the-rules", fault.message(), null)).toList());
        }
        return ruling.unchanged() ? row.unchanged(ruling.commitment()) : row.as(ruling.commitment());
    }

    /** What the mapping alone cannot know: whether the party is one, and whether it is one that this import may write for. */
    private List<MappedRow> judge(List<MappedRow> batch) {
        Set<String> named = batch.stream().filter(row -> !row.isRejected()).map(row -> row.commitment().party())
                .collect(Collectors.toSet());
        Map<String, PartyReference> known = tools.parties().find(named);
        return batch.stream().map(row -> row.isRejected() ? row : judge(row, known.get(row.commitment().party()))).toList();
    }

    private MappedRow judge(MappedRow row, PartyReference party) {
        String code = row.commitment().party();
        if (party == null) {
            return row.rejected(
                    Finding.rejection(null, "unknown-party", "is of the party " + code + ", which is not known here", code));
        }
        if (party.series() != mapping.series()) {
            return row.rejected(Finding.rejection(null, "wrong-series", "is of the series " + party.series(), code));
        }
        if (job.onlyParty() != null && !job.onlyParty().equals(code)) {
            return row.rejected(
                    Finding.rejection(null, "not-your-party", "is of the party " + code + "; an editor imports for the own",
                            code));
        }
        return row;
    }

    /** Decides on the next rows; false when there are none. */
    private boolean storeNext() {
        requireHeld();
        int first = tools.progress().next(job.id());
        if (first == 0) {
            return false;
        }
        int last = first + tools.config().batch() - 1;
        CommitmentStore.Import from = new CommitmentStore.Import(job.id(), job.mapping(), mapping.basis(), mapping.series(),
                job.by(), job.reason(), day);
        Map<Outcome, Integer> outcomes = job.dryRun()
                ? tools.store().compare(from, first, last, mapping::labelFor)
                : tools.store().store(from, first, last, mapping::labelFor);
        tools.progress().count(job.id(), outcomes);
        return true;
    }

    private void finish(JobState state, String failure) {
        SystemViewer.transaction(() -> {
            requireHeld();
            tools.progress().finish(job.id(), state, failure);
        });
    }

    private void requireHeld() {
        if (!tools.progress().hold(job.id(), holder, tools.config().lease())) {
            throw new Interrupted("the import " + job.id() + " has been taken by another process");
        }
    }

    private void requireGoOn() {
        if (!goOn.getAsBoolean()) {
            throw new Interrupted("this process ends");
        }
    }
}
