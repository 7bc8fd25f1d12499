// The drawing of the network. Physics runs until it is calm, then stops for good.
const NODES = DATA.network.nodes;
const EDGES = DATA.network.edges.map((edge, id) => ({ ...edge, id: `e${id}` }));
const DASHES = { "happened": false, "did-not-happen": [7, 4], "planned": [2, 4], "possible": [10, 3, 2, 3] };
const SUBKINDS = { person: "person", organization: "organization", country: "country", group: "group", object: "thing", place: "place" };
const LABELLED_EDGES = 30;
const eventOf = (node) => (node.kind === "event" ? indexOfIri.get(node.iri) : undefined);
const numberOfIri = new Map(NODES.map((node) => [node.iri, node.id]));
const linksOf = new Map(NODES.map((node) => [node.id, []]));
for (const edge of EDGES) { linksOf.get(edge.from).push(edge); linksOf.get(edge.to).push(edge); }

// The best linked actors keep a name that can be read, however small the drawing is.
const LANDMARKS = new Set(NODES.filter((node) => node.kind === "actor" && ["person", "organization", "country"].includes(node.subkind) && !/^(the|an?|their|his|her|its)\s/i.test(node.label)).sort((a, b) => b.weight - a.weight).slice(0, 14).map((node) => node.id));
const READABLE = 13; // CSS pixels
const view = { picked: null, landmark: 19, mode: "events", visible: new Set(NODES.map((node) => node.id)), edges: EDGES };
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
let network = null;

const categoryOf = (node) => (node.kind === "event" ? "event" : node.kind === "place" ? "place" : node.subkind);
const categoryWord = (category) => (category === "event" ? "event" : SUBKINDS[category] || category);

function nodeLook(node) {
  const ink = colour("--ink");
  const paper = colour("--paper");
  const isEvent = node.kind === "event";
  const tone = isEvent ? colour(`--${node.status}`) : node.kind === "place" ? colour("--planned") : colour("--accent");
  const fill = isEvent ? paper : tone;
  const picked = node.id === view.picked;
  const border = picked ? colour("--mark-edge") : isEvent ? tone : paper;
  const look = {
    id: node.id, shape: node.shape, hidden: !view.visible.has(node.id),
    label: isEvent ? `${STATUS[node.status].sign} ${node.label}` : node.label,
    color: { background: fill, border, highlight: { background: fill, border: colour("--mark-edge") }, hover: { background: fill, border: ink } },
    borderWidth: picked ? 4 : isEvent ? 2 : 1.5, borderWidthSelected: 4,
    shapeProperties: { borderDashes: isEvent ? DASHES[node.status] : false, borderRadius: 5 },
    font: { color: ink, face: "Helvetica Neue, Liberation Sans, Arial, sans-serif", size: isEvent ? 17 : LANDMARKS.has(node.id) ? view.landmark : 19, strokeWidth: node.shape === "box" ? 0 : LANDMARKS.has(node.id) ? Math.max(4, view.landmark / 5) : 4, strokeColor: colour("--ground"), multi: false },
    margin: 7, widthConstraint: { maximum: node.shape === "box" ? 190 : LANDMARKS.has(node.id) ? 11 * view.landmark : 210 },
  };
  if (node.shape !== "box") look.size = isEvent ? 7 : Math.min(9 + 4 * Math.sqrt(node.weight), 36);
  return look;
}

function edgeLook(edge, labelled) {
  const status = edge.status || "happened";
  const near = view.picked !== null && (edge.from === view.picked || edge.to === view.picked);
  return {
    id: edge.id, from: edge.from, to: edge.to,
    label: labelled || near ? edge.text || spaced(edge.role) : undefined,
    width: near ? 2.5 : edge.count ? Math.min(1 + Math.sqrt(edge.count), 7) : 1.3, dashes: DASHES[status],
    arrows: edge.count ? "" : { to: { enabled: true, scaleFactor: 0.45 } },
    color: { color: near ? colour("--ink") : colour("--muted"), opacity: near ? 1 : 0.55, highlight: colour("--ink") },
    font: { size: 14, color: colour("--muted"), strokeWidth: 4, strokeColor: colour("--ground"), align: "middle", face: "Helvetica Neue, Liberation Sans, Arial, sans-serif" },
  };
}

