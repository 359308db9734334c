import type { MissionIssue } from "#engine";

/** Exit status of the contract. Scripts depend on it. */
export const EXIT = { done: 0, badInput: 1, usage: 2, file: 4, defect: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A reason to stop that is not our defect: it ends the run with its exit status. */
export type Stop = Error & { readonly exitCode: ExitCode; readonly issues: readonly MissionIssue[] };

const makeStop = (exitCode: ExitCode, message: string, issues: readonly MissionIssue[] = []): Stop =>
  Object.assign(new Error(message), { exitCode, issues });

export const isStop = (reason: unknown): reason is Stop =>
  reason instanceof Error && "exitCode" in reason && "issues" in reason;

/** What was given is wrong: every issue at once. */
export const badInput = (issues: readonly MissionIssue[]) =>
  makeStop(EXIT.badInput, issues.map(({ message }) => message).join("\n"), issues);
/** The command line does not say what it must. */
export const badUsage = (message: string) => makeStop(EXIT.usage, message);
/** A file cannot be read or written. */
export const badFile = (message: string) => makeStop(EXIT.file, message);
export const interrupted = () => makeStop(EXIT.interrupted, "interrupted");

export const makeIssue = (path: string, given: string, allowed: string): MissionIssue => ({
  path,
  given,
  allowed,
  message: `${path}: expected ${allowed}, got ${given}`,
});

/** Why the system refused, without the path that it repeats. */
export function describeSystemError(reason: unknown): string {
  const code = reason instanceof Error && "code" in reason ? String(reason.code) : "";
  const words: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "permission denied",
    EPERM: "not permitted",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is no folder",
    EROFS: "the file system is read-only",
    ENOSPC: "no space left",
    EDQUOT: "the quota is used up",
    ELOOP: "too many links",
    ENAMETOOLONG: "the name is too long",
    EMFILE: "too many open files",
  };
  return words[code] ?? (reason instanceof Error ? reason.message : String(reason));
}
