import { format } from "#engine";
import { usePlan } from "../state/use.ts";
import { linkRateRows } from "./linkRates.ts";

/** Bars span so many powers of ten below the longest. */
const DECADES = 4;

/** What one laser carries over distance, as a table with a bar beside each number, on a scale of powers of ten. */
export function LinkRates() {
  const links = usePlan(({ answer }) => answer?.plan.links);
  if (links === undefined) return null;
  const rows = linkRateRows(links);
  const mostBps = Math.max(links.announcedLinkRateBps, ...rows.map((row) => row.linkRateBps));
  const shareOf = (rateBps: number) => Math.max(0, 1 + Math.log10(rateBps / mostBps) / DECADES);
  const announced = format(links.announcedLinkRateBps, "Bps");
  const { terminalCount } = links;
  return (
    <section
      className="link-rates"
      style={{ "--announced": shareOf(links.announcedLinkRateBps) } as React.CSSProperties}
    >
      <h3>What a laser carries over distance</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Length</th>
            <th scope="col">One laser</th>
            <th scope="col">
              {terminalCount === 1 ? <span className="unseen">one</span> : `All ${format(terminalCount, "Count")}`}
            </th>
            <td className="link-rates-scale" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.lengthKm} ${row.isMesh}`} data-mesh={row.isMesh}>
              <th scope="row">
                {row.lengthKm < 1 ? format(row.lengthKm * 1000, "M") : format(row.lengthKm, "Km")}
                {row.isMesh ? <small> longest of the mesh</small> : null}
              </th>
              <td>{format(row.linkRateBps, "Bps")}</td>
              <td>{terminalCount > 1 ? format(row.linkRateBps * terminalCount, "Bps") : ""}</td>
              <td className="link-rates-scale" aria-hidden="true">
                <i style={{ inlineSize: `${100 * shareOf(row.linkRateBps)}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        The bar's mark is the announced {announced}. Each decade is a quarter of its width. Near by the{" "}
        {format(links.channelCount, "Count")} channels limit, farther out the photons.
      </p>
    </section>
  );
}
