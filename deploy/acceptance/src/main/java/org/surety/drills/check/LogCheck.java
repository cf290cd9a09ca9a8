package org.surety.drills.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.drills.check.Damage.Kind;
import org.surety.drills.check.Evidence.Change;
import org.surety.drills.check.Evidence.OwnerLog;

/** A log by itself: dense numbers from 1, times that never decrease, versions of a subject that follow their numbers, nothing twice. */
final class LogCheck {
    private final OwnerLog log;
    private final List<Damage> damages = new ArrayList<>();

    private LogCheck(OwnerLog log) {
        this.log = log;
    }

    static List<Damage> of(OwnerLog log) {
        LogCheck check = new LogCheck(log);
        check.numbers();
        check.changes();
        check.records();
        return check.damages;
    }

    private void numbers() {
        long expected = 1;
        Instant before = Instant.MIN;
        for (Change change : log.changes()) {
            if (change.sequence() == null) {
                damage(Kind.OUT_OF_ORDER, "change " + change.id() + " has no number");
                continue;
            }
            if (change.sequence() != expected) {
                damage(Kind.OUT_OF_ORDER, "after " + (expected - 1) + " comes " + change.sequence());
            }
            expected = change.sequence() + 1;
            if (change.recordedAt() == null || change.recordedAt().isBefore(before)) {
                damage(Kind.OUT_OF_ORDER, "the time decreases at " + change.sequence());
            } else {
                before = change.recordedAt();
            }
        }
        if (log.lastSequence() != expected - 1) {
            damage(Kind.OUT_OF_ORDER, "the head is " + log.lastSequence() + ", the last change " + (expected - 1));
        }
    }

    private void changes() {
        Set<UUID> ids = new HashSet<>();
        Set<String> versions = new HashSet<>();
        Map<String, Long> newest = new HashMap<>();
        for (Change change : log.changes()) {
            if (!ids.add(change.id())) {
                damage(Kind.DOUBLED, "change " + change.id());
            }
            if (!versions.add(change.subject() + " " + change.version())) {
                damage(Kind.DOUBLED, "version " + change.version() + " of " + change.subject());
            }
            Long before = newest.put(change.subject(), change.version());
            if (before != null && before >= change.version()) {
                damage(Kind.OUT_OF_ORDER, "version " + change.version() + " of " + change.subject() + " after " + before);
            }
        }
    }

    /** Each version of each record, from its first to the one it has now, has its change. */
    private void records() {
        Map<String, Long> count = new HashMap<>();
        Map<String, Long> newest = new HashMap<>();
        for (Change change : log.changes()) {
            count.merge(change.subject(), 1L, Long::sum);
            newest.merge(change.subject(), change.version(), Math::max);
        }
        log.records().forEach((subject, version) -> {
            if (!version.equals(newest.get(subject)) || !version.equals(count.get(subject))) {
                damage(Kind.LOST, subject + " has version " + version + ", its " + count.getOrDefault(subject, 0L)
                        + " changes end with " + newest.get(subject));
            }
        });
        log.created().forEach((key, records) -> {
            if (records.size() > 1) {
                damage(Kind.DOUBLED, "command " + key + " made " + records);
            }
        });
    }

    private void damage(Kind kind, String what) {
        damages.add(new Damage(kind, log.owner() + ": " + what));
    }
}
