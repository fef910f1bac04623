/** How many cases each property is tried on: 10,000 by `npm run properties`, fewer in every run. */
export const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 2_000) }
