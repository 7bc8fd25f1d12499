// The drawing. It shows the most salient events of the window in view, so that it stays
// readable and fast with thousands: zoom in, or ask for more, to see the rest.
const DAY = 86400000;
const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
const LABEL_PX = 320;

const dated = EVENTS.map((event) => {
  if (event.shape === "none") return null;
  const [earliestBegin, latestBegin, earliestEnd, latestEnd] = event.date.bounds.map((bound) => (bound === null ? null : time(bound)));
  return { begin: earliestBegin, coreBegin: latestBegin, coreEnd: earliestEnd, end: latestEnd === null ? null : latestEnd + DAY };
});
const state = { wanted: [], inTime: [], picked: null, groupBy: "", items: new Map() };
const items = new vis.DataSet();
const groups = new vis.DataSet();
let timeline = null;

const anchorTime = (index) => (dated[index].begin === null ? dated[index].end - DAY : dated[index].begin);
const isIn = (index, from, to) => (dated[index].begin === null || dated[index].begin < to) && (dated[index].end === null || dated[index].end > from);

// An open side is drawn as a fading strip: long enough to be seen, whatever the zoom.
const OPEN_PX = 150;
function drawnSpan(index, from, to) {
  const { begin, end } = dated[index];
  const reach = ((to - from) * OPEN_PX) / Math.max(byId("timeline").clientWidth, 2 * OPEN_PX);
  return [begin === null ? Math.min(end, to) - reach : begin, end === null ? Math.max(begin, from) + reach : end];
}

function coreStyle(index) {
  const { begin, coreBegin, coreEnd, end } = dated[index];
  if (EVENTS[index].shape !== "loose" || coreBegin === null || coreEnd === null || coreBegin >= coreEnd) return "";
  const percent = (ms) => `${(100 * ms) / (end - begin)}%`;
  return `--core-from:${percent(coreBegin - begin)};--core-size:${percent(coreEnd + DAY - coreBegin)}`;
}

const GROUPS = {
  "": () => ["all"],
  "actor": (event) => event.who.map((who) => who.name),
  "type": (event) => [event.type],
  "status": (event) => [STATUS[event.status].word],
  "article": (event) => [articleName(ARTICLES[event.article])],
};
const GROUPS_DRAWN = 12;
let groupRank = new Map();
function rankGroups() {
  const ranked = tally(state.inTime.map((index) => GROUPS[state.groupBy](EVENTS[index])));
  groupRank = new Map(ranked.slice(0, GROUPS_DRAWN).map(([name], rank) => [name, rank]));
}
const groupsOf = (index) => {
  const known = GROUPS[state.groupBy](EVENTS[index]).filter((name) => groupRank.has(name));
  return known.length ? [...new Set(known)] : [state.groupBy === "actor" && !EVENTS[index].who.length ? "nobody named" : "others"];
};

function makeItems(index, from, to) {
  const event = EVENTS[index];
  const [start, end] = drawnSpan(index, from, to);
  const picked = index === state.picked ? " picked" : "";
  const common = { event: index, content: event.label, start, end, type: "range", className: `st-${event.status} sh-${event.shape}${picked}`, style: coreStyle(index), limitSize: event.shape !== "loose" };
  if (!state.groupBy) return [{ ...common, id: String(index) }];
  return groupsOf(index).map((group) => ({ ...common, id: `${index}|${group}`, group }));
}

// vis-timeline gets elements, never markup.
function itemElement(item) {
  const event = EVENTS[item.event];
  const said = `${event.label}. ${event.when}. ${STATUS[event.status].word}`;
  return h("button", { type: "button", cls: "event", title: said, "aria-label": said, "data-index": item.event }, statusIcon(event.status), h("span", { dir: "auto" }, event.label));
}

function amountWanted() {
  const base = Math.max(8, Math.round(byId("timeline").clientWidth / 45));
  const share = Number(byId("f-amount").value) / 100;
  return Math.round(base * Math.pow(500 / base, share));
}

