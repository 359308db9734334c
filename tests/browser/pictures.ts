/** Pictures compared in a blank page of the same browser, which decodes both. */
import type { Page } from "playwright-core";

/** Means over so many pixels each way are compared: lossy coding and smoothed edges of letters fall below, a missing satellite does not. */
const CELL_PX = 4;
/** A mean that differs by so much in a channel, of 255, is another colour. */
const CHANNEL_TOLERANCE = 20;
/** Share of cells that may. One word of ten letters covers some 30 cells, a third of a thousandth of a wide window. */
const MOST_SHARE = 0.0003;
/** Of WebP: at 0.92 its own error stays below half of the channel's tolerance. */
const QUALITY = 0.92;

/** As WebP, a fifth of the PNG. */
export async function encodeWebp(blank: Page, png: Buffer): Promise<Buffer> {
  const base64 = await blank.evaluate(
    async ({ base64, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const sheet = document.createElement("canvas");
      sheet.width = image.naturalWidth;
      sheet.height = image.naturalHeight;
      sheet.getContext("2d")!.drawImage(image, 0, 0);
      return sheet.toDataURL("image/webp", quality).split(",")[1]!;
    },
    { base64: png.toString("base64"), quality: QUALITY },
  );
  return Buffer.from(base64, "base64");
}

/** Whether both are alike; `difference` is a PNG with the other cells in red. */
export async function comparePictures(blank: Page, { picture, wanted }: { picture: Buffer; wanted: Buffer }) {
  const { otherCount, cellCount, sizes, difference } = await blank.evaluate(
    async ({ picture, wanted, cellPx, tolerance }) => {
      const read = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const sheet = document.createElement("canvas");
        sheet.width = image.naturalWidth;
        sheet.height = image.naturalHeight;
        const context = sheet.getContext("2d", { willReadFrequently: true })!;
        context.drawImage(image, 0, 0);
        return { sheet, context, data: context.getImageData(0, 0, sheet.width, sheet.height).data };
      };
      const a = await read(`data:image/png;base64,${picture}`);
      const b = await read(`data:image/webp;base64,${wanted}`);
      const { width, height } = b.sheet;
      const sizes = [`${a.sheet.width} × ${a.sheet.height}`, `${width} × ${height}`] as const;
      const columnCount = Math.floor(width / cellPx);
      const rowCount = Math.floor(height / cellPx);
      if (sizes[0] !== sizes[1])
        return { otherCount: 1, cellCount: 1, sizes, difference: a.sheet.toDataURL("image/png") };
      const sum = (data: Uint8ClampedArray, column: number, row: number, channel: number) => {
        let total = 0;
        for (let y = row * cellPx; y < (row + 1) * cellPx; y++)
          for (let x = column * cellPx; x < (column + 1) * cellPx; x++) total += data[(y * width + x) * 4 + channel]!;
        return total;
      };
      let otherCount = 0;
      a.context.fillStyle = "rgba(255, 0, 0, 0.6)";
      for (let row = 0; row < rowCount; row++)
        for (let column = 0; column < columnCount; column++) {
          const limit = tolerance * cellPx * cellPx;
          const isOther = [0, 1, 2].some(
            (channel) => Math.abs(sum(a.data, column, row, channel) - sum(b.data, column, row, channel)) > limit,
          );
          if (!isOther) continue;
          otherCount++;
          a.context.fillRect(column * cellPx, row * cellPx, cellPx, cellPx);
        }
      return { otherCount, cellCount: columnCount * rowCount, sizes, difference: a.sheet.toDataURL("image/png") };
    },
    {
      picture: picture.toString("base64"),
      wanted: wanted.toString("base64"),
      cellPx: CELL_PX,
      tolerance: CHANNEL_TOLERANCE,
    },
  );
  const isAlike = sizes[0] === sizes[1] && otherCount <= MOST_SHARE * cellCount;
  const told =
    sizes[0] === sizes[1]
      ? `${otherCount} of ${cellCount} cells of ${CELL_PX} × ${CELL_PX} pixels differ by more than ${CHANNEL_TOLERANCE} of 255, at most ${Math.floor(MOST_SHARE * cellCount)} may`
      : `it is ${sizes[0]}, the golden one ${sizes[1]}`;
  return { isAlike, otherCount, told, difference: difference.split(",")[1]! };
}
