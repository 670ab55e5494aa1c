// What is found, as elements.
/** @type {(tag: string, properties?: object, ...children: (Node | string)[]) => any} */
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
/** @type {(element: HTMLElement, mark: string) => any} */
const marked = (element, mark) => {
  element.dataset.guide = mark;
  return element;
};
// Without a server nothing finds the index page of a folder.
const inFolder = location.protocol === "file:";
/** @type {SearchCode["shown"]} */
const showPlaces = (root, { pages, help }) => {
  // As a link's own address tells it: with letters of other scripts encoded.
  const to = (address, fragment) =>
    Object.assign(new URL(address + (inFolder ? "index.html" : ""), root), { hash: fragment ?? "" })
      .href;
  const titleOf = (address) => pages.find(([, url]) => url === address)?.[0] ?? address;
  const way = (address, text = titleOf(address)) =>
    make("a", { href: to(address), textContent: text });
  const nameOf = ({ title, heading, kind }) =>
    heading ? `${title} › ${heading}` : kind === "w" ? `${title} (worksheet)` : title;
  const link = (place) =>
    make("a", { href: to(place.address, place.fragment), textContent: nameOf(place) });
  // The place meant for somebody in danger, and help lines with it.
  const care = (tag, place) => {
    const first = link({ title: titleOf(place.address), ...place });
    const one = make(tag, { className: "care" }, marked(first, "search-result"));
    if (help && help !== place.address) one.append(make("p", {}, way(help)));
    return one;
  };
  return { to, way, link, care };
};
