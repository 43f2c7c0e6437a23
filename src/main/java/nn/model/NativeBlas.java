package nn.model;

import nn.natives.NativeLibraries;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The native BLAS as a whole: oneDNN for products of floats, OpenBLAS for those of doubles. */
public final class NativeBlas {

    private NativeBlas() {}

    /**
     * Keeps OpenBLAS's products on the thread that calls them, as every worker has a core of its own; call it once before the
     * first product. Two BLAS threads on a mini-batch gain almost nothing, two workers nearly double. oneDNN's are kept there by
     * {@code OMP_NUM_THREADS=1} in the environment, which the launcher sets.
     */
    public static void useCallingThreadOnly() {
        NativeLibraries.load();
        openblas_nolapack.blas_set_num_threads(1);
    }

    /** The kernels for products of floats, such as {@code oneDNN AVX-512}: by the processor and {@code ONEDNN_MAX_CPU_ISA}. */
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
