package dev.quarry.syntax.ast;

import dev.quarry.syntax.Interpreters.Interpreter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Asks an interpreter what it thinks.
final class Python {
    private Python() {}

    /// What a script prints; fails when it does.
    static String run(Interpreter interpreter, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("oracle", ".py"), script);
        try {
            Process process = new ProcessBuilder(interpreter.executable().toString(), "-I", "-W", "ignore", "-X",
                    "utf8", file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(interpreter + " failed with status " + process.exitValue());
            }
            return answer;
        } finally {
            Files.delete(file);
        }
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
