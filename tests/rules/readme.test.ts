import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, rootFolder, runHere } from "../unit/cli/harness.ts";
import { read } from "./files.ts";

const readme = read("README.md");
const samples = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) => match[1]!.trim().split("\n"));
const commands = samples.filter((line) => line.startsWith("npx dawnline "));

/** Words of a shell line; double quotes hold words together. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

/** What a sample prints, run as written; files are read from the clone and written to a folder that goes. */
async function runSample(line: string) {
  const folder = makeFolder();
  const argv = wordsOf(line)
    .slice(2)
    .map((word) => (word.startsWith("assets/") ? join(rootFolder, word) : word));
  return { folder, ...(await runHere(argv, { folder })) };
}

describe("the README", () => {
  test("has its two commands and its samples", () => {
    expect(samples.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
    expect(commands.length).toBeGreaterThanOrEqual(6);
  });

  test.each(commands)("%s", async (line) => {
    const { code, folder, stdout } = await runSample(line);
    expect(code).toBe(0);
    const file = /-o (\S+)/.exec(line)?.[1];
    if (file !== undefined) expect(statSync(join(folder, file)).size).toBeGreaterThan(1000);
    else expect(stdout.length).toBeGreaterThan(20);
  });

  test("its prices and milliseconds are the program's", async () => {
    const priceOf = async (line: string) =>
      JSON.parse((await runHere(line.split(" "))).stdout).serving.priceUsdPerMTokens as number;
    const [, dawn, noon] = /Dawn-dusk costs \$(\S+) a million.*noon \$(\d\.\d+)/s.exec(readme)!;
    expect((await priceOf("plan --json")).toFixed(2)).toBe(dawn);
    expect((await priceOf("plan --set shells[0].ltanH=12 --json")).toFixed(2)).toBe(noon);
    const route = await runSample(
      'npx dawnline route assets/missions/starlink-550.json --from "New York" --to London --json',
    );
    expect(readme).toContain(`${(JSON.parse(route.stdout).routes[0].oneWayMs as number).toFixed(1)} ms`);
  });

  test("what it quotes as not closing is what the plan finds", async () => {
    const { stdout } = await runHere(["plan"]);
    const flat = stdout.replace(/\s+/g, " ");
    for (const quote of ["32.4 kW short", "21.7 min", "4.16 t"]) {
      expect(readme.replace("21.7 minutes", "21.7 min")).toContain(quote);
      expect(flat).toContain(quote);
    }
  });

  test("its links and pictures exist", () => {
    const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)]
      .map((match) => match[1]!)
      .filter((target) => !target.startsWith("http"));
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(existsSync(join(rootFolder, target)), target).toBe(true);
    for (const match of readme.matchAll(/`((?:app|engine|assets|tests)\/[\w./-]+)`/g))
      expect(existsSync(join(rootFolder, match[1]!)), match[1]).toBe(true);
  });

  test("asks for no more than package.json's engines", () => {
    const { engines } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
    expect(readme).toContain(`Node ${engines.node.replace(">=", "")} or newer`);
  });
});
