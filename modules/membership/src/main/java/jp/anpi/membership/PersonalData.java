package jp.anpi.membership;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a participant agreed to leave with staff, field by field. Never in a log. */
public record PersonalData(Map<Field, String> fields) {

    /** What can be left. */
    public enum Field {
        NAME(60),
        /** The name in kana, by which it is found. */
        KANA(60),
        ADDRESS(200),
        PHONE(30),
        /** What to know in an emergency: whom to call, who has a key, which hospital. */
        EMERGENCY(1_000);

        private final int longest;

        Field(int longest) {
            this.longest = longest;
        }

        /** Characters at most. */
        public int longest() {
            return longest;
        }
    }

    public PersonalData(Map<Field, String> fields) {
        Map<Field, String> given = new EnumMap<>(Field.class);
        fields.forEach((field, text) -> {
            if (!text.isBlank()) {
                given.put(field, text.strip());
            }
        });
        this.fields = given;
    }

    public Optional<String> of(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public String toString() {
        return "PersonalData" + fields.keySet();
    }
}
