import { defineConfig } from "vite";

// No script but our own, no inline style, no connection to anywhere. The wasm module is inside the script.
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
      // Only in the built page: the development server needs a socket and inline styles.
      name: "content-security-policy",
      apply: "build",
      transformIndexHtml: () => [
        { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
      ],
    },
  ],
});
