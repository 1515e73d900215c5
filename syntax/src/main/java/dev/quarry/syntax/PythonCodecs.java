package dev.quarry.syntax;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Python's codec names and what the JDK calls the same encodings.
final class PythonCodecs {
    /// A JDK charset, Python's codec and its aliases.
    private static final String CHARSETS = """
            US-ASCII ascii 646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 cp367 csascii ibm367 iso646_us \
              iso_646.irv_1991 iso_ir_6 us us_ascii
            Big5 big5 big5_tw csbig5 x_mac_trad_chinese
            Big5-HKSCS big5hkscs big5_hkscs hkscs
            windows-1250 cp1250 1250 windows_1250
            windows-1251 cp1251 1251 windows_1251
            windows-1252 cp1252 1252 windows_1252
            windows-1253 cp1253 1253 windows_1253
            windows-1254 cp1254 1254 windows_1254
            windows-1255 cp1255 1255 windows_1255
            windows-1256 cp1256 1256 windows_1256
            windows-1257 cp1257 1257 windows_1257
            windows-1258 cp1258 1258 windows_1258
            IBM437 cp437 437 cspc8codepage437 ibm437
            x-IBM737 cp737
            IBM775 cp775 775 cspc775baltic ibm775
            IBM850 cp850 850 cspc850multilingual ibm850
            IBM852 cp852 852 cspcp852 ibm852
            IBM855 cp855 855 csibm855 ibm855
            x-IBM856 cp856
            IBM857 cp857 857 csibm857 ibm857
            IBM00858 cp858 858 csibm858 ibm858
            IBM860 cp860 860 csibm860 ibm860
            IBM861 cp861 861 cp_is csibm861 ibm861
            IBM862 cp862 862 cspc862latinhebrew ibm862
            IBM863 cp863 863 csibm863 ibm863
            IBM864 cp864 864 csibm864 ibm864
            IBM865 cp865 865 csibm865 ibm865
            IBM866 cp866 866 csibm866 ibm866
            IBM869 cp869 869 cp_gr csibm869 ibm869
            x-windows-874 cp874
            windows-31j cp932 932 ms932 ms_kanji mskanji windows_31j
            x-windows-949 cp949 949 ms949 uhc
            x-windows-950 cp950 950 ms950
            EUC-JP euc_jp eucjp u_jis ujis
            EUC-KR euc_kr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean
            GB18030 gb18030 gb18030_2000
            GB2312 gb2312 chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 \
              x_mac_simp_chinese
            GBK gbk 936 cp936 ms936
            ISO-2022-JP iso2022_jp csiso2022jp iso2022jp iso_2022_jp
            ISO-2022-KR iso2022_kr csiso2022kr iso2022kr iso_2022_kr
            ISO-8859-1 iso8859_1
            x-iso-8859-11 iso8859_11 iso_8859_11 iso_8859_11_2001 thai
            ISO-8859-13 iso8859_13 iso_8859_13 l7 latin7
            ISO-8859-15 iso8859_15 iso_8859_15 l9 latin9
            ISO-8859-16 iso8859_16 iso_8859_16 iso_8859_16_2001 iso_ir_226 l10 latin10
            ISO-8859-2 iso8859_2 csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2
            ISO-8859-3 iso8859_3 csisolatin3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3
            ISO-8859-4 iso8859_4 csisolatin4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4
            ISO-8859-5 iso8859_5 csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144
            ISO-8859-6 iso8859_6 arabic asmo_708 csisolatinarabic ecma_114 iso_8859_6 iso_8859_6_1987 iso_ir_127
            ISO-8859-7 iso8859_7 csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126
            ISO-8859-8 iso8859_8 csisolatinhebrew hebrew iso_8859_8 iso_8859_8_1988 iso_ir_138
            ISO-8859-9 iso8859_9 csisolatin5 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5
            x-Johab johab cp1361 ms1361
            KOI8-R koi8_r cskoi8r
            KOI8-U koi8_u
            ISO-8859-1 latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 \
              latin latin1
            x-MacCroatian mac_croatian
            x-MacCyrillic mac_cyrillic maccyrillic
            x-MacGreek mac_greek macgreek
            x-MacIceland mac_iceland maciceland
            x-MacCentralEurope mac_latin2 mac_centeuro maccentraleurope maclatin2
            x-MacRoman mac_roman macintosh macroman
            x-MacRomania mac_romanian
            x-MacTurkish mac_turkish macturkish
            Shift_JIS shift_jis csshiftjis s_jis shiftjis sjis x_mac_japanese
            TIS-620 tis_620 iso_ir_166 tis620 tis_620_0 tis_620_2529_0 tis_620_2529_1
            UTF-8 utf_8 cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4
            UTF-8 utf_8_sig
            """;
    /// Codecs of Python that the JDK doesn't have, or that can't hold a declaration in ASCII.
    private static final String OTHER_TEXT_CODECS = """
            charmap
            cp037 037 csibm037 ebcdic_cp_ca ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ibm037 ibm039
            cp1006
            cp1026 1026 csibm1026 ibm1026
            cp1125 1125 cp866u ibm1125 ruscii
            cp1140 1140 ibm1140
            cp273 273 csibm273 ibm273
            cp424 424 csibm424 ebcdic_cp_he ibm424
            cp500 500 csibm500 ebcdic_cp_be ebcdic_cp_ch ibm500
            cp720
            cp875
            euc_jis_2004 euc_jis2004 eucjis2004 jisx0213
            euc_jisx0213 eucjisx0213
            hp_roman8 cp1051 csHPRoman8 ibm1051 r8 roman8
            hz hz_gb hz_gb_2312 hzgb
            idna
            iso2022_jp_1 iso2022jp_1 iso_2022_jp_1
            iso2022_jp_2 iso2022jp_2 iso_2022_jp_2
            iso2022_jp_2004 iso2022jp_2004 iso_2022_jp_2004
            iso2022_jp_3 iso2022jp_3 iso_2022_jp_3
            iso2022_jp_ext iso2022jp_ext iso_2022_jp_ext
            iso8859_10 csisolatin6 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6
            iso8859_14 iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8
            koi8_t
            kz1048 kz_1048 rk1048 strk1048_2002
            mac_arabic
            mac_farsi
            palmos
            ptcp154 cp154 csptcp154 cyrillic_asian pt154
            punycode
            raw_unicode_escape
            shift_jis_2004 s_jis_2004 shiftjis2004 sjis_2004
            shift_jisx0213 s_jisx0213 shiftjisx0213 sjisx0213
            undefined
            unicode_escape
            utf_16 u16 utf16
            utf_16_be unicodebigunmarked utf_16be
            utf_16_le unicodelittleunmarked utf_16le
            utf_32 u32 utf32
            utf_32_be utf_32be
            utf_32_le utf_32le
            utf_7 u7 unicode_1_1_utf_7 utf7
            """;
    /// Codecs that don't decode to text.
    private static final String BINARY_CODECS = """
            base64_codec base64 base_64
            bz2_codec bz2
            hex_codec hex
            quopri_codec quopri quoted_printable quotedprintable
            rot_13 rot13
            uu_codec uu
            zlib_codec zip zlib
            """;
    private static final Set<String> MULTIBYTE = Set.of("Big5", "Big5-HKSCS", "windows-31j", "x-windows-949",
            "x-windows-950", "EUC-JP", "EUC-KR", "GB18030", "GB2312", "GBK", "ISO-2022-JP", "ISO-2022-KR", "x-Johab",
            "Shift_JIS");

