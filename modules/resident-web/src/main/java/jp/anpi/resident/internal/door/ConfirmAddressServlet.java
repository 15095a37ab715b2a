package jp.anpi.resident.internal.door;

import static jakarta.servlet.http.HttpServletResponse.SC_GONE;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.anpi.escalation.ContactAddresses;

/** Confirms an address by the link that was sent to it, once: {@code /my/open/address/{token}}. */
@WebServlet("/my/open/address/*")
public class ConfirmAddressServlet extends ButtonDoor {

    @Inject
    private transient ContactAddresses addresses;

    @Inject
    private transient Clock clock;

    @Override
    String words() {
        return "door.address";
    }

    @Override
    void pressed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean confirmed = Entrance.token(request)
                .flatMap(token -> addresses.confirm(token, clock.instant()))
                .isPresent();
        if (confirmed) {
            write(response, page().withoutButton("door.confirmed", request.getContextPath()));
        } else {
            response.setStatus(SC_GONE);
            write(response, page().withoutButton("door.address-gone", request.getContextPath()));
        }
    }
}
