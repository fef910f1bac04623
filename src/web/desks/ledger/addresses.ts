/** 一个单位的台账的地址. */
export function ledgerOf(year: number, unit: string): string {
  return `/${year}/ledger/${encodeURIComponent(unit)}`
}

/** 登记一次的地址; what is known beforehand is filled in. */
export function newEntryAt(
  year: number,
  unit: string,
  known: { readonly kind?: string; readonly period?: string } = {},
): string {
  const query = new URLSearchParams(known as Record<string, string>).toString()
  return `${ledgerOf(year, unit)}/new${query === '' ? '' : `?${query}`}`
}

/** 一条台账的地址. */
export function entryAt(year: number, unit: string, entry: string): string {
  return `${ledgerOf(year, unit)}/entries/${entry}`
}
