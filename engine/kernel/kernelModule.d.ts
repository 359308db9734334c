/** A kernel in AssemblyScript, compiled by the build (app/cli/kernel.js): its bytes. */
declare module "*?kernel" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
