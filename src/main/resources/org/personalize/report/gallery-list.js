// The tools above the list, and the cards.

const CARDS_AT_ONCE = 48;

/** The facets one chooses from a list; the edge cases are buttons. */
const CHOICES = Object.keys(FACETS).filter((facet) => facet !== "case");

let shown = [];
let drawn = 0;

const linkTo = (row) => `#${encodeURIComponent(row.id)}`;

function tags(row) {
  const list = make("p", { className: "card-tags" });
  if (row.severity) {
    const kind = SEVERITIES[row.severity];
    list.append(make("span", { className: `badge badge-${kind}` }, row.rules.length > 1 ? `${kind} + ${row.rules.length - 1}` : `${kind}: ${row.rules[0]}`));
  }
  for (const name of casesWithoutBranches(row)) list.append(make("span", { className: "badge" }, value(name)));
  if (branchesOf(row).length) list.append(make("span", { className: "badge" }, branchCount(row)));
  return list;
}

function card(row) {
  const facts = [localMoment(row), row.language, row.variant, !row.held && kilobytes(row.mailBytes)].filter(Boolean).join(" · ");
  const link = make("a", { href: linkTo(row) }, value(row.subject || "(no subject)"));
  const who = make("p", { className: "card-who" }, value(row.name || row.email));
  const words = make("div", { className: "card-words" }, who, make("p", { className: "card-subject", dir: "auto" }, link));
  words.append(make("p", { className: row.held ? "card-place" : "card-preheader", dir: "auto" }, value(row.preheader)), make("p", { className: "card-facts" }, facts), tags(row));
  return make("li", { className: "card" }, thumb(row), words);
}

function drawMore() {
  const next = shown.slice(drawn, drawn + CARDS_AT_ONCE);
  byId("list").append(...next.map(card));
  drawn += next.length;
  byId("more").hidden = drawn >= shown.length;
  watchMore();
  byId("more").textContent = `Show more (${count(shown.length - drawn)} left)`;
}

const moreWatcher = new IntersectionObserver(
  (changes) => changes.some((change) => change.isIntersecting) && drawMore(),
  { rootMargin: "600px 0px" },
);

/** An observer speaks only of changes; watched anew, it speaks again while the end of the list is still in view. */
function watchMore() {
  moreWatcher.unobserve(byId("more"));
  if (drawn < shown.length) moreWatcher.observe(byId("more"));
}

function nothingFound() {
  const reset = make("button", { type: "button", className: "link", onclick: askForAll }, "Show all of them");
  return make("li", { className: "nothing" }, make("p", {}, "No preview answers to that."), reset);
}

function drawList() {
  shown = found();
  drawn = 0;
  forgetThumbs(byId("list"));
  byId("list").replaceChildren();
  if (shown.length === 0) byId("list").append(nothingFound());
  drawMore();
  const noun = rows.some((row) => row.held) ? "people" : "mails";
  byId("found").textContent = shown.length === rows.length ? `${count(rows.length)} ${noun}` : `${count(shown.length)} of ${count(rows.length)} ${noun}`;
  byId("reset").hidden = !asked.search && Object.keys(asked.facets).length === 0;
  CHOICES.forEach(drawFacet);
  drawCases();
}

/** Even a blank value, such as a country nobody knows, can be asked for; only undefined asks for any. */
function ask(facet, wanted) {
  if (wanted === undefined) delete asked.facets[facet];
  else asked.facets[facet] = wanted;
  drawList();
}

function askForAll() {
  asked.search = byId("search").value = "";
  asked.facets = {};
  drawList();
  byId("search").focus();
}

function drawFacet(name) {
  const select = byId(`by-${name}`);
  const counts = [...tally(name)].sort(([a], [b]) => (a < b ? -1 : 1));
  const option = ([text, number]) => make("option", { value: `=${text}`, selected: asked.facets[name] === text }, `${text || "not known"} (${count(number)})`);
  select.replaceChildren(make("option", { value: "" }, FACETS[name].all), ...counts.map(option));
  select.classList.toggle("chosen", name in asked.facets);
  select.hidden = counts.length < 2;
}

function drawCases() {
  const heldFirst = ([a], [b]) => (b === "held") - (a === "held");
  const buttons = [...tally("case")].sort(heldFirst).map(([name, number]) => {
    const pressed = asked.facets.case === name;
    const button = make("button", { type: "button", className: "button case" }, value(name), make("i", {}, count(number)));
    button.setAttribute("aria-pressed", pressed);
    button.addEventListener("click", () => {
      ask("case", pressed ? undefined : name);
      [...byId("cases").querySelectorAll("button")].find((other) => other.dataset.name === name)?.focus();
    });
    button.dataset.name = name;
    return button;
  });
  byId("cases").replaceChildren(...buttons);
}

function startTools() {
  const search = make("input", { id: "search", type: "search", className: "field", placeholder: "Name, address, id, subject", "aria-label": "Search name, address, id or subject" });
  search.addEventListener("input", () => {
    asked.search = search.value;
    drawList();
  });
  byId("tools").append(search);
  for (const name of CHOICES) {
    const select = make("select", { id: `by-${name}`, "aria-label": `Filter by ${name}` });
    select.addEventListener("change", () => ask(name, select.value ? select.value.slice(1) : undefined));
    byId("tools").append(select);
  }
  const order = make("select", { id: "order", "aria-label": "Sort by" });
  order.append(...Object.entries(ORDERS).map(([key, { name }]) => make("option", { value: key }, name)));
  order.addEventListener("change", () => {
    asked.order = order.value;
    drawList();
  });
  const reset = make("button", { id: "reset", type: "button", className: "button quiet", onclick: askForAll, hidden: true }, "Show all");
  byId("tools").append(order, reset, make("output", { id: "found", "aria-live": "polite" }));
}

function startList() {
  startTools();
  drawList();
  byId("more").addEventListener("click", drawMore);
}
