package jp.anpi.messaging;

/** How short the month's messages are, better ones first (E-9). */
public enum QuotaLevel {
    /** Enough, without a limit, or not known. */
    NORMAL,
    /** 80 % are used, or announcements wait: somebody should see to it. */
    LOW,
    /** Only reminders, alerts and all-clears go on; people are not asked any more. */
    RESERVE,
    /** Nothing is left, or the channel said so: not even alerts go this way. */
    USED_UP
}
