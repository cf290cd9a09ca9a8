package org.surety.local.data;

import java.nio.file.Path;

import org.surety.local.FirstRunStep;
import org.surety.local.Instance;
import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Tokens;

/**
 * Loads {@code deploy/local/data} into a running suite: by the REST calls that ministries make, through the gateway, each user with a token
 * of the own.
 */
public final class DataLoader implements FirstRunStep {
    private static final String NAME = "data";

    @Override
    public String name() {
        return NAME;
    }

    /** {@inheritDoc} Goes on where an earlier one was interrupted, within the 24 hours for which answers are kept. */
    @Override
    public void run(Instance instance, Progress progress) {
        load(instance.root(), instance.ports(), progress);
    }

    static void load(Path root, Ports ports, Progress progress) {
        LoadPlan plan = LoadPlan.read(root.resolve("deploy").resolve("local").resolve("data"));
        Gateway gateway = new Gateway(Ports.url(ports.gateway()), user -> Tokens.ofUser(ports, user));
        try {
            new Loading(gateway, line -> progress.say(NAME, line)).load(plan);
        } catch (PartFailure e) {
            throw new PartFailure("Loading the data ended: " + e.getMessage()
                    + "\nWhat was loaded stays, and the next start goes on from there. To begin anew: deploy/local/run --reset", e);
        }
    }
}
