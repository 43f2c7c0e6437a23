package nn.safetensors;

import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;

/** A file's content breaks the format. The reader, which knows the file's name, turns this into an {@link NnException}. */
final class MalformedFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    MalformedFileException(String whatIsWrong) {
        this(whatIsWrong, "give a model.safetensors that nn train wrote");
    }

    MalformedFileException(String whatIsWrong, String whatToDo) {
        super(whatIsWrong);
        this.whatToDo = whatToDo;
    }

    /** The exception for the user, which names the file. */
    NnException in(Path file) {
        return NnException.of(Kind.BAD_CHECKPOINT, file, getMessage(), whatToDo);
    }
}
