import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type HtmlTagDescriptor, type Plugin } from "vite";

const start = join(import.meta.dirname, "src/start.ts");
/** Faces that stand in every first view. */
const faces = /^assets\/source-(sans-3-latin-wght|serif-4-latin-opsz)-normal-.*\.woff2$/;

/**
 * Puts a script of its own before the app, `src/start.ts`, and names the fonts of the first view: what they ask for is on
 * its way while the app is read. What that script imports is its own copy.
 */
function first(): Plugin {
  const own = "?start";
  return {
    name: "selon-first",
    apply: "build",
    resolveId: {
      order: "pre",
      async handler(source, importer) {
        if (importer !== start && importer?.endsWith(own) !== true) return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        return found === null ? null : { ...found, id: `${found.id}${own}` };
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const tags: HtmlTagDescriptor[] = [];
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk" && file.name === "start") {
            if (file.imports.length > 0) throw new Error(`${file.fileName} imports ${file.imports.join(", ")}.`);
            // It waits for nothing, not even for its turn among modules.
            const attrs = { src: `/${file.fileName}` };
            tags.unshift({ tag: "script", attrs, injectTo: "head-prepend" });
          } else if (faces.test(file.fileName)) {
            const attrs = {
              rel: "preload",
              as: "font",
              type: "font/woff2",
              crossorigin: true,
              href: `/${file.fileName}`,
            };
            tags.push({ tag: "link", attrs, injectTo: "head" });
          }
        }
        return tags;
      },
    },
  };
}

/** The app as static files in `web/dist`; in development it asks a `selon serve` on its usual port. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react(), first()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The content policy allows nothing inline, not even small pictures.
    assetsInlineLimit: 0,
    target: "es2023",
    reportCompressedSize: false,
    rollupOptions: { input: { index: join(import.meta.dirname, "index.html"), start } },
  },
  server: {
    proxy: { "/api": { target: "http://127.0.0.1:4780", changeOrigin: true } },
  },
});
