import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The app as static files in `web/dist`; in development it asks a `selon serve` on its usual port. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The content policy allows nothing inline, not even small pictures.
    assetsInlineLimit: 0,
    target: "es2023",
    reportCompressedSize: false,
  },
  server: {
    proxy: { "/api": { target: "http://127.0.0.1:4780", changeOrigin: true } },
  },
});
