/** Returns the address of a unit's ledger. */
export function ledgerOf(year: number, unit: string): string {
  return `/${year}/ledger/${encodeURIComponent(unit)}`
}

/** Returns the address for a new entry, prefilled with what is known. */
export function newEntryAt(
  year: number,
  unit: string,
  known: { readonly kind?: string; readonly period?: string } = {},
): string {
  const query = new URLSearchParams(known as Record<string, string>).toString()
  return `${ledgerOf(year, unit)}/new${query === '' ? '' : `?${query}`}`
}

/** Returns the address of an entry. */
export function entryAt(year: number, unit: string, entry: string): string {
  return `${ledgerOf(year, unit)}/entries/${entry}`
}
