package org.personalize.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the program begins. Which version it is, is told at once, before any library is loaded; all else is the door's. */
public final class Program {

    /** Jakarta Mail searches the class path for its provider in every call unless it is named. */
    private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

    private Program() {}

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println("personalize " + version());
            System.exit(out.checkError() ? ExitCode.DISK : ExitCode.DONE);
        }
        System.setProperty(STREAM_PROVIDER, "org.eclipse.angus.mail.util.MailStreamProvider");
        System.setProperty("java.awt.headless", "true");
        // Numbers look the same on every machine; what is written to people goes by their own language.
        Locale.setDefault(Locale.ROOT);
        Door door = Door.ofThisProcess();
        door.leave(door.whileListeningForSignals(() -> PersonalizeCommand.run(door, args)));
    }

    /** The version that was built into the program file. */
    static String version() {
        String built = Program.class.getPackage().getImplementationVersion();
        return built == null ? "(not packaged)" : built;
    }
}
