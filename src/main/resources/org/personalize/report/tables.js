// Tables that can be sorted and saved. The lines of the saved file stand in the page, made harmless by the program.

const ROWS_AT_ONCE = 15;
const files = JSON.parse(byId("figures").textContent).tables;

/** Tells a spreadsheet that what follows is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

const bodyRows = (table) => [...table.tBodies[0].rows];

function compared(order, other, isNumber) {
  return isNumber ? Number(order) - Number(other) : order.localeCompare(other, "en", { numeric: true });
}

/** Rows without a figure stay last, whichever way the others are sorted. */
function sortRows(table, column, isNumber, way) {
  const order = (row) => row.cells[column].dataset.order;
  const rows = bodyRows(table).sort((a, b) => {
    const [one, other] = [order(a), order(b)];
    if (one === undefined || other === undefined) return (one === undefined) - (other === undefined);
    return way * compared(one, other, isNumber);
  });
  table.tBodies[0].append(...rows);
  fold(table);
}

function sortBy(table, head) {
  const isNumber = head.classList.contains("number");
  const first = isNumber ? "descending" : "ascending";
  const second = isNumber ? "ascending" : "descending";
  const way = head.getAttribute("aria-sort") === first ? second : first;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way);
  sortRows(table, head.cellIndex, isNumber, way === "ascending" ? 1 : -1);
}

function fold(table) {
  bodyRows(table).forEach((row, i) => row.classList.toggle("is-beyond", i >= ROWS_AT_ONCE));
}

function save(table) {
  const name = table.dataset.table;
  const [titles, ...lines] = files[name];
  const sorted = bodyRows(table).map((row) => lines[row.dataset.line - 1]);
  const blob = new Blob([BYTE_ORDER_MARK, titles, ...sorted], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `${name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function unfold(table, button) {
  const isFolded = table.classList.toggle("is-folded");
  button.setAttribute("aria-expanded", !isFolded);
  button.textContent = isFolded ? `Show all ${count(bodyRows(table).length)} rows` : `Show the first ${ROWS_AT_ONCE} rows`;
}

function startTable(table) {
  for (const head of table.tHead.rows[0].cells) {
    head.replaceChildren(make("button", { type: "button", className: "sort", onclick: () => sortBy(table, head) }, head.textContent));
  }
  const tools = make("div", { className: "table-tools" });
  if (bodyRows(table).length > ROWS_AT_ONCE) {
    const button = make("button", { type: "button", className: "button", onclick: () => unfold(table, button) });
    unfold(table, button);
    tools.append(button);
    fold(table);
  }
  const described = { type: "button", className: "button", "aria-label": `Save as CSV: ${table.caption.textContent}` };
  tools.append(make("button", { ...described, onclick: () => save(table) }, "Save as CSV"));
  table.after(tools);
}

document.querySelectorAll("table[data-table]").forEach(startTable);
