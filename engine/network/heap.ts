/**
 * A binary heap of (key, item) on typed arrays, least key first. Items may be put in again with a smaller key; the caller
 * skips the stale ones.
 */
export function makeHeap(capacity: number) {
  let keys = new Float64Array(Math.max(16, capacity));
  let items = new Uint32Array(keys.length);
  let size = 0;

  const grow = () => {
    const widerKeys = new Float64Array(keys.length * 2);
    const widerItems = new Uint32Array(keys.length * 2);
    widerKeys.set(keys);
    widerItems.set(items);
    keys = widerKeys;
    items = widerItems;
  };

  return {
    isEmpty: () => size === 0,
    leastKey: () => keys[0]!,
    push(key: number, item: number) {
      if (size === keys.length) grow();
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (keys[parent]! <= key) break;
        keys[at] = keys[parent]!;
        items[at] = items[parent]!;
        at = parent;
      }
      keys[at] = key;
      items[at] = item;
    },
    pop(): number {
      const least = items[0]!;
      const key = keys[--size]!;
      const item = items[size]!;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
        if (keys[child]! >= key) break;
        keys[at] = keys[child]!;
        items[at] = items[child]!;
        at = child;
      }
      keys[at] = key;
      items[at] = item;
      return least;
    },
  };
}
