package dev.quarry.store.parquet.write;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/// The compressed pages of one column of the row group that is being written.
final class ChunkPages {
    private final ColumnPath path;
    private final ZstdCompressCtx compressor;
    private final ByteSink pages = new ByteSink(1 << 12);
    private final ByteSink dictionary = new ByteSink(64);
    private final ByteSink compressed;
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private long values;
    private long uncompressedBytes;

    /// @param compressed scratch space, shared by the columns of a file
    ChunkPages(ColumnPath path, ZstdCompressCtx compressor, ByteSink compressed) {
        this.path = path;
        this.compressor = compressor;
        this.compressed = compressed;
    }

    /// Bytes that wait to be written.
    int size() {
        return pages.size() + dictionary.size();
    }

    /// Adds a page of data.
    ///
    /// @param count number of values, nulls included
    void data(ByteSink page, int count, Encoding encoding) {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, page.size(), 0);
        header.setData_page_header(new DataPageHeader(count, encoding, Encoding.RLE, Encoding.RLE));
        add(page, header, pages);
        values += count;
        encodings.add(encoding);
        encodings.add(Encoding.RLE);
    }

    /// Adds the values that pages of data name by number.
    void dictionary(ByteSink page, int count) {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, page.size(), 0);
        header.setDictionary_page_header(new DictionaryPageHeader(count, Encoding.PLAIN));
        add(page, header, dictionary);
        encodings.add(Encoding.PLAIN);
    }

    private void add(ByteSink page, PageHeader header, ByteSink to) {
        compressed.clear();
        int bound = (int) Math.min(Integer.MAX_VALUE - 8, com.github.luben.zstd.Zstd.compressBound(page.size()));
        compressed.ensure(bound);
        int length = compressor.compressByteArray(compressed.bytes(), 0, compressed.bytes().length, page.bytes(), 0,
                page.size());
        header.setCompressed_page_size(length);
        int before = to.size();
        try {
            Util.writePageHeader(header, to);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        }
        uncompressedBytes += to.size() - before + page.size();
        to.write(compressed.bytes(), 0, length);
    }

    /// Writes the pages and describes them; there are none afterwards.
    ///
    /// @param offset of the first byte in the file
    ColumnChunk writeTo(OutputStream file, long offset, Statistics statistics) throws IOException {
        long data = offset + dictionary.size();
        ColumnMetaData metadata = new ColumnMetaData(path.type(), new ArrayList<>(encodings), path.names(),
                CompressionCodec.ZSTD, values, uncompressedBytes, size(), data);
        if (dictionary.size() > 0) {
            metadata.setDictionary_page_offset(offset);
        }
        metadata.setStatistics(statistics);
        file.write(dictionary.bytes(), 0, dictionary.size());
        file.write(pages.bytes(), 0, pages.size());
        dictionary.clear();
        pages.clear();
        encodings.clear();
        values = 0;
        uncompressedBytes = 0;
        ColumnChunk chunk = new ColumnChunk(offset);
        chunk.setMeta_data(metadata);
        return chunk;
    }
}
