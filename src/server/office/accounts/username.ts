/** Normalises a username to the form in which it is stored and compared, whatever width or case was typed. */
export function normalUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** Whether a username is allowed: 2 to 40 Chinese characters, lower-case letters or digits, with . _ - @ · inside. */
export function isUsername(normal: string): boolean {
  return /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._@·-]{1,39}$/u.test(normal)
}
