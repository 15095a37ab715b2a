package jp.anpi.simulator.api;

import jp.anpi.simulator.platform.Refusal;

/** Answers one kind of request, under the lock of the platform. */
@FunctionalInterface
interface Endpoint {

    /** @throws Refusal where LINE says no */
    Answer answer(Call call);
}
