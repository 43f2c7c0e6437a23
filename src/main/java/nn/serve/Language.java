package nn.serve;

import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages of the page. */
enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** Its name in the page and in addresses: {@code en} or {@code zh}. */
    String code() {
        return locale.getLanguage();
    }

    Language other() {
        return this == EN ? ZH : EN;
    }

    /** The language of a code; English for any other. */
    static Language of(String code) {
        return code.equals(ZH.code()) ? ZH : EN;
    }

    /** The first of ours in an Accept-Language header; English without one. */
    static Language accepted(String header) {
        try {
            return LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().replaceFirst("-.*", ""))
                    .filter(code -> code.equals(EN.code()) || code.equals(ZH.code()))
                    .findFirst()
                    .map(Language::of)
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            // Such as an empty header.
            return EN;
        }
    }
}
