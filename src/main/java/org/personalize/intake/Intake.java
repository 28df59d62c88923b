package org.personalize.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The front door: reads a file of whatever form as one event after the other, and gives an account of all its records. Memory
 * is bounded however long the file, its lines or its parts are.
 */
public final class Intake {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MARK = 0x1f8b;

    /** How some programs begin a text in UTF-8; it is no part of what the text says. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String UTF_16 = "expected UTF-8, found UTF-16: convert it, as with iconv -f UTF-16 -t UTF-8";

    /** Folders within folders are looked into so often; what providers lay out by day and hour has five or six. */
    private static final int DEEPEST_FOLDER = 20;

    private final Path file;
    private final Manner manner;
    private final Account account;

    private Intake(Path file, Manner manner, Account account) {
        this.file = file;
        this.manner = manner;
        this.account = account;
    }

    public static Account read(Path file, Manner manner, Consumer<Returned> taker) throws IOException {
        var intake = new Intake(file, manner, new Account(taker));
        intake.read();
        return intake.account;
    }

    /**
     * @param form what the file is, where somebody says it; null to find out by its content
     * @param pages what the campaign's own pages are called
     */
    public static Account read(Path file, @Nullable Form form, Pages pages, Consumer<Returned> taker)
            throws IOException {
        return read(file, Manner.of(form, pages), taker);
    }

    /** Whether a file looks like a table, and not like a provider's events, a log or mail. */
    public static boolean isTable(Path file) throws IOException {
        try (InputStream in = open(file)) {
            Opening.Shape shape = Opening.of(in).shape();
            return shape == Opening.Shape.TABLE || shape == Opening.Shape.EMPTY;
        }
    }

    /** What a table is, as far as its headers tell. */
    public static Optional<Form> formOfTable(Path file) throws IOException {
        return new TableReading(new Account(event -> {}), Manner.of(null, Pages.UNKNOWN)).form(file);
    }

    /**
     * The files behind a name: a folder's and those of the folders within it in the order of their names, of a Maildir those
     * that were delivered, else the file itself.
     */
    public static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        var files = new ArrayList<Path>();
        List<Path> folders = Stream.of(path.resolve("new"), path.resolve("cur"))
                .filter(Files::isDirectory)
                .toList();
        for (Path folder : folders.isEmpty() ? List.of(path) : folders) {
            try (Stream<Path> within = Files.walk(folder, folders.isEmpty() ? DEEPEST_FOLDER : 1)) {
                within.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return files;
    }

    private void read() throws IOException {
        try (InputStream in = open(file)) {
            read(in);
        } catch (EOFException | ZipException e) {
            account.brokeOff(0, "the compressed file is damaged or ends too early; what was read of it counts");
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        in.mark(2);
        int mark = in.read() << Byte.SIZE | in.read();
        in.reset();
        return behindMark(
                mark == GZIP_MARK ? new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES) : in);
    }

    private static InputStream behindMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        return in;
    }

    private void read(InputStream in) throws IOException {
        Opening opening = Opening.of(in);
        if (opening.isUtf16()) {
            account.brokeOff(1, UTF_16);
            return;
        }
        Form form = manner.form();
        switch (form == null ? opening.shape() : Opening.shape(form, opening)) {
            case JSON, LOG -> new LineFile(account, form, manner.pages()).read(new Lines(in));
            case ONE_MAIL -> new MailFile(account, manner.box()).readOne(in);
            case MAILS -> {
                if (isNamedAsOneMail()) {
                    new MailFile(account, manner.box()).readOne(in);
                } else {
                    new MailFile(account, manner.box()).readAll(new Lines(in));
                }
            }
            case TABLE -> new TableReading(account, manner).read(file);
            case EMPTY -> account.ignored("an empty file");
        }
    }

    /** Some programs write the parting line of a mailbox above a single mail. */
    private boolean isNamedAsOneMail() {
        return file.getFileName().toString().endsWith(".eml");
    }
}
