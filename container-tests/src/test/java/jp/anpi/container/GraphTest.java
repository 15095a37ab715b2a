package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.foundation.DueWork;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.line.InvitationLinks;
import jp.anpi.line.WebhookReceiver;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.Teams;
import jp.anpi.membership.WatchLinks;
import jp.anpi.messaging.DeliveryOwner;
import jp.anpi.messaging.MessageChannel;
import jp.anpi.messaging.Outbox;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.CheckIns;
import org.junit.jupiter.api.Test;

/** All modules' beans in one archive: found, wired, without state; and one tick. */
class GraphTest extends InContainer {

    private static final Set<Class<?>> USE_CASES = Set.of(
            Members.class,
            Invitations.class,
            Teams.class,
            WatchLinks.class,
            PageLinks.class,
            Organizations.class,
            CheckInSchedules.class,
            CheckInHistory.class,
            Answers.class,
            CheckIns.class,
            WatcherActions.class);

    @Inject
    private BeanManager beans;

    @Inject
    private Timers timers;

    @Test
    void every_public_interface_has_exactly_one_bean() {
        Stream<Class<?>> others = Stream.of(
                CheckInOffers.class,
                Outbox.class,
                MessageChannel.class,
                WebhookReceiver.class,
                InvitationLinks.class,
                WorkLoop.class);
        assertThat(Stream.concat(USE_CASES.stream(), others))
                .allSatisfy(type ->
                        assertThat(beans.getBeans(type)).as(type.getName()).hasSize(1));
    }

    @Test
    void every_kind_of_work_and_of_message_is_found() {
        assertThat(beans.getBeans(DueWork.class, new Every())).hasSizeGreaterThanOrEqualTo(7);
        assertThat(beans.getBeans(DeliveryOwner.class, new Every())).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void every_shared_bean_can_be_made_with_all_that_it_needs() {
        List<Bean<?>> shared = own(ApplicationScoped.class).toList();

        assertThat(shared)
                .hasSizeGreaterThan(20)
                .allSatisfy(bean -> assertThat(made(bean)).as(bean.toString()).isNotNull());
    }

    @Test
    void use_cases_are_session_beans_without_state() {
        assertThat(USE_CASES).allSatisfy(type -> assertThat(
                        beans.resolve(beans.getBeans(type)).getBeanClass())
                .hasAnnotation(Stateless.class));
        assertThat(beans.getBeans(Object.class, new Every()).stream()
                        .filter(bean -> bean.getBeanClass().isAnnotationPresent(Stateful.class))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void one_timer_ticks_each_second_and_is_not_persistent() {
        assertThat(timers.all()).singleElement().satisfies(tick -> {
            assertThat(tick.persistent()).isFalse();
            assertThat(tick.calendar()).isTrue();
            assertThat(tick.second()).isEqualTo("*");
            assertThat(tick.remainingMillis()).isLessThanOrEqualTo(1000);
        });
    }

    private Stream<Bean<?>> own(Class<?> scope) {
        return beans.getBeans(Object.class, new Every()).stream()
                .filter(bean -> bean.getScope() == scope)
                .filter(bean -> bean.getBeanClass().getName().startsWith("jp.anpi."));
    }

    private <T> T made(Bean<T> bean) {
        return beans.getContext(bean.getScope()).get(bean, beans.createCreationalContext(bean));
    }

    private static final class Every extends AnnotationLiteral<Any> implements Any {
        private static final long serialVersionUID = 1L;
    }
}
