package jp.anpi.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.membership.NotAllowedException;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import org.jdbi.v3.core.Jdbi;

/** Staff of the first organization, one for each role, and what each of them may do. */
@ApplicationScoped
public class Colleagues {

    @Inject
    private Town town;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private Jdbi jdbi;

    /** An account of its own for each role. */
    StaffCaller caller(StaffRole role) {
        String user = "try-" + role.name().toLowerCase(Locale.ROOT);
        int id = jdbi.withHandle(handle -> handle.createQuery("insert into staff (organization_id, user_name,"
                        + " display_name, role, password_hash, created_at) select :organization, :user, :user, :role,"
                        + " password_hash, created_at from staff where user_name = 'admin'"
                        + " on conflict (user_name) do update set display_name = excluded.display_name returning id")
                .bind("organization", town.id())
                .bind("user", user)
                .bind("role", role.name())
                .mapTo(Integer.class)
                .one());
        return new StaffCaller(id, town.id(), user, user, role, "192.0.2.1");
    }

    /** Which state of its account somebody of the staff is in. */
    int version(StaffCaller administrator, int staffId) {
        return accounts.all(administrator, town.now()).stream()
                .filter(account -> account.id() == staffId)
                .mapToInt(StaffAccounts.Account::version)
                .findFirst()
                .orElseThrow();
    }

    /** Which roles each use case lets in. On what is not there: whoever may is told so, and nothing changes. */
    Map<String, Set<StaffRole>> allowed(Map<String, Consumer<StaffCaller>> useCases) {
        return useCases.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, useCase -> allowed(useCase.getValue())));
    }

    private Set<StaffRole> allowed(Consumer<StaffCaller> call) {
        return Stream.of(StaffRole.values())
                .filter(role -> allows(call, caller(role)))
                .collect(Collectors.toSet());
    }

    private static boolean allows(Consumer<StaffCaller> call, StaffCaller caller) {
        try {
            call.accept(caller);
            return true;
        } catch (NotAllowedException refused) {
            return false;
        } catch (IllegalStateException impossible) {
            // Past the question of the role: it was the request that made no sense here.
            return true;
        }
    }

    /** Every method of these interfaces. */
    static Set<String> declared(Class<?>... types) {
        return Stream.of(types)
                .flatMap(type ->
                        Stream.of(type.getMethods()).map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toSet());
    }
}
