package org.surety.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code deploy/local/api-types [--port-base N]}: writes {@link #FILE} of the document that the running suite's gateway serves. */
public final class ApiTypesCommand {
    /** From the checkout on. */
    public static final Path FILE = Path.of("gateway/src/main/resources/web/app/api-types.ts");
    private static final String MISSING = "x-surety-missing";
    private static final int LIMIT_MILLIS = 20_000;

    private ApiTypesCommand() {
    }

    /** The checkout, and the options of the command. */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        try {
            Options options = Options.parse(root, List.of(arguments).subList(1, arguments.length));
            JsonNode document = document(URI.create(Ports.url(new Ports(options.portBase()).gateway()) + "/openapi"));
            if (document.has(MISSING)) {
                throw new PartFailure("The document is incomplete, it misses " + document.path(MISSING));
            }
            Path file = root.resolve(FILE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, ApiTypes.of(document));
            System.out.println(FILE);
        } catch (IllegalArgumentException | PartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("No document, or no file, " + e + ". Start the suite first: deploy/local/run");
            System.exit(1);
        }
    }

    private static JsonNode document(URI at) throws IOException {
        URLConnection connection = at.toURL().openConnection();
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        try (InputStream body = connection.getInputStream()) {
            return new ObjectMapper().readTree(body);
        }
    }
}
