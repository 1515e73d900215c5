package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.PathBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/// A name in a directory, with what one `lstat` told of it.
///
/// @param location the file or directory
/// @param name the bytes of its name
/// @param text its name, escaped; a directory's ends in `/`
/// @param sortKey UTF-8 bytes of `text`: in their order, a tree is walked in the order of whole paths
/// @param attributes of the entry; of the target once a symbolic link is followed
/// @param link whether it is a symbolic link that is followed
/// @param refused why a symbolic link is not followed; null for everything else
record DirectoryEntry(
        Path location,
        byte[] name,
        String text,
        byte[] sortKey,
        BasicFileAttributes attributes,
        boolean link,
        ScopeReason refused)
        implements Comparable<DirectoryEntry> {

    static DirectoryEntry of(Path location, BasicFileAttributes attributes, boolean link, ScopeReason refused) {
        byte[] name = PathBytes.ofName(location);
        String text = PathText.escape(name);
        if (attributes.isDirectory()) {
            text += "/";
        }
        return new DirectoryEntry(
                location, name, text, text.getBytes(StandardCharsets.UTF_8), attributes, link, refused);
    }

    boolean isDirectory() {
        return attributes.isDirectory();
    }

    boolean isNamed(String ascii) {
        if (name.length != ascii.length()) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(DirectoryEntry other) {
        return Arrays.compareUnsigned(sortKey, other.sortKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectoryEntry entry && location.equals(entry.location);
    }

    @Override
    public int hashCode() {
        return location.hashCode();
    }
}
