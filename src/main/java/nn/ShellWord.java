package nn;

import java.util.regex.Pattern;

/** A word of a command that a message tells the user to type. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ShellWord() {}

    /** A name as a POSIX shell reads it as one word: in single quotes, if it has anything in it that means something to the shell. */
    public static String of(Object name) {
        String text = name.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
