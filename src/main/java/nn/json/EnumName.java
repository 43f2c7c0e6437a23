package nn.json;

import java.util.Locale;

/** Spells an enum constant as files, messages and the command line do: in lower case with hyphens. */
public final class EnumName {

    private EnumName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
