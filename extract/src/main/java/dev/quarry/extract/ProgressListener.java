package dev.quarry.extract;

/// Hears how a run gets on. Called from one thread at a time.
public interface ProgressListener {

    /// A stage begins.
    ///
    /// @param name `scan`, `hash`, `extract` or `write`
    /// @param total units of work, -1 when it is not known
    /// @param unit what is counted: `files` or `tables`
    void stage(String name, long total, String unit);

    /// Work done in the current stage, in all.
    void advanced(long done);

    /// Something that people should read, e.g. that another run is being waited for.
    void message(String text);

    /// Says nothing.
    ProgressListener SILENT = new ProgressListener() {
        @Override
        public void stage(String name, long total, String unit) {}

        @Override
        public void advanced(long done) {}

        @Override
        public void message(String text) {}
    };
}
