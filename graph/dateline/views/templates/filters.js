// The filters of the timeline: which events are wanted, by text, actor, type, status, article.
const ACTORS_OFFERED = 300;
const haystacks = new Map();
function haystack(index) {
  if (!haystacks.has(index)) {
    const event = EVENTS[index];
    const parts = [event.label, event.type, event.when, ...event.who.map((who) => who.name), ...event.where.map((place) => place.name),
      ...event.claims.map((claim) => claim.source), ...event.evidence.map((e) => e.sentence)];
    haystacks.set(index, parts.join("\n").toLowerCase());
  }
  return haystacks.get(index);
}

function tally(lists) {
  const count = new Map();
  for (const list of lists) for (const name of new Set(list)) count.set(name, (count.get(name) || 0) + 1);
  return [...count].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
const fillSelect = (select, everything, options) => select.replaceChildren(
  h("option", { value: "" }, everything), ...options.map(([value, label]) => h("option", { value }, label)));

function statusChips(host, counts, changed) {
  for (const status of Object.keys(STATUS)) {
    if (!counts.has(status)) continue;
    const box = h("input", { type: "checkbox", value: status, checked: true, onchange: changed });
    host.append(h("label", { cls: `chip st-${status}` }, box, h("span", { cls: "status" }, statusIcon(status)), `${STATUS[status].word} (${counts.get(status)})`));
  }
}
const checkedValues = (host) => new Set([...host.querySelectorAll("input:checked")].map((box) => box.value));

// Calls `changed` with the wanted event numbers at the start of work and on each change.
function eventFilters(changed) {
  const actors = tally(EVENTS.map((event) => event.who.map((who) => who.name))).slice(0, ACTORS_OFFERED);
  fillSelect(byId("f-actor"), "all actors", actors.map(([name, count]) => [name, `${name} (${count})`]));
  fillSelect(byId("f-type"), "all types", tally(EVENTS.map((event) => [event.type])).map(([name, count]) => [name, `${name} (${count})`]));
  fillSelect(byId("f-article"), "all articles", ARTICLES.map((article, number) => [number, articleName(article)]));
  byId("f-article-field").hidden = ARTICLES.length < 2;
  statusChips(byId("f-status"), new Map(tally(EVENTS.map((event) => [event.status]))), () => apply());

  function apply() {
    const words = byId("f-text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const actor = byId("f-actor").value;
    const type = byId("f-type").value;
    const article = byId("f-article").value;
    const statuses = checkedValues(byId("f-status"));
    const wanted = [];
    EVENTS.forEach((event, index) => {
      if (!statuses.has(event.status) || (type && event.type !== type) || (article && event.article !== Number(article))) return;
      if (actor && !event.who.some((who) => who.name === actor)) return;
      if (words.length && !words.every((word) => haystack(index).includes(word))) return;
      wanted.push(index);
    });
    const hidden = EVENTS.length - wanted.length;
    byId("filters-active").textContent = hidden ? `– ${plural(wanted.length, "event")} of ${EVENTS.length.toLocaleString("en")}` : "";
    changed(wanted);
  }
  byId("f-text").addEventListener("input", debounce(apply, 120));
  for (const id of ["f-actor", "f-type", "f-article"]) byId(id).addEventListener("change", apply);
  byId("filter-form").addEventListener("submit", (event) => event.preventDefault());
  byId("filter-form").addEventListener("reset", () => setTimeout(() => { apply(); byId("f-group").dispatchEvent(new Event("change")); }));
  byId("filters").open = matchMedia("(min-width: 62rem)").matches;
  return apply;
}
