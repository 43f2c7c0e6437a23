/**
 * nn on Apache Spark: scores many images, and trains many networks.
 *
 * <p>Answers come from nn's own classes, with the forward pass that needs no ND4J. Trainings run nn itself as a program of its own on each
 * worker. Third-party: Spark with its Hadoop file systems, and picocli.
 */
package nn.spark;
