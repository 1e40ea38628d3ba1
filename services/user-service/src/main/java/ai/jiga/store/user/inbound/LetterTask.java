package ai.jiga.store.user.inbound;

import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.user.usecase.Letters;
import ai.jiga.store.user.usecase.WriteLetter;

/// Writes the letters that were asked for.
public record LetterTask(WriteLetter letters) implements TaskHandler {
    @Override
    public String kind() {
        return Letters.TASK;
    }

    @Override
    public void run(Task task) {
        Letters.run(task, letters);
    }
}