function redraw() {
  nodes.update(NODES.map(nodeLook));
  const shown = view.edges.filter((edge) => view.visible.has(edge.from) && view.visible.has(edge.to));
  const ids = new Set(shown.map((edge) => edge.id));
  edges.remove(edges.getIds().filter((id) => !ids.has(id)));
  edges.update(shown.map((edge) => edgeLook(edge, shown.length <= LABELLED_EDGES)));
  return shown;
}

// Two actors are joined as often as they take part in one event.
function sharedEvents(statuses) {
  const pairs = new Map();
  for (const node of NODES) {
    if (node.kind !== "event" || !statuses.has(node.status)) continue;
    const actors = [...new Set(linksOf.get(node.id).map((edge) => edge.from))].filter((id) => NODES[id].kind === "actor").sort((a, b) => a - b);
    for (const a of actors) {
      for (const b of actors) {
        if (a >= b) continue;
        const key = `${a}-${b}`;
        if (!pairs.has(key)) pairs.set(key, { id: key, from: a, to: b, count: 0 });
        pairs.get(key).count += 1;
      }
    }
  }
  return [...pairs.values()].map((edge) => ({ ...edge, text: plural(edge.count, "event") }));
}

function applyFilter() {
  const statuses = checkedValues(byId("f-status"));
  const kinds = checkedValues(byId("f-kind"));
  const role = byId("f-role").value;
  const least = Number(byId("f-degree").value);
  view.mode = byId("f-mode").value;
  const wanted = (node) => kinds.has(categoryOf(node)) && (node.kind !== "event" || statuses.has(node.status)) && (view.mode === "events" || node.kind === "actor");
  const allowed = new Set(NODES.filter(wanted).map((node) => node.id));
  const all = view.mode === "events" ? EDGES.filter((edge) => !role || edge.role === role) : sharedEvents(statuses);
  view.edges = all.filter((edge) => allowed.has(edge.from) && allowed.has(edge.to));
  const degree = new Map();
  for (const edge of view.edges) for (const id of [edge.from, edge.to]) degree.set(id, (degree.get(id) || 0) + 1);
  // A role or a mode asks for links, whatever the slider says. The slider is about
  // actors and places; an event stays while one of its actors or places does.
  const need = Math.max(least, role || view.mode === "actors" ? 1 : 0);
  const enough = new Set([...allowed].filter((id) => NODES[id].kind !== "event" && (degree.get(id) || 0) >= need));
  const joined = new Set(view.edges.filter((edge) => enough.has(edge.from)).map((edge) => edge.to));
  for (const id of allowed) if (NODES[id].kind === "event" && (!need || joined.has(id))) enough.add(id);
  view.visible = enough;
  const shown = redraw();
  const rest = NODES.length - enough.size;
  byId("in-view").textContent = `${plural(enough.size, "node")} and ${plural(shown.length, "link")}${rest ? `; ${rest.toLocaleString("en")} nodes filtered out` : ""}`;
  byId("f-degree-out").textContent = String(least);
  nodeTable.show(NODES.filter((node) => enough.has(node.id)));
}

function find() {
  const words = byId("f-text").value.trim().toLowerCase();
  if (!words) return;
  const hits = NODES.filter((node) => view.visible.has(node.id) && node.label.toLowerCase().includes(words));
  const best = hits.find((node) => node.label.toLowerCase() === words) || hits.sort((a, b) => b.weight - a.weight)[0];
  byId("filters-active").textContent = best ? "" : "– nothing found";
  if (best) pick(best.id, { move: true });
}

