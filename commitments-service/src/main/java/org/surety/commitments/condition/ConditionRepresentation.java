package org.surety.commitments.condition;

import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.ConditionKind;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A condition as it is answered: what it names may be a record that is not released to the viewer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConditionRepresentation(ConditionKind kind, Reference commitment, String party, Reference instrument, String text) {

    public static ConditionRepresentation of(Condition condition, Predicate<UUID> visible) {
        return new ConditionRepresentation(condition.kind(), Reference.to(condition.commitment(), visible), condition.party(),
                Reference.to(condition.instrument(), visible), condition.text());
    }

    public boolean hidesAnything() {
        return Reference.NOT_RELEASED.equals(commitment) || Reference.NOT_RELEASED.equals(instrument);
    }
}
