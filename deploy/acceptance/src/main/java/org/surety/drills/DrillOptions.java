package org.surety.drills;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a drill is told.
 *
 * @param writes acknowledged ones, of all faults together
 * @param perSecond commands that the clients begin, all together
 */
record DrillOptions(Path root, List<Fault> faults, boolean quick, long writes, double perSecond, long seed,
        Optional<BrokerAccess> broker, boolean resume, Optional<Path> report, boolean list, boolean help, String command) {
    static final String HELP = """
            deploy/acceptance/drill [options]    the suite under faults: what is lost, doubled, out of order?

              --faults WHICH       all, short, or names with commas (default short)
              --writes N           acknowledged writes of all faults together (default 10000)
              --rate N             commands a second that the clients begin (default 120)
              --seed S             chooses commands and moments (default 1)
              --broker-url URL     amqp://user:password@host:port/vhost of an empty virtual host; faults that kill
                                   the broker are left out then
              --broker-management-url URL   of that broker, its user an administrator (default http://host:15672)
              --resume             go on where an interrupted drill of the same commit and seed ended
              --report FILE        write the report there
              --list               name the faults
              --rebuild N [TIMES [REPLICAS]]   alone: no fault and no load; how long a consumer takes to make its
                                   projection of N changes anew, three times with one replica unless said otherwise
              --coverage SIZES [TIMES]   alone: how long coverage and what-ifs take at these numbers of commitments, with
                                   commas, each beside the first; every question 200 times unless said otherwise.
                                   SIZES again: of what the last run has left
              --fuzz N             alone: N requests made of the API's document, sound and spoiled (with --seed, --report)
              --connections N      alone: N slow connections, and what they cost the others (with --report)
              --help               this text

            State and logs: .local/drill. Exit status 1 when any promise is broken.
            """;

    private static final class Parsed {
        private String faults = "short";
        private long writes = 10_000;
        private double rate = 120;
        private long seed = 1;
        private URI broker;
        private String management;
        private boolean resume;
        private Path report;
        private boolean list;
        private boolean help;
    }

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static DrillOptions parse(Path root, List<String> arguments) {
        Parsed parsed = new Parsed();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--faults" -> parsed.faults = value(word, words);
                case "--writes" -> parsed.writes = Long.parseLong(value(word, words));
                case "--rate" -> parsed.rate = Double.parseDouble(value(word, words));
                case "--seed" -> parsed.seed = Long.parseLong(value(word, words));
                case "--broker-url" -> parsed.broker = URI.create(value(word, words));
                case "--broker-management-url" -> parsed.management = value(word, words);
                case "--resume" -> parsed.resume = true;
                case "--report" -> parsed.report = Path.of(value(word, words));
                case "--list" -> parsed.list = true;
                case "--help", "-h" -> parsed.help = true;
                default -> throw new IllegalArgumentException("unknown option " + word);
            }
        }
        if (parsed.faults.equals("list")) {
            parsed.list = true;
        }
        if (parsed.list) {
            parsed.faults = "all";
        }
        return of(root, parsed, arguments);
    }

    private static DrillOptions of(Path root, Parsed parsed, List<String> arguments) {
        Optional<BrokerAccess> broker = Optional.ofNullable(parsed.broker).map(url -> BrokerAccess.of(url,
                parsed.management == null ? "http://" + url.getHost() + ":15672" : parsed.management));
        List<Fault> faults = Faults.named(parsed.faults).stream().filter(fault -> broker.isEmpty() || !fault.ownBroker()).toList();
        String command = "deploy/acceptance/drill " + String.join(" ", arguments).replaceAll("//[^ ]*@", "//...@");
        return new DrillOptions(root, faults, parsed.faults.equals("short"), parsed.writes, parsed.rate, parsed.seed, broker,
                parsed.resume, Optional.ofNullable(parsed.report), parsed.list, parsed.help, command);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }
}
