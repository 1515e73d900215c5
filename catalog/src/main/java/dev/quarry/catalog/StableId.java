package dev.quarry.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The ids, buckets and keys that are computed from text and must agree between every engine.
public final class StableId {
    private static final char NULL_PART = '\u001e';
    private static final char SEPARATOR = '\u001f';

    private StableId() {}

    /// `prefix:` and 32 hex digits of MD5 over the parts, joined by U+001F, a null part being U+001E.
    public static String of(String prefix, Object... parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            if (parts[i] == null) {
                text.append(NULL_PART);
            } else {
                text.append(parts[i]);
            }
        }
        return prefix + ":" + md5Hex(text.toString());
    }

    public static String fileId(String repo, String path) {
        return of("file", repo, path);
    }

    /// The first 8 hex digits of MD5 over the path, as an unsigned number: `bucket` is this modulo the bucket count.
    public static long pathHash(String path) {
        byte[] digest = md5().digest(path.getBytes(StandardCharsets.UTF_8));
        return (digest[0] & 0xffL) << 24 | (digest[1] & 0xffL) << 16 | (digest[2] & 0xffL) << 8 | (digest[3] & 0xffL);
    }

    public static int bucket(String path, int buckets) {
        return (int) (pathHash(path) % buckets);
    }

    /// The path-safe form of a repository's id: lower-case letters, digits and `-`, and 8 hex digits that keep it
    /// unique.
    public static String repoKey(String repo) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < repo.length(); i++) {
            char c = Character.toLowerCase(repo.charAt(i));
            key.append(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' ? c : '-');
        }
        return key.append('-').append(md5Hex(repo), 0, 8).toString();
    }

    /// MD5 in lower-case hex over the UTF-8 bytes of a canonical text.
    public static String md5Hex(String text) {
        return HexFormat.of().formatHex(md5().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
