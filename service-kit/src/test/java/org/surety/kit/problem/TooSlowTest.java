package org.surety.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.kit.RealParts;
import org.surety.kit.log.Database;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.test.junit.QuarkusTest;

/** A question that takes longer than one, or all of a request, may take is no failure on our side: it is said that there was no time. */
@QuarkusTest
@RealParts
class TooSlowTest {

    /** Takes three seconds of the database, within limits of one. */
    @Path("/slow")
    @PermitAll
    public static class Slow {
        private final Database database;
        private final TransactionSynchronizationRegistry transactions;

        Slow(Database database, TransactionSynchronizationRegistry transactions) {
            this.database = database;
            this.transactions = transactions;
        }

        @GET
        @Path("/statement")
        @Transactional
        public void statement() {
            database.run(connection -> Database.update(connection, "set local statement_timeout = 1000"));
            sleep();
        }

        @GET
        @Path("/transaction")
        @Transactional
        @TransactionConfiguration(timeout = 1)
        public void transaction() {
            sleep();
        }

        @GET
        @Path("/commit")
        @Transactional
        public void commit() {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    throw new IllegalStateException("broken");
                }

                @Override
                public void afterCompletion(int status) {
                    // Nothing was done.
                }
            });
        }

        private void sleep() {
            database.run(connection -> Database.list(connection, "select pg_sleep(3)", row -> null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "statement", "transaction"})
    void isAnsweredAsNotAvailableNow(String limit) {
        given().get("/slow/" + limit).then().statusCode(503)
                .body("type", equalTo("https://surety.example/problems/temporarily-unavailable"))
                .header("Retry-After", notNullValue()).body("detail", not(containsString("transaction")));
    }

    /** A transaction is rolled back then too. */
    @Test
    void whatBreaksAtTheCommitIsOurFault() {
        given().get("/slow/commit").then().statusCode(500);
    }
}
