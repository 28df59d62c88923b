package org.personalize.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files git tracks, read from its index: no program is started, as a repository's settings could make git run
 * commands of their own. What cannot be read is as if there were no git.
 */
final class GitIndex {

    private static final int SIGNATURE = 0x44495243;
    private static final int OLDEST = 2;
    private static final int NEWEST_WITH_WHOLE_NAMES = 3;
    private static final int FIXED = 62;
    private static final int FLAGS_AT = 60;
    private static final int EXTENDED = 0x4000;
    private static final int ALIGNMENT = 8;
    private static final long LARGEST = 64 << 20;

    private GitIndex() {}

    /** The absolute paths of all files tracked by the work tree that a folder lies in. */
    static List<Path> tracked(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path dotGit = at.resolve(".git");
            if (Files.exists(dotGit)) {
                return read(dotGit, at);
            }
        }
        return List.of();
    }

    private static List<Path> read(Path dotGit, Path root) {
        try {
            Path index = index(dotGit);
            if (index == null || !Files.isRegularFile(index) || Files.size(index) > LARGEST) {
                return List.of();
            }
            return entries(ByteBuffer.wrap(Files.readAllBytes(index)), root);
        } catch (IOException | InvalidPathException e) {
            // A repository that cannot be read is no reason to keep anybody from checking a campaign.
            return List.of();
        }
    }

    /** A further work tree has a file in place of the folder, which says where its index is. */
    private static @Nullable Path index(Path dotGit) throws IOException {
        if (Files.isDirectory(dotGit)) {
            return dotGit.resolve("index");
        }
        String said = Files.readString(dotGit).strip();
        return said.startsWith("gitdir: ")
                ? dotGit.resolveSibling(said.substring("gitdir: ".length())).resolve("index")
                : null;
    }

    private static List<Path> entries(ByteBuffer index, Path root) {
        var paths = new ArrayList<Path>();
        if (index.remaining() < 12 || index.getInt() != SIGNATURE) {
            return paths;
        }
        int version = index.getInt();
        int count = index.getInt();
        boolean isCompressed = version > NEWEST_WITH_WHOLE_NAMES;
        byte[] name = new byte[0];
        for (int i = 0; i < count && version >= OLDEST && index.remaining() > FIXED; i++) {
            int start = index.position();
            boolean isExtended = (index.getShort(start + FLAGS_AT) & EXTENDED) != 0;
            index.position(start + FIXED + (isExtended ? 2 : 0));
            name = isCompressed ? compressed(index, name) : upToZero(index, 0, name);
            if (!isCompressed) {
                int length = index.position() - 1 - start;
                index.position(Math.min(index.limit(), start + (length / ALIGNMENT + 1) * ALIGNMENT));
            }
            paths.add(root.resolve(new String(name, StandardCharsets.UTF_8)));
        }
        return paths;
    }

    /** From version 4 on a name only says what differs from the end of the one before. */
    private static byte[] compressed(ByteBuffer index, byte[] previous) {
        int dropped = 0;
        byte next;
        do {
            next = index.get();
            dropped = (dropped << 7) + (next & 0x7f) + ((next & 0x80) != 0 ? 1 : 0);
        } while ((next & 0x80) != 0 && index.hasRemaining());
        return upToZero(index, Math.max(0, previous.length - dropped), previous);
    }

    private static byte[] upToZero(ByteBuffer index, int kept, byte[] previous) {
        int from = index.position();
        int end = from;
        while (end < index.limit() && index.get(end) != 0) {
            end++;
        }
        byte[] name = java.util.Arrays.copyOf(previous, kept + end - from);
        index.get(from, name, kept, end - from);
        index.position(Math.min(index.limit(), end + 1));
        return name;
    }
}
