package ai.jiga.store.models.builtin.intent;

/// What a player may want.
public enum Intent {
    TELL_TEAM,
    REMEMBER,
    RECALL,
    BUY,
    DIED_WHERE,
    KILLED_BY,
    BEST_WEAPON,
    OBJECTIVE,
    TIRED,
    ECONOMY,
    HEALTH,
    SQUAD,
    SOUND,
    TIME,
    SCORE,
    LESSON,
    TIP,
    PLAN,
    STATUS,
    WHO,
    HELP,
    THANKS,
    GOODBYE,
    GREETING,
    UNKNOWN
}
