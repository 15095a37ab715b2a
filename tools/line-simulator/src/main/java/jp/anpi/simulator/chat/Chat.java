package jp.anpi.simulator.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.anpi.simulator.traffic.Recent;

/** The entries of one chat, 1:1 or of a group, oldest first. Not safe for threads: its owner guards it. */
public final class Chat {

    private final Recent<ChatEntry> recent;
    private final List<ChatEntry> entries;
    private Consumer<ChatEntry> reader = entry -> {};
    private int entriesBeforeLastAct;
    private boolean quickReplyTapped;
    private Instant loadingUntil = Instant.MIN;

    /** @param remembered how many of the newest entries are kept at least */
    public Chat(int remembered) {
        recent = new Recent<>(remembered);
        entries = recent.view();
    }

    /** From now on each entry is read out to this one, as it comes. */
    public void readOutTo(Consumer<ChatEntry> reader) {
        this.reader = reader;
    }

    public void add(ChatEntry entry) {
        entriesBeforeLastAct = Math.max(0, entriesBeforeLastAct - recent.add(entry));
        reader.accept(entry);
        quickReplyTapped = false;
        if (entry.fromAccount()) {
            loadingUntil = Instant.MIN;
        }
    }

    public List<ChatEntry> entries() {
        return List.copyOf(entries);
    }

    public Optional<ChatEntry> entry(long number) {
        return entries.stream().filter(entry -> entry.number() == number).findFirst();
    }

    /** The person tapped a quick reply: all of them go away. */
    public void quickReplyTapped() {
        quickReplyTapped = true;
    }

    /** Whether the quick replies of this entry are on the screen. */
    public boolean showsQuickReplyOf(ChatEntry entry) {
        return !quickReplyTapped
                && !entries.isEmpty()
                && entries.get(entries.size() - 1).equals(entry);
    }

    /** The person did something, which need not show: what was picked in a picker leaves no bubble. */
    public void acted() {
        entriesBeforeLastAct = entries.size();
    }

    public int entriesBeforeLastAct() {
        return entriesBeforeLastAct;
    }

    /** What this entry offers now. */
    public List<Offer> offersOf(ChatEntry entry) {
        boolean quickReplies = showsQuickReplyOf(entry);
        return entry.offers().stream()
                .filter(offer -> quickReplies || offer.kind() != Offer.Kind.QUICK_REPLY)
                .toList();
    }

    /** The newest offer with this label, the newest message first, the quick replies of it before its buttons. */
    public Optional<Offer> newestOffer(String label) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            List<Offer> matching = new ArrayList<>(offersOf(entries.get(i)).stream()
                    .filter(offer -> offer.label().equals(label))
                    .toList());
            if (!matching.isEmpty()) {
                Collections.sort(matching, (a, b) -> b.kind().compareTo(a.kind()));
                return Optional.of(matching.get(0));
            }
        }
        return Optional.empty();
    }

    /** Shows the three moving dots until this wall time or the next message of the account. */
    public void loadingUntil(Instant wallTime) {
        loadingUntil = wallTime;
    }

    public Instant loadingUntil() {
        return loadingUntil;
    }
}
