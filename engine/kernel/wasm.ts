/** The little of WebAssembly that is used; the engine compiles without a library that declares it. */
type WebAssemblyRuntime = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};
export type WasmMemory = { readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number } };

const PAGE_BYTES = 65536;

/** The exports of a compiled kernel with so much memory, or undefined where there is no WebAssembly with SIMD, or no memory. */
export function openWasm<Exports extends WasmMemory>(bytes: Uint8Array, memoryBytes: number): Exports | undefined {
  const runtime = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyRuntime }).WebAssembly;
  if (runtime === undefined) return undefined;
  try {
    const exports = new runtime.Instance(new runtime.Module(bytes)).exports as Exports;
    const { memory } = exports;
    memory.grow(Math.max(0, Math.ceil((memoryBytes - memory.buffer.byteLength) / PAGE_BYTES)));
    return exports;
  } catch {
    return undefined;
  }
}
