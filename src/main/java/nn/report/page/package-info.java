/**
 * Reports as web pages (of a run, of an evaluation, of several runs), and their charts as pictures.
 *
 * <p>A page needs nothing but its one file: no script, no font, no picture from elsewhere. Charts are values ({@link
 * nn.report.page.Chart}); JFreeChart draws them, as SVG through Batik or as PNG. These libraries are loaded only here.
 * Imports {@code nn.pictures}, {@code nn.checkpoint}, {@code nn.train}, {@code nn.eval}, {@code nn.model}, {@code nn.image} and
 * {@code nn.data}. Third-party: JFreeChart,
 * Batik's SVG generator.
 */
package nn.report.page;
