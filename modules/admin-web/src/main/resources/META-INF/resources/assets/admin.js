// Keeps a page fresh by itself, without moving the focus or the page; keeps somebody who is typing signed in, and what
// they type in this tab until it was sent, so that a session that ends takes nothing with it.
(() => {
  "use strict";
  const live = document.getElementById("live");
  const every = 20000;

  function headline(part) {
    return part.querySelector("h1, h2").textContent;
  }

  function sameAs(fresh) {
    return live.innerHTML === fresh.innerHTML;
  }

  function exchange(fresh) {
    const focused = document.activeElement;
    const id = live.contains(focused) ? focused.id : null;
    const before = headline(live);
    live.innerHTML = fresh.innerHTML;
    if (headline(live) !== before) {
      document.getElementById("news").textContent = headline(live);
    }
    if (id) {
      const again = document.getElementById(id);
      if (again) {
        again.focus({ preventScroll: true });
      }
    }
  }

  async function refresh() {
    const stale = document.getElementById("stale");
    try {
      const answer = await fetch(live.dataset.from || location.href, { headers: { "X-Anpi-Poll": "1" }, cache: "no-store" });
      if (answer.status === 401) {
        location.reload();
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("live");
      if (!answer.ok || !fresh) {
        throw new Error("no page");
      }
      stale.hidden = true;
      if (!sameAs(fresh)) {
        exchange(fresh);
      }
    } catch (unreachable) {
      stale.hidden = false;
    }
  }

  if (live) {
    setInterval(refresh, every);
  }

  function place(field) {
    return field.form.dataset.keep + " " + field.name;
  }

  function kept(form) {
    return form.querySelectorAll("textarea, input[type=text]");
  }

  document.querySelectorAll("form[data-keep]").forEach((form) => {
    // So that whoever has to sign in first comes back to the same page.
    form.action += form.action.includes("?") ? "" : "?id=" + form.elements.id.value;
    const sent = document.querySelector("p.note") !== null;
    kept(form).forEach((field) => {
      if (sent) {
        sessionStorage.removeItem(place(field));
      } else if (field.value === "") {
        field.value = sessionStorage.getItem(place(field)) || "";
      }
      field.addEventListener("input", () => sessionStorage.setItem(place(field), field.value));
    });
  });
  document.querySelectorAll("form.leave").forEach((form) => {
    form.addEventListener("submit", () => sessionStorage.clear());
  });

  // What was kept for a form that another page has sent is of no use any more.
  const done = document.querySelector("p.note[data-done]");
  if (done) {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(done.dataset.done))
      .forEach((key) => sessionStorage.removeItem(key));
  }

  let toldAt = Date.now();
  document.addEventListener("input", () => {
    if (Date.now() - toldAt > 5 * 60 * 1000) {
      toldAt = Date.now();
      fetch("/admin/", { method: "HEAD", cache: "no-store" }).catch(() => {});
    }
  });
})();
