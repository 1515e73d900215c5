package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.NearestNames;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the engine's errors into messages for people.
///
/// The engine reports errors as a JSON object with kind, message and place (`errors_as_json`).
final class QueryErrors {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LOCATION = Pattern.compile("\\[(\\d+),(\\d+)]");
    private static final int WIDEST_EXCERPT = 160;

    private QueryErrors() {}

    /// @param sql the text that the place in the error refers to
    static QueryException of(SQLException error, String sql) {
        Map<String, String> fields = fields(String.valueOf(error.getMessage()));
        String problem = problem(fields, error);
        Matcher location = LOCATION.matcher(fields.getOrDefault("location", ""));
        if (!location.find()) {
            return new QueryException(problem, "", 0, 0, error);
        }
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        int start = Integer.parseInt(location.group(1));
        int length = Integer.parseInt(location.group(2));
        // Errors about the statement as a whole point at the call that the text is wrapped in.
        if (start + length > text.length) {
            return new QueryException(problem, "", 0, 0, error);
        }
        return at(problem, sql, new String(text, 0, start, StandardCharsets.UTF_8).length(),
                new String(text, start, length, StandardCharsets.UTF_8).length(), error);
    }

    private static QueryException at(String problem, String sql, int start, int length, SQLException error) {
        int lineStart = sql.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = sql.indexOf('\n', start);
        String line = sql.substring(lineStart, lineEnd < 0 ? sql.length() : lineEnd).replace('\t', ' ');
        int number = (int) sql.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        int column = start - lineStart;
        int cut = Math.max(0, column - WIDEST_EXCERPT / 2);
        String shown = line.substring(Math.min(cut, line.length()), Math.min(line.length(), cut + WIDEST_EXCERPT));
        String prefix = "line " + number + ": ";
        int carets = Math.max(1, Math.min(length, shown.length() - (column - cut)));
        String excerpt = "  " + prefix + shown + "\n  " + " ".repeat(prefix.length() + column - cut)
                + "^".repeat(carets);
        return new QueryException(problem, excerpt, number, column + 1, error);
    }

    private static String problem(Map<String, String> fields, SQLException error) {
        String message = fields.get("exception_message");
        if (message == null) {
            return String.valueOf(error.getMessage());
        }
        if (message.startsWith("Expected a single SELECT statement")) {
            return "A query may only read, and must be one statement: SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, "
                    + "SUMMARIZE or EXPLAIN.";
        }
        String kind = fields.getOrDefault("exception_type", "");
        String name = fields.getOrDefault("name", "");
        if (kind.equals("Catalog") && fields.getOrDefault("type", "").equals("Table") && !name.isEmpty()) {
            String hint = NearestNames.hint(name, Catalog.standard().names());
            return "There is no dataset or view " + name + ". "
                    + (hint.isEmpty() ? "`quarry tables` lists all of them." : hint);
        }
        if (fields.getOrDefault("error_subtype", "").equals("COLUMN_NOT_FOUND") && !name.isEmpty()) {
            List<String> candidates = List.of(fields.getOrDefault("candidates", "").split(","));
            String hint = NearestNames.hint(name, candidates);
            return "There is no column " + name + ". "
                    + (hint.isEmpty() ? "DESCRIBE lists the columns of a dataset or view." : hint);
        }
        if (kind.equals("Permission")) {
            return message.replace(" - file system operations are disabled by configuration", "")
                    + ": queries read the tables of the store and nothing else.";
        }
        if (kind.equals("INTERRUPT")) {
            return "The query was cancelled.";
        }
        return message;
    }

    /// The text fields of the JSON object in a message.
    private static Map<String, String> fields(String message) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(message);
        while (matcher.find()) {
            fields.put(matcher.group(1), unescaped(matcher.group(2)));
        }
        return fields;
    }

    private static String unescaped(String json) {
        if (json.indexOf('\\') < 0) {
            return json;
        }
        StringBuilder text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
