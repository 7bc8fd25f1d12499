// A table that sorts by any column and shows a hundred rows at a time.
const TABLE_STEP = 100;

// `columns`: {name, key: row -> sort value, cell: row -> nodes, cls}. Returns {show, reveal}.
function sortableTable(host, more, columns, rowAttributes) {
  const state = { rows: [], sorted: [], shown: TABLE_STEP, by: 0, descending: false };
  const body = h("tbody", {});
  const heads = columns.map((column, number) => h("th", { scope: "col" },
    h("button", { type: "button", onclick: () => sortBy(number) }, column.name)));
  host.replaceChildren(h("table", {}, h("thead", {}, h("tr", {}, heads)), body));
  more.addEventListener("click", () => { state.shown += TABLE_STEP; draw(); });
  addEventListener("beforeprint", () => { state.shown = Math.max(state.shown, 2000); draw(); });

  function sortBy(number) {
    state.descending = state.by === number && !state.descending;
    state.by = number;
    order();
    draw();
  }
  function order() {
    const key = columns[state.by].key;
    const sign = state.descending ? -1 : 1;
    const keyed = state.rows.map((row, place) => [key(row), place, row]);
    keyed.sort(([a, i], [b, j]) => (a < b ? -sign : a > b ? sign : i - j));
    state.sorted = keyed.map(([, , row]) => row);
    heads.forEach((head, number) => {
      head.setAttribute("aria-sort", number !== state.by ? "none" : state.descending ? "descending" : "ascending");
      head.firstChild.textContent = columns[number].name + (number !== state.by ? "" : state.descending ? " ↓" : " ↑");
    });
  }
  function draw() {
    const visible = state.sorted.slice(0, state.shown);
    body.replaceChildren(...visible.map((row) => h("tr", rowAttributes(row), columns.map((column) =>
      h("td", { cls: typeof column.cls === "function" ? column.cls(row) : column.cls, "data-name": column.label }, column.cell(row))))));
    const rest = state.sorted.length - visible.length;
    more.hidden = rest <= 0;
    more.textContent = `Show more (${plural(rest, "row")} left)`;
  }
  return {
    show(rows) { state.rows = rows; state.shown = TABLE_STEP; order(); draw(); },
    pick(test) {
      for (const row of body.rows) row.classList.toggle("picked", test(row.dataset));
    },
  };
}

const joined = (list) => list.flatMap((item, place) => [place ? ", " : "", h("bdi", {}, item)]);
const sortDate = (event) => {
  const bounds = event.date ? event.date.bounds : [null, null, null, null];
  return `${bounds[0] || bounds[3] || "9999-99-99"} ${bounds[3] || "9999"}`;
};
const EVENT_COLUMNS = [
  { name: "Date", key: (i) => sortDate(EVENTS[i]), cell: (i) => EVENTS[i].when, cls: (i) => (EVENTS[i].when.length > 12 ? "date long" : "date") },
  { name: "Status", key: (i) => EVENTS[i].status, cell: (i) => statusBadge(EVENTS[i].status) },
  { name: "What", key: (i) => EVENTS[i].label.toLowerCase(), cell: (i) => h("a", { href: eventHash(i), dir: "auto" }, EVENTS[i].label) },
  {
    name: "Who", label: "who", key: (i) => (EVENTS[i].who[0] || { name: "\uffff" }).name.toLowerCase(),
    cell: (i) => EVENTS[i].who.map((who) => h("div", {}, h("bdi", {}, who.name), h("span", { cls: "hint" }, ` ${spaced(who.role)}`))),
  },
  { name: "Where", label: "in", key: (i) => (EVENTS[i].where[0] || { name: "\uffff" }).name.toLowerCase(), cell: (i) => joined(EVENTS[i].where.map((place) => place.name)) },
  {
    name: "According to", label: "according to", key: (i) => (EVENTS[i].claims[0] || { source: "\uffff" }).source.toLowerCase(),
    cell: (i) => joined([...new Set(EVENTS[i].claims.map((claim) => claim.source))]),
  },
  { name: "Sentence", key: (i) => EVENTS[i].article * 1e7 + (EVENTS[i].evidence[0] || { start: 0 }).start, cell: (i) => sentencesOf(EVENTS[i]).map((e) => h("div", { dir: "auto" }, e.sentence)), cls: "quote" },
];
