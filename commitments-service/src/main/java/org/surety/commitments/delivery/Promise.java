package org.surety.commitments.delivery;

import java.util.UUID;

import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * What a commitment says, as far as deliveries of it have to fit.
 *
 * @param amounts who may see how much is promised and delivered
 * @param quantity null: none is promised
 * @param money null: none is promised
 */
public record Promise(UUID commitment, String party, Series series, Label label, Label amounts, Quantity quantity, Money money) {
}
