package nn.json;

import java.util.Locale;

/** How a constant of an enum is written in files, in messages and on the command line: in lower case with hyphens. */
public final class EnumName {

    private EnumName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
