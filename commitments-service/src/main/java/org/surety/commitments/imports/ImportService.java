package org.surety.commitments.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.FileLimits;
import org.surety.commitments.file.SourceFile;
import org.surety.commitments.file.Told;
import org.surety.commitments.mapping.ImportMappings;
import org.surety.commitments.mapping.Mapping;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.log.Reason;
import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.RecordNotFound;
import org.surety.kit.problem.Violations;

/**
 * Takes files in and tells what has become of them. The coordinator records what public sources say of anybody's earlier support; an
 * editor imports for the own party. An import is seen by the party that made it; one of a coordinator without party, by such coordinators.
 */
@ApplicationScoped
public class ImportService {

    private final ImportRepository imports;
    private final ImportProgress progress;
    private final TakeBackRepository takeBacks;
    private final ImportMappings mappings;
    private final Audiences audiences;
    private final CurrentActor actor;
    private final Paging paging;
    private final ImportsConfig config;
    private final Clock clock;
    private final Event<ImportWaiting> waiting;

    ImportService(ImportRepository imports, ImportProgress progress, TakeBackRepository takeBacks,
            ImportMappings mappings, Audiences audiences,
            CurrentActor actor, Paging paging,
            ImportsConfig config, Clock clock, Event<ImportWaiting> waiting) {
        this.imports = imports;
        this.progress = progress;
        this.takeBacks = takeBacks;
        this.mappings = mappings;
        this.audiences = audiences;
        this.actor = actor;
        this.paging = paging;
        this.config = config;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * How a file is to be taken.
     *
     * @param reason why what is there already is said anew
     * @param expected totals that it must have
     */
    record Order(String mapping, Mode mode, boolean dryRun, Reason reason, FileFormat format, Told told, List<Control> expected) {
    }

    /** Looks through the file and keeps it; its rows are read in the background. */
    @Transactional
    ImportRepresentation submit(Order order, Path file) {
        Mapping mapping = mappings.require(order.mapping());
        Actor by = actor.require();
        String onlyParty = onlyParty(by, mapping);
        try {
            long bytes = Files.size(file);
            if (bytes > config.largestFile().asLongValue()) {
                throw new Problem(KitProblem.PAYLOAD_TOO_LARGE,
                        "A file may have " + config.largestFile().asLongValue() + " bytes.");
            }
            SourceFile.Checked checked = SourceFile.check(file, order.format(), mapping, order.told(),
                    new FileLimits(config.mostCells(), config.largestUnpacked().asLongValue()));
            try {
                ImportJob job = imports.insert(
                        new ImportJob(UUID.randomUUID(), 0, mapping.name(), checked.dialect(), order.mode(), order.dryRun(),
                                order.reason(),
                                JobState.QUEUED, by.subject(), by.party(), by.roles(), onlyParty, checked.rows(), null, null,
                                clock.instant(), null, null, audiences.intern(labelOf(by))),
                        bytes);
                imports.keep(job, checked.kept());
                progress.expect(job.id(), order.expected());
                waiting.fire(new ImportWaiting(job.id()));
                return representation(job);
            } finally {
                if (!checked.kept().equals(file)) {
                    Files.deleteIfExists(checked.kept());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one party whose rows the actor may bring; null: anybody's. */
    private static String onlyParty(Actor by, Mapping mapping) {
        if (mapping.isOwn()) {
            // What each row is of decides, and who sees what is there already.
            return by.is(Role.COORDINATOR) ? null : requireParty(by);
        }
        if (by.is(Role.COORDINATOR) && mapping.basis() == Basis.EARLIER_SUPPORT) {
            return null;
        }
        return requireParty(by);
    }

    private static String requireParty(Actor by) {
        if (!by.is(Role.EDITOR) || by.party() == null) {
            throw new NotPermitted("An editor imports for the own party; the coordinator imports earlier support alone.");
        }
        return by.party();
    }

    /** A coordinator without party stands for the coalition; that only such coordinators see the import is the repository's affair. */
    private static Label labelOf(Actor by) {
        return by.party() == null ? Label.of(Release.COALITION, Series.REAL, null, List.of()) : Label.national(by.party());
    }

    @Transactional
    ImportRepresentation require(UUID id) {
        return representation(requireJob(id));
    }

    @Transactional
    Page<ImportRepresentation> list(Paging.Request request) {
        requireViewer();
        List<ImportJob> jobs = imports.list(actor.require().party(), request);
        return paging.page(request, jobs, job -> List.of(Long.toString(job.number())))
                .map(this::representation);
    }

    @Transactional
    Page<ReportRow> report(UUID id, RowOutcome outcome, TakenBack takenBack, boolean onlyFindings, Paging.Request request) {
        requireJob(id);
        int row = request.after().isEmpty() ? 0 : Integer.parseInt(request.after().get(0));
        int finding = request.after().isEmpty() ? 0 : Integer.parseInt(request.after().get(1));
        return paging.page(request, imports.report(id, outcome, takenBack, onlyFindings, row, finding, request.fetch()),
                line -> List.of(Integer.toString(line.row()), Integer.toString(line.finding())));
    }

    /** What was found in the rows behind a row, as far as these many lines of the report go. */
    @Transactional
    List<ReportRow> findings(UUID id, int afterRow, int afterFinding, int limit) {
        return imports.report(id, null, null, true, afterRow, afterFinding, limit);
    }

    @Transactional
    byte[] chunk(UUID id, int number) {
        return imports.chunk(id, number);
    }

    @Transactional
    List<LossRows.Outcome> outcomes(UUID id, int after, int limit) {
        return imports.outcomes(id, after, limit);
    }

    /** What of the file the register holds, keeps and does not have. */
    @Transactional
    LossRepresentation losses(UUID id) {
        ImportJob job = requireJob(id);
        return LossRepresentation.from(job, progress.tally(id));
    }

    Mapping mapping(String name) {
        return mappings.require(name);
    }

    private ImportRepresentation representation(ImportJob job) {
        return ImportRepresentation.from(job, progress.controls(job.id()), takeBacks.find(job.id()));
    }

    /** Takes back what the import has made; carried out in the background. Asked again it is the same. */
    @Transactional
    ImportRepresentation takeBack(UUID id, String reason) {
        ImportJob job = requireJob(id);
        new Violations().text(reason, "reason", Violations.MAX_TEXT).refuse();
        if (job.dryRun() || job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
            throw ImportProblem.notStored(job);
        }
        takeBacks.request(id, reason);
        waiting.fire(new ImportWaiting(id));
        return representation(job);
    }

    /** The import itself, as far as the viewer may see it. */
    @Transactional
    ImportJob job(UUID id) {
        return requireJob(id);
    }

    private ImportJob requireJob(UUID id) {
        requireViewer();
        return imports.find(id, actor.require().party()).orElseThrow(RecordNotFound::new);
    }

    private void requireViewer() {
        Actor viewer = actor.require();
        if (viewer.party() == null && !viewer.is(Role.COORDINATOR)) {
            throw new NotPermitted("Imports are seen by the party that made them.");
        }
    }
}