function drawWindow() {
  const { start, end } = timeline.getWindow();
  const [from, to] = [start.getTime(), end.getTime()];
  const inView = state.inTime.filter((index) => isIn(index, from, to));
  const chosen = inView.slice(0, amountWanted());
  if (state.picked !== null && inView.includes(state.picked) && !chosen.includes(state.picked)) chosen.push(state.picked);
  const next = new Map();
  for (const index of chosen) for (const item of makeItems(index, from, to)) next.set(item.id, item);
  if (state.groupBy) setGroups(new Set([...next.values()].map((item) => item.group)));
  items.remove([...state.items.keys()].filter((id) => !next.has(id)));
  items.update([...next.values()].filter((item) => isNew(item, state.items.get(item.id))));
  state.items = next;
  sayInView(inView.length, chosen.length, from, to);
  drawOverview(from, to);
  if (byId("f-window").checked) eventTable.show(tableRows());
}
const isNew = (item, old) => !old || old.start !== item.start || old.end !== item.end || old.className !== item.className;

function setGroups(names) {
  groups.remove(groups.getIds().filter((name) => !names.has(name)));
  groups.update([...names].map((name) => ({ id: name, content: name, order: groupRank.has(name) ? groupRank.get(name) : 1e6 })));
}

function sayInView(inView, shown, from, to) {
  const earlier = state.inTime.filter((index) => dated[index].end !== null && dated[index].end <= from).length;
  const later = state.inTime.filter((index) => dated[index].begin !== null && dated[index].begin >= to).length;
  const rest = shown < inView ? ` of ${inView.toLocaleString("en")} in this window, the most salient first; zoom in for the others` : inView ? " in this window" : "";
  byId("in-view").textContent = inView ? `${plural(shown, "event")}${rest}` : "No event in this window";
  byId("go-earlier").textContent = earlier ? `← ${earlier.toLocaleString("en")}` : "←";
  byId("go-later").textContent = later ? `${later.toLocaleString("en")} →` : "→";
  byId("go-earlier").setAttribute("aria-label", `Earlier: ${plural(earlier, "event")}`);
  byId("go-later").setAttribute("aria-label", `Later: ${plural(later, "event")}`);
}

function extent(indices) {
  let [from, to] = [Infinity, -Infinity];
  for (const index of indices) {
    const { begin, end } = dated[index];
    from = Math.min(from, begin === null ? end - DAY : begin);
    to = Math.max(to, end === null ? begin + DAY : end);
  }
  return [from, to];
}
// Leave room on the right for the label of the last event.
function padded([from, to]) {
  const span = Math.max(to - from, 10 * DAY);
  const width = Math.max(byId("timeline").clientWidth, 320);
  const label = Math.min(LABEL_PX, width * 0.45) / width;
  return [from - span * 0.05, from + span / (1 - label - 0.05)];
}
// One event sixty years before the others must not squeeze them into a line.
function focusWindow() {
  const order = [...state.inTime].sort((a, b) => anchorTime(a) - anchorTime(b));
  const all = extent(order);
  const need = Math.ceil(order.length * 0.6);
  let best = all;
  for (let i = 0; i + need <= order.length; i += 1) {
    const part = extent(order.slice(i, i + need).length > 400 ? [order[i], order[i + need - 1]] : order.slice(i, i + need));
    if (part[1] - part[0] < best[1] - best[0]) best = part;
  }
  return (all[1] - all[0]) > 5 * (best[1] - best[0]) ? best : all;
}
const goTo = ([from, to], animation) => timeline.setWindow(from, to, { animation: animation && !matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration: 250 } : false });

const BINS = 160;
function drawOverview(from, to) {
  const host = byId("overview");
  const [low, high] = extent(state.inTime);
  host.replaceChildren();
  if (!(low < high)) return;
  const span = high - low;
  const bins = new Array(BINS).fill(0);
  for (const index of state.inTime) bins[Math.min(BINS - 1, Math.floor((BINS * (anchorTime(index) - low)) / span))] += 1;
  const most = Math.max(...bins);
  host.setAttribute("viewBox", `0 0 ${BINS} 34`);
  bins.forEach((count, bin) => {
    if (!count) return;
    const height = 3 + 27 * Math.sqrt(count / most);
    host.append(svg("rect", { class: "bar", x: bin + 0.1, width: 0.8, y: 33 - height, height }));
  });
  const x = Math.max(0, (BINS * (from - low)) / span);
  const right = Math.min(BINS, (BINS * (to - low)) / span);
  host.append(svg("rect", { class: "window", x, width: Math.max(right - x, 0.6), y: 1, height: 32 }));
  host.onclick = (click) => {
    const place = (click.clientX - host.getBoundingClientRect().left) / host.clientWidth;
    const half = (to - from) / 2;
    goTo([low + place * span - half, low + place * span + half], true);
  };
}

