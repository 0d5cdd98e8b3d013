// A page in jsdom that shows one example, and a hand that fills it in.
import { JSDOM } from "jsdom";
import { bundle } from "./bundle.mjs";

const dom = new JSDOM('<!doctype html><html lang="zh"><body><div id="app"></div></body></html>', {
  url: "http://localhost/",
  pretendToBeVisual: true,
});

// The libraries look for a browser in the global object; what Node has of its own stays Node's.
for (const key of Object.getOwnPropertyNames(dom.window)) {
  if (!(key in globalThis)) Object.defineProperty(globalThis, key, { configurable: true, get: () => dom.window[key] });
}
for (const key of ["navigator", "Event", "CustomEvent", "EventTarget"]) {
  Object.defineProperty(globalThis, key, { configurable: true, writable: true, value: dom.window[key] });
}

// What jsdom has not, and what a form draws nothing with.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver = dom.window.ResizeObserver = Observer;
globalThis.IntersectionObserver = dom.window.IntersectionObserver = Observer;
dom.window.matchMedia = globalThis.matchMedia = () => ({
  matches: false,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
});
dom.window.HTMLElement.prototype.scrollIntoView = () => {};

const { default: userEvent, PointerEventsCheckLevel } = await import("@testing-library/user-event");
const { configure, getByText, queryByLabelText, waitFor } = await import("@testing-library/dom");

configure({ asyncUtilTimeout: 5000, getElementError: (message) => new Error(message) });

/** Shows an example. */
export async function open(file) {
  const { mount } = await bundle(file);
  mount(dom.window.document.querySelector("#app"));
  return page;
}

// Computed styles are slow in jsdom, and tell nothing here.
const user = userEvent.setup({ document: dom.window.document, pointerEventsCheck: PointerEventsCheckLevel.Never });
const body = dom.window.document.body;

const page = {
  body,

  /** Types a text into the field of a label, in place of what stood there, and leaves the field. */
  async type(label, text) {
    const input = await waitFor(() => queryByLabelText(body, label, { exact: false }) ?? fail(`no field ${label}`));
    await user.clear(input);
    if (text !== "") await user.type(input, text.replaceAll(/[{[]/g, "$&$&"));
    await user.tab();
  },

  async submit() {
    await user.click(getByText(body, /^\s*提\s*交\s*$/));
    // Time for a form to send what it should not.
    await new Promise((resolve) => setTimeout(resolve, 100));
  },

  /** Waits until the place of a field says a text. */
  says: (label, text) => waitFor(() => {
    const shown = textOf(label);
    if (!shown.includes(text)) fail(`${label} should say ${text}; it says: ${shown}`);
  }),

  /** Waits until the place of a field no longer says a text. */
  saysNo: (label, text) => waitFor(() => {
    const shown = textOf(label);
    if (shown.includes(text)) fail(`${label} should not say ${text}; it says: ${shown}`);
  }),

  /** Waits until the page shows a text. */
  shows: (text) => waitFor(() => {
    if (!body.textContent.includes(text)) fail(`the page should show ${text}; it shows: ${body.textContent}`);
  }),
};

/** All that stands around the input of a label and around no other input. */
function textOf(label) {
  let around = queryByLabelText(body, label, { exact: false }) ?? fail(`no field ${label}`);
  while (around.parentElement.querySelectorAll("input").length === 1) around = around.parentElement;
  return around.textContent;
}

function fail(message) {
  throw new Error(message);
}
