package jp.anpi.resident.internal.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import jp.anpi.foundation.Settings;

/**
 * Keeps the session cookie from scripts, and from unencrypted lines where there is a choice. That it does not travel with
 * other sites' forms stands in the web application's descriptor, the only place where Payara reads it.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(settings.publicUrl().getScheme()));
    }
}