// The next event outside the window on that side comes into view.
function pan(direction) {
  const { start, end } = timeline.getWindow();
  const [from, to] = [start.getTime(), end.getTime()];
  const outside = state.inTime.map(anchorTime).filter((at) => (direction < 0 ? at < from : at >= to));
  let shift = direction * (to - from) * 0.6;
  if (outside.length) {
    const nearest = direction < 0 ? Math.max(...outside) : Math.min(...outside);
    const target = nearest - (to - from) * (direction < 0 ? 0.3 : 0.5) - from;
    shift = direction < 0 ? Math.min(shift, target) : Math.max(shift, target);
  }
  goTo([from + shift, to + shift], true);
}

function step(direction) {
  const order = [...state.inTime].sort((a, b) => anchorTime(a) - anchorTime(b) || a - b);
  const place = order.indexOf(state.picked);
  const next = order[place < 0 ? 0 : place + direction];
  if (next !== undefined) openEvent(next);
}

const eventTable = sortableTable(byId("table"), byId("table-more"), EVENT_COLUMNS, (index) => ({ "data-index": index, cls: index === state.picked ? "picked" : null }));

function tableRows() {
  if (!timeline || !byId("f-window").checked) return state.wanted;
  const { start, end } = timeline.getWindow();
  return state.wanted.filter((index) => dated[index] && isIn(index, start.getTime(), end.getTime()));
}

const UNDATED_STEP = 40;
function drawUndated(shown) {
  const undated = state.wanted.filter((index) => !dated[index]);
  byId("undated").hidden = !undated.length;
  byId("undated-list").replaceChildren(...undated.slice(0, shown).map((index) => h("li", { cls: `st-${EVENTS[index].status}` },
    h("a", { href: eventHash(index), title: STATUS[EVENTS[index].status].word }, statusIcon(EVENTS[index].status), h("bdi", {}, EVENTS[index].label)))));
  byId("undated-more").hidden = undated.length <= shown;
  byId("undated-more").textContent = `Show more (${undated.length - shown} left)`;
  byId("undated-more").onclick = () => drawUndated(shown + 200);
}

function applyFilter(wanted) {
  state.wanted = wanted;
  state.inTime = wanted.filter((index) => dated[index]).sort((a, b) => EVENTS[b].salience - EVENTS[a].salience || a - b);
  rankGroups();
  drawUndated(UNDATED_STEP);
  if (timeline) drawWindow();
  eventTable.show(tableRows());
}

function pick(index, options) {
  const focused = document.activeElement && document.activeElement.closest("#timeline button.event");
  state.picked = index;
  showDetails(index);
  eventTable.pick((data) => Number(data.index) === index);
  if (!timeline) return;
  if (options.move && dated[index]) {
    const { start, end } = timeline.getWindow();
    const [from, to] = [start.getTime(), end.getTime()];
    const at = anchorTime(index);
    if (at < from || at > to - (to - from) * 0.15) goTo([at - (to - from) * 0.3, at + (to - from) * 0.7], false);
  }
  drawWindow();
  if (focused) setTimeout(focusPicked, 80); // the drawing follows on the next frame
  if (options.scroll && matchMedia("(max-width: 62rem)").matches) byId("details").scrollIntoView({ block: "start" });
}

function focusPicked() {
  const button = byId("timeline").querySelector(".picked button.event");
  if (button) button.focus({ preventScroll: true });
}

