import { MessageChannel } from "node:worker_threads";
import * as Comlink from "comlink";
import { expect, test } from "vitest";
import { createEngineClient } from "../../../app/worker/client.ts";

type Door = Record<string, (...question: never[]) => unknown>;

/** A worker as the client sees one: a real channel to a door, and errors that the test raises. */
function makeWorker(door: Door) {
  const { port1, port2 } = new MessageChannel();
  const listeners = new Map<unknown, (data: unknown) => void>();
  const endpointOf = (port: typeof port1) => ({
    postMessage: (message: unknown, given: unknown[] = []) => port.postMessage(message, given as never),
    addEventListener(kind: string, listener: (event: unknown) => void) {
      if (kind !== "message") return;
      const hear = (data: unknown) => listener({ data });
      listeners.set(listener, hear);
      port.on("message", hear);
    },
    removeEventListener: (_kind: string, listener: unknown) => port.off("message", listeners.get(listener)!),
    start: () => port.start(),
  });
  Comlink.expose(door, endpointOf(port2) as never);
  const errors = new EventTarget();
  const near = endpointOf(port1);
  return {
    crash: (message: string) => errors.dispatchEvent(Object.assign(new Event("error"), { message })),
    worker: {
      ...near,
      addEventListener(kind: string, listener: (event: unknown) => void) {
        if (kind === "message") near.addEventListener(kind, listener);
        else errors.addEventListener(kind, listener as EventListener);
      },
      terminate() {
        port1.close();
        port2.close();
      },
    } as unknown as Worker,
  };
}

function makeClient(doors: Partial<Record<"planner" | "mover", Door>>) {
  const made: Record<string, ReturnType<typeof makeWorker>[]> = { planner: [], mover: [] };
  const client = createEngineClient({
    make(name) {
      const worker = makeWorker(doors[name as "planner" | "mover"] ?? {});
      made[name]!.push(worker);
      return worker.worker;
    },
  });
  return { client, made };
}

test("a worker that crashes rejects what waits and what comes, and tells once", async () => {
  const { client, made } = makeClient({ planner: { plan: () => new Promise(() => {}) } });
  const told: string[] = [];
  client.onFailure(({ who, message }) => told.push(`${who}: ${message}`));
  const waiting = client.plan({});
  made["planner"]![0]!.crash("out of memory");
  await expect(waiting).rejects.toThrow("The engine's planner stopped: out of memory");
  await expect(client.stateOf({ index: 0, tS: 0 })).rejects.toThrow("out of memory");
  expect(told).toEqual(["planner: out of memory"]);
  client.restart();
});

test("after a restart new workers answer, and nothing more is told of the old ones", async () => {
  const { client, made } = makeClient({ planner: { stateOf: () => ({ id: "1" }) } });
  const told: string[] = [];
  client.onFailure(({ message }) => told.push(message));
  const before = client.stateOf({ index: 0, tS: 0 });
  await before;
  made["planner"]![0]!.crash("gone");
  client.restart();
  expect(await client.stateOf({ index: 0, tS: 0 })).toEqual({ id: "1" });
  expect(made["planner"]).toHaveLength(2);
  expect(told).toEqual(["gone"]);
  client.restart();
});

test("a keyframe of a flight that was replaced is no answer, and its arrays may be given back", async () => {
  const given: unknown[] = [];
  const { client } = makeClient({
    planner: { openFlight: () => ({ totalCount: 1 }) },
    mover: {
      openFlight: () => ({ totalCount: 1 }),
      keyframe: (question: { arrays?: { positionsTemeKm: Float32Array } }) => {
        given.push(question.arrays?.positionsTemeKm.length);
        return { tS: 0 };
      },
    },
  });
  await client.openFlight({});
  const spare = {
    positionsTemeKm: new Float32Array(3),
    remaindersTemeKm: new Float32Array(3),
    velocitiesTemeKmPerS: new Float32Array(3),
  };
  expect(await client.keyframe({ tS: 0, spare: spare as never })).toEqual({ tS: 0 });
  expect(given).toEqual([3]);
  expect(spare.positionsTemeKm).toHaveLength(0);
  const old = client.keyframe({ tS: 0 });
  const replaced = client.openFlight({});
  expect(await old).toBeUndefined();
  expect(await replaced).toEqual({ totalCount: 1 });
  client.restart();
});

test("of two flights opened at once only the newer is answered", async () => {
  const door = { openFlight: ({ document }: { document: unknown }) => ({ totalCount: document }) };
  const { client } = makeClient({ planner: door as Door, mover: door as Door });
  const [first, second] = await Promise.all([client.openFlight(1), client.openFlight(2)]);
  expect(first).toBeUndefined();
  expect(second).toEqual({ totalCount: 2 });
  client.restart();
});

test("long work tells its progress and stops when asked to", async () => {
  const cancelled: number[] = [];
  const { client } = makeClient({
    planner: {
      nextContact: async (_question: unknown, tell: (doneFraction: number) => void) => {
        for (let step = 1; step <= 50 && cancelled.length === 0; step++) {
          tell(step / 50);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        return cancelled.length > 0 ? undefined : { searchedS: 1 };
      },
      cancel: (number: number) => void cancelled.push(number),
    } as Door,
  });
  const place = { name: "London", latitudeDeg: 51.5, longitudeDeg: -0.1 };
  const done: number[] = [];
  const abort = new AbortController();
  const asked = client.nextContact(
    { place, fromTS: 0, horizonS: 10 },
    { signal: abort.signal, onProgress: (doneFraction) => done.push(doneFraction) },
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  abort.abort();
  await expect(asked).rejects.toThrow();
  expect(cancelled).toEqual([1]);
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThan(50);
  client.restart();
});
