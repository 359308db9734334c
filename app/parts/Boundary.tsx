import { Component, type ReactNode } from "react";

/** A window that fails says so, keeps the mission within reach, and leaves the other windows alone. React offers this as a class only. */
export class Boundary extends Component<
  { title: string; onSave: () => void; children: ReactNode },
  { failure: string | undefined }
> {
  override state: { failure: string | undefined } = { failure: undefined };

  static getDerivedStateFromError(reason: unknown) {
    return { failure: reason instanceof Error ? reason.message : String(reason) };
  }

  /** A file that did not come is asked for again only by a new page; the work is kept. */
  retry() {
    if (/module|import|chunk/i.test(this.state.failure ?? "")) location.reload();
    else this.setState({ failure: undefined });
  }

  override render() {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <div className="failed" role="alert">
        <h2>{this.props.title} stopped</h2>
        <p>This is a defect of Dawnline, not of your mission, which is kept. The other windows go on working.</p>
        <pre className="mono">{this.state.failure}</pre>
        <div className="failed-actions">
          <button type="button" className="button primary" onClick={() => this.retry()}>
            Try again
          </button>
          <button type="button" className="button" onClick={this.props.onSave}>
            Download the mission
          </button>
        </div>
      </div>
    );
  }
}
