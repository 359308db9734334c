import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { flyMission, parseMission, referenceMission } from "#engine";
import { makeFolder, runBin, runHere, sharedFolder } from "./harness.ts";

const good = [
  "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119",
];
const badSum = [good[0]!.replace(/0$/, "4"), good[1]!];
const small = ["--set", "shells[0].planeCount=2", "--set", "shells[0].satellitesPerPlaneCount=3"];

type Satellite = {
  index: number;
  id: string;
  name: string;
  states: number[][];
  error?: { tS: number; reason: string };
};
type Document = {
  frame: string;
  from: string;
  satellites: Satellite[];
  refused: { index: number; line: number; reason: string }[];
};

async function propagate(argv: readonly string[], folder = makeFolder()): Promise<Document> {
  const { code, stdout } = await runHere(["propagate", ...argv, "--json"], { folder });
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("missions", () => {
  test("states are the flight's, digit by digit, at steps 0 to count − 1", async () => {
    const document = await propagate([...small, "--step-s", "90.5", "--count", "3", "--from", "2027-01-02T00:00:00Z"]);
    const shell = {
      ...(referenceMission as { shells: object[] }).shells[0],
      planeCount: 2,
      satellitesPerPlaneCount: 3,
    };
    const flight = flyMission(parseMission({ ...(referenceMission as object), shells: [shell] }).mission!);
    if ("issues" in flight) throw new Error("no flight");
    expect(document).toMatchObject({ frame: "TEME", from: "2027-01-02T00:00:00Z", refused: [] });
    expect(document.satellites.map(({ index, id }) => [index, id])).toEqual(
      [0, 1, 2, 3, 4, 5].map((i) => [i, String(i + 1)]),
    );
    for (const { index, states } of document.satellites) {
      expect(states.map(([tS]) => tS)).toEqual([0, 90.5, 181]);
      for (const [tS, ...numbers] of states) {
        const state = flight.stateOf(index, 86400 + tS!);
        if (!("positionTemeKm" in state)) throw new Error("no state");
        expect(numbers).toEqual([...state.positionTemeKm, ...state.velocityTemeKmPerS]);
      }
    }
  });

  test("too many states are refused with the arithmetic before any is made", async () => {
    const before = process.memoryUsage().heapUsed;
    const { code, stdout } = await runHere(["propagate", "--count", "1000000", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).issues[0]).toMatchObject({
      path: "--count",
      given: "8334 satellites × 1000000 steps = 8334000000 states",
    });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  });

  test("a thousand million satellites are refused at once", async () => {
    const start = Date.now();
    const { code } = await runHere(["propagate", "--set", "shells[0].satellitesPerPlaneCount=1000000000"]);
    expect(code).toBe(1);
    expect(Date.now() - start).toBeLessThan(1000);
  });
});

describe("records", () => {
  const folderWith = (name: string, text: string | Buffer) => {
    const folder = makeFolder();
    writeFileSync(join(folder, name), text);
    return folder;
  };

  test("good records fly and bad ones are refused with line and reason", async () => {
    const folder = folderWith("a.tle", ["\ufeffISS", ...good, "BROKEN", ...badSum, ...good].join("\r\n"));
    const { satellites, refused, from } = await propagate(["a.tle", "--count", "2"], folder);
    expect(from).toBe("2024-01-01T12:00:00Z");
    expect(satellites.map(({ index, id, name }) => ({ index, id, name }))).toEqual([
      { index: 0, id: "25544", name: "ISS" },
      { index: 2, id: "25544", name: "" },
    ]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ index: 1, line: 5 });
    expect(refused[0]!.reason).toMatch(/checksum/i);
  });

  test("a file with no record that loads is bad input", async () => {
    for (const text of [
      "",
      "hello",
      badSum.join("\n"),
      "{}",
      "[1,2",
      "\u0000\u0001",
      Buffer.from([0xff, 0xfe, 0x00]),
    ]) {
      const { code, stdout } = await runHere(["propagate", "bad", "--json"], { folder: folderWith("bad", text) });
      expect(code, JSON.stringify(text)).toBe(1);
      expect(JSON.parse(stdout).issues.length).toBeGreaterThan(0);
    }
  });

  test("a broken mission is told as a mission, not as records", async () => {
    const folder = folderWith("m.json", JSON.stringify({ ...(referenceMission as object), epoch: "never" }));
    const { code, stdout } = await runHere(["propagate", "m.json", "--json"], { folder });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).issues[0].path).toBe("epoch");
  });

  test("records take no --set", async () => {
    const folder = folderWith("a.tle", good.join("\n"));
    expect((await runHere(["propagate", "a.tle", "--set", "name=x"], { folder })).code).toBe(1);
  });

  test("what decays keeps its states until then and says when and why; no number is missing", async () => {
    const folder = folderWith("a.tle", good.join("\n"));
    const argv = ["propagate", "a.tle", "--step-s", "864000", "--count", "400"];
    const { stdout } = await runHere([...argv, "--json"], { folder });
    expect(stdout).not.toMatch(/NaN|Infinity|null/);
    const [satellite] = (JSON.parse(stdout) as Document).satellites;
    const { states, error } = satellite!;
    expect(states.length).toBeGreaterThan(1);
    expect(states.length).toBeLessThan(400);
    expect(error!.tS).toBe(states.length * 864000);
    expect(error!.reason.length).toBeGreaterThan(5);
    expect((await runHere(argv, { folder })).stderr).toContain("satellite 25544, tS");
  });

  test("names reach CSV and terminal harmless", async () => {
    const folder = folderWith("a.tle", ['=HYPERLINK("http://x")\u001b[31m', ...good].join("\n"));
    const { stdout } = await runHere(["propagate", "a.tle"], { folder });
    const [head, row] = stdout.split("\n");
    expect(head).toBe("index,id,name,tS,xTemeKm,yTemeKm,zTemeKm,vxTemeKmPerS,vyTemeKmPerS,vzTemeKmPerS");
    expect(row).toMatch(/^0,25544,"'=HYPERLINK/);
    expect(stdout).not.toContain("\u001b");
  });
});

