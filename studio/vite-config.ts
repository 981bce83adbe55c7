import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import type { InlineConfig, Plugin } from "vite";
import { withoutForeignRequests } from "./without-foreign-requests.ts";

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
    // Each has state that must not exist twice on a page.
    resolve: { dedupe: ["react", "react-dom", "sanity", "styled-components"] },
    define: {
      "process.env.NODE_ENV": JSON.stringify("production"),
      "process.env.SANITY_STUDIO_PROJECT_ID": "undefined",
      "process.env.SANITY_STUDIO_DATASET": "undefined",
      "process.env.PKG_BUILD_VERSION": "undefined",
    },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5000, reportCompressedSize: false },
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
