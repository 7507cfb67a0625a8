// Turn what other sites embed into one file each, under a name that stays: client/embed/lesson.js.
import { defineConfig } from "vite";

export default defineConfig({
  resolve: { alias: { "@": new URL("src", import.meta.url).pathname } },
  build: {
    outDir: new URL("../hub/web/client/embed/", import.meta.url).pathname,
    emptyOutDir: true,
    rolldownOptions: { output: { banner: "/*! Knowledge hub. Licences: /assets/licenses.md of the hub. */" } },
    lib: { entry: "src/embed/lesson.ts", formats: ["es"], fileName: "lesson" },
  },
});
