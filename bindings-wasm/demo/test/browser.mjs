// The built page, served under its Content-Security-Policy, in a headless browser.
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

export async function start() {
  const server = await preview({
    root: fileURLToPath(new URL("..", import.meta.url)),
    logLevel: "warn",
    preview: { host: "127.0.0.1", port: 0 },
  });
  const { port } = server.httpServer.address();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return {
    browser,
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      await browser.close();
      await new Promise((done) => server.httpServer.close(done));
    },
  };
}

export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