function actorPanel(node) {
  const events = linksOf.get(node.id).map((edge) => ({ edge, other: NODES[edge.to] }));
  events.sort((a, b) => (sortKey(a.other) < sortKey(b.other) ? -1 : 1));
  const lines = events.map(({ edge, other }) => {
    const index = eventOf(other);
    const name = index === undefined ? h("bdi", {}, other.label) : h("a", { href: eventHash(index), dir: "auto" }, other.label);
    return h("li", { cls: `st-${other.status}` }, statusIcon(other.status), h("div", {}, name,
      h("div", { cls: "hint" }, [spaced(edge.role), STATUS[other.status].word, index === undefined ? null : EVENTS[index].when].filter(Boolean).join(" · "))));
  });
  byId("details").replaceChildren(
    h("p", { cls: "line" }, h("span", {}, categoryWord(categoryOf(node))), h("span", {}, plural(lines.length, "event"))),
    h("h2", { dir: "auto" }, node.label), h("h3", {}, "Takes part in"), h("ul", { cls: "event-list" }, lines));
  byId("details").dataset.event = "";
}
const sortKey = (node) => { const index = eventOf(node); return index === undefined ? "9" : sortDate(EVENTS[index]); };

function participantsOf(node) {
  const lines = linksOf.get(node.id).map((edge) => h("li", {}, h("span", { cls: "role" }, spaced(edge.role)),
    h("button", { type: "button", cls: "linkish", onclick: () => pick(edge.from, { move: true }) }, h("bdi", {}, NODES[edge.from].label))));
  return lines.length ? [h("h3", {}, "In the network with"), h("ul", {}, lines)] : [];
}

function pick(id, options) {
  view.picked = id;
  const node = NODES[id];
  const index = eventOf(node);
  if (index !== undefined) {
    showDetails(index, participantsOf(node));
    if (location.hash !== eventHash(index) && options.address !== false) history.replaceState(null, "", eventHash(index));
  } else if (node.kind === "event") {
    byId("details").replaceChildren(h("p", { cls: "line" }, statusBadge(node.status), h("span", {}, node.subkind)), h("h2", { dir: "auto" }, node.label), ...participantsOf(node));
  } else actorPanel(node);
  redraw();
  nodeTable.pick((data) => Number(data.node) === id);
  if (network && options.move && view.visible.has(id)) {
    network.selectNodes([id]);
    network.focus(id, { scale: Math.max(network.getScale(), 0.75), animation: false });
  }
  if (options.scroll && matchMedia("(max-width: 62rem)").matches) byId("details").scrollIntoView({ block: "start" });
}

const nodeTable = sortableTable(byId("table"), byId("table-more"), [
  { name: "Name", key: (node) => node.label.toLowerCase(), cell: (node) => h("button", { type: "button", cls: "linkish", onclick: () => pick(node.id, { move: true, scroll: true }) }, h("bdi", {}, node.label)) },
  { name: "Kind", label: "kind", key: (node) => categoryOf(node), cell: (node) => categoryWord(categoryOf(node)) },
  { name: "Status", key: (node) => node.status || "~", cell: (node) => (node.status ? statusBadge(node.status) : []) },
  { name: "Links", label: "links", cls: "number", key: (node) => -node.weight, cell: (node) => node.weight.toLocaleString("en") },
], (node) => ({ "data-node": node.id, cls: node.id === view.picked ? "picked" : null }));