    private static final Map<String, String> CHARSET_NAMES = charsetNames();
    private static final Set<String> OTHERS = words(OTHER_TEXT_CODECS);
    private static final Set<String> BINARIES = words(BINARY_CODECS);

    private PythonCodecs() {}

    /// Whether Python has a codec of this name.
    static boolean isKnown(String codec) {
        String name = normalise(codec);
        return CHARSET_NAMES.containsKey(name) || OTHERS.contains(name) || BINARIES.contains(name);
    }

    static boolean isBinary(String codec) {
        return BINARIES.contains(normalise(codec));
    }

    /// The same encoding in the JDK, null when there is none.
    static Charset charset(String codec) {
        String name = CHARSET_NAMES.get(normalise(codec));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : null;
    }

    /// What Python's codec says about a byte that it can't decode.
    static String errorMessage(String codec, int unsignedByte, int position) {
        String charset = CHARSET_NAMES.get(normalise(codec));
        String name = charset.equals("US-ASCII") ? "ascii" : MULTIBYTE.contains(charset) ? normalise(codec) : "charmap";
        String reason = switch (name) {
            case "ascii" -> "ordinal not in range(128)";
            case "charmap" -> "character maps to <undefined>";
            default -> "illegal multibyte sequence";
        };
        return String.format("'%s' codec can't decode byte 0x%02x in position %d: %s", name, unsignedByte, position,
                reason);
    }

    /// As Python's `encodings` package looks names up: case and punctuation don't matter.
    private static String normalise(String codec) {
        String name = codec.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "_");
        return CHARSET_NAMES.containsKey(name) ? name : name.replace('.', '_');
    }

    private static Map<String, String> charsetNames() {
        Map<String, String> names = new HashMap<>();
        CHARSETS.lines().forEach(line -> {
            List<String> words = List.of(line.trim().split(" +"));
            words.subList(1, words.size()).forEach(alias -> names.put(alias, words.getFirst()));
        });
        return names;
    }

    private static Set<String> words(String lines) {
        return Set.of(lines.trim().split("\\s+"));
    }
}
