package org.surety.kit.run;

import jakarta.inject.Inject;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts a service; with the argument {@code migrate} brings its database to this version with the owner's role and ends; with
 * {@code restored} does that and gives the log of a database that came back from a copy a new id, so that everybody who has followed the
 * lost one finds out. They are one jar, so that a release cannot run against a schema it was not built with.
 */
@QuarkusMain
public class ServiceMain {

    private static final String MIGRATE = "migrate";

    private static final String RESTORED = "restored";

    /** Runs until the service is told to end. */
    static class Serving implements QuarkusApplication {
        @Override
        public int run(String... args) {
            Quarkus.waitForExit();
            return 0;
        }
    }

    /** The migration is done while the application starts; there is nothing left to do. */
    static class Migrating implements QuarkusApplication {
        @Override
        public int run(String... args) {
            return 0;
        }
    }

    /** The epoch goes on too: whoever still numbers the old log is fenced. */
    static class Restored implements QuarkusApplication {

        private static final String NEW_LOG = "update log_head set log_id = gen_random_uuid(), epoch = epoch + 1, holder = 'nobody'";

        @Inject
        Database database;

        @Override
        public int run(String... args) {
            SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, NEW_LOG)));
            return 0;
        }
    }

    public static void main(String... args) {
        String argument = args.length == 1 ? args[0] : "";
        if (args.length == 0) {
            Quarkus.run(Serving.class, args);
        } else if (argument.equals(MIGRATE) || argument.equals(RESTORED)) {
            System.setProperty("quarkus.profile", MIGRATE);
            Quarkus.run(argument.equals(MIGRATE) ? Migrating.class : Restored.class, args);
        } else {
            System.err.println("Usage: java -jar quarkus-run.jar [migrate | restored]");
            System.exit(2);
        }
    }
}
