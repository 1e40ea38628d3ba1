package ai.jiga.store.session.media;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.List;

/// What a player said, as its own bytes have it.
///
/// @param micros how long it sounds
public record VoiceClip(long micros) {
    /// The containers that are read here.
    public static final List<String> FORMATS = List.of("wav", "ogg", "webm");

    public static final int MOST_SECONDS = 60;
    private static final long A_SECOND = 1_000_000;

    /// The part of a second that was begun counts as one.
    public long seconds() {
        return Math.ceilDiv(micros, A_SECOND);
    }

    public static Outcome<VoiceClip> of(byte[] file) {
        var head = new Bytes(file);
        VoiceClip clip;
        try {
            if (head.has(0, "RIFF") && head.has(8, "WAVE")) {
                clip = new VoiceClip(Wav.micros(file));
            } else if (head.has(0, "OggS")) {
                clip = new VoiceClip(OggOpus.micros(file));
            } else if (head.has(0, "\u001A\u0045\u00DF\u00A3")) {
                clip = new VoiceClip(Webm.micros(file));
            } else {
                return Outcome.rejected(Rejection.of(
                                ErrorCode.AUDIO_FORMAT_UNSUPPORTED,
                                "'data.audio' is base64 of a file: wav, or Opus in ogg or webm.")
                        .with("formats", FORMATS));
            }
        } catch (UnreadableMediaException e) {
            return Outcome.rejected(
                    Rejection.of(ErrorCode.AUDIO_UNREADABLE, "The file in 'data.audio' " + e.getMessage() + ".")
                            .with("formats", FORMATS));
        }
        if (clip.micros == 0) {
            return Outcome.rejected(ErrorCode.AUDIO_UNREADABLE, "The file in 'data.audio' holds no sound.");
        }
        return clip.micros > MOST_SECONDS * A_SECOND
                ? Outcome.rejected(
                        ErrorCode.AUDIO_TOO_LONG, "A clip has at most " + MOST_SECONDS + " seconds. Send it in parts.")
                : Outcome.done(clip);
    }
}
