package nn;

/** How the user called this program, for messages that tell what to type next. */
public final class CommandName {

    private CommandName() {}

    /** The launcher's path as it was called, such as {@code scripts/nn}; without a launcher {@code nn}. */
    public static String called() {
        return ShellWord.of(System.getProperty("nn.command", "nn"));
    }
}
