package jp.anpi.line;

import java.util.List;

/** Whether organizations have a channel to speak through; it says nothing of whether LINE answers. */
public interface ChannelStanding {

    boolean connected(int organizationId);

    /** The properties for want of which the first organization has none; none where it has one, wherever from. */
    List<String> missing();
}
