package org.personalize.learn;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.personalize.csv.PrivateFile;
import org.personalize.measure.Columns;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A model on disk: a magic word, the number of the format, a table that names every array with its length and checksum,
 * and the arrays one after the other. Numbers are big-endian. Equal models are equal bytes, every byte is under a checksum,
 * and the lengths must add up to that of the file before anything is allocated. There are numbers of items and of settings
 * in it, and no people.
 */
public final class ModelFile {

    /** Raised when a program of today could not read the file any more. */
    static final int FORMAT = 9;

    static final byte[] MAGIC = {(byte) 0x8b, 'P', 'Z', 'm', 'o', 'd', 'e', 'l'};

    /** Magic word, format, length of the table, checksum of these and of the table. */
    private static final int HEAD = MAGIC.length + 3 * Integer.BYTES;

    /** A table names some dozens of arrays. */
    private static final int LONGEST_TABLE = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final Path file;

    public ModelFile(Path file) {
        this.file = file;
    }

    /** Where the model of a campaign lies in its folder of models. */
    public static ModelFile in(Path folder, String campaign) {
        return new ModelFile(folder.resolve(campaign + ".model"));
    }

    public Path path() {
        return file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Writes the model for its owner only, whole or not at all. */
    public void write(Model model) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFile.folder(folder);
        }
        Columns columns = model.columns();
        PrivateFile.write(file, out -> write(columns, out));
    }

    static void write(Columns columns, OutputStream out) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (String name : new TreeSet<>(columns.names())) {
            sections.add(Section.of(name, columns.array(name)));
        }
        byte[] table = table(sections);
        byte[] start = start(table.length);
        out.write(start);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .putInt(checksum(start, table))
                .array());
        out.write(table);
        for (Section section : sections) {
            Section.write(columns.array(section.name()), (piece, length) -> out.write(piece, 0, length));
        }
    }

    private static byte[] start(int tableLength) {
        return ByteBuffer.allocate(HEAD - Integer.BYTES)
                .put(MAGIC)
                .putInt(FORMAT)
                .putInt(tableLength)
                .array();
    }

    private static byte[] table(List<Section> sections) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var table = new DataOutputStream(bytes);
        table.writeInt(sections.size());
        for (Section section : sections) {
            table.writeUTF(section.name());
            table.writeByte(section.kind().letter);
            table.writeInt(section.count());
            table.writeLong(section.bytes());
            table.writeInt(section.checksum());
        }
        return bytes.toByteArray();
    }

    private static int checksum(byte[] start, byte[] table) {
        var checksum = new CRC32C();
        checksum.update(start);
        checksum.update(table);
        return (int) checksum.getValue();
    }

    /** Reads the model; a file that is damaged, foreign or of a newer program is refused. */
    public Model read() throws IOException {
        try {
            return Model.of(columns());
        } catch (IllegalArgumentException e) {
            throw refused("is damaged, or of another version: parts of it are missing");
        }
    }

    Columns columns() throws IOException {
        if (Files.isDirectory(file)) {
            throw refused("is a folder, and no file");
        }
        long length = Files.size(file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return columns(in, length);
        } catch (EOFException e) {
            throw refused("is damaged: it ends too early");
        }
    }

    private Columns columns(DataInputStream in, long length) throws IOException {
        List<Section> sections = sections(in, length);
        var columns = new Columns();
        for (Section section : sections) {
            if (!section.readInto(columns, in)) {
                throw refused("is damaged: its part " + section.name() + " is not as it was written");
            }
        }
        return columns;
    }

    private List<Section> sections(DataInputStream in, long length) throws IOException {
        byte[] start = in.readNBytes(HEAD - Integer.BYTES);
        if (start.length < HEAD - Integer.BYTES || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refused("is no model of personalize");
        }
        var numbers = ByteBuffer.wrap(start, MAGIC.length, 2 * Integer.BYTES);
        int format = numbers.getInt();
        if (format != FORMAT) {
            throw refused(
                    format > FORMAT
                            ? "has the format " + format + ", and this program knows formats up to " + FORMAT
                            : "is of an earlier version of this program");
        }
        int tableLength = numbers.getInt();
        int expected = in.readInt();
        if (tableLength < 0 || tableLength > Math.min(LONGEST_TABLE, length)) {
            throw refused("is damaged: its table has no sensible length");
        }
        byte[] table = in.readNBytes(tableLength);
        if (checksum(start, table) != expected) {
            throw refused("is damaged: its table is not as it was written");
        }
        List<Section> sections = sections(table);
        long whole =
                HEAD + tableLength + sections.stream().mapToLong(Section::bytes).sum();
        if (whole != length || !sections.stream().allMatch(Section::isSensible)) {
            throw refused("is damaged: it should be %,d bytes long and is %,d".formatted(whole, length));
        }
        if (whole > Runtime.getRuntime().maxMemory()) {
            throw new InputProblem(
                    Place.file(file.toString()),
                    "needs %,d MB, more than Java may use".formatted(whole >> 20),
                    "Give Java more memory, such as PERSONALIZE_JAVA_OPTIONS=-Xmx4g, or train again on this machine.");
        }
        return sections;
    }

    private List<Section> sections(byte[] bytes) throws IOException {
        var table = new DataInputStream(new ByteArrayInputStream(bytes));
        int count = table.readInt();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = table.readUTF();
            char letter = (char) table.readByte();
            Section.Kind kind = Arrays.stream(Section.Kind.values())
                    .filter(k -> k.letter == letter)
                    .findFirst()
                    .orElseThrow(() -> refused("holds a kind of numbers that this program does not know"));
            sections.add(new Section(name, kind, table.readInt(), table.readLong(), table.readInt()));
        }
        return sections;
    }

    private InputProblem refused(String what) {
        return new InputProblem(
                Place.file(file.toString()),
                "the model " + what,
                "Train again with personalize train, which writes it anew; or delete the file to go on without.");
    }
}
