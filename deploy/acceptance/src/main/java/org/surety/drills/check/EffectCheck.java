package org.surety.drills.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.surety.drills.check.Damage.Kind;
import org.surety.drills.check.Evidence.Change;
import org.surety.drills.check.Evidence.Follower;
import org.surety.drills.check.Evidence.OwnerLog;
import org.surety.drills.check.Evidence.Projection;
import org.surety.drills.check.Evidence.Row;
import org.surety.drills.check.Evidence.Sums;

/** What the consumers made of the logs: each change has its effect, once, and none that was overtaken by an older one. */
final class EffectCheck {
    private final Evidence evidence;
    private final List<Damage> damages = new ArrayList<>();

    private EffectCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Damage> of(Evidence evidence) {
        EffectCheck check = new EffectCheck(evidence);
        evidence.followers().forEach(check::follower);
        evidence.projections().forEach(check::projection);
        evidence.sums().forEach(check::sums);
        return check.damages;
    }

    private void follower(Follower follower) {
        OwnerLog log = evidence.logs().get(follower.owner());
        String who = follower.consumer() + " of " + follower.owner() + ": ";
        if (follower.sequence() != log.lastSequence()) {
            damage(follower.sequence() < log.lastSequence() ? Kind.LOST : Kind.DOUBLED,
                    who + "the watermark is at " + follower.sequence() + ", the log at " + log.lastSequence());
            return;
        }
        UUID last = log.changes().stream().filter(change -> Long.valueOf(follower.sequence()).equals(change.sequence()))
                .map(Change::id).findFirst().orElse(null);
        if (follower.sequence() > 0
                && !(log.logId().equals(follower.logId()) && last != null && last.equals(follower.changeId()))) {
            damage(Kind.OUT_OF_ORDER, who + "the watermark is in another log");
        }
    }

    private void projection(Projection projection) {
        String table = projection.consumer() + "." + projection.table() + ": ";
        Set<String> subjects = new TreeSet<>(projection.expected().keySet());
        subjects.addAll(projection.found().keySet());
        for (String subject : subjects) {
            Row expected = projection.expected().get(subject);
            Row found = projection.found().get(subject);
            if (found == null) {
                damage(Kind.LOST, table + subject + " is missing, version " + expected.version());
            } else if (expected == null) {
                damage(Kind.DOUBLED, table + subject + " is no record of its owner");
            } else if (found.version() < expected.version()) {
                damage(Kind.OUT_OF_ORDER,
                        table + subject + " has version " + found.version() + " instead of " + expected.version());
            } else if (!found.equals(expected)) {
                damage(Kind.DOUBLED, table + subject + " has " + found + " instead of " + expected);
            }
        }
        changesWithoutEffect(projection, table);
    }

    /** By the log and not by the records: a change whose record says nothing of it would be found too. */
    private void changesWithoutEffect(Projection projection, String table) {
        Set<UUID> parked = new HashSet<>();
        evidence.followers().stream().filter(follower -> follower.consumer().equals(projection.consumer()))
                .forEach(follower -> parked.addAll(follower.parked()));
        for (Change change : evidence.logs().get(projection.owner()).changes()) {
            if (change.withheld() || !projection.types().contains(change.type()) || parked.contains(change.id())) {
                continue;
            }
            Row found = projection.found().get(change.subject());
            if (found == null || found.version() < change.version()) {
                damage(Kind.LOST, table + "change " + change.sequence() + " of " + change.subject() + " to version "
                        + change.version() + " has no effect");
            }
        }
    }

    private void sums(Sums sums) {
        Set<String> keys = new TreeSet<>(sums.expected().keySet());
        keys.addAll(sums.found().keySet());
        for (String key : keys) {
            String expected = sums.expected().get(key);
            String found = sums.found().get(key);
            if (expected == null || !expected.equals(found)) {
                damage(found == null ? Kind.LOST : Kind.DOUBLED,
                        sums.table() + " " + key + " is " + found + " instead of " + expected);
            }
        }
    }

    private void damage(Kind kind, String what) {
        damages.add(new Damage(kind, what));
    }
}
