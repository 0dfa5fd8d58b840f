package io.github.streamingimage.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspellingTest {

    private static final List<String> KNOWN = List.of("StudioId", "ImageName", "OnRollback", "ServiceTimeout");

    private static List<Misspelling> among(String... names) {
        Map<String, Object> properties = new HashMap<>();
        List.of(names).forEach(name -> properties.put(name, "any"));
        return Misspelling.among(properties, KNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "OnRolback, OnRollback",
        "onRollback, OnRollback",
        "OnRollBacks, OnRollback",
        "OnRolblack, OnRollback",
        "nORolblack, OnRollback",
        "mIageNaem, ImageName",
        "nORollback, OnRollback",
        "Rollback, OnRollback",
        "OnRollbakc, OnRollback",
        "Imagename, ImageName",
        "Image_Name, ImageName",
        "ImageNme, ImageName",
        "ImagName, ImageName",
        "mgaeName, ImageName",
        "studioID, StudioId",
        "StudoId, StudioId",
        "Studio, StudioId",
        "Stud1oIp, StudioId",
        "ServiceTimeOuts, ServiceTimeout"
    })
    void namesWhatWasProbablyMeant(String name, String meant) {
        assertThat(among(name)).containsExactly(new Misspelling(name, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OnUpdate",
                "Image",
                "ImageId",
                "ImageNames123",
                "ImagXYZme",
                "StudioName",
                "Timeout",
                "",
                "x",
                "Description",
                "egamIName"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(among(name)).isEmpty();
    }

    @Test
    void suspectsNothingWhenTheKnownPropertyIsGiven() {
        assertThat(among("OnRolback", "OnRollback")).isEmpty();
        assertThat(among("OnRollback", "ImageName", "StudioId")).isEmpty();
    }

    @Test
    void neverSuspectsAKnownProperty() {
        assertThat(Misspelling.among(Map.of("ImageName", "any"), List.of("ImageName", "ImageNames")))
                .isEmpty();
    }

    @Test
    void tellsOneOfEachKnownPropertyHoweverManyLookLikeIt() {
        assertThat(among("OnRolback", "OnRollbak", "OnRollbac", "Imagename")).hasSize(2);
    }

    @Test
    void asksInASentence() {
        assertThat(new Misspelling("OnRolback", "OnRollback").told())
                .isEqualTo("Property OnRolback is unknown; did you mean OnRollback?");
    }
}
