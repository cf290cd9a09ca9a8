package org.surety.drills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every fault that can be played, in the order in which they are. */
final class Faults {
    private Faults() {
    }

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(ServiceFaults.all());
        faults.addAll(PointFaults.all());
        faults.addAll(BrokerFaults.all());
        faults.addAll(MessageFaults.all());
        faults.addAll(DatabaseFaults.all());
        return faults;
    }

    /**
     * Those that are meant by "all", "short" or names with commas.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    static List<Fault> named(String words) {
        if (words.equals("all")) {
            return all();
        }
        if (words.equals("short")) {
            return all().stream().filter(Fault::quick).toList();
        }
        return Arrays.stream(words.split(",")).map(name -> all().stream().filter(fault -> fault.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault " + name + "; --list names them"))).toList();
    }
}
