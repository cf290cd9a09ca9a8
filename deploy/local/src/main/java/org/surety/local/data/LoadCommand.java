package org.surety.local.data;

import java.nio.file.Path;

import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.Progress;

/** {@code LoadCommand ROOT [PORT_BASE]}: loads the data of the checkout into the suite that runs on these ports (default 8600). */
public final class LoadCommand {

    private LoadCommand() {
    }

    public static void main(String[] arguments) {
        int base = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Ports.DEFAULT_BASE;
        try (Progress progress = new Progress(System.out)) {
            DataLoader.load(Path.of(arguments[0]).toAbsolutePath().normalize(), new Ports(base), progress);
            progress.say("data", "loaded");
        } catch (PartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
