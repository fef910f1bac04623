import { keyedHash } from './keyedHash.ts'

/** 登录失败计数的键: of the username in its normal writing, whether there is such an account or not. */
export function guardKey({ secret }: { readonly secret: string }, username: string): string {
  return keyedHash(secret, 'sign-in', username)
}
