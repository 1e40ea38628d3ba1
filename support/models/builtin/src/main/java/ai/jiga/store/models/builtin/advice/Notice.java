package ai.jiga.store.models.builtin.advice;

/// Something that the coach noticed by itself.
///
/// @param code stable, upper snake case; the same as [Act.EventDetected] kind in lower case
/// @param subject what tells two notices of one code apart (a zone, a player); may be empty
/// @param quiet seconds in which the same is not said again
/// @param weight how much it matters
/// @param good whether it is good for the player
/// @param plain whether a commentator leaves out its cheers and comforts
/// @param fact what is so, a sentence
/// @param advice what to do, a sentence; may be empty
/// @param call the same in a few words, for the voice; empty if it is not worth the interruption
/// @param comment what a commentator makes of it; empty if nothing
/// @param team what the team should know; may be empty
record Notice(
        String code,
        String subject,
        int quiet,
        Weight weight,
        boolean good,
        boolean plain,
        String fact,
        String advice,
        String call,
        String comment,
        String team) {

    enum Weight {
        /// Worth a note.
        NOTE,
        /// Worth saying when nothing else is.
        SAY,
        /// To be warned of, at once.
        WARN
    }

    static Notice note(String code, String subject, int quiet, boolean good, String fact) {
        return new Notice(code, subject, quiet, Weight.NOTE, good, true, fact, "", "", "", "");
    }

    static Notice say(String code, String subject, int quiet, boolean good, String fact) {
        return new Notice(code, subject, quiet, Weight.SAY, good, false, fact, "", "", "", "");
    }

    static Notice warn(String code, String subject, int quiet, String fact) {
        return new Notice(code, subject, quiet, Weight.WARN, false, false, fact, "", "", "", "");
    }

    Notice plain(boolean now) {
        return new Notice(code, subject, quiet, weight, good, now, fact, advice, call, comment, team);
    }

    Notice advise(String sentence) {
        return new Notice(code, subject, quiet, weight, good, plain, fact, sentence, call, comment, team);
    }

    Notice call(String words) {
        return new Notice(code, subject, quiet, weight, good, plain, fact, advice, words, comment, team);
    }

    Notice comment(String sentence) {
        return new Notice(code, subject, quiet, weight, good, plain, fact, advice, call, sentence, team);
    }

    Notice team(String sentence) {
        return new Notice(code, subject, quiet, weight, good, plain, fact, advice, call, comment, sentence);
    }

    String key() {
        return subject.isEmpty() ? code : code + " " + subject;
    }
}
