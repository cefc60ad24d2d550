package org.hqccp.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounPhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public draw | a public draw",
                "adopted middle-school policy on exploring pathways | an adopted middle-school policy on exploring pathways",
                "IEP | an IEP",
                "504 plan | a 504 plan",
                "unsolved clash | an unsolved clash",
                "student with a named adult | a student with a named adult",
                "foster care | foster care",
                "mathematics through Algebra II in the map | mathematics through Algebra II in the map",
                "MyCAP steps of the pathway completed | MyCAP steps of the pathway completed",
            })
    void aLabelTakesItsArticle(String label, String withArticle) {
        assertThat(new NounPhrase(label).a()).isEqualTo(withArticle);
    }

    @ParameterizedTest
    @CsvSource({
        "agreement, agreements",
        "sector of the program, sectors of the program",
        "college course completed, college courses completed",
        "facility, facilities",
        "seats, seats"
    })
    void theMainNounTakesThePlural(String one, String several) {
        assertThat(new NounPhrase(one).plural()).isEqualTo(several);
        assertThat(new NounPhrase(several).plural()).isEqualTo(several);
        assertThat(new NounPhrase(several).isPlural()).isTrue();
    }

    @Test
    void theThingsCountedCanBeOne() {
        NounPhrase counted = new NounPhrase("number of technical courses in the sector").counted();

        assertThat(counted.label()).isEqualTo("technical courses in the sector");
        assertThat(counted.singular()).isEqualTo("technical course in the sector");
        assertThat(new NounPhrase("travel time one way").counted()).isNull();
        assertThat(new NounPhrase("process").isPlural()).isFalse();
    }
}
