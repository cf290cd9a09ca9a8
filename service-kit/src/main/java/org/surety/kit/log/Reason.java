package org.surety.kit.log;

/** Why a record changed: the classes by which the difference between two recorded times is explained. */
public enum Reason {
    NEW_FACT, CORRECTION, REVALUATION, RECLASSIFICATION, EXCHANGE_RATE
}
