package org.personalize.ledger;

import java.util.Locale;
import java.util.Set;

/** File systems whose locks or memory maps cannot be trusted between machines. */
final class NetworkStores {

    private static final Set<String> TYPES = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smbfs",
            "smb2",
            "smb3",
            "9p",
            "afs",
            "afpfs",
            "webdav",
            "davfs",
            "lustre",
            "ceph",
            "glusterfs",
            "gpfs",
            "beegfs",
            "ncpfs",
            "coda",
            "ocfs2",
            "gfs2",
            "vboxsf",
            "fuse.sshfs",
            "fuse.glusterfs",
            "fuse.ceph",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.davfs",
            "osxfuse_sshfs",
            "macfuse_sshfs");

    private NetworkStores() {}

    /** @param type as the operating system calls a file system */
    static boolean areKnownAs(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }
}
