package org.surety.drills.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.surety.drills.check.Damage.Kind;
import org.surety.drills.check.Evidence.Command;
import org.surety.drills.check.Evidence.OwnerLog;
import org.surety.drills.load.LogLine;
import org.surety.drills.load.Outcome;

/** What the clients were told beside what is in the logs: nothing acknowledged is missing, and nothing is there that nobody asked for. */
final class ClientCheck {
    private final Evidence evidence;
    private final List<Damage> damages = new ArrayList<>();
    private final Map<String, Set<String>> versions = new HashMap<>();

    private ClientCheck(Evidence evidence) {
        this.evidence = evidence;
        evidence.logs().forEach((owner, log) -> versions.put(owner, versions(log)));
    }

    private static Set<String> versions(OwnerLog log) {
        Set<String> versions = new HashSet<>();
        log.changes().forEach(change -> versions.add(change.subject() + " " + change.version()));
        return versions;
    }

    static List<Damage> of(Evidence evidence) {
        ClientCheck check = new ClientCheck(evidence);
        check.acknowledged();
        check.notAskedFor();
        return check.damages;
    }

    /** Whether a command without an answer was carried out all the same. */
    static boolean wasCarriedOut(LogLine line, OwnerLog log, Set<String> versions) {
        return line.subject() == null
                ? log.created().containsKey(line.key())
                : versions.contains(line.subject() + " " + line.version());
    }

    private void acknowledged() {
        Map<String, String> told = new HashMap<>();
        for (Command command : evidence.commands().values()) {
            LogLine line = command.last();
            if (line.outcome() != Outcome.ACKNOWLEDGED) {
                continue;
            }
            String version = line.subject() + " " + line.version();
            if (!versions.get(line.owner()).contains(version)) {
                damages.add(new Damage(Kind.LOST, line.owner() + ": acknowledged " + line.act() + " " + line.key() + ", version "
                        + line.version() + " of " + line.subject()));
            }
            String other = told.put(line.owner() + " " + version, line.key());
            if (other != null) {
                damages.add(new Damage(Kind.LOST, line.owner() + ": " + other + " and " + line.key()
                        + " were both told that they made version " + line.version() + " of " + line.subject()));
            }
        }
    }

    /** A record has no version beyond those that its clients were told of, or asked for without an answer. */
    private void notAskedFor() {
        Map<String, Long> most = new HashMap<>();
        for (Command command : evidence.commands().values()) {
            LogLine line = command.last();
            if (line.outcome() == Outcome.REFUSED || line.subject() == null) {
                continue;
            }
            String record = line.owner() + " " + line.subject();
            most.merge(record, line.version(), Math::max);
        }
        for (OwnerLog log : evidence.logs().values()) {
            log.records().forEach((subject, version) -> {
                Long known = most.get(log.owner() + " " + subject);
                if (known != null && version > known) {
                    damages.add(new Damage(Kind.DOUBLED, log.owner() + ": " + subject + " has version " + version
                            + ", the clients asked for no more than " + known));
                }
            });
        }
    }
}
