import type { Plugin } from "vite";

export declare function expandVectors(source: string): string;
export declare function buildKernel(entry: string): Promise<{ bytes: Uint8Array; files: string[] }>;
export declare function kernelPlugin(): Plugin;
