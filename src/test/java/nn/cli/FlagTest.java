package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.OverwrittenOptionException;

class FlagTest {

    private final Command command = new Command("") {
        @Override
        public Integer call() {
            return 0;
        }
    };

    private void parse(Flags flags, String... arguments) {
        command.add(flags);
        new CommandLine(command.spec()).parseArgs(arguments);
    }

    @Test
    void hasNoValueUntilItIsGiven() {
        Flag<Integer> flag = Flag.of(Integer.class, "--size", "N", "");
        parse(flag);
        assertNull(flag.value());
        assertFalse(flag.isGiven());
        assertEquals(3, flag.or(3));
    }

    @Test
    void hasTheValueThatIsGiven() {
        Flag<Integer> flag = Flag.of(Integer.class, "--size", "N", "");
        parse(flag, "--size", "5");
        assertEquals(5, flag.value());
        assertTrue(flag.isGiven());
        assertEquals(5, flag.or(3));
    }

    @Test
    void hasItsStandardValueInsteadOfNone() {
        Flag<Integer> flag = Flag.of(Integer.class, "--size", "N", "").standard("7");
        parse(flag);
        assertEquals(7, flag.value());
    }

    @Test
    void listsAreSplitAtCommas() {
        Flag<List<Integer>> flag = Flag.listOf(Integer.class, "--sizes", "N", "");
        parse(flag, "--sizes", "5,4,3");
        assertEquals(List.of(5, 4, 3), flag.value());
    }

    @Test
    void isOnOnlyWhenGiven() {
        Flag<Boolean> off = Flag.on("--off", "");
        command.add(off);
        Flag<Boolean> on = Flag.on("-o", "--on", "");
        parse(on, "-o");
        assertTrue(on.isOn());
        assertFalse(off.isOn());
        assertFalse(off.isGiven());
    }

    @Test
    void theOppositeIsGivenAndOff() {
        Flag<Boolean> flag = Flag.on("--again", "").negatable();
        parse(flag, "--no-again");
        assertTrue(flag.isGiven());
        assertFalse(flag.isOn());
        assertFalse(flag.or(true));
    }

    @Test
    void readsAValueInItsOwnWay() {
        Flag<Integer> flag = Flag.of(Integer.class, "--length", "TEXT", "")
                .readBy(String::length)
                .standard("four");
        parse(flag, "--length", "eleven");
        assertEquals(6, flag.value());
    }

    @Test
    void groupsAreListedUnderTheirHeadings() {
        command.addGroup("Sizes", Flag.of(Integer.class, "--width", "N", "How wide."));
        command.addGroup("Other", Flag.on("--slow", "Not so fast."), Flag.on("--loud", "And loud."));
        parse(Flag.on("--plain", "No more than that."));
        List<String> help =
                new CommandLine(command.spec()).getUsageMessage().lines().toList();
        assertEquals(
                List.of(
                        "      --plain     No more than that.",
                        "",
                        "Sizes:",
                        "      --width=N   How wide.",
                        "",
                        "Other:",
                        "      --slow      Not so fast.",
                        "      --loud      And loud."),
                help.subList(help.size() - 8, help.size()));
    }

    @Test
    void isRefusedWhenGivenTwice() {
        Flag<Integer> flag = Flag.of(Integer.class, "--size", "N", "");
        assertThrows(OverwrittenOptionException.class, () -> parse(flag, "--size", "1", "--size", "2"));
    }
}
