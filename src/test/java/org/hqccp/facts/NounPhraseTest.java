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
                "public draw | a public draw | one is needed",
                "adopted middle-school policy on exploring pathways | an adopted middle-school policy on exploring pathways | one is needed",
                "IEP | an IEP | one is needed",
                "504 plan | a 504 plan | one is needed",
                "unsolved clash | an unsolved clash | one is needed",
                "student with a named adult | a student with a named adult | one is needed",
                "foster care | foster care | it is needed",
                "mathematics through Algebra II in the map | mathematics through Algebra II in the map | it is needed",
                "MyCAP steps of the pathway completed | MyCAP steps of the pathway completed | they are needed",
            })
    void aLabelTakesItsArticle(String label, String withArticle, String needed) {
        assertThat(new NounPhrase(label).a()).isEqualTo(withArticle);
        assertThat(new NounPhrase(label).needed()).isEqualTo(needed);
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
