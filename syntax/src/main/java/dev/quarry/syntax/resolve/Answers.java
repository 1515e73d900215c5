package dev.quarry.syntax.resolve;

import dev.quarry.syntax.IntStack;
import java.util.Arrays;

/// Answers questions that depend on each other, also in circles, without recursion.
///
/// A question is a key; [#compute] answers it with [#ask]ing others, of which it sees what is known so far, at first
/// nothing. A question whose answers are missing waits until they have been computed. Questions that depend on each
/// other (a strongly connected component, found as in Tarjan's algorithm) are computed again, together, until no answer
/// changes. The answers then are those of the least fixed point, whatever was asked first, so that they can be kept.
abstract class Answers {
    /// Answers of a component that have not settled after so many rounds are kept as they are.
    private static final int MOST_ROUNDS = 32;

    private static final byte NEW = 0;
    /// Being computed, or waiting for others.
    private static final byte ACTIVE = 1;
    /// Computed from answers that may still change.
    private static final byte PROVISIONAL = 2;
    private static final byte FINAL = 3;

    private final LongIntMap numbers = new LongIntMap();
    private long[] keys = new long[1024];
    private byte[] states = new byte[1024];
    private long[][] answers = new long[1024][];
    private int[] indices = new int[1024];
    private int[] lows = new int[1024];
    /// When the answer changed last.
    private int[] changes = new int[1024];
    private int clock;
    private int nextIndex;

    private final IntStack work = new IntStack();
    private final IntStack component = new IntStack();
    private final IntStack missing = new IntStack();
    /// The smallest index that the question being computed depends on.
    private int low;
    private boolean onItself;
    private int current;

    /// The answer as far as it follows from those that [#ask] gives.
    abstract long[] compute(long key);

    /// How many answers are kept.
    final int size() {
        return numbers.size();
    }

    /// Forgets all answers.
    final void forget() {
        Arrays.fill(states, 0, numbers.size(), NEW);
        Arrays.fill(answers, 0, numbers.size(), null);
        numbers.clear();
    }

    /// For [#compute] alone: the answer to another question as known so far.
    final long[] ask(long key) {
        int question = number(key);
        switch (states[question]) {
            case FINAL -> { }
            case NEW -> missing.push(question);
            case ACTIVE -> {
                low = Math.min(low, indices[question]);
                onItself |= question == current;
            }
            default -> low = Math.min(low, lows[question]);
        }
        long[] answer = answers[question];
        return answer == null ? Values.EMPTY : answer;
    }

    /// The answer to a question.
    final long[] solve(long key) {
        int root = number(key);
        work.push(root);
        while (work.size() > 0) {
            int question = work.get(work.size() - 1);
            if (states[question] >= PROVISIONAL) {
                work.pop();
                continue;
            }
            if (states[question] == NEW) {
                states[question] = ACTIVE;
                indices[question] = nextIndex++;
                component.push(question);
            }
            current = question;
            low = indices[question];
            onItself = false;
            missing.clear();
            long[] answer = compute(keys[question]);
            if (missing.size() > 0) {
                for (int i = missing.size() - 1; i >= 0; i--) {
                    work.push(missing.get(i));
                }
                continue;
            }
            lows[question] = low;
            if (answers[question] == null ? answer.length > 0 : !Arrays.equals(answers[question], answer)) {
                changes[question] = ++clock;
            }
            answers[question] = answer;
            states[question] = PROVISIONAL;
            work.pop();
            if (low == indices[question]) {
                closeComponent(question, onItself);
            }
        }
        nextIndex = 0;
        return answers[root];
    }

    private int[] rounds = new int[1024];

    private void closeComponent(int head, boolean circular) {
        int from = component.size() - 1;
        while (component.get(from) != head) {
            from--;
        }
        int newest = 0;
        for (int i = from; i < component.size(); i++) {
            newest = Math.max(newest, changes[component.get(i)]);
        }
        boolean single = component.size() == from + 1 && !circular;
        boolean settled = single || newest <= starts(head) || rounds[head] >= MOST_ROUNDS;
        while (component.size() > from) {
            int member = component.pop();
            states[member] = settled ? FINAL : NEW;
            if (settled) {
                rounds[member] = 0;
            }
        }
        if (!settled) {
            rounds[head]++;
            roundStarts[head] = clock;
            work.push(head);
        }
    }

    private int[] roundStarts = new int[1024];

    /// The time at which the present round of a component began; before everything in the first.
    private int starts(int head) {
        return rounds[head] == 0 ? -1 : roundStarts[head];
    }

    private int number(long key) {
        int known = numbers.size();
        int number = numbers.number(key);
        if (number == known) {
            if (number == keys.length) {
                grow(number * 2);
            }
            keys[number] = key;
            states[number] = NEW;
            answers[number] = null;
            changes[number] = 0;
            rounds[number] = 0;
        }
        return number;
    }

    private void grow(int length) {
        keys = Arrays.copyOf(keys, length);
        states = Arrays.copyOf(states, length);
        answers = Arrays.copyOf(answers, length);
        indices = Arrays.copyOf(indices, length);
        lows = Arrays.copyOf(lows, length);
        changes = Arrays.copyOf(changes, length);
        rounds = Arrays.copyOf(rounds, length);
        roundStarts = Arrays.copyOf(roundStarts, length);
    }
}
