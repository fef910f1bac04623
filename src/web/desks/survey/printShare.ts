/** Prints a share with its interval: 62.5%（54.1%至70.2%）. */
export function printShare(
  share: { readonly value: number; readonly low: number; readonly high: number } | undefined,
): string {
  if (share === undefined) return '—'
  const [value, low, high] = [share.value, share.low, share.high].map(one => `${(one * 100).toFixed(1)}%`)
  return `${value}（${low}至${high}）`
}
