package jp.anpi.admin.internal.announce;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.announcements.MessageTemplates.Kept;

/** The templates there are: begin with one, or throw one away. */
@Named
@RequestScoped
public class TemplatesPage {

    @Inject
    private Announcer announcer;

    @Inject
    private MessageTemplates templates;

    @Inject
    private Form form;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    public List<Kept> getRows() {
        return templates.all(announcer.caller());
    }

    public void remove() throws IOException {
        if (templates.remove(announcer.caller(), getId(), announcer.now())) {
            address.leadTo("templates?done=removed");
        } else {
            form.complain(announcer.words().of("announce.template.gone"));
        }
    }

    /** The one to throw away; -1 while none was chosen. */
    public long getId() {
        return address.id();
    }

    /** Its name; blank where there is none. */
    public String getName() {
        return templates
                .byId(announcer.caller(), getId())
                .map(MessageTemplate::name)
                .orElse("");
    }

    public boolean isRemoved() {
        return "removed".equals(request.getParameter("done")) && !form.isObjected();
    }
}
