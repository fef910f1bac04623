/** Whether an address opens on this computer alone. */
export function isOwnComputer(address: string): boolean {
  const host = /^https?:\/\/(\[[^\]]*\]|[^/:]+)/.exec(address)?.[1] ?? ''
  return /^(localhost|.*\.localhost|\[::1?\]|127\..*|0\.0\.0\.0)$/.test(host)
}
