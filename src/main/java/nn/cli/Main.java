package nn.cli;

/** The entry point of {@code nn}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        System.err.println("nn: no command yet");
        System.exit(1);
    }
}
