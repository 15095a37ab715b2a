package jp.anpi.simulator.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rich menus of the account and who sees which: one linked to the person goes before the default of the API
 * (https://developers.line.biz/en/docs/messaging-api/using-rich-menus/).
 */
public final class RichMenus {

    private static final int AT_MOST = 1000;

    private final Map<String, RichMenu> menus = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> linkedByUser = new LinkedHashMap<>();
    private String defaultId;

    public RichMenu create(String id, ObjectNode definition) {
        if (menus.size() >= AT_MOST) {
            throw Refusal.of(400, "The number of richmenus exceeds the limit");
        }
        RichMenu menu = new RichMenu(id, definition);
        menus.put(id, menu);
        return menu;
    }

    public RichMenu get(String id) {
        return find(id).orElseThrow(() -> Refusal.of(404, "richmenu not found"));
    }

    public Optional<RichMenu> find(String id) {
        return Optional.ofNullable(menus.get(id));
    }

    public List<RichMenu> all() {
        return List.copyOf(menus.values());
    }

    public void delete(String id) {
        menus.remove(get(id).id());
        linkedByUser.values().removeIf(id::equals);
        aliases.values().removeIf(id::equals);
        if (id.equals(defaultId)) {
            defaultId = null;
        }
    }

    public void makeDefault(String id) {
        refuseWithoutImage(get(id));
        defaultId = id;
    }

    public void noDefault() {
        defaultId = null;
    }

    public Optional<String> defaultId() {
        return Optional.ofNullable(defaultId);
    }

    /** Linking to somebody who is no friend is accepted without effect. */
    public void link(Optional<Person> person, String id) {
        refuseWithoutImage(get(id));
        person.filter(Person::isFriend).ifPresent(friend -> linkedByUser.put(friend.userId(), id));
    }

    public void unlink(String userId) {
        linkedByUser.remove(userId);
    }

    /** Replaces one menu by another for everybody to whom it is linked; without another it only unlinks. */
    public void relink(String from, Optional<String> to) {
        if (to.isPresent()) {
            linkedByUser.replaceAll((user, id) -> id.equals(from) ? to.get() : id);
        } else {
            linkedByUser.values().removeIf(from::equals);
        }
    }

    public void unlinkAll() {
        linkedByUser.clear();
    }

    public Optional<String> linkedTo(String userId) {
        return Optional.ofNullable(linkedByUser.get(userId));
    }

    /** What this person sees below the 1:1 chat. */
    public Optional<RichMenu> visibleTo(Person person) {
        if (!person.isFriend()) {
            return Optional.empty();
        }
        return linkedTo(person.userId()).or(this::defaultId).flatMap(this::find);
    }

    /** The aliases, to be changed by who manages them. */
    public Map<String, String> aliases() {
        return aliases;
    }

    private static void refuseWithoutImage(RichMenu menu) {
        if (menu.image().isEmpty()) {
            throw Refusal.of(400, "must upload richmenu image before applying it to user");
        }
    }
}
