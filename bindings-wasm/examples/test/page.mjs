// Shows one example in jsdom and fills it in.
import { JSDOM } from "jsdom";
import { bundle } from "./bundle.mjs";

const dom = new JSDOM('<!doctype html><html lang="zh"><body><div id="app"></div></body></html>', {
  url: "http://localhost/",
  pretendToBeVisual: true,
});

// The libraries expect the globals of a browser; globals that Node defines are kept.
for (const key of Object.getOwnPropertyNames(dom.window)) {
  if (!(key in globalThis)) Object.defineProperty(globalThis, key, { configurable: true, get: () => dom.window[key] });
}
for (const key of ["navigator", "Event", "CustomEvent", "EventTarget"]) {
  Object.defineProperty(globalThis, key, { configurable: true, writable: true, value: dom.window[key] });
}

// Stubs of what jsdom lacks; the forms need no results from them.
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

/** Mounts an example. */
export async function open(file) {
  const { mount } = await bundle(file);
  mount(dom.window.document.querySelector("#app"));
  return page;
}

// Computed styles are slow in jsdom and not needed here.
const user = userEvent.setup({ document: dom.window.document, pointerEventsCheck: PointerEventsCheckLevel.Never });
const body = dom.window.document.body;

const page = {
  body,

  /** Replaces the text of the field with this label and leaves the field. */
  async type(label, text) {
    const input = await waitFor(() => queryByLabelText(body, label, { exact: false }) ?? fail(`no field ${label}`));
    await user.clear(input);
    if (text !== "") await user.type(input, text.replaceAll(/[{[]/g, "$&$&"));
    await user.tab();
  },

  async submit() {
    await user.click(getByText(body, /^\s*提\s*交\s*$/));
    // Wait, in case the form sends although it should not.
    await new Promise((resolve) => setTimeout(resolve, 100));
  },

  /** Waits until a text is shown at a field. */
  showsAt: (label, text) => waitFor(() => {
    const shown = textOf(label);
    if (!shown.includes(text)) fail(`${label} should show ${text}; it shows: ${shown}`);
  }),

  /** Waits until a text is no longer shown at a field. */
  hides: (label, text) => waitFor(() => {
    const shown = textOf(label);
    if (shown.includes(text)) fail(`${label} should not show ${text}; it shows: ${shown}`);
  }),

  /** Waits until the page shows a text. */
  shows: (text) => waitFor(() => {
    if (!body.textContent.includes(text)) fail(`the page should show ${text}; it shows: ${body.textContent}`);
  }),
};

/** Returns the text around the input with this label, up to the next input. */
function textOf(label) {
  let around = queryByLabelText(body, label, { exact: false }) ?? fail(`no field ${label}`);
  while (around.parentElement.querySelectorAll("input").length === 1) around = around.parentElement;
  return around.textContent;
}

function fail(message) {
  throw new Error(message);
}
