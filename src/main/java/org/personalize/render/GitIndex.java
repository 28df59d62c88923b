package org.personalize.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that git tracks around a folder, read from its index (versions 2, 3 and 4), so that git itself need not be
 * there. Where there is no repository, or an index we cannot read, nothing is tracked as far as we know.
 */
final class GitIndex {

    private static final int SIGNATURE = 0x44495243;
    private static final int FIXED_BYTES = 62;
    private static final int EXTENDED_FLAG = 0x4000;
    private static final int NAMES_COMPRESSED = 4;
    private static final long LARGEST_INDEX = 256L << 20;
    private static final String LINK = "gitdir: ";

    private final ByteBuffer index;
    private final int version;

    private GitIndex(ByteBuffer index, int version) {
        this.index = index;
        this.version = version;
    }

    /** Tracked files as absolute paths. */
    static Set<Path> tracked(Path folder) {
        for (Path top = folder.toAbsolutePath().normalize(); top != null; top = top.getParent()) {
            if (Files.exists(top.resolve(".git"))) {
                return read(top);
            }
        }
        return Set.of();
    }

    private static Set<Path> read(Path top) {
        var paths = new TreeSet<Path>();
        try {
            Path file = gitFolder(top).resolve("index");
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_INDEX) {
                return paths;
            }
            var index = ByteBuffer.wrap(Files.readAllBytes(file));
            if (index.remaining() < 12 || index.getInt() != SIGNATURE) {
                return paths;
            }
            int version = index.getInt();
            int entries = index.getInt();
            new GitIndex(index, version).names(entries).forEach(name -> paths.add(top.resolve(name)));
        } catch (IOException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            // An index that is being written or is of a kind we do not know only means that we cannot warn.
            return paths;
        }
        return paths;
    }

    /** In a linked worktree {@code .git} is a file that says where the real folder is. */
    private static Path gitFolder(Path top) throws IOException {
        Path git = top.resolve(".git");
        if (!Files.isRegularFile(git)) {
            return git;
        }
        String text = Files.readString(git).strip();
        return text.startsWith(LINK) ? top.resolve(text.substring(LINK.length())) : git;
    }

    private Set<String> names(int entries) {
        var names = new TreeSet<String>();
        byte[] last = new byte[0];
        for (int i = 0; i < entries; i++) {
            int start = index.position();
            index.position(start + FIXED_BYTES - 2);
            boolean isExtended = (index.getShort() & EXTENDED_FLAG) != 0;
            index.position(index.position() + (isExtended ? 2 : 0));
            last = version >= NAMES_COMPRESSED ? compressedName(last) : name();
            names.add(new String(last, StandardCharsets.UTF_8));
            if (version < NAMES_COMPRESSED) {
                int length = index.position() - start - 1;
                index.position(start + (length / 8 + 1) * 8);
            }
        }
        return names;
    }

    private byte[] name() {
        int start = index.position();
        while (index.get() != 0) {
            continue;
        }
        byte[] name = new byte[index.position() - 1 - start];
        index.get(start, name);
        return name;
    }

    /** How many bytes of the name before are dropped, and what follows them. */
    private byte[] compressedName(byte[] last) {
        byte b = index.get();
        int dropped = b & 0x7f;
        while ((b & 0x80) != 0) {
            b = index.get();
            dropped = ((dropped + 1) << 7) | (b & 0x7f);
        }
        byte[] rest = name();
        int kept = last.length - dropped;
        if (kept < 0) {
            throw new IllegalArgumentException("an index that contradicts itself");
        }
        byte[] name = new byte[kept + rest.length];
        System.arraycopy(last, 0, name, 0, kept);
        System.arraycopy(rest, 0, name, kept, rest.length);
        return name;
    }
}