describe("output", () => {
  test("a file is JSON, or CSV by its name; standard output then tells of the file", async () => {
    const folder = makeFolder();
    const printed = await runHere(["propagate", ...small, "--json"], { folder });
    expect((await runHere(["propagate", ...small, "-o", "a.json"], { folder })).stdout).toBe("");
    expect(readFileSync(join(folder, "a.json"), "utf8")).toBe(printed.stdout);
    await runHere(["propagate", ...small, "-o", "a.csv"], { folder });
    expect(readFileSync(join(folder, "a.csv"), "utf8").split("\n")).toHaveLength(8);
    const told = await runHere(["propagate", ...small, "-o", "b.json", "--json"], { folder });
    expect(JSON.parse(told.stdout)).toMatchObject({
      file: "b.json",
      satelliteCount: 6,
      refusedCount: 0,
      failedCount: 0,
    });
  });

  test("a slow reader is waited for", async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        waiting += chunk.length;
        most = Math.max(most, waiting);
        setTimeout(() => {
          waiting -= chunk.length;
          done();
        }, 2);
      },
    });
    const { code } = await runHere(["propagate", ...small, "--count", "2000", "--json"], { stdout: slow });
    expect(code).toBe(0);
    expect(most).toBeLessThan(200_000);
  });

  test("a reader that goes away ends the run in peace", async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("gone"), { code: "EPIPE" })),
    });
    gone.on("error", () => {});
    expect(await runHere(["propagate", ...small, "--json"], { stdout: gone })).toMatchObject({ code: 0, stderr: "" });
  });

  test.each(["one interrupt", "several interrupts at once"])(
    "%s: no file is left, and the exit status is 130",
    async (many) => {
      const folder = makeFolder();
      const { code } = await runBin(["propagate", "--count", "20000", "-o", "states.json"], {
        folder,
        onStart: (child) => {
          const look = setInterval(() => {
            if (!readdirSync(folder).some((name) => name.startsWith(".states.json"))) return;
            child.kill("SIGINT");
            if (many === "one interrupt") clearInterval(look);
          }, 5);
          child.on("close", () => clearInterval(look));
        },
      });
      expect(code).toBe(130);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

const catalogue = join(sharedFolder, "catalogue/tle-2022-08.txt");
test.runIf(existsSync(catalogue))(
  "every one of 25,975 real records is propagated or refused with a reason",
  async () => {
    const folder = makeFolder();
    const { code, stderr } = await runBin(
      ["propagate", catalogue, "--from", "2022-08-10T00:00:00Z", "--step-s", "43200", "--count", "3", "-o", "all.json"],
      { folder },
    );
    expect(code).toBe(0);
    expect(stderr).toContain("of 25975");
    const text = readFileSync(join(folder, "all.json"), "utf8");
    expect(text).not.toMatch(/NaN|Infinity|null/);
    const { satellites, refused } = JSON.parse(text) as Document;
    const indices = [...satellites, ...refused].map(({ index }) => index).sort((a, b) => a - b);
    expect(indices).toEqual(Array.from({ length: 25975 }, (_, index) => index));
    for (const { states, error } of satellites) {
      expect(states.length === 3 || (error !== undefined && error.reason.length > 5)).toBe(true);
      expect(states.flat().every(Number.isFinite)).toBe(true);
    }
    for (const { reason } of refused) expect(reason.length).toBeGreaterThan(5);
    expect(satellites.filter(({ error }) => error === undefined).length).toBeGreaterThan(25_000);
  },
);

const hostileFile = join(sharedFolder, "vectors/hostile_tle.json");
type Hostile = { kind: string; line1: string; line2: string; verdict: "accept" | "reject" | "warn"; why: string };
test.runIf(existsSync(hostileFile))("every hostile record is taken, refused or warned of as it should be", async () => {
  const { cases } = JSON.parse(readFileSync(hostileFile, "utf8")) as { cases: Hostile[] };
  expect(cases.length).toBeGreaterThan(100);
  const folder = makeFolder();
  for (const { line1, line2, verdict, why } of cases) {
    writeFileSync(join(folder, "a.tle"), `${line1}\n${line2}\n`);
    const { code, stdout } = await runHere(["propagate", "a.tle", "--step-s", "8640000", "--count", "9", "--json"], {
      folder,
    });
    expect(code, `${why}: ${stdout.slice(0, 300)}`).toBe(verdict === "reject" ? 1 : 0);
    if (verdict === "reject") continue;
    expect(stdout, why).not.toMatch(/NaN|Infinity|null/);
    const { satellites, refused } = JSON.parse(stdout) as Document;
    expect(refused, why).toEqual([]);
    const [satellite] = satellites;
    if (verdict === "warn")
      expect(satellite, why).toSatisfy((each: Satellite) => "warnings" in each || "error" in each);
    for (const [, x, y, z] of satellite!.states) expect(Math.hypot(x!, y!, z!), why).toBeLessThan(500_000);
  }
});

test("a refused record is told with all its faults, in the document and to the person", async () => {
  const folder = makeFolder();
  const names = "OBJECT_NAME,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY";
  const rows = ["a,2024-01-01T12:00:00,15.5,0.001,51.6,1,2,3,7,0", "b,x,15.5,0.001,190,1,2,3,8,0"];
  writeFileSync(join(folder, "a.csv"), [`${names},NORAD_CAT_ID,BSTAR`, ...rows].join("\n"));
  const { stdout, stderr } = await runHere(["propagate", "a.csv", "--json"], { folder });
  expect(JSON.parse(stdout).refused).toEqual([
    {
      ...{ index: 1, line: 3, column: 3, reason: expect.stringContaining('EPOCH "x"') },
      further: [{ line: 3, column: 16, reason: "inclination 190° is outside 0 to 180°" }],
    },
  ]);
  expect(stderr).toContain('records refused: 1\n  line 3, column 3: EPOCH "x"');
  expect(stderr).toContain("\n  line 3, column 16: inclination 190° is outside 0 to 180°\n");
  writeFileSync(join(folder, "b.csv"), [`${names},NORAD_CAT_ID,BSTAR`, rows[1]].join("\n"));
  const none = await runHere(["propagate", "b.csv", "--json"], { folder });
  expect(none.code).toBe(1);
  expect(JSON.parse(none.stdout).issues.map(({ path }: { path: string }) => path)).toEqual([
    "line 2, column 3",
    "line 2, column 16",
  ]);
});
