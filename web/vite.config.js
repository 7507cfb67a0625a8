// Turn src/ into what the hub serves: files named after their content, each beside itself compressed.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const TARGET = new URL("../hub/web/client/", import.meta.url).pathname;
const PACKED = /\.(?:js|css|svg|json)$/;

/** Compresses once what would else be compressed for each who asks; no smaller copy, no copy. */
function compressed() {
  return {
    name: "compressed",
    closeBundle() {
      for (const file of readdirSync(`${TARGET}assets`).filter((name) => PACKED.test(name))) {
        const content = readFileSync(`${TARGET}assets/${file}`);
        const packed = {
          br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
          gz: gzipSync(content, { level: 9 }),
        };
        for (const [ending, bytes] of Object.entries(packed)) {
          if (bytes.length < content.length) writeFileSync(`${TARGET}assets/${file}.${ending}`, bytes);
        }
      }
    },
  };
}

const NOTICE = /-(?:MIT|OFL)\.txt$/;

/** Tells the licences of what was taken that is no package: a font, outlines of provinces. */
function noticed() {
  return {
    name: "noticed",
    closeBundle() {
      const notices = readdirSync("src", { recursive: true }).filter((file) => NOTICE.test(file));
      const said = notices.sort().map((file) => `\n## ${file}\n\n${readFileSync(`src/${file}`, "utf8")}`);
      appendFileSync(`${TARGET}assets/licenses.md`, said.join(""));
    },
  };
}

export default defineConfig({
  plugins: [vue(), noticed(), compressed()],
  base: "/",
  resolve: { alias: { "@": new URL("src", import.meta.url).pathname } },
  define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false" },
  build: {
    outDir: TARGET,
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "assets/licenses.md" },
    rolldownOptions: {
      input: "src/main.ts",
      checks: { pluginTimings: false },
      // What several pages are made of comes in one file: twenty small ones would take turns on a slow line.
      // What every form is made of comes with the first form, however short; pickers of all kinds with the first long one.
      output: {
        // Hundreds of them are named in what every page begins with.
        chunkFileNames: "assets/[hash].js",
        assetFileNames: "assets/[hash][extname]",
        codeSplitting: {
          groups: [
            { name: "parts", test: /node_modules\/(@?vue|vue-router|@fluent)\/|src\/(marks\/|api\/|language|viewer|me\.ts|kept|notice|addresses|theme|title|settling|parts\/(?!Talk|talk|Follow|follow|Rooms)[^/]+$)/, priority: 4 },
            { name: "form", test: /src\/(parts\/form\/(Form|Field|Frame|Hints|form|sending|barred)\.|style\/form|guard)/, priority: 2 },
            { name: "fields", test: /src\/parts\/form\//, priority: 1 },
            { name: "days", test: /src\/(calendar|digits)/, priority: 3 },
            { name: "lists", test: /src\/pages\/listing\/(More|listing)/, priority: 3 },
            // A group takes along what its files need: without its own, this would bring `together` to each search.
            { name: "looked", test: /src\/style\/search/, priority: 3 },
            { name: "together", test: /src\/(parts\/together\/|style\/working)/, priority: 1 },
            { name: "door", test: /src\/parts\/door\/(SignInForm|door|passkeys|texts)/, priority: 1 },
          ],
        },
      },
    },
  },
});
