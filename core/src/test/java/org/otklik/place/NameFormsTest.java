package org.otklik.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    @ParameterizedTest
    @CsvSource({
        "самара, самары самаре самару самарой",
        "сызрань, сызрани сызранью",
        "тольятти, тольятти",
        "новокуйбышевск, новокуйбышевска новокуйбышевску новокуйбышевском новокуйбышевске",
        "похвистнево, похвистнево похвистнева похвистневе похвистневу похвистневом",
        "отрадный, отрадного отрадному отрадным отрадном",
        "черкассы, черкасс черкассам черкассами черкассах",
        "волжский, волжского волжскому волжским волжском",
        "кинель, кинеля кинелю кинелем кинеле",
        "шигоны, шигон шигонах",
        "ташла, ташлы ташле ташлу",
        "борское, борского борском"
    })
    void names_are_declined(String name, String forms) {
        assertTrue(
                NameForms.ofWord(name).containsAll(Set.of(forms.split(" "))),
                () -> NameForms.ofWord(name).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Тольятти, тольяттинск",
        "Сызрань, сызранск",
        "Самара, самарск",
        "Чапаевск, чапаевск",
        "Отрадный, отрадненск",
        "Кинель, кинельск",
        "Похвистнево, похвистневск"
    })
    void cities_have_adjectives(String city, String base) {
        assertEquals(base, NameForms.adjectiveBase(city));
    }

    @Test
    void inhabitants_are_named_after_their_city() {
        assertTrue(NameForms.inhabitants("Тольятти").contains("тольяттинцы"));
        assertTrue(NameForms.inhabitants("Сызрань").contains("сызранцев"));
    }
}
