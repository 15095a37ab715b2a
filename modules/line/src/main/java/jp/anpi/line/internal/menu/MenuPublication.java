package jp.anpi.line.internal.menu;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.messaging.model.RichMenuIdResponse;
import com.linecorp.bot.messaging.model.RichMenuListResponse;
import com.linecorp.bot.messaging.model.RichMenuResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.anpi.line.internal.channel.Failures;
import jp.anpi.line.internal.channel.LineConnection;

/**
 * Brings the menu to LINE, once for each content: the name holds its hash, so that a restart finds it again, and a
 * changed one replaces what an older version made. Menus of others are left alone.
 */
final class MenuPublication {

    private static final String PREFIX = "anpi-";
    private static final int BAD_REQUEST = 400;
    private static final int PATIENCE_SECONDS = 25;

    private final LineConnection line;
    private final MenuPlan plan;
    private final byte[] picture;
    private final String name;

    MenuPublication(LineConnection line, MenuPlan plan, byte[] picture) {
        this.line = line;
        this.plan = plan;
        this.picture = picture;
        this.name = PREFIX + ContentHash.of(plan.request("").toString(), picture);
    }

    /** Does what is still missing; may be called again after any failure. */
    void publish() throws ExecutionException, TimeoutException, InterruptedException {
        List<RichMenuResponse> ours = ours();
        Optional<String> known = ours.stream()
                .filter(menu -> menu.name().equals(name))
                .map(RichMenuResponse::richMenuId)
                .findFirst();
        String current = known.isPresent() ? known.get() : create();
        makeDefault(current);
        for (RichMenuResponse menu : ours) {
            if (!menu.richMenuId().equals(current)) {
                answered(line.api().deleteRichMenu(menu.richMenuId()));
            }
        }
    }

    private List<RichMenuResponse> ours() throws ExecutionException, TimeoutException, InterruptedException {
        RichMenuListResponse all = answered(line.api().getRichMenuList());
        if (all == null || all.richmenus() == null) {
            return List.of();
        }
        return all.richmenus().stream()
                .filter(menu -> menu.name() != null && menu.name().startsWith(PREFIX) && menu.richMenuId() != null)
                .toList();
    }

    private String create() throws ExecutionException, TimeoutException, InterruptedException {
        RichMenuIdResponse created = answered(line.api().createRichMenu(plan.request(name)));
        if (created == null || created.richMenuId() == null) {
            throw new IllegalStateException("The platform made no rich menu");
        }
        upload(created.richMenuId());
        return created.richMenuId();
    }

    private void makeDefault(String id) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            answered(line.api().setDefaultRichMenu(id));
        } catch (ExecutionException refused) {
            if (Failures.status(refused).orElse(0) != BAD_REQUEST) {
                throw refused;
            }
            // A start that ended between creating and uploading left a menu without its picture.
            upload(id);
            answered(line.api().setDefaultRichMenu(id));
        }
    }

    private void upload(String id) throws ExecutionException, TimeoutException, InterruptedException {
        answered(line.data().setRichMenuImage(id, UploadFile.fromByteArray(picture, "image/png")));
    }

    private static <T> T answered(CompletableFuture<Result<T>> call)
            throws ExecutionException, TimeoutException, InterruptedException {
        return call.get(PATIENCE_SECONDS, TimeUnit.SECONDS).body();
    }
}
