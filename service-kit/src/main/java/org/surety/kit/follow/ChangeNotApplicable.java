package org.surety.kit.follow;

import java.sql.SQLException;
import java.util.List;

/** A change that the projector cannot apply, by its own fault: trying again brings nothing. */
class ChangeNotApplicable extends RuntimeException {

    /** The classes of SQLSTATE that speak of the data: data exception, integrity constraint, program limit, an exception raised by us. */
    private static final List<String> OF_THE_DATA = List.of("22", "23", "54", "P0");

    private ChangeNotApplicable(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /**
     * Does what a projector has to do with changes.
     *
     * @throws ChangeNotApplicable when one of them is to blame; everything else - a lost connection, a time-out, a table that is not there
     *         - would hit any change and passes as it is, because whoever set changes aside for it would empty the log
     */
    static void during(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw isOfTheData(e) ? new ChangeNotApplicable(e) : e;
        }
    }

    private static boolean isOfTheData(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state != null && OF_THE_DATA.stream().anyMatch(state::startsWith);
            }
        }
        return true;
    }
}
