package jp.anpi.admin.internal.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.foundation.Typed;

/**
 * What the fields of all forms have in common. A field names one of these methods as its validator; where it objects,
 * nothing is done, the field says why, and what was typed stays in it.
 *
 * <p>Attributes of the component: {@code longest}, in characters as people count them; {@code missing}, the key of what is
 * said where nothing was typed, without which the field may stay empty.
 */
@Named("form")
@RequestScoped
public class Form {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile(DAY.pattern() + "T\\d\\d:\\d\\d(:\\d\\d)?");

    @Inject
    private SignedIn me;

    /** One line. */
    public void line(FacesContext faces, UIComponent field, Object typed) {
        written(field, typed, text -> Typed.line(text, Integer.MAX_VALUE));
    }

    /** Several lines. */
    public void text(FacesContext faces, UIComponent field, Object typed) {
        written(field, typed, text -> Typed.text(text, Integer.MAX_VALUE));
    }

    /** A day of the calendar. */
    public void day(FacesContext faces, UIComponent field, Object typed) {
        readable(field, typed, "form.day", DAY, LocalDate::parse);
    }

    /** A day and a time of day. */
    public void moment(FacesContext faces, UIComponent field, Object typed) {
        readable(field, typed, "form.moment", MOMENT, LocalDateTime::parse);
    }

    /** A box that has to be ticked. */
    public void ticked(FacesContext faces, UIComponent field, Object ticked) {
        if (!Boolean.TRUE.equals(ticked)) {
            throw objection(missing(field).orElseThrow());
        }
    }

    private void written(UIComponent field, Object typed, Function<String, Optional<String>> reading) {
        Optional<String> text = reading.apply(string(typed));
        if (text.isEmpty()) {
            throw objection(me.words().of("form.unreadable"));
        }
        String clean = text.get();
        if (clean.isEmpty()) {
            missing(field).ifPresent(objection -> {
                throw objection(objection);
            });
        }
        int longest = Integer.parseInt(field.getAttributes().get("longest").toString());
        int length = clean.codePointCount(0, clean.length());
        if (length > longest) {
            throw objection(me.words().of("form.too-long", longest, length));
        }
    }

    private void readable(UIComponent field, Object typed, String key, Pattern form, Function<String, ?> reading) {
        String text = string(typed).strip();
        if (text.isEmpty()) {
            missing(field).ifPresent(objection -> {
                throw objection(objection);
            });
            return;
        }
        try {
            if (!form.matcher(text).matches()) {
                throw objection(me.words().of(key));
            }
            reading.apply(text);
        } catch (DateTimeException noSuchDay) {
            throw objection(me.words().of(key));
        }
    }

    private Optional<String> missing(UIComponent field) {
        return Optional.ofNullable(field.getAttributes().get("missing"))
                .map(key -> me.words().of(key.toString()));
    }

    private static String string(Object typed) {
        return typed == null ? "" : typed.toString();
    }

    private static ValidatorException objection(String words) {
        return new ValidatorException(message(words));
    }

    /** Says at a field what only the use case could find. @param field form and field, as {@code write:title} */
    public void complain(String field, String words) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces.getViewRoot().findComponent(field) instanceof EditableValueHolder holder) {
            holder.setValid(false);
        }
        faces.addMessage(field, message(words));
    }

    /** Says above the page what concerns no field. */
    public void complain(String words) {
        FacesContext.getCurrentInstance().addMessage(null, message(words));
    }

    private static FacesMessage message(String words) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words);
    }

    /** Whether anything is wrong with what was sent. */
    public boolean isObjected() {
        return !FacesContext.getCurrentInstance().getMessageList().isEmpty();
    }

    /** Everything that is wrong, a line each; blank while nothing is. */
    public String getProblem() {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .map(FacesMessage::getSummary)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** For {@code aria-invalid}. */
    public boolean wrong(UIComponent field) {
        return field instanceof UIInput input && !input.isValid();
    }

    Words words() {
        return me.words();
    }
}
