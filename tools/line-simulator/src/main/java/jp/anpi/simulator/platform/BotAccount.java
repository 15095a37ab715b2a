package jp.anpi.simulator.platform;

/**
 * The official account and its channel.
 *
 * @param userId the {@code destination} of its webhooks
 * @param basicId with the leading @
 * @param verified unverified accounts may not list friends or group members
 * @param joinsGroups "Allow bot to join group chats" of the console
 */
public record BotAccount(
        String userId,
        String basicId,
        String displayName,
        String channelId,
        String channelSecret,
        String longLivedToken,
        boolean verified,
        boolean joinsGroups) {

    /** An account whose user id follows from its channel. */
    public static BotAccount of(
            String basicId,
            String displayName,
            String channelId,
            String channelSecret,
            String longLivedToken,
            boolean verified,
            boolean joinsGroups) {
        String userId = Identifiers.derived('U', channelSecret, "bot " + basicId);
        return new BotAccount(
                userId, basicId, displayName, channelId, channelSecret, longLivedToken, verified, joinsGroups);
    }
}
