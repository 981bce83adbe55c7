import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";
import { studioFiles } from "./studio-files.ts";
import { withoutForeignRequests } from "./without-foreign-requests.ts";

const textRenderer = fileURLToPath(
  new URL("../node_modules/react-dom/cjs/react-dom-server-legacy.browser.production.js", import.meta.url),
);

/** How the local Studio is built: a static page under `/studio/` that sends no request to any other host. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    base: "/studio/",
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [react(), withoutForeignRequests(), sharedConnection()],
    resolve: {
      // Each has state that must not exist twice on a page.
      dedupe: ["react", "react-dom", "sanity", "styled-components"],
      // Studio renders a title to text now and then: not the half of React that streams pages.
      alias: { "react-dom/server": textRenderer },
    },
    define: {
      "process.env.NODE_ENV": JSON.stringify("production"),
      "process.env.SANITY_STUDIO_PROJECT_ID": "undefined",
      "process.env.SANITY_STUDIO_DATASET": "undefined",
      "process.env.PKG_BUILD_VERSION": "undefined",
    },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 5000,
      reportCompressedSize: false,
      cssCodeSplit: false,
      rolldownOptions: { output: { codeSplitting: { groups: studioFiles } } },
    },
  };
}

/**
 * Studio opens more event streams than a browser allows per host over HTTP/1.1. The lake serves a script that
 * carries them all over one WebSocket; it must run before any other script.
 */
function sharedConnection(): Plugin {
  const tag = { tag: "script", attrs: { src: "/__mux/client.js" }, injectTo: "head-prepend" } as const;
  return { name: "copydesk:shared-connection", transformIndexHtml: { order: "post", handler: () => [tag] } };
}
