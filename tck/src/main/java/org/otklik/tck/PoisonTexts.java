package org.otklik.tck;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that break careless storages, classifiers and screens, by what is bad about them. */
final class PoisonTexts {

    /** All of them; none has U+0000 or unpaired surrogates, which never come past the door. */
    static final Map<String, String> ALL = all();

    private PoisonTexts() {}

    private static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("spaces around", "  Яма \t");
        texts.put("replacement characters", "До\uFFFD\uFFFDроги");
        texts.put("emoji joined by ZWJ", "👨‍👩‍👧‍👦🏳️‍🌈 двор");
        texts.put("right to left overrides", "\u202Eабв\u202C \u2067עברית\u2069 شارع");
        texts.put("combining marks", "я" + "\u0301\u0330\u0489".repeat(3000));
        texts.put("decomposed letters", "Е\u0308лка и\u0306");
        texts.put("line ends", "раз\r\nдва\nтри\rчетыре\u2028пять\u0085шесть");
        texts.put("control characters", "\u0001\u0007\u001B[31m\u007F\uFEFF");
        texts.put("quotation", "'; DROP TABLE post; -- \" \\ ${jndi} {{x}} %s %_ ?");
        texts.put("markup", "<script>alert(1)</script>&amp;[id1|Имя]");
        texts.put("noncharacters", "\uFFFE\uFFFF");
        texts.put("the highest code points", new String(Character.toChars(0x10FFFF)) + "𝒜𠀀");
        texts.put("100,000 characters", "ё".repeat(100_000));
        return texts;
    }
}
