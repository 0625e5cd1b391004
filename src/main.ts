/** Composition root of the page: wires the screens to the worker. */
export {};
