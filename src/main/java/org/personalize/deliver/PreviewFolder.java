package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.personalize.csv.CsvWriter;
import org.personalize.csv.PrivateFile;
import org.personalize.render.Finding;
import org.personalize.render.Mail;
import org.personalize.render.Pictures;

/**
 * The courier of a dry run: every mail becomes three files in a folder, and nothing leaves the machine. What an earlier dry
 * run left there is replaced; each file is written whole or not at all, for its owner only.
 */
public final class PreviewFolder implements Courier {

    private static final String PICTURES = "images/";
    private static final Pattern PLAIN_NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9._-]{3,}");
    private static final String MANIFEST = "manifest.csv";

    private final Path folder;
    private final OwnFiles own;
    private final MimeMail mime;
    private final Pictures pictures;
    private final TreeMap<String, List<String>> manifest = new TreeMap<>();
    private final TreeMap<String, Path> shown = new TreeMap<>();

    private PreviewFolder(Path folder, MimeMail mime, Pictures pictures) {
        this.folder = folder;
        this.own = new OwnFiles(folder);
        this.mime = mime;
        this.pictures = pictures;
    }

    /** Refuses a folder that holds anything this courier did not write; to be asked before long work. */
    public static void checkUsable(Path folder) {
        new OwnFiles(folder).refuseForeign();
    }

    /** Makes the folder, or takes over one that an earlier dry run left; a folder with foreign files is an InputProblem. */
    public static PreviewFolder open(Path folder, MimeMail mime, Pictures pictures) throws IOException {
        var previews = new PreviewFolder(folder, mime, pictures);
        previews.own.refuseForeign();
        PrivateFile.folder(folder);
        previews.own.removeAll();
        previews.own.start();
        return previews;
    }

    @Override
    public synchronized Outcome.Previewed deliver(Mail mail) throws IOException {
        String name = PreviewName.of(mail.customerId());
        byte[] message = mime.bytes(mail);
        String html = pictures.previewed(mail.html(), this::place);
        own.claim(List.of(name + ".html", name + ".txt", name + ".eml"));
        var previewed = new Outcome.Previewed(
                write(name + ".html", html.getBytes(StandardCharsets.UTF_8)),
                write(name + ".txt", mail.text().getBytes(StandardCharsets.UTF_8)),
                write(name + ".eml", message),
                message.length);
        manifest.put(mail.customerId(), row(mail, name, message.length));
        return previewed;
    }

    private static List<String> row(Mail mail, String name, int bytes) {
        var rules = mail.findings().stream().map(Finding::rule).distinct().toList();
        return List.of(
                mail.customerId(),
                mail.email(),
                mail.variant(),
                name + ".html",
                name + ".txt",
                name + ".eml",
                Integer.toString(bytes),
                String.join("|", rules));
    }

    /** Copies the pictures that the previews show, and writes the manifest. */
    @Override
    public synchronized void close() throws IOException {
        own.claim(List.copyOf(shown.keySet()));
        for (var picture : shown.entrySet()) {
            Path copy = folder.resolve(picture.getKey());
            PrivateFile.folder(Objects.requireNonNull(copy.getParent()));
            PrivateFile.writeQuickly(copy, out -> Files.copy(picture.getValue(), out));
        }
        PrivateFile.writeQuickly(folder.resolve(MANIFEST), out -> out.write(manifest()));
    }

    private byte[] manifest() throws IOException {
        var text = new StringBuilder();
        var csv = CsvWriter.forPeople(text);
        csv.row("customer_id", "email", "variant", "html", "txt", "eml", "bytes", "warnings");
        for (var row : manifest.values()) {
            csv.row(row);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        PrivateFile.writeQuickly(file, out -> out.write(bytes));
        return file;
    }

    /** The name as it is where it is harmless everywhere, else made safe. */
    private String place(Pictures.Local picture) {
        boolean isPlain = PLAIN_NAME.matcher(picture.name()).matches();
        int dot = picture.name().lastIndexOf('.');
        String ending = picture.name().substring(Math.max(0, dot)).replaceAll("[^A-Za-z0-9.]", "");
        String name = PICTURES + (isPlain ? picture.name() : PreviewName.of(picture.name()) + ending);
        shown.put(name, picture.file());
        return name;
    }
}
