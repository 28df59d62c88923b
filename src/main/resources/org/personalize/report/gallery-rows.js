// The rows of the list: reading, searching, filtering, sorting. Nothing here touches the page.

const figures = JSON.parse(byId("figures").textContent);
const SEVERITIES = ["", "Note", "Warning", "Error"];

const word = (number) => figures.words[number];

const rows = figures.rows.map((row, position) => {
  const [id, email, name, subject, preheader, htmlBytes, mailBytes, sendAt, localTime, html, txt, eml, ...shared] = row;
  const [variant, language, country, segment, group, severity, rules, cases] = shared;
  return {
    position, id, email, name, subject, preheader, htmlBytes, mailBytes, sendAt, localTime, html, txt, eml, severity,
    variant: word(variant), language: word(language), country: word(country), segment: word(segment), group: word(group),
    rules: rules.map(word), cases: cases.map(word),
    // Whoever is held has no mail: what is wrong stands where the subject would, and where it is wrong after it.
    held: html === "",
    haystack: [id, email, name, subject].join("\n").toLowerCase(),
  };
});

/** One of those who are held for the same reason tells as much as all of them. */
const cause = (row) => `${row.preheader} ${row.subject}`;
const firstOfCause = new Map(rows.filter((row) => row.held).reverse().map((row) => [cause(row), row]));
const isTelling = (row) => !row.held || firstOfCause.get(cause(row)) === row;

const rowById = new Map(rows.map((row) => [row.id, row]));

const BRANCH = "branch ";

/** The parts of the template that this mail is the first to show, by the lines that ask for them. */
const branchesOf = (row) => row.cases.filter((name) => name.startsWith(BRANCH)).map((name) => name.slice(BRANCH.length));

const branchCount = (row) => (branchesOf(row).length === 1 ? "1 branch of the template" : `${branchesOf(row).length} branches of the template`);

const casesWithoutBranches = (row) => row.cases.filter((name) => !name.startsWith(BRANCH));

/** Buttons for the cases: one for all branches of the template, none for what the lists filter by anyway. */
const buttonsOf = (row) => [
  ...casesWithoutBranches(row).filter((name) => !name.startsWith("variant ")),
  ...(branchesOf(row).length ? ["branches of the template"] : []),
];

/** What can be filtered by: a name, its plural, and the values of a row. */
const FACETS = {
  variant: { all: "All variants", of: (row) => [row.variant] },
  language: { all: "All languages", of: (row) => [row.language] },
  country: { all: "All countries", of: (row) => [row.country] },
  segment: { all: "All segments", of: (row) => [row.segment] },
  group: { all: "All groups", of: (row) => [row.group] },
  finding: { all: "Warnings or not", of: (row) => (row.rules.length ? ["with warnings", ...row.rules] : ["without warnings"]) },
  case: { all: "All mails", of: buttonsOf },
};

const byText = (of) => (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : a.position - b.position);
const byNumber = (of) => (a, b) => of(a) - of(b) || a.position - b.position;

const ORDERS = {
  look: { name: "Worth a look first", compare: byNumber((row) => (isTelling(row) ? -row.severity * 1000 - row.cases.length : 1)) },
  time: { name: "Send time", compare: byNumber((row) => row.sendAt) },
  size: { name: "Largest first", compare: byNumber((row) => -row.mailBytes) },
  name: { name: "Name", compare: byText((row) => (row.name || row.email).toLowerCase()) },
  warnings: { name: "Most warnings", compare: byNumber((row) => -row.rules.length * 10 - row.severity) },
};

const asked = { search: "", order: "look", facets: {} };

function matches(row, exceptFacet) {
  if (!asked.needles.every((needle) => row.haystack.includes(needle))) return false;
  return Object.entries(asked.facets).every(
    ([name, wanted]) => name === exceptFacet || FACETS[name].of(row).includes(wanted),
  );
}

function found() {
  asked.needles = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => matches(row)).sort(ORDERS[asked.order].compare);
}

/** How many mails each value of a facet would leave, given everything else that is asked. */
function tally(facet) {
  const counts = new Map(rows.flatMap((row) => FACETS[facet].of(row)).map((name) => [name, 0]));
  for (const row of rows) {
    if (matches(row, facet)) for (const name of FACETS[facet].of(row)) counts.set(name, counts.get(name) + 1);
  }
  return counts;
}

/** A no-break space keeps number and unit on one line. */
const kilobytes = (bytes) => `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`;

/** The address of a file beside the page. A customer's id may hold anything, so each step is encoded. */
const fileAddress = (name) => name.split("/").map(encodeURIComponent).join("/");

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2026-03-02T18:15+01:00" as "Mon 2 Mar, 18:15": the clock of the person, whatever the clock of the reader. */
function localMoment(row) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(row.localTime);
  if (!parts) return row.localTime;
  const [, year, month, day, clock] = parts;
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${DAYS[weekday]} ${Number(day)} ${MONTHS[month - 1]}, ${clock}`;
}
