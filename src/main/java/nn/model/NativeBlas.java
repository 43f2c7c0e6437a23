package nn.model;

import nn.NativeLibraries;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The native BLAS as a whole: oneDNN for products of floats, OpenBLAS for those of doubles. */
public final class NativeBlas {

    private NativeBlas() {
    }

    /**
     * Keeps each product on the thread that calls it, as every worker has a core of its own; call it once before the first
     * product. Two BLAS threads on a mini-batch gain almost nothing, two workers nearly double. oneDNN is told so by the
     * launcher, with {@code OMP_NUM_THREADS}.
     */
    public static void useCallingThreadOnly() {
        NativeLibraries.load();
        openblas_nolapack.blas_set_num_threads(1);
    }

    /** The kernels for products of floats, such as {@code oneDNN AVX-512}. They are chosen by the processor. */
    public static String kernel() {
        NativeLibraries.load();
        int instructions = dnnl.dnnl_get_effective_cpu_isa();
        if (includes(instructions, dnnl.dnnl_cpu_isa_avx512_core)) {
            return "oneDNN AVX-512";
        }
        return includes(instructions, dnnl.dnnl_cpu_isa_avx2) ? "oneDNN AVX2" : "oneDNN SSE or AVX";
    }

    private static boolean includes(int instructions, int some) {
        return (instructions & some) == some;
    }
}
