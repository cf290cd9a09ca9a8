package org.surety.kit.run;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts a service, or with the argument {@code migrate} brings its database to this version with the owner's role and ends. The two are
 * one jar, so that a release cannot run against a schema it was not built with.
 */
@QuarkusMain
public class ServiceMain {

    private static final String MIGRATE = "migrate";

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

    public static void main(String... args) {
        if (args.length == 1 && MIGRATE.equals(args[0])) {
            System.setProperty("quarkus.profile", MIGRATE);
            Quarkus.run(Migrating.class, args);
        } else if (args.length == 0) {
            Quarkus.run(Serving.class, args);
        } else {
            System.err.println("Usage: java -jar quarkus-run.jar [migrate]");
            System.exit(2);
        }
    }
}
