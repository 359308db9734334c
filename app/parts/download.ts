/** A file name that every system takes, from any title: letters, digits and dashes, never empty, never a device's name. */
export function fileName(title: string, extension: string): string {
  const stem = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "")
    .toLowerCase();
  const safe =
    stem === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `mission${stem === "" ? "" : `-${stem}`}` : stem;
  return `${safe}.${extension}`;
}

/** Hands a text to the person as a file. */
export function downloadText({ name, type, text }: { name: string; type: string; text: string }): void {
  downloadBlob({ name, blob: new Blob([text], { type: `${type};charset=utf-8` }) });
}

/** Hands over what is already a file. */
export function downloadBlob({ name, blob }: { name: string; blob: Blob }): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
