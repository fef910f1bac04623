/** How many cases each property is tried on; the mutation run asks for fewer. */
export const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 10_000) }
