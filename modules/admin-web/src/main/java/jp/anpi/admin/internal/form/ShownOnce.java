package jp.anpi.admin.internal.form;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Supplier;
import jp.anpi.foundation.SecretToken;

/**
 * What is shown once, such as a first password. Of a form that is sent twice the browser shows the second answer only: it
 * reads the same as the first, and nothing was done again. Kept until another such form is answered, or the session ends.
 */
@Named
@SessionScoped
public class ShownOnce implements Serializable {

    private static final long serialVersionUID = 1;

    private String answered;
    private String shown;

    /** Another one for each form that is made. */
    public String getNumber() {
        return SecretToken.next();
    }

    /**
     * @param number what the form was given as its number
     * @param about whom it is about: the same form filled in for somebody else is another one
     * @param deed does what the form asks for; empty where it could not
     */
    public synchronized Optional<String> show(String number, String about, Supplier<Optional<String>> deed) {
        Optional<String> before = again(number, about);
        if (before.isPresent()) {
            return before;
        }
        Optional<String> fresh = deed.get();
        fresh.ifPresent(words -> {
            answered = number + about;
            shown = words;
        });
        return fresh;
    }

    /** What this form was answered with, where it was the last one. */
    public synchronized Optional<String> again(String number, String about) {
        return Optional.ofNullable(shown).filter(words -> number != null && (number + about).equals(answered));
    }
}
