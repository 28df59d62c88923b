package org.personalize.deliver;

import java.io.IOException;
import java.nio.file.Path;
import org.personalize.render.Mail;
import org.personalize.render.Pictures;

/** The courier of a dry run: every mail becomes three files in a folder, and nothing leaves the machine. */
public final class PreviewFolder implements Courier {

    private PreviewFolder() {}

    /** Refuses a folder that holds anything this courier did not write; to be asked before long work. */
    public static void checkUsable(Path folder) {}

    /** Makes the folder, or takes over one that an earlier dry run left; a folder with foreign files is an InputProblem. */
    public static PreviewFolder open(Path folder, MimeMail mime, Pictures pictures) throws IOException {
        return new PreviewFolder();
    }

    @Override
    public Outcome.Previewed deliver(Mail mail) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
