package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader has to be able to fail: each mistake is put into a real manifest, and the message has to name it. */
class StrictReaderTest {

    private static final Path DEPLOYMENT = Path.of("base/commitments-service/deployment.yaml");

    @Test
    void realManifestIsRead() {
        var resources = StrictReader.read(StrictReader.text(DEPLOYMENT));
        assertEquals(1, resources.size());
        assertEquals("commitments-service", resources.get(0).getMetadata().getName());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', value = {
            // A misspelt field of a probe is dropped without a word by a lenient reader: the probe keeps its default.
            "'failureThreshold: 45' | 'failureTreshold: 45' | failureTreshold",
            "'periodSeconds: 10'    | 'periodSecond: 10'    | periodSecond",
            "'httpGet:'             | 'httpget:'            | httpget",
            "'replicas: 2'          | 'replicas: \"2\"'     | replicas",
            "'replicas: 2'          | 'replica: 2'          | replica",
            "'readOnly: true'       | 'readOnly: \"true\"'  | readOnly",
            "'runAsUser: 10001'     | 'runAsUser: root'     | runAsUser",
            "'containerPort: 9000'  | 'containerPort: management' | containerPort",
            "'- name: tmp'          | '- name: 1'           | name",
            "'    spec:'            | '    specification:'  | specification",
            "'drop:'                | 'dropped:'            | dropped",
            "'minReadySeconds: 5'   | 'replicas: 5'         | replicas",
            "'kind: Deployment'     | 'kind: Deploymint'    | apps/v1/Deploymint",
            "'apiVersion: apps/v1'  | 'apiVersion: apps/v1beta1' | apps/v1beta1/Deployment",
    })
    void mistakeIsNamed(String right, String wrong, String named) {
        String text = StrictReader.text(DEPLOYMENT);
        assertTrue(text.contains(right), "The manifest no longer has: " + right);
        var refusal = assertThrows(StrictReader.NotAManifest.class, () -> StrictReader.read(text.replace(right, wrong)));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    @Test
    void numberForAnEnvironmentValueIsRefused() {
        String text = """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: broker
                data:
                  SURETY_BROKER_PORT: 5672
                """;
        var refusal = assertThrows(StrictReader.NotAManifest.class, () -> StrictReader.read(text));
        assertTrue(refusal.getMessage().contains("SURETY_BROKER_PORT"), refusal.getMessage());
    }

    @Test
    void commentsAloneAreNoDocument() {
        assertEquals(0, StrictReader.read("# nothing but a comment\n").size());
    }
}
