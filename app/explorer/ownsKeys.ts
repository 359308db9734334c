/** Where a key belongs to the thing that has the focus. */
export const ownsKeys = (target: EventTarget | null, key: string) => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("input[type='checkbox']")) return key === " ";
  if (
    target.isContentEditable ||
    target.closest("input, select, textarea, [role='dialog'], [role='listbox'], [role='menu']")
  )
    return true;
  return key === " " && target.closest("button, a, summary") !== null;
};
