package org.surety.commitments.mapping;

import java.util.List;

import org.surety.commitments.file.Dialect;
import org.surety.commitments.file.Layout;
import org.surety.contracts.Basis;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** How the rows of a file become commitments. */
public interface Mapping extends Layout {

    /** What reads the rows of one file in their order. */
    RowReader rows(List<String> header, Dialect dialect);

    /** On what all that it brings rests; null: each row says. */
    Basis basis();

    /** Of which series all that it brings is; null: each row has that of its party. */
    Series series();

    /** Under which label the rows of a party are stored that state none. */
    Label labelFor(String party);

    /** Whether rows are records of this register, which are held against what is there and may be amended in every field. */
    boolean isOwn();
}