const SHAPE_PATHS = {
  dot: "M8 1a7 7 0 1 0 .01 0z", square: "M1.5 1.5h13v13h-13z", hexagon: "M4.2 1.5h7.6L15.5 8l-3.7 6.5H4.2L.5 8z",
  triangleDown: "M1 2h14L8 15z", diamond: "M8 1l5.5 7L8 15 2.5 8z", triangle: "M8 1l7 13H1z",
};
const CATEGORY_SHAPES = { person: "dot", organization: "square", country: "hexagon", group: "triangleDown", object: "diamond", place: "triangle" };
function shapeIcon(category) {
  const icon = svg("svg", { viewBox: "0 0 16 16", class: `shape ${category === "place" ? "place" : category === "event" ? "" : "actor"}`, "aria-hidden": "true" });
  icon.append(category === "event"
    ? svg("rect", { x: 0.7, y: 3.5, width: 14.6, height: 9, rx: 2, fill: "none", stroke: "currentColor", "stroke-width": 1.5 })
    : svg("path", { d: SHAPE_PATHS[CATEGORY_SHAPES[category] || "dot"], fill: "currentColor" }));
  return icon;
}

function drawFilters() {
  const kinds = tally(NODES.map((node) => [categoryOf(node)]));
  for (const [kind, count] of kinds) {
    byId("f-kind").append(h("label", { cls: "chip" }, h("input", { type: "checkbox", value: kind, checked: true, onchange: applyFilter }), shapeIcon(kind), `${categoryWord(kind)} (${count})`));
  }
  statusChips(byId("f-status"), new Map(tally(NODES.filter((node) => node.status).map((node) => [node.status]))), applyFilter);
  fillSelect(byId("f-role"), "all roles", tally(EDGES.map((edge) => [edge.role])).map(([role, count]) => [role, `${spaced(role)} (${count})`]));
  for (const id of ["f-role", "f-mode"]) byId(id).addEventListener("change", () => { applyFilter(); showAll(); });
  byId("f-degree").addEventListener("input", debounce(applyFilter, 60));
  byId("f-text").addEventListener("change", find);
  byId("filter-form").addEventListener("submit", (event) => { event.preventDefault(); find(); });
  byId("filter-form").addEventListener("reset", () => setTimeout(() => { applyFilter(); showAll(); }));
  byId("filters").open = matchMedia("(min-width: 62rem)").matches;
  byId("filter-form").append(h("datalist", { id: "node-names" }, [...NODES].sort((a, b) => b.weight - a.weight).slice(0, 400).map((node) => h("option", { value: node.label }))));
  const hidden = DATA.hidden;
  byId("hidden-notice").hidden = !hidden.nodes;
  byId("hidden-notice").textContent = `Drawn are the most salient events and all who take part in them. ${plural(hidden.nodes, "more node")} and ${plural(hidden.edges, "more link")} of this graph are not in the picture.`;
  byId("counts").textContent = ["actor", "event", "place"].map((kind) => plural(NODES.filter((node) => node.kind === kind).length, kind)).join(" · ") + ` · ${plural(EDGES.length, "link")}`;
}

function drawLegend() {
  const present = new Set(NODES.map(categoryOf));
  byId("legend").append(
    ...[...Object.keys(CATEGORY_SHAPES), "event"].filter((kind) => present.has(kind)).map((kind) => h("span", {}, shapeIcon(kind), categoryWord(kind))),
    ...Object.keys(STATUS).map((status) => {
      const line = svg("svg", { viewBox: "0 0 34 6", width: 34, height: 6, class: "dash", "aria-hidden": "true" });
      line.append(svg("path", { d: "M0 3h34", stroke: `var(--${status})`, "stroke-width": 2.5, "stroke-dasharray": (DASHES[status] || []).join(" ") || "none" }));
      return h("span", {}, line, `${STATUS[status].sign} ${STATUS[status].word}`);
    }));
}

const showAll = () => { network.fit({ nodes: [...view.visible], animation: false }); nameLandmarks(); };

function nameLandmarks() {
  const size = Math.min(Math.max(19, READABLE / network.getScale()), 90);
  if (Math.abs(size - view.landmark) >= view.landmark * 0.15) {
    view.landmark = size;
    nodes.update(NODES.filter((node) => LANDMARKS.has(node.id)).map(nodeLook));
  }
  byId("network").dataset.namePixels = (view.landmark * network.getScale()).toFixed(1);
}

