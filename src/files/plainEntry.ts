/** What each file of an archive carries: the archivers of Linux desktops then read its Chinese name as UTF-8, and let its owner read what was unpacked. */
export const PLAIN_ENTRY = { os: 3, attrs: 0o644 << 16 } as const
