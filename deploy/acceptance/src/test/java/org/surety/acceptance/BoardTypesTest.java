package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.surety.local.ApiTypesCommand;

/** The board keeps the types of the API and of its libraries: TypeScript's compiler, strict as gateway/tsconfig.json says, finds nothing. */
class BoardTypesTest {
    private static final Path ROOT = Path.of(System.getProperty("surety.root")).toAbsolutePath().normalize();
    private static final Path FOLDER = ROOT.resolve("deploy/acceptance/target/board-types");
    private static String node;

    @BeforeAll
    static void unpack() throws IOException {
        NodeModules.unpack(Files.createDirectories(FOLDER.resolve("node_modules")));
        node = NodeProgram.find(ROOT.resolve(".local/parts"));
    }

    @Test
    void boardHasNoTypeError() throws IOException {
        assertEquals("", check("board", ROOT.resolve("gateway/src/main/resources/web/app") + "/**/*.ts"));
    }

    @Test
    void valueThatTheApiDoesNotHaveIsFound() throws IOException {
        Path wrong = FOLDER.resolve("wrong.ts");
        Files.writeString(wrong, """
                import { html } from 'lit';
                import type { Series } from '%s';
                export const imagined: Series = 'IMAGINED';
                export const shown: number = html`${imagined}`;
                """.formatted(ROOT.resolve(ApiTypesCommand.FILE).toString().replaceFirst("\\.ts$", "")));
        String said = assertThrows(IOException.class, () -> check("wrong", wrong.toString())).getMessage();
        assertTrue(said.contains("error TS2322: Type '\"IMAGINED\"' is not assignable to type 'Series'"), said);
        assertTrue(said.contains("TemplateResult"), said);
        assertEquals(2, said.split("error TS", -1).length - 1, said);
    }

    private static String check(String name, String files) throws IOException {
        Path project = FOLDER.resolve(name + ".json");
        Files.writeString(project, """
                {
                  "extends": "%s",
                  "compilerOptions": {"paths": {"*": ["./node_modules/*"]}},
                  "include": ["%s"]
                }
                """.formatted(ROOT.resolve("gateway/tsconfig.json"), files));
        return NodeProgram.run(FOLDER, List.of(node, FOLDER.resolve("node_modules/typescript/lib/tsc.js").toString(), "--noEmit",
                "--pretty", "false", "-p", project.toString()));
    }
}