function listen() {
  network.on("click", (click) => { if (click.nodes.length) pick(click.nodes[0], { scroll: true }); });
  const zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor }); nameLandmarks(); };
  network.on("zoom", nameLandmarks);
  byId("zoom-in").onclick = () => zoom(1.35);
  byId("zoom-out").onclick = () => zoom(1 / 1.35);
  byId("zoom-fit").onclick = showAll;
  byId("network").addEventListener("keydown", (press) => {
    const move = (x, y) => { const at = network.getViewPosition(); network.moveTo({ position: { x: at.x + x / network.getScale(), y: at.y + y / network.getScale() } }); };
    const keys = { "+": () => zoom(1.35), "=": () => zoom(1.35), "-": () => zoom(1 / 1.35), "0": showAll,
      ArrowLeft: () => move(-80, 0), ArrowRight: () => move(80, 0), ArrowUp: () => move(0, -80), ArrowDown: () => move(0, 80) };
    if (!keys[press.key] || press.ctrlKey || press.metaKey || press.altKey) return;
    keys[press.key]();
    press.preventDefault();
  });
  themeListeners.push(redraw);
  addEventListener("hashchange", () => { const index = hashIndex(); if (index !== null) open(index); });
}

function open(index) {
  const id = numberOfIri.get(EVENTS[index].iri);
  if (id === undefined) showDetails(index);
  else pick(id, { move: true, scroll: true });
}

// Large networks get fewer rounds, so that they can be used soon.
const rounds = () => (NODES.length > 600 ? 70 : NODES.length > 150 ? 180 : 600);
// The physics makes a circle of what is drawn on a wide canvas. One update, since each
// moveNode would draw everything again.
function stretch() {
  const host = byId("network");
  const factor = Math.min(Math.max(host.clientWidth / host.clientHeight, 0.8), 1.7);
  nodes.update(Object.entries(network.getPositions()).map(([id, at]) => ({ id: Number(id), x: at.x * factor, y: at.y })));
}
function calm() {
  network.setOptions({ physics: false });
  stretch();
  byId("progress").hidden = true;
  showAll();
  // On a small screen everything at once cannot be read: begin at the best known actor.
  if (DATA.network.boxes && network.getScale() < 0.45 && view.picked !== null) network.focus(view.picked, { scale: 0.6, animation: false });
  const linked = hashIndex();
  if (linked !== null) open(linked);
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

function start() {
  drawFilters();
  drawLegend();
  applyFilter();
  const options = DATA.network.options;
  options.physics.stabilization = { enabled: true, iterations: rounds(), updateInterval: 20, fit: true };
  if (NODES.length > 600) options.physics.barnesHut.theta = 1.1; // coarser, twice as fast
  options.nodes = { scaling: { label: { drawThreshold: DATA.network.boxes ? 4 : 8 } } };
  options.edges.scaling = { label: { drawThreshold: 6 } };
  options.layout = { randomSeed: 7, improvedLayout: NODES.length <= 100 };
  options.interaction = { ...options.interaction, hover: true, keyboard: false, tooltipDelay: 1e6, multiselect: false };
  network = new vis.Network(byId("network"), { nodes, edges }, options);
  network.on("stabilizationProgress", (step) => { byId("progress").textContent = `Arranging… ${Math.round((100 * step.iterations) / step.total)} %`; });
  listen();
  const heaviest = NODES.reduce((best, node) => (node.kind === "actor" && (!best || node.weight > best.weight) ? node : best), null);
  if (heaviest) pick(heaviest.id, {});
  else byId("details").replaceChildren(h("p", { cls: "hint" }, NODES.length ? "Select a node." : "There is nothing to draw."));
  if (NODES.length) network.once("stabilizationIterationsDone", calm);
  else calm();
}
start();
