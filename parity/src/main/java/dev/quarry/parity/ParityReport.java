package dev.quarry.parity;

/// What a run over many sources with one interpreter came to.
///
/// @param files all files or strings
/// @param different files in which a fact differs, those included that one side alone refuses
/// @param refused files that both sides refuse
/// @param notCompared files about which there is no answer
public record ParityReport(Interpreter interpreter, int files, int different, int refused, int notCompared) {
    /// Files about which there is an answer.
    public int compared() {
        return files - notCompared;
    }
}
