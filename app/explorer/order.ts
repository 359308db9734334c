/** The order of work inside a frame; all below 0, so that React Three Fiber draws afterwards. */
export const order = { begin: -100, sky: -90, camera: -80, scene: -50, labels: -20, end: -1 } as const;
