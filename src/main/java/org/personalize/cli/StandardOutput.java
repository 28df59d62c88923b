package org.personalize.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Standard output, which says once why it cannot be written. Where a reader such as head has seen enough, all is well. */
final class StandardOutput extends OutputStream {

    private static final String READER_LEFT = "Broken pipe";

    private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
    private final PrintWriter err;
    private boolean isTold;

    StandardOutput(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.contains(READER_LEFT)) {
                tell(why);
                throw e;
            }
        }
    }

    private void tell(String why) {
        if (!isTold) {
            err.println("personalize: standard output cannot be written (" + why + "), and what belongs there is lost."
                    + " What the command did stands.");
            isTold = true;
        }
    }
}
