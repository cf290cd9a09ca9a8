package org.surety.release.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.surety.release.audit.RecordedStream.HeldEnd;

/** A file whose end is held back. */
class RecordedStreamTest {

    private static final int HELD = 8192;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aSmallFileIsHeldAsAWhole() throws IOException {
        HeldEnd held = new HeldEnd(out);
        held.write("all of it".getBytes());
        held.flush();
        held.close();
        assertThat(out.size()).isZero();
        held.release();
        assertThat(out).hasToString("all of it");
    }

    @Test
    void ofALargeOneTheEndIsHeldAndNothingIsLost() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] file = new byte[random.nextInt(5 * HELD)];
            random.nextBytes(file);
            out.reset();
            HeldEnd held = new HeldEnd(out);
            int at = 0;
            while (at < file.length) {
                int length = Math.min(file.length - at, 1 + random.nextInt(random.nextBoolean() ? 20 : 3 * HELD));
                held.write(file, at, length);
                at += length;
                assertThat(out.size()).isLessThan(at).isGreaterThanOrEqualTo(at - HELD);
            }
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(file, out.size()));
            held.release();
            assertThat(out.toByteArray()).isEqualTo(file);
        }
    }

    @Test
    void byteByByteToo() throws IOException {
        HeldEnd held = new HeldEnd(out);
        for (int i = 0; i < HELD + 10; i++) {
            held.write(i);
        }
        assertThat(out.size()).isPositive().isLessThan(HELD + 10);
        held.release();
        assertThat(out.size()).isEqualTo(HELD + 10);
        assertThat(out.toByteArray()[HELD + 9]).isEqualTo((byte) (HELD + 9));
    }
}
