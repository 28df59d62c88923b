package org.personalize.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.personalize.campaign.Token;
import org.personalize.plan.Json;
import org.personalize.run.FolderTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code personalize token verify TOKEN}. */
@Command(
        name = "token",
        description = "Reads the tokens that stand in the links of a mail.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TokenCommand.Verify.class,
        footer = {"", "Example:", "  personalize token verify AbC…"})
final class TokenCommand extends GroupCommand {

    TokenCommand(Door door) {
        super(door);
    }

    /** {@code personalize token verify TOKEN}. */
    @Command(
            name = "verify",
            description = "Says whom a token names, if this workspace signed it.",
            footer = {"", "Example:", "  personalize token verify AbC… --workspace my-shop"})
    static final class Verify extends DoorCommand {

        @Parameters(paramLabel = "TOKEN", description = "What stood for $${token} in a link. The whole link will do.")
        String token = "";

        @Option(
                names = "--workspace",
                paramLabel = "DIR",
                description = "Whose campaigns signed it. Default: the current folder's.")
        String workspace = "";

        Verify(Door door) {
            super(door);
        }

        @Override
        public Integer call() throws IOException {
            Optional<Token> found = FolderTokens.find(token, door.folder().resolve(workspace), door.environment());
            if (found.isEmpty()) {
                door.err().println("personalize: no token of this workspace: it was changed, cut, or signed elsewhere");
                return ExitCode.WRONG_INPUT;
            }
            tell(found.get());
            return ExitCode.DONE;
        }

        private void tell(Token found) throws IOException {
            String kind = found.kind().name().toLowerCase(Locale.ROOT);
            if (common.isJson) {
                Json json = Json.pretty(door.out());
                json.object()
                        .field("kind", kind)
                        .field("campaign", found.campaign())
                        .field("occurrence", found.occurrence())
                        .field("customer_id", found.person())
                        .field("email", found.mailbox())
                        .field("topic", found.topic())
                        .end();
                door.out().println();
                return;
            }
            line("kind", kind + meaning(found));
            line("campaign", found.campaign());
            line("occurrence", found.occurrence());
            line("customer", found.person());
            line("mailbox", found.mailbox());
            line("topic", found.topic());
        }

        private static String meaning(Token found) {
            return switch (found.kind()) {
                case REAL -> "";
                case LINK -> ": from a link to a page; nobody can opt out by it";
                case TEST -> ": from a preview or a test mail; it changes nothing";
            };
        }

        private void line(String name, String value) {
            if (!value.isEmpty()) {
                door.out().printf(Locale.ROOT, "%-11s %s%n", name, value);
            }
        }
    }
}
