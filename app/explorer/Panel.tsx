import { type ReactNode, useId, useState } from "react";
import { Icon } from "../parts/Icon.tsx";

/** A sheet over the globe's edge that folds to a line. */
export function Panel({
  id,
  title,
  note,
  isOpen: isOpenFirst = true,
  children,
}: {
  id: string;
  title: string;
  /** Shown beside the title, also when folded. */
  note?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  const bodyId = useId();
  return (
    <section className="panel" data-panel={id} data-open={isOpen} aria-label={title}>
      <button
        type="button"
        className="panel-head"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <h2>{title}</h2>
        {note !== undefined && <span className="panel-note">{note}</span>}
        <Icon name="fold" size={16} />
      </button>
      <div className="panel-body" id={bodyId} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
