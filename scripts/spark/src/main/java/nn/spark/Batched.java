package nn.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Answers in batches what comes one by one. Nothing is kept of a batch once its answers are taken. */
final class Batched<T, R> implements Iterator<R> {

    private final Iterator<T> questions;
    private final int size;
    private final Function<List<T>, List<R>> answer;
    private Iterator<R> answers = Collections.emptyIterator();

    Batched(Iterator<T> questions, int size, Function<List<T>, List<R>> answer) {
        this.questions = questions;
        this.size = size;
        this.answer = answer;
    }

    @Override
    public boolean hasNext() {
        while (!answers.hasNext() && questions.hasNext()) {
            List<T> batch = new ArrayList<>(size);
            while (batch.size() < size && questions.hasNext()) {
                batch.add(questions.next());
            }
            answers = answer.apply(batch).iterator();
        }
        return answers.hasNext();
    }

    @Override
    public R next() {
        hasNext();
        return answers.next();
    }
}
