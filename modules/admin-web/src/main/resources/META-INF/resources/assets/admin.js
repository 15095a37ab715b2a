// Keeps a page fresh by itself, without moving the focus or the page, and tables readable on a phone.
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

  // Where there is no room for columns, their names stand beside each cell.
  document.querySelectorAll("table.list").forEach((table) => {
    const columns = [...table.querySelectorAll("thead th")].map((column) => column.textContent);
    table.querySelectorAll("tbody tr").forEach((row) => {
      [...row.children].forEach((cell, at) => {
        cell.dataset.column = columns[at] || "";
      });
    });
  });

  if (live) {
    setInterval(refresh, every);
  }
})();
