export declare const rootFolder: string;
export declare function ensureBuilt(target: "cli" | "web", options?: { say?: (text: string) => void }): Promise<string>;
