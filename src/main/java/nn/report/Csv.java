package nn.report;

/** The fields of a CSV table. */
final class Csv {

    private Csv() {}

    /** Quotes a field if needed (RFC 4180, section 2). */
    static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
