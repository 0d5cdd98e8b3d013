import { defineConfig } from "vite";

// Only scripts of this page, no inline styles, no connections. The WebAssembly module is inside the script.
export const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; base-uri 'none'; form-action 'none'";

export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  preview: { headers: { "Content-Security-Policy": policy } },
  plugins: [
    {
      // Not in the development server, which needs a socket and inline styles.
      name: "content-security-policy",
      apply: "build",
      transformIndexHtml: () => [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
      ],
    },
  ],
});
