/** 用户名的规范写法: as it is kept and compared, whatever width or case it is typed in. */
export function normalUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** 用户名是否可用: 2 to 40 Chinese characters, small letters or digits, with . _ - @ · inside. */
export function isUsername(normal: string): boolean {
  return /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._@·-]{1,39}$/u.test(normal)
}
