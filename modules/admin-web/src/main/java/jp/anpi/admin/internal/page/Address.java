package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The address of a page that is about one thing: about which, that it is not there, and where a deed leads on to. */
@RequestScoped
public class Address {

    @Inject
    private HttpServletRequest request;

    /** The number of what the page is about; -1 for none, which nothing has. */
    public long id() {
        return Numbers.whole(request.getParameter("id")).orElse(-1);
    }

    /** There is no such thing for the caller: the page says so, with the status 404. */
    public void missing() {
        ((HttpServletResponse) external().getResponse()).setStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    /** @param page of staff, with its parameters */
    public void leadTo(String page) throws IOException {
        external().redirect(request.getContextPath() + "/admin/" + page);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
