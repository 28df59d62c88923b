package org.personalize.deliver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Unreadable;
import org.personalize.render.Finding;
import org.personalize.render.Finding.Severity;
import org.personalize.render.Mail;
import org.personalize.render.Pictures;

/**
 * The courier of a dry run: every mail becomes three files in a folder, and nothing leaves the machine. A folder that an
 * earlier dry run left is replaced as a whole, so that nobody looks at the mail of people who are no longer planned.
 *
 * <p>Takes one mail at a time.
 */
public final class PreviewFolder implements Courier {

    private static final String MANIFEST = "manifest.csv";
    private static final String WAY_OUT = "Name another folder with --out, or move it away first.";

    private final FolderLock lock;
    private final Path folder;
    private final MimeMail mime;
    private final Pictures pictures;
    private final Writer list;
    private final PreviewName names = new PreviewName();
    private final StringBuilder manifest = new StringBuilder();
    private final CsvWriter rows = CsvWriter.forPeople(manifest);
    private boolean isKept;

    private PreviewFolder(FolderLock lock, Path folder, MimeMail mime, Pictures pictures, Writer list)
            throws IOException {
        this.lock = lock;
        this.folder = folder;
        this.mime = mime;
        this.pictures = pictures;
        this.list = list;
        rows.row("customer_id", "email", "variant", "html", "txt", "eml", "bytes", "warnings");
    }

    /**
     * Refuses a folder that holds anything this courier did not write, or in which another program is at work; to be asked
     * before long work.
     */
    public static void checkUsable(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Optional<String> why = Unreadable.whyUnknown(folder);
        if (why.isPresent()) {
            String wayOut = Unreadable.isTooLong(folder)
                    ? "Give it a shorter name with --out."
                    : "Name another folder with --out.";
            throw new InputProblem(place(folder), "the folder cannot be looked at: " + why.get(), wayOut);
        }
        if (!Files.isDirectory(folder)) {
            throw new InputProblem(place(folder), "expected a folder for the previews, found a file", WAY_OUT);
        }
        if (FolderLock.isTaken(folder)) {
            throw busy(folder);
        }
        checkForeign(folder);
    }

    private static void checkForeign(Path folder) throws IOException {
        Optional<Path> foreign = OwnFiles.in(folder).firstForeign();
        if (foreign.isPresent()) {
            String name = Problem.quote(folder.relativize(foreign.get()).toString());
            throw new InputProblem(place(folder), "the folder holds " + name + ", which no dry run wrote", WAY_OUT);
        }
    }

    private static InputProblem busy(Path folder) {
        return new InputProblem(
                place(folder),
                "another dry run is writing into this folder",
                "Wait until it is done, or name another folder with --out.");
    }

    private static Place place(Path folder) {
        return Place.file(folder.toString());
    }

    /**
     * Makes the folder, or takes over one that an earlier dry run left. One with foreign files is an InputProblem, and so
     * is one in which another program is at work.
     */
    public static PreviewFolder open(Path folder, MimeMail mime, Pictures pictures) throws IOException {
        checkUsable(folder);
        PrivateFile.folder(folder);
        FolderLock lock = FolderLock.take(folder).orElseThrow(() -> busy(folder));
        try {
            // Somebody else's run may have come and gone since the first look.
            checkForeign(folder);
            OwnFiles.in(folder).delete();
            return new PreviewFolder(lock, folder, mime, pictures, OwnFiles.begin(folder));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A preview is nobody's mail: no permission is asked. */
    @Override
    public Outcome deliver(Mail mail, Permission permission) throws IOException {
        return deliver(mail);
    }

    public Outcome.Previewed deliver(Mail mail) throws IOException {
        var message =
                new ByteArrayOutputStream(mail.html().length() + mail.text().length() + 4096);
        mime.write(mail, message);
        String name = names.of(mail.customerId());
        Path html = file(name + ".html", utf8(NetworkBan.on(pictures.previewed(mail.html(), this::address))));
        Path text = file(name + ".txt", utf8(mail.text().replace("\r\n", "\n").replace('\r', '\n')));
        Path eml = file(name + ".eml", message.toByteArray());
        rows.row(
                mail.customerId(),
                mail.email(),
                mail.variant(),
                name + ".html",
                name + ".txt",
                name + ".eml",
                Integer.toString(message.size()),
                warnings(mail));
        return new Outcome.Previewed(html, text, eml, message.size());
    }

    /** Where the folder's pages find a picture; blank where it does not lie on this machine. */
    public String picture(String source) {
        Path file = pictures.localFile(source);
        return file == null ? "" : address(file);
    }

    /** Writes what was delivered as a table. All that belongs here is there now. */
    public void keep() throws IOException {
        PrivateFile.writeQuickly(folder.resolve(MANIFEST), out -> out.write(utf8(manifest.toString())));
        isKept = true;
    }

    /** Lets others into the folder. Half of a gallery is cleared away: it would pass for the whole. */
    @Override
    public void close() throws IOException {
        try (lock) {
            list.close();
            if (!isKept) {
                OwnFiles.in(folder).delete();
            }
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        remember(name);
        Path file = folder.resolve(name);
        PrivateFile.writeQuickly(file, out -> out.write(bytes));
        return file;
    }

    /** A full disk is reported without the file's name. */
    private void remember(String name) throws IOException {
        try {
            list.append(name).append('\n').flush();
        } catch (IOException e) {
            var failure = new FileSystemException(folder.resolve(OwnFiles.LIST).toString(), null, e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static byte[] utf8(String text) {
        return EncodedWords.wellFormed(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String warnings(Mail mail) {
        return mail.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::rule)
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private String address(Path picture) {
        return LocalAddress.of(folder, picture);
    }
}
