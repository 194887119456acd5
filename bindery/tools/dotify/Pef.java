import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.daisy.dotify.api.engine.FormatterEngine;
import org.daisy.dotify.api.engine.FormatterEngineMaker;
import org.daisy.dotify.api.writer.MediaTypes;
import org.daisy.dotify.api.writer.PagedMediaWriter;
import org.daisy.dotify.api.writer.PagedMediaWriterFactoryMaker;

/** Lay out OBFL whose text is braille already: {@code java Pef LANGUAGE IN.obfl OUT.pef}. */
public final class Pef {
    private Pef() {
    }

    public static void main(String[] given) throws Exception {
        PagedMediaWriter writer = PagedMediaWriterFactoryMaker.newInstance()
            .newPagedMediaWriter(MediaTypes.PEF_MEDIA_TYPE);
        FormatterEngine engine = FormatterEngineMaker.newInstance()
            .newFormatterEngine(given[0], "bypass", writer);
        try (InputStream in = new FileInputStream(given[1]);
                OutputStream out = new FileOutputStream(given[2])) {
            engine.convert(in, out);
        }
    }
}
