package org.surety.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a start of the suite can be told.
 *
 * @param root the checkout
 * @param folder the instance's state; {@code .local/suite-<base>} of the checkout unless given
 * @param portBase see {@link Ports}
 * @param reset drop the instance's data first
 * @param smoke start, ask the printed request, end
 * @param without services that somebody else runs
 * @param replicas how many processes of each service with a database; the gateway is one
 * @param surroundings what each of them is told beside the instance's own environment
 */
public record Options(Path root, Optional<Path> givenFolder, int portBase, boolean reset, boolean smoke, Set<Service> without,
        Act act, int replicas, Surroundings surroundings) {
    static final String HELP = """
            deploy/local/run [options]    starts the whole suite on this machine; Ctrl-C ends it, its data stays

              --reset             drop the data of this instance first
              --port-base N       first of its ports (default 8600); each base has its own data
              --smoke             start, ask the printed request, check the answer, end; exit status 0 if all went well
              --without SERVICE   leave out delegation-service, priorities-service, commitments-service or gateway (may be
                                  repeated) and print how to run it in Quarkus dev mode against the rest
              --only-parts        leave out all four: PostgreSQL, RabbitMQ and Keycloak only
              --stop              end the suite that runs on this port base, from another terminal
              --help              this text

            State, logs and secrets: .local/suite-<port base>. Programs shared by all instances: .local/parts.
            """;

    /** What to do. */
    public enum Act {
        START, STOP, HELP
    }

    /** The suite with all services on the default ports. */
    public static Options in(Path root) {
        return new Options(root, Optional.empty(), Ports.DEFAULT_BASE, false, false, Set.of(), Act.START, 1, Surroundings.NONE);
    }

    /** The same with another folder for the state. */
    public Options withFolder(Path folder) {
        return new Options(root, Optional.of(folder), portBase, reset, smoke, without, act, replicas, surroundings);
    }

    /** The same on other ports. */
    public Options withPortBase(int base) {
        return new Options(root, givenFolder, new Ports(base).base(), reset, smoke, without, act, replicas, surroundings);
    }

    /** The same, beginning without the data of earlier starts. */
    public Options withReset() {
        return new Options(root, givenFolder, portBase, true, smoke, without, act, replicas, surroundings);
    }

    /**
     * The same with so many processes of each service that has a database: a second one has the port of the first + 3.
     *
     * @param count 1 or 2
     */
    public Options withReplicas(int count) {
        if (count < 1 || count > Ports.MOST_REPLICAS) {
            throw new IllegalArgumentException(count + " replicas: the ports are for 1 to " + Ports.MOST_REPLICAS);
        }
        return new Options(root, givenFolder, portBase, reset, smoke, without, act, count, surroundings);
    }

    /** The same with services that are told more, or other things, than the instance's own environment. */
    public Options withSurroundings(Surroundings others) {
        return new Options(root, givenFolder, portBase, reset, smoke, without, act, replicas, others);
    }

    private Options withSmoke() {
        return new Options(root, givenFolder, portBase, reset, true, without, act, replicas, surroundings);
    }

    private Options withAct(Act other) {
        return new Options(root, givenFolder, portBase, reset, smoke, without, other, replicas, surroundings);
    }

    /** The same without the services named. */
    public Options without(Service... services) {
        Set<Service> all = without.isEmpty() ? EnumSet.noneOf(Service.class) : EnumSet.copyOf(without);
        all.addAll(List.of(services));
        return new Options(root, givenFolder, portBase, reset, smoke, Set.copyOf(all), act, replicas, surroundings);
    }

    /** The instance's state. */
    public Path folder() {
        return givenFolder.orElse(Instance.defaultFolder(root, portBase));
    }

    /** The services to start, in the order of their ports. */
    public List<Service> services() {
        return java.util.Arrays.stream(Service.values()).filter(service -> !without.contains(service)).toList();
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    static Options parse(Path root, List<String> arguments) {
        Options options = in(root);
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            options = switch (word) {
                case "--reset" -> options.withReset();
                case "--smoke" -> options.withSmoke();
                case "--only-parts" -> options.without(Service.values());
                case "--stop" -> options.withAct(Act.STOP);
                case "--help", "-h" -> options.withAct(Act.HELP);
                case "--port-base" -> options.withPortBase(number(word, value(word, words)));
                case "--without" -> options.without(Service.named(value(word, words)));
                default -> throw new IllegalArgumentException("unknown option " + word);
            };
        }
        if (options.smoke() && !options.without().isEmpty()) {
            throw new IllegalArgumentException("--smoke asks the whole suite: not together with --without or --only-parts");
        }
        return options;
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + value, e);
        }
    }
}
