package dev.quarry.syntax.codecs;

/// A codec of Python's that decodes to no text, or that can't be decoded here.
final class UnsupportedCodec extends PythonCodec {
    private final Support support;

    UnsupportedCodec(String name, Support support) {
        super(name);
        this.support = support;
    }

    @Override
    public Support support() {
        return support;
    }

    @Override
    public String refusal(String declared) {
        return support == Support.NO_TEXT
                ? "'" + declared + "' is not a text encoding; use codecs.decode() to handle arbitrary codecs"
                : "encoding " + declared + " is known to Python but can't be decoded here; convert the file to UTF-8";
    }

    @Override
    Step begin() {
        throw new UnsupportedOperationException(name());
    }
}
