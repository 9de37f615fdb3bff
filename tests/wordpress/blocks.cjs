// node blocks.cjs SCRIPTS < {"name": "content", …}: what WordPress's own editor says of each, as JSON.
// SCRIPTS is the list that php/scripts.php prints.  The editor's scripts run in jsdom, as in a browser.
const fs = require("fs");
const { JSDOM, VirtualConsole } = require("jsdom");

const quiet = new VirtualConsole();
const said = [];
for (const kind of ["error", "warn", "info"]) quiet.on(kind, (...words) => said.push(words.map(String).join(" ")));
const { window } = new JSDOM("<!doctype html><title>editor</title>", { url: "http://127.0.0.1/", runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: quiet });

// What jsdom has not, and the scripts ask for while they load.
class Watcher { observe() {} unobserve() {} disconnect() {} }
Object.assign(window, {
  ResizeObserver: Watcher, IntersectionObserver: Watcher, CSS: { supports: () => false, escape: String },
  matchMedia: () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} }),
  fetch: () => new Promise(() => {}), structuredClone: (value) => JSON.parse(JSON.stringify(value)),
  userSettings: { uid: 1, time: "0" }, ajaxurl: "",
});
const LEFT_OUT = ["editor", "jquery-core", "jquery-migrate", "utils"];
for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const [name, file] = line.split("\t");
  if (LEFT_OUT.includes(name)) continue;
  window.eval(fs.readFileSync(file, "utf8"));
  if (name === "lodash") window.lodash = window._;
}
const { parse, getBlockTypes } = window.wp.blocks;
window.wp.blockLibrary.registerCoreBlocks();

const every = (blocks) => blocks.flatMap((block) => [block, ...every(block.innerBlocks)]);
const answer = { types: getBlockTypes().length, contents: {} };
for (const [name, content] of Object.entries(JSON.parse(fs.readFileSync(0, "utf8")))) {
  answer.contents[name] = every(parse(content)).map((block) => ({
    name: block.name, valid: block.isValid && !["core/missing", "core/freeform"].includes(block.name),
    issues: (block.validationIssues || []).map((issue) => issue.args.map(String).join(" ").slice(0, 300)),
  }));
}
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
