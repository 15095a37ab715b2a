package jp.anpi.system.chaos;

/** Somebody who is asked, and somebody who is told when they stay silent. */
record Household(Resident participant, Resident watcher) {

    void readAll() {
        participant.readAll();
        watcher.readAll();
    }

    @Override
    public String toString() {
        return participant.phone().name() + " was asked " + participant.questions() + " times; the watcher got "
                + watcher.alerts() + " alerts and " + watcher.otherNews() + " other messages";
    }
}
