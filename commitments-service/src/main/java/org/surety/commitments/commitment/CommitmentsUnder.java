package org.surety.commitments.commitment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.label.Label;
import org.surety.kit.log.Database;

/** The commitments that are made under an instrument, as far as the viewer may see them. */
@ApplicationScoped
public class CommitmentsUnder {

    private static final String LABELS = """
            select distinct a.key from commitment c join audience a on a.id = c.audience_id
            where c.instrument = ? and c.state <> 'DRAFT' order by a.key""";

    private final Database database;

    CommitmentsUnder(Database database) {
        this.database = database;
    }

    /** To whom they are released. A draft is looked at when it is filed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Label> labels(UUID instrument) {
        return database.call(
                connection -> Database.list(connection, LABELS, row -> Label.parse(row.getString(1)), instrument));
    }
}
