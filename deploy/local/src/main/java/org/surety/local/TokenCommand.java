package org.surety.local;

import java.nio.file.Path;
import java.util.List;

/** {@code deploy/local/token USER [--port-base N]}: an access token of a demonstration user on the standard output. */
public final class TokenCommand {
    private static final String HELP = """
            deploy/local/token USER [--port-base N]    prints an access token (300 s) of a demonstration user of the local suite:
                                                       coordinator, auditor, operator, xaa.wall, or PARTY.editor and PARTY.reader in lower
                                                       case, such as xaa.editor""";

    private TokenCommand() {
    }

    public static void main(String[] arguments) {
        try {
            System.out.println(token(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + HELP);
            System.exit(2);
        } catch (PartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String token(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).startsWith("-")) {
            throw new IllegalArgumentException("Which user?");
        }
        Options options = Options.parse(Path.of(""), arguments.subList(1, arguments.size()));
        return Tokens.ofUser(new Ports(options.portBase()), arguments.get(0));
    }
}
