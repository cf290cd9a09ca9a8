package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.asyncapi.bindings.amqp.v0._3_0.channel.AMQPChannelBinding;
import com.asyncapi.v3._0_0.model.AsyncAPI;
import com.asyncapi.v3._0_0.model.channel.Channel;
import com.asyncapi.v3._0_0.model.channel.message.Message;
import com.asyncapi.v3._0_0.model.operation.Operation;
import com.asyncapi.v3._0_0.model.operation.OperationAction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The AsyncAPI document is one by its own standard, and tells of every event that the services can make. */
class AsyncApiTest {

    private static final Path DOCUMENT = Sample.RESOURCES.resolve("asyncapi.yaml");
    private static final Path ROOT = Path.of(System.getProperty("surety.root", ".."));
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, String> SERVICES = Map.of("delegations", "delegation-service", "priorities",
            "priorities-service",
            "commitments", "commitments-service");
    /** A type in one of the methods that make changes, in a call that appends many, or in the SQL of a migration. */
    private static final Pattern MADE = Pattern
            .compile("(?:change|NewChange\\s*\\.of|appendBulk)\\(\\s*\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern MIGRATED = Pattern.compile("'org\\.surety\\.([a-z]+\\.[a-z]+(?:-[a-z]+)*)\\.v1'");

    @Test
    void itKeepsTheSchemaOfAsyncApi() throws IOException {
        Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json"));
        ObjectNode document = (ObjectNode) YAML.readTree(DOCUMENT.toFile());
        assertEquals(List.of(), standard.validate(document).stream().map(Object::toString).toList());
        for (String part : List.of("/channels/commitments/bindings/amqp/exchange/type", "/operations/sendCommitments/action",
                "/servers/broker/protocol", "/components/securitySchemes/brokerUser/type")) {
            ObjectNode broken = document.deepCopy();
            ObjectNode parent = (ObjectNode) broken.at(part.substring(0, part.lastIndexOf('/')));
            String name = part.substring(part.lastIndexOf('/') + 1);
            assertTrue(parent.has(name), part);
            parent.putArray(name);
            assertFalse(standard.validate(broken).isEmpty(), part);
        }
    }

    @Test
    void channelsAreTheExchangesAndBothDirectionsAreThere() throws IOException {
        AsyncAPI document = parse();
        assertEquals("3.0.0", document.getAsyncapi());
        assertEquals(SERVICES.keySet(), document.getChannels().keySet());
        document.getChannels().forEach((owner, part) -> {
            Channel channel = assertInstanceOf(Channel.class, part);
            AMQPChannelBinding amqp = assertInstanceOf(AMQPChannelBinding.class, channel.getBindings().get("amqp"));
            assertEquals("surety." + owner, channel.getAddress());
            assertEquals("surety." + owner, amqp.getExchange().getName());
            assertEquals("topic", amqp.getExchange().getType().name().toLowerCase());
            assertEquals(true, amqp.getExchange().getDurable());
        });
        Map<String, String> operations = new TreeMap<>();
        document.getOperations().forEach((name, part) -> {
            Operation operation = assertInstanceOf(Operation.class, part);
            operations.put(name, operation.getAction() + " " + operation.getChannel().getRef());
        });
        assertEquals(SERVICES.keySet().stream().flatMap(owner -> Stream.of(OperationAction.SEND, OperationAction.RECEIVE)
                .map(action -> action + " #/channels/" + owner)).sorted().toList(), operations.values().stream().sorted().toList());
    }

    @Test
    void everyTypeThatAServiceCanAppendIsOneMessageOfItsChannel() throws IOException {
        JsonNode channels = YAML.readTree(DOCUMENT.toFile()).get("channels");
        for (String owner : SERVICES.keySet()) {
            Set<String> types = typesOf(ROOT.resolve(SERVICES.get(owner)));
            assertFalse(types.isEmpty(), owner);
            types.add(Envelope.shortType(Envelope.WITHHELD));
            JsonNode messages = channels.get(owner).get("messages");
            assertEquals(types, names(messages), owner);
            messages.fields().forEachRemaining(message -> assertEquals("#/components/messages/" + message.getKey(),
                    message.getValue().get("$ref").asText()));
        }
    }

    @Test
    void everyMessageHasItsSchemaAndItsSample() throws IOException {
        Map<String, Object> messages = parse().getComponents().getMessages();
        messages.forEach((type, part) -> {
            Message message = assertInstanceOf(Message.class, part);
            assertEquals(Envelope.TYPE_PREFIX + type + ".v1", message.getName());
        });
        Set<String> types = new TreeSet<>(messages.keySet());
        types.remove(Envelope.shortType(Envelope.WITHHELD));
        assertEquals(types, Sample.all().stream().map(sample -> Envelope.shortType(sample.type()))
                .collect(Collectors.toCollection(TreeSet::new)));
        JsonNode tree = YAML.readTree(DOCUMENT.toFile()).at("/components/messages");
        for (String type : types) {
            assertEquals("schemas/" + type + ".v1.json", tree.get(type).at("/payload/$ref").asText());
        }
        try (Stream<Path> files = Files.list(Sample.RESOURCES.resolve("schemas"))) {
            assertEquals(types,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[a-z]+\\.[a-z]+(-[a-z]+)*\\.v1\\.json"))
                            .map(name -> name.replace(".v1.json", "")).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = YAML.readTree(DOCUMENT.toFile());
        visit(document, node -> {
            String reference = node.path("$ref").asText();
            if (reference.startsWith("#")) {
                assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
            } else if (!reference.isEmpty()) {
                assertTrue(Files.exists(Sample.RESOURCES.resolve(reference)), reference);
            }
        });
    }

    /** The types of the changes that consumers hear of, by the source of the service. */
    private static Set<String> typesOf(Path service) throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(service.resolve("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    // Statement by statement, since a draft's change says at its end that it is withheld.
                    for (String statement : Files.readString(file).split(";")) {
                        Matcher made = MADE.matcher(statement);
                        if (made.find() && !statement.contains(".withheldFromConsumers()")) {
                            types.add(made.group(1));
                        }
                    }
                } else if (name.endsWith(".sql")) {
                    MIGRATED.matcher(Files.readString(file)).results().forEach(found -> types.add(found.group(1)));
                }
            }
        }
        return types;
    }

    private static AsyncAPI parse() throws IOException {
        return new ObjectMapper().readValue(YAML.readTree(DOCUMENT.toFile()).toString(), AsyncAPI.class);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> visit(child, visitor));
    }
}
