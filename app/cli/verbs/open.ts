import { once } from "node:events";
import { planMission } from "#engine";
import { print, say } from "../io.ts";
import { type NumberOption, numberFlag, readNumber } from "../options.ts";
import { printable, toJsonText } from "../printable.ts";
import { serveSite } from "../server.ts";
import { readSite, siteFile } from "../site.ts";
import { badFile, badInput, describeSystemError, EXIT } from "../stop.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const port: NumberOption = {
  flag: "--port",
  label: "Port, 0 for a free one",
  min: 0,
  max: 65535,
  unit: "",
  isWhole: true,
};

export const open: Verb = {
  name: "open",
  summary: "serve the app on this machine until interrupted",
  argument: {
    ...missionArgument,
    help: "mission file that the app opens with; left out, its last work or the reference mission",
  },
  options: [numberFlag(port)],
  without: ["output"],
  async run(call) {
    const { io, options, file } = call;
    const issues: Parameters<typeof readNumber>[0]["issues"] = [];
    const portText = options["port"];
    const wanted = typeof portText === "string" ? readNumber({ option: port, text: portText, issues }) : 0;
    if (issues.length > 0) throw badInput(issues);
    const { document, mission, elementsTexts } = await loadMission(call);
    const planned = planMission(mission, { elementsTexts });
    if (planned.plan === undefined) throw badInput(planned.issues);

    const site = await readSite(await io.ensureWebBuilt({ say: (text) => say(io, text) }));
    const isGiven = file !== undefined || (options.set?.length ?? 0) > 0;
    site.set(
      "/mission.json",
      siteFile({ body: Buffer.from(isGiven ? JSON.stringify(document) : ""), name: "mission.json" }),
    );
    for (const [name, text] of Object.entries(elementsTexts))
      site.set(`/elements/${name}`, siteFile({ body: Buffer.from(text), name: "elements.txt" }));
    const server = await serveSite({ site, port: wanted }).catch((reason: unknown) => {
      const isTaken = reason instanceof Error && "code" in reason && reason.code === "EADDRINUSE";
      throw badFile(`cannot listen on port ${wanted}: ${isTaken ? "it is taken" : describeSystemError(reason)}`);
    });
    try {
      if (options.json) await print(io, `${toJsonText({ address: server.address })}\n`);
      else {
        await print(io, `Dawnline, ${printable(mission.name)}: ${server.address}\n`);
        say(io, "Ctrl+C ends it.");
      }
      if (!io.signal.aborted) await once(io.signal, "abort");
    } finally {
      await server.close();
    }
    return EXIT.interrupted;
  },
};