function listen() {
  timeline.on("rangechanged", drawWindow);
  timeline.on("click", (click) => { if (click.item !== null) openEvent(items.get(click.item).event); });
  byId("timeline").addEventListener("click", (click) => {
    const button = click.target.closest("button.event");
    if (button && click.detail === 0) openEvent(Number(button.dataset.index)); // from the keyboard
  });
  byId("timeline").addEventListener("keydown", (press) => {
    const onEvent = press.target.closest("button.event");
    const keys = { "+": () => timeline.zoomIn(0.5), "=": () => timeline.zoomIn(0.5), "-": () => timeline.zoomOut(0.5), "0": showAll,
      ArrowLeft: () => (onEvent ? step(-1) : pan(-1)), ArrowRight: () => (onEvent ? step(1) : pan(1)) };
    if (!keys[press.key] || press.ctrlKey || press.metaKey || press.altKey) return;
    keys[press.key]();
    press.preventDefault();
  });
  byId("zoom-in").onclick = () => timeline.zoomIn(0.6);
  byId("zoom-out").onclick = () => timeline.zoomOut(0.6);
  byId("zoom-fit").onclick = showAll;
  byId("go-earlier").onclick = () => pan(-1);
  byId("go-later").onclick = () => pan(1);
  byId("f-window").addEventListener("change", () => eventTable.show(tableRows()));
  byId("f-amount").addEventListener("input", debounce(drawWindow, 60));
  byId("f-group").addEventListener("change", () => {
    state.groupBy = byId("f-group").value;
    rankGroups();
    items.clear();
    groups.clear();
    state.items = new Map();
    timeline.setGroups(state.groupBy ? groups : null);
    drawWindow();
  });
}
const showAll = () => { if (state.inTime.length) goTo(padded(extent(state.inTime)), true); };

function drawLegend() {
  const strip = (cls) => h("span", { cls: `strip ${cls}` });
  byId("legend").append(
    ...Object.keys(STATUS).map((status) => h("span", { cls: `st-${status}` }, h("span", { cls: "status" }, statusIcon(status)), strip(`st-${status}`), STATUS[status].word)),
    h("span", {}, strip("neutral dot"), "on that day"), h("span", {}, strip("neutral"), "the whole time"),
    h("span", {}, strip("neutral sh-within"), "some day in it"), h("span", {}, strip("neutral sh-since"), "from then on, end open"),
  );
}

// What is told beside the drawing to begin with is in the drawing.
function inView() {
  const { start, end } = timeline.getWindow();
  const at = (index) => anchorTime(index) >= start.getTime() && anchorTime(index) < end.getTime();
  return state.inTime.find(at) ?? state.inTime[0];
}

function sayCounts() {
  const withDate = dated.filter(Boolean).length;
  const parts = [plural(EVENTS.length, "event"), `${withDate.toLocaleString("en")} with a date`, plural(ARTICLES.length, "article")];
  byId("counts").textContent = parts.join(" · ");
}

function start() {
  sayCounts();
  drawLegend();
  eventFilters(applyFilter)();
  if (state.inTime.length) {
    const focus = padded(focusWindow());
    timeline = new vis.Timeline(byId("timeline"), items, {
      template: itemElement, moment: (date) => moment.utc(date), minHeight: 220, maxHeight: matchMedia("(max-width: 40rem)").matches ? 400 : 470,
      verticalScroll: true, zoomKey: "ctrlKey", selectable: false, showCurrentTime: false, showTooltips: false, orientation: { axis: "top", item: "top" },
      margin: { item: { horizontal: 6, vertical: 3 }, axis: 8 }, stack: true, zoomMin: 2 * DAY, zoomMax: 4000 * 365.25 * DAY, groupOrder: "order",
      order: (a, b) => EVENTS[b.event].salience - EVENTS[a.event].salience, xss: { disabled: false },
    });
    goTo(focus, false);
    listen();
  } else {
    byId("timeline").replaceChildren(h("p", { cls: "hint" }, "No event here has a date; see the lists below."));
  }
  addEventListener("hashchange", () => { const index = hashIndex(); if (index !== null) pick(index, { move: true, scroll: true }); });
  const linked = hashIndex();
  const first = linked !== null ? linked : state.inTime.length ? inView() : EVENTS.length ? 0 : null;
  if (first !== null) pick(first, { move: linked !== null, scroll: linked !== null });
  else byId("details").replaceChildren(h("p", { cls: "hint" }, "There are no events."));
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}
start();
