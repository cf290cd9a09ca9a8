package org.surety.drills.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.surety.drills.check.Damage.Kind;
import org.surety.drills.check.Evidence.Command;
import org.surety.drills.check.Evidence.OwnerLog;
import org.surety.drills.load.LogLine;
import org.surety.drills.load.Outcome;

/**
 * Says what was lost, doubled or out of order. Shares no code and no SQL with the services: it knows their tables and what the contract
 * says of them.
 */
public final class Checker {
    private final Set<String> known = new HashSet<>();

    /** @param told damages that an interrupted drill has told of, as texts; what it left out of a long list is counted again */
    public Checker(Set<String> told) {
        known.addAll(told);
    }

    /**
     * The numbers of one fault.
     *
     * @param attempts commands begun
     * @param recovered commands without a clear answer that were found carried out
     * @param damages not seen before
     */
    public record Numbers(long attempts, long acknowledged, long refused, long recovered, List<Damage> damages) {

        public long count(Kind kind) {
            return damages.stream().filter(damage -> damage.kind() == kind).count();
        }

        public boolean isSound() {
            return damages.isEmpty();
        }
    }

    /** Everything that must not be. */
    public static List<Damage> damages(Evidence evidence) {
        List<Damage> damages = new ArrayList<>();
        evidence.logs().values().forEach(log -> damages.addAll(LogCheck.of(log)));
        damages.addAll(ClientCheck.of(evidence));
        damages.addAll(EffectCheck.of(evidence));
        return damages;
    }

    /** The numbers of a fault; damage seen at an earlier one is not counted again. */
    public Numbers check(Evidence evidence, String fault) {
        List<Damage> fresh = damages(evidence).stream().filter(damage -> known.add(damage.toString())).toList();
        Map<String, Set<String>> versions = new HashMap<>();
        evidence.logs().forEach((owner, log) -> versions.put(owner,
                log.changes().stream().map(change -> change.subject() + " " + change.version()).collect(Collectors.toSet())));
        List<Command> commands = evidence.commands().values().stream().filter(command -> command.last().fault().equals(fault))
                .toList();
        return new Numbers(commands.size(), count(commands, Outcome.ACKNOWLEDGED), count(commands, Outcome.REFUSED),
                commands.stream().filter(command -> isRecovered(command, evidence, versions)).count(), fresh);
    }

    private static long count(List<Command> commands, Outcome outcome) {
        return commands.stream().filter(command -> command.last().outcome() == outcome).count();
    }

    private static boolean isRecovered(Command command, Evidence evidence, Map<String, Set<String>> versions) {
        LogLine line = command.last();
        OwnerLog log = evidence.logs().get(line.owner());
        return line.outcome() == Outcome.ACKNOWLEDGED && command.unsure() && line.replayed()
                || line.outcome() == Outcome.UNKNOWN && ClientCheck.wasCarriedOut(line, log, versions.get(line.owner()));
    }
}
