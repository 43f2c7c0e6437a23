package nn.model;

import nn.NativeLibraries;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The native BLAS as a whole: its threads and the kernels that it chose. */
public final class NativeBlas {

    private NativeBlas() {
    }

    /**
     * Keeps each product on the thread that calls it, as every worker has a core of its own; call it once before the first
     * product. Two BLAS threads on a mini-batch gain almost nothing, two workers nearly double.
     */
    public static void useCallingThreadOnly() {
        NativeLibraries.load();
        openblas_nolapack.blas_set_num_threads(1);
    }

    /**
     * The kernels that OpenBLAS was told to use, such as {@code SkylakeX}; {@code automatic} when it was left to choose by the
     * processor. It reads the choice once, from the environment that the launcher sets.
     */
    public static String kernel() {
        String told = System.getenv("OPENBLAS_CORETYPE");
        return told == null || told.isBlank() ? "automatic" : told;
    }
}
