package org.surety.priorities.party;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.log.Database;
import org.surety.kit.problem.Violations;

/** Which parties this service knows of. */
@ApplicationScoped
public class KnownParties {

    private static final String KNOWN = "select code from party_reference where code = any (?)";

    private final Database database;

    KnownParties(Database database) {
        this.database = database;
    }

    /** Refuses a request that names a party of another series or one that nobody has registered. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void require(Collection<String> codes, Series series, String field) {
        Set<String> known = known(codes);
        Violations violations = new Violations();
        for (String code : codes) {
            violations.check(Series.ofParty(code) == series, field, code + " is of the other series")
                    .check(known.contains(code), field,
                            code + " is not known here; a party registered a moment ago is known within seconds");
        }
        violations.refuse();
    }

    private Set<String> known(Collection<String> codes) {
        return database.call(connection -> new HashSet<>(Database.list(connection, KNOWN, row -> row.getString(1),
                connection.createArrayOf("text", codes.toArray()))));
    }
}
