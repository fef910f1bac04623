import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** Password hashing: deliberately slow; tests use a fast one. */
export interface Hashing {
  hash(password: string): Promise<string>
  verify(check: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** scrypt (N=16384, r=16), as in better-auth: about 60 ms and 32 MB per password. */
export const scryptHashing: Hashing = { hash: hashPassword, verify: verifyPassword }
