package jp.anpi.simulator.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults in force. The first one begun that matches a request applies, and only that one, so that a test knows
 * what its request met.
 */
public final class Faults {

    private final List<Fault> inForce = new ArrayList<>();
    private final Runnable onChange;

    public Faults(Runnable onChange) {
        this.onChange = onChange;
    }

    public void begin(Fault fault) {
        synchronized (inForce) {
            inForce.add(fault);
        }
        onChange.run();
    }

    public void begin(FaultKind kind) {
        begin(Fault.of(kind));
    }

    public void clear() {
        synchronized (inForce) {
            inForce.clear();
        }
        onChange.run();
    }

    /** Ends the faults of one kind and leaves the others. */
    public void end(FaultKind kind) {
        synchronized (inForce) {
            inForce.removeIf(fault -> fault.kind() == kind);
        }
        onChange.run();
    }

    public List<Fault> inForce() {
        synchronized (inForce) {
            return List.copyOf(inForce);
        }
    }

    /** The fault that this request meets, using up one of its times. */
    public Optional<Fault> meet(String path) {
        synchronized (inForce) {
            for (int i = 0; i < inForce.size(); i++) {
                Fault fault = inForce.get(i);
                if (fault.hits(path)) {
                    useUp(i, fault);
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        }
    }

    private void useUp(int index, Fault fault) {
        if (fault.times() == 1) {
            inForce.remove(index);
        } else if (fault.times() > 1) {
            inForce.set(index, fault.forNext(fault.times() - 1));
        }
    }
}
