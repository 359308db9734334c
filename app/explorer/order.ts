/** The order of work inside a frame. What is above 0 draws, in place of React Three Fiber. */
export const order = { begin: -100, sky: -90, camera: -80, scene: -50, labels: -20, end: -1, draw: 1 } as const;
