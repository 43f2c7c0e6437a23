package nn.exchange;

import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;

/** A file of another program holds no network that nn can use. The reader, which knows the file's name, turns this into an {@link NnException}. */
public final class ForeignModelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    public ForeignModelException(String whatIsWrong, String whatToDo) {
        super(whatIsWrong);
        this.whatToDo = whatToDo;
    }

    /** What the file holds is no multilayer perceptron: an operator or a tensor that none has. */
    public static ForeignModelException noMlp(String reason) {
        return new ForeignModelException("is no multilayer perceptron: " + reason, "nn reads no other networks");
    }

    public static ForeignModelException damaged(String reason) {
        return new ForeignModelException("is damaged: " + reason, "copy it again, or save it again");
    }

    /** The exception for the user, which names the file. */
    public NnException in(Path file) {
        return NnException.of(Kind.BAD_CHECKPOINT, file, getMessage(), whatToDo);
    }
}
