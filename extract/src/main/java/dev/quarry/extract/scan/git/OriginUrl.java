package dev.quarry.extract.scan.git;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reduces a remote's URL to `host/owner/name`, which is the same however the repository was cloned.
public final class OriginUrl {
    private static final Pattern WITH_SCHEME = Pattern.compile(
            "(?:git\\+)?(?:https?|ssh|git|ftps?)://(?:[^/@]*@)?(\\[[0-9a-fA-F:.]+]|[^/:@]+)(?::[0-9]*)?/(.*)",
            Pattern.CASE_INSENSITIVE);
    /// `user@host:path`; a single letter before the colon is a drive.
    private static final Pattern LIKE_SCP = Pattern.compile("(?:[^/@]*@)?(\\[[0-9a-fA-F:.]+]|[^/:@]{2,}):(?!:)(.*)");

    private OriginUrl() {}

    /// @return host in lower case and path without credentials, port and `.git`; null for a local path or a URL that
    ///     names no host
    public static String reduce(String url) {
        if (url == null) {
            return null;
        }
        String trimmed = url.strip();
        Matcher matcher = WITH_SCHEME.matcher(trimmed);
        if (!matcher.matches()) {
            if (trimmed.contains("://")) {
                return null;
            }
            matcher = LIKE_SCP.matcher(trimmed);
            if (!matcher.matches()) {
                return null;
            }
        }
        String path = matcher.group(2).replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
        if (path.endsWith(".git")) {
            path = path.substring(0, path.length() - 4).replaceAll("/$", "");
        }
        return path.isEmpty() ? null : matcher.group(1).toLowerCase(Locale.ROOT) + "/" + path;
    }
}
