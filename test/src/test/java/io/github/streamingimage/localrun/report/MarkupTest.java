package io.github.streamingimage.localrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of text in a page. */
class MarkupTest {

    @Test
    void escapesWhateverCouldBeMarkup() {
        assertThat(new Markup().text("<script>&\"'</script>"))
                .hasToString("&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;");
        assertThat(new Markup().element("p", "<b>", "class", "\" onclick=\"x"))
                .hasToString("<p class=\"&quot; onclick=&quot;x\">&lt;b&gt;</p>");
        assertThat(new Markup().breakable("A_<B")).hasToString("A_<wbr>&lt;B");
    }

    @Test
    void replacesCharactersThatNoDocumentMayHold() {
        assertThat(new Markup().text("a\u0000b\u001bc\td\uffff")).hasToString("a\ufffdb\ufffdc\td\ufffd");
        assertThat(new Markup().text("a\u202eb\u2066c\u009bd")).hasToString("a\ufffdb\ufffdc\ufffdd");
    }
}
