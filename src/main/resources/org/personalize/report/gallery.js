// The address of the page, its keys, and the start.

function followAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A hand-written address that is not encoded is taken as it stands.
  }
  const row = rowById.get(id);
  if (row) return openMail(row);
  if (id && id !== "previews") toast(`No preview of “${id}” was written`);
  return leaveMail();
}

function leaveMail() {
  const { scrolled } = view;
  if (!byId("mail").open) return;
  const last = current;
  current = null;
  byId("mail").close();
  byId("mail").firstElementChild.replaceChildren();
  document.body.append(byId("toast"));
  document.title = TITLE;
  scrollTo(0, scrolled);
  focusCard(last);
}

/** Back to the card of the mail that was open, even if it was reached by walking past the cards drawn so far. */
function focusCard(row) {
  while (drawn <= shown.indexOf(row)) drawMore();
  byId("list").children[shown.indexOf(row)]?.querySelector("a")?.focus();
}

const TITLE = document.title;

function startKeys() {
  byId("mail").addEventListener("cancel", (event) => {
    event.preventDefault();
    closeMail();
  });
  addEventListener("keydown", (event) => {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft") walk(-1);
    if (event.key === "ArrowRight") walk(1);
  });
}

function startFindings() {
  for (const button of document.querySelectorAll("[data-rule]")) {
    const rule = button.dataset.rule;
    if (!rows.some((row) => row.rules.includes(rule))) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      ask("finding", rule);
      byId("previews").scrollIntoView();
      byId("by-finding").focus({ preventScroll: true });
    });
  }
}

startList();
startFindings();
startKeys();
addEventListener("hashchange", followAddress);
followAddress();
