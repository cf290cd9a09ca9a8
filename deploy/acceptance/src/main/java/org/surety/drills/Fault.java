package org.surety.drills;

/**
 * Something that goes wrong, under load.
 *
 * @param name on the command line and in the report
 * @param promise what must hold beside "nothing lost, doubled or out of order"
 * @param quick whether it is in the short form
 * @param ownBroker whether the broker must be a process of the drill
 */
record Fault(String name, String promise, boolean quick, boolean ownBroker, Script script) {

    /** Does it and undoes it. */
    @FunctionalInterface
    interface Script {
        void play(Scene scene) throws Exception;
    }

    static Fault of(String name, String promise, Script script) {
        return new Fault(name, promise, false, false, script);
    }

    Fault inShortForm() {
        return new Fault(name, promise, true, ownBroker, script);
    }

    Fault withOwnBroker() {
        return new Fault(name, promise, quick, true, script);
    }
}
