package nn.model;

import nn.natives.NativeLibraries;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The native BLAS libraries: oneDNN multiplies floats, OpenBLAS multiplies doubles. */
public final class NativeBlas {

    private NativeBlas() {}

    /**
     * A team whose threads each compute a product alone. Two threads on one product of a mini-batch gain almost nothing, two threads on
     * two parts nearly double the speed. Products that threads share may also be rounded differently, and the weights would depend on
     * the number of cores.
     */
    public static WorkerTeam team(int threads) {
        useCallingThreadOnly();
        WorkerTeam team = new WorkerTeam(threads);
        team.runOnEachThread(thread -> useCallingThreadOnly());
        return team;
    }

    /** Lets the calling thread compute its products alone, whatever {@code OMP_NUM_THREADS} says. Call it before the first product. */
    public static void useCallingThreadOnly() {
        NativeLibraries.load();
        openblas_nolapack.blas_set_num_threads(1);
        // ND4J reads its settings first; the holder of its native functions cannot begin without them.
        Nd4j.getBackend();
        // OpenMP, which oneDNN uses, keeps this number for each thread.
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
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
